"""Figures of French text: numbers, bounds, units, days and times in its words."""
