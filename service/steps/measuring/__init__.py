"""Reading and comparing numbers, dates and times. figures.py is its door."""
