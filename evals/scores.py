"""Scores of a run: precision, recall and F1 of each family with bootstrap intervals by case, and faults counted.

Knows nothing of how a case was judged. A metric is named "claims.f1" for a family's F1, or by the evaluator whose
faults it counts.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from evals.results import FAMILIES, CaseResult, Counts, Family

RESAMPLES = 1_000
# Fixed, so that equal results have equal intervals.
SEED = 20_141_014
CONFIDENCE = 0.95

Unit = TypeVar("Unit")


@dataclass(frozen=True)
class Score:
    """A family's score over some cases. A share is None where it has no denominator; `low` and `high` bound F1."""

    counts: Counts
    precision: float | None
    recall: float | None
    f1: float | None
    low: float | None
    high: float | None


def family(cases: Sequence[CaseResult], name: Family) -> Score:
    """The micro-averaged score of one family, with the 95 % percentile bootstrap interval of F1 by case."""
    counted = [case.counts.get(name, Counts()) for case in cases]
    total = _sum(counted)
    low, high = interval(counted, lambda sample: f1(_sum(sample)))
    return Score(total, precision(total), recall(total), f1(total), low, high)


def _sum(counted: Sequence[Counts]) -> Counts:
    # Not by +, which would make and check a Counts for every case of every sample.
    return Counts(
        tp=sum(one.tp for one in counted), fp=sum(one.fp for one in counted), fn=sum(one.fn for one in counted)
    )


def faults(cases: Sequence[CaseResult]) -> dict[str, int]:
    """How many faults each evaluator found, by its name, those that found none included."""
    names = sorted({name for case in cases for name in case.faults})
    return {name: sum(len(case.faults.get(name, ())) for case in cases) for name in names}


def metrics(cases: Sequence[CaseResult]) -> dict[str, float]:
    """Every metric a gate compares: F1 by family (left out where nothing is expected or found), faults by evaluator."""
    shares = {f"{name}.f1": f1(sum((case.counts.get(name, Counts()) for case in cases), Counts())) for name in FAMILIES}
    return {name: value for name, value in shares.items() if value is not None} | {
        name: float(count) for name, count in faults(cases).items()
    }


def spread(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The largest minus the smallest value of each metric over repeated runs."""
    names = sorted({name for run in runs for name in run})
    return {name: max(run.get(name, 0.0) for run in runs) - min(run.get(name, 0.0) for run in runs) for name in names}


def precision(counts: Counts) -> float | None:
    """The share of what was found that is right."""
    return counts.tp / (counts.tp + counts.fp) if counts.tp + counts.fp else None


def recall(counts: Counts) -> float | None:
    """The share of what must be found that was."""
    return counts.tp / (counts.tp + counts.fn) if counts.tp + counts.fn else None


def f1(counts: Counts) -> float | None:
    """The harmonic mean of precision and recall; None where nothing was expected and nothing found."""
    weight = 2 * counts.tp + counts.fp + counts.fn
    return 2 * counts.tp / weight if weight else None


def interval(
    units: Sequence[Unit], measure: Callable[[Sequence[Unit]], float | None]
) -> tuple[float | None, float | None]:
    """The 95 % percentile bootstrap interval of `measure` over `units`, drawn with replacement (Efron 1979).

    Samples on which `measure` is None are left out; (None, None) where all are.
    """
    chance = random.Random(SEED)
    drawn = (measure(chance.choices(units, k=len(units))) for _ in range(RESAMPLES if units else 0))
    values = sorted(value for value in drawn if value is not None)
    if not values:
        return None, None
    cut = int((1 - CONFIDENCE) / 2 * len(values))
    return values[cut], values[-1 - cut]
