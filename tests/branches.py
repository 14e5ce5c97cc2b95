"""Fails when too few branches under one folder ran. Knows nothing of how they were run: it reads coverage's JSON.

python tests/branches.py .cache/coverage.json service/steps/ 95
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def measure(coverage: Mapping[str, Any], folder: str) -> tuple[float, list[str]]:
    """Percent of the branches under `folder` that ran, and one line for each file that has some that did not."""
    summaries = {path: file["summary"] for path, file in coverage["files"].items() if path.startswith(folder)}
    total = sum(summary["num_branches"] for summary in summaries.values())
    missing = {path: summary["missing_branches"] for path, summary in summaries.items() if summary["missing_branches"]}
    lines = [f"{path}: {count} not run" for path, count in sorted(missing.items())]
    return (100.0 * (total - sum(missing.values())) / total if total else 0.0), lines


def main(coverage_file: str, folder: str, least_percent: str) -> str | None:
    """None where enough branches ran, else the message to fail with."""
    percent, lines = measure(json.loads(Path(coverage_file).read_text(encoding="utf-8")), folder)
    if percent >= float(least_percent):
        sys.stdout.write(f"{percent:.2f} % of the branches in {folder} ran; {least_percent} % asked.\n")
        return None
    return "\n".join([*lines, f"Only {percent:.2f} % of the branches in {folder} ran; {least_percent} % asked."])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
