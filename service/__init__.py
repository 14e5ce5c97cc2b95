"""Rashomon: what several articles about one event agree on, contradict and leave out."""

__version__ = "0.1.0"
