"""Reported speech in French: cues, speakers, and what is said."""
