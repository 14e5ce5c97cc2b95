"""From a reply to claims: windows, restated sentences, voices. claims.py is its door."""
