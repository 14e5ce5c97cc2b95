"""Comparing quotations word by word. quotes.py is its door."""
