"""Runs the benchmarks named, or all of them; prints tables and writes JSON.

    python -m evals.benchmarks [-o FILE] [NAME ...]

Exits with 1 where a figure could not be had. An aim that is missed is shown, not failed: it depends on the machine.
"""

import argparse
import importlib
import json
import signal
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from rich.console import Console

from evals.benchmarks.measurements import NotMeasured, Result, Row, load, table, to_json

# In the order they run: what needs a quiet machine least comes last.
NAMES = ("start", "pure_steps", "gateway", "critical_path", "throughput", "cached_repeat", "embedded")
OUTPUT = Path("benchmarks.json")
INTERRUPTED = 130


def run(name: str, measure: Callable[[], Iterable[Row]]) -> Result:
    """One benchmark, with the load of the machine before it began; a failure is a result too."""
    before, rows = load(), []
    try:
        for row in measure():
            rows.append(row)
    except NotMeasured as reason:
        return Result(name, tuple(rows), before, str(reason))
    except Exception as error:
        # One that breaks must not cost the figures of the others.
        return Result(name, tuple(rows), before, f"{type(error).__name__}: {error}")
    return Result(name, tuple(rows), before)


def measure(name: str) -> Iterable[Row]:
    """The rows of the benchmark called `name`, imported only now."""
    rows: Iterable[Row] = importlib.import_module(f"evals.benchmarks.{name}").measure()
    return rows


def parse(arguments: list[str]) -> argparse.Namespace:
    """`names` and `output`."""
    parser = argparse.ArgumentParser(prog="python -m evals.benchmarks", description="Measures how fast it is.")
    parser.add_argument("names", nargs="*", choices=(*NAMES, []), metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("-o", "--output", type=Path, default=OUTPUT, metavar="FILE", help=f"JSON ({OUTPUT})")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """The exit code."""
    # Being told to end ends what was started as well.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    asked = parse(arguments)
    console, results = Console(highlight=False), []
    try:
        for name in asked.names or NAMES:
            results.append(run(name, partial(measure, name)))
            console.print(table(results[-1]))
            console.print(f"Load before it: {results[-1].load}. {results[-1].failure}\n", markup=False)
    except KeyboardInterrupt:
        return INTERRUPTED
    asked.output.write_text(json.dumps(to_json(results), indent=2) + "\n", "utf-8")
    console.print(f"Written to {asked.output}.", markup=False)
    return 1 if any(result.failure for result in results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
