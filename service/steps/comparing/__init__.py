"""What rules.py, pairs.py and findings.py stand on: claims as rules see them, what all rules share, and rules by kind.

figures/ held against each other, commitments/ of single sentences, what speakers/ hold, agreeing/ in other words.
"""
