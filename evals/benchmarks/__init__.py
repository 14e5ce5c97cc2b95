"""How fast it is, measured: one small file a benchmark, `python -m evals.benchmarks` runs them."""
