"""What a desk says of a report, as a case for the evals. Pure; knows nothing of HTTP, imports nothing of the evals."""
