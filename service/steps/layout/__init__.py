"""What the layout of an article tells: its paragraphs, what part a line plays, its date line and credits."""
