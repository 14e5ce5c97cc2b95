"""What single sentences commit an article to, and the rules on commitments that clash."""
