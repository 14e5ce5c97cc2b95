"""Pure steps: articles become questions, answers become findings. No I/O, clock, environment or randomness."""
