"""Who speaks, and the rules on what speakers are said to hold."""
