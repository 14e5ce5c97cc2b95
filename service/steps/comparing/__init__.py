"""What rules.py, pairs.py and findings.py stand on: claims as rules see them, and the rules themselves."""
