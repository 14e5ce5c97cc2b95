"""Trains and measures the head that reads the embedded model's hidden state; see README.md beside this file."""
