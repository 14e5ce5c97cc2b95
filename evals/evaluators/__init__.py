"""One function an evaluator, named for the error it fears: an Outcome in, the faults out. Deterministic, no model."""
