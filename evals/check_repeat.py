"""Fails unless a repeated analysis gave the same report and asked no model. Knows nothing of what the report says.

python evals/check_repeat.py REPORT REPEATED_REPORT
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def compare(first: Mapping[str, Any], repeat: Mapping[str, Any]) -> list[str]:
    """What is wrong with `repeat`, a line each: fields that differ outside provenance.run, calls not from the cache."""
    differing = [name for name in sorted({*first, *repeat}) if _lasting(first, name) != _lasting(repeat, name)]
    asked = [call["step"] for call in repeat["provenance"]["run"]["calls"] if not call["cached"]]
    lines = [f"{name} differs" for name in differing]
    return [*lines, f"{len(asked)} calls went to the model: {', '.join(sorted(set(asked)))}"] if asked else lines


def _lasting(report: Mapping[str, Any], name: str) -> object:
    """The field `name` without what differs between any two runs."""
    value = report.get(name)
    return {key: part for key, part in value.items() if key != "run"} if name == "provenance" and value else value


def main(first: str, repeat: str) -> str | None:
    """None where the repeat is right, else the message to fail with."""
    reports = [json.loads(Path(path).read_text(encoding="utf-8")) for path in (first, repeat)]
    if wrong := compare(*reports):
        return "\n".join(wrong)
    milliseconds = reports[1]["provenance"]["run"]["totals"]["ms"]
    sys.stdout.write(f"The same report, no model asked, {milliseconds} ms.\n")
    return None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
