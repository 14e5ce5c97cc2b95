"""What a benchmark answers: rows of a measured figure beside its aim, as a table and as JSON. Knows no benchmark."""

import math
import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from rich.table import Table


@dataclass(frozen=True)
class Aim:
    """What a figure should reach: "at most" or "at least" `value`, in the unit of its row."""

    bound: Literal["at most", "at least"]
    value: float

    def is_met(self, measured: float) -> bool:
        """Whether `measured` reaches it; the limit itself counts."""
        return measured <= self.value if self.bound == "at most" else measured >= self.value


@dataclass(frozen=True)
class Row:
    """One figure: what was measured, how much of which unit, and the aim where there is one."""

    what: str
    value: float
    unit: str
    aim: Aim | None = None

    @property
    def is_met(self) -> bool | None:
        """Whether the aim is met; None without one."""
        return self.aim.is_met(self.value) if self.aim else None


@dataclass(frozen=True)
class Result:
    """One benchmark's rows, and why there are no more; `load` is how busy the machine was before it began."""

    benchmark: str
    rows: tuple[Row, ...]
    load: float
    failure: str = ""


class NotMeasured(Exception):
    """A figure could not be had; the message says why, in one line."""


def load() -> float:
    """How many processes wanted a core, on average over the last minute."""
    return round(os.getloadavg()[0], 2)


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest of `values` that at least `percent` of them do not exceed (nearest rank)."""
    ranked = sorted(values)
    return ranked[max(0, math.ceil(len(ranked) * percent / 100) - 1)]


def median(values: Sequence[float]) -> float:
    """The middle of `values`, or the mean of the two in the middle."""
    return statistics.median(values)


def table(result: Result) -> Table:
    """The rows as a reader sees them, with the aims beside."""
    shown = Table(title=result.benchmark, title_justify="left", title_style="bold", expand=True, box=None)
    shown.add_column("measured", ratio=1)
    shown.add_column("figure", justify="right", no_wrap=True)
    shown.add_column("aim", justify="right", no_wrap=True)
    shown.add_column("met", no_wrap=True)
    for row in result.rows:
        aim = f"{row.aim.bound} {_number(row.aim.value)}" if row.aim else ""
        shown.add_row(row.what, f"{_number(row.value)} {row.unit}", aim, _verdict(row.is_met))
    return shown


def to_json(results: Sequence[Result]) -> Mapping[str, Any]:
    """Everything as data, with what the figures depend on beside it."""
    return {
        "machine": {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.platform()},
        "benchmarks": [_result_as_json(result) for result in results],
    }


def _result_as_json(result: Result) -> Mapping[str, Any]:
    rows = [{**asdict(row), "value": float(f"{row.value:.6g}"), "met": row.is_met} for row in result.rows]
    return {"name": result.benchmark, "load": result.load, "failure": result.failure or None, "rows": rows}


def _number(value: float) -> str:
    """Three digits that say something; whole numbers whole."""
    if value == round(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def _verdict(is_met: bool | None) -> str:
    return {True: "yes", False: "NO", None: ""}[is_met]
