"""What the product is measured with: cases, checks and benchmarks. Not shipped in the wheel."""
