"""What French words ask for in comparing: negations, measures, scopes, and which rules judge."""
