"""Figures held against each other: what each measures, in which scope, and the rules on them."""
