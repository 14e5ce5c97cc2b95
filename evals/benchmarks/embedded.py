"""The embedded model: its adapter beside the raw runtime, and the demo through the command line, cold and repeated.

Cold means an empty cache in a folder of its own; the weights are those already on this machine.
"""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.benchmarks import embedded_speed, processes
from evals.benchmarks.measurements import Aim, NotMeasured, Row
from service import settings, wiring
from service.errors import RashomonError

STORY = processes.CHECKOUT / "evals/cases/paris-talks/story.json"
LONGEST_S = 1_800.0


@dataclass(frozen=True)
class _Run:
    """One run of the command: its seconds, and the calls its report tells of."""

    seconds: float
    calls: list[dict[str, Any]]


def measure() -> Iterator[Row]:
    """Tokens per second beside the raw runtime, then the seconds of the demo."""
    weights = find_weights()
    yield from embedded_speed.measure(weights)
    with processes.folder() as folder:
        cold, repeated = _analyze(weights, folder), _analyze(weights, folder)
    if not repeated.calls or not all(call["cached"] for call in repeated.calls):
        raise NotMeasured("the repeated demo asked the model again, or no reply of the first was kept")
    yield Row(f"the demo, cold ({len(cold.calls)} calls)", cold.seconds, "s", Aim("at most", 150))
    yield Row("the demo, from the cache", repeated.seconds, "s", Aim("at most", 2))


def find_weights() -> Path:
    """The checked weights of this machine, found as the product finds them. Raises NotMeasured."""
    try:
        return wiring.find_weights(settings.load(os.environ, Path.cwd())).locate()
    except RashomonError as error:
        raise NotMeasured(str(error)) from None


def _analyze(weights: Path, folder: Path) -> _Run:
    report = folder / "report.json"
    named = {"RASHOMON_DATA_DIR": str(folder), "RASHOMON_EMBEDDED_MODEL": str(weights)}
    started = time.perf_counter()
    try:
        done = subprocess.run(
            [*processes.command(), "analyze", str(STORY), "-o", str(report)],
            cwd=folder,
            env=processes.environment(named),
            capture_output=True,
            timeout=LONGEST_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NotMeasured(f"the demo did not end within {LONGEST_S:g} s") from None
    seconds = time.perf_counter() - started
    if done.returncode:
        raise NotMeasured(f"the demo failed: {done.stderr.decode('utf-8', 'replace').strip()[-300:]}")
    return _Run(seconds, json.loads(report.read_text("utf-8"))["provenance"]["run"]["calls"])
