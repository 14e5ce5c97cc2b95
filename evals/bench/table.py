"""Writes benchmark figures for a person at a terminal, and as data. Knows nothing of how they were measured."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from evals.bench.figures import Figure

NONE = "-"
_NOTES = (
    "Percent; 95 % bootstrap intervals, resampled by document.",
    "Where nothing was found in n rows the interval has no width, though 3/n is not ruled out.",
    "Published figures are of other models, on the full data or another version of it, as named.",
)


def write(figures: Sequence[Figure], console: Console) -> None:
    """Prints a table for each benchmark and part of its data, our figure beside the published ones, in percent."""
    for (benchmark, decided_by), listed in groupby(figures, key=lambda one: (one.benchmark, one.decided_by)):
        some = list(listed)
        console.print(Text(f"{benchmark}, decided by {decided_by}", style="bold"))
        for used in dict.fromkeys(one.used for one in some):
            console.print(Text(f"  measured on: {used}", style="dim"))
        console.print(_table(some))
        console.print()
    for line in _NOTES:
        console.print(Text(line))


def to_json(figures: Sequence[Figure]) -> dict[str, Any]:
    """Everything as data; shares from 0 to 1, rounded to four places."""
    return {"figures": [_as_json(figure) for figure in figures]}


def _table(figures: Sequence[Figure]) -> Table:
    shown = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    shown.add_column("figure", min_width=16)
    for heading in ("ours", "95 %", "rows"):
        shown.add_column(heading, justify="right", no_wrap=True)
    shown.add_column("published", min_width=20)
    shown.add_column("what it counts", min_width=20)
    for figure in figures:
        published = "\n".join(f"{_percent(one.value)} {one.who}" for one in figure.published)
        shown.add_row(*map(Text, (figure.name, _percent(figure.value), *_spread(figure), published, figure.meaning)))
    return shown


def _spread(figure: Figure) -> Iterator[str]:
    is_known = figure.low is not None and figure.high is not None
    yield f"{_percent(figure.low)} to {_percent(figure.high)}" if is_known else NONE
    yield str(figure.rows)


def _percent(value: float | None) -> str:
    return NONE if value is None else f"{100 * value:.1f}"


def _as_json(figure: Figure) -> dict[str, Any]:
    rounded = {name: _rounded(getattr(figure, name)) for name in ("value", "low", "high")}
    return {**asdict(figure), **rounded, "published": [asdict(one) for one in figure.published]}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
