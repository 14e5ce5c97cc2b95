"""How well scores tell contradictions apart, with intervals. Knows nothing of what gave the scores.

Intervals are 95 % bootstrap intervals, resampled by group: pairs of one story are no independent evidence.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from evals.judge.labelled import Label

DRAWS = 1000
SEED = 7
# At most so many pairs of a hundred that state nothing of each other may be called contradictions.
FALSE_PER_HUNDRED = 1.0


@dataclass(frozen=True)
class Scored:
    """A pair's label and group, and how likely it is a contradiction and an agreement."""

    label: Label
    group: str
    contradicts: float
    agrees: float = 0.0


@dataclass(frozen=True)
class Share:
    """A value with the bounds of its interval; None where it has no denominator."""

    value: float | None
    low: float | None
    high: float | None

    def __str__(self) -> str:
        if self.value is None or self.low is None or self.high is None:
            return "-"
        return f"{self.value:.2f} ({self.low:.2f} to {self.high:.2f})"


Measure = Callable[[Sequence[Scored]], float | None]


def auc(pairs: Sequence[Scored], against: Sequence[Label]) -> float | None:
    """The chance that a contradiction scores above a pair labelled one of `against` (Hanley and McNeil 1982)."""
    ours = [one.contradicts for one in pairs if one.label == "contradicts"]
    theirs = [one.contradicts for one in pairs if one.label in against]
    if not ours or not theirs:
        return None
    ordered = np.sort(theirs)
    below, with_equals = (np.searchsorted(ordered, ours, side) for side in ("left", "right"))
    return float((below + with_equals).mean() / 2 / len(theirs))


def point(pairs: Sequence[Scored]) -> float:
    """The lowest score from which on at most FALSE_PER_HUNDRED of the pairs not stated are called contradictions."""
    return _above([one.contradicts for one in pairs if one.label == "not_stated"])


def agreement_point(pairs: Sequence[Scored]) -> float:
    """The lowest score from which on at most FALSE_PER_HUNDRED of the pairs that do not agree are said to."""
    return _above([one.agrees for one in pairs if one.label != "agrees"])


def _above(others: Sequence[float]) -> float:
    """The lowest score that at most FALSE_PER_HUNDRED of `others` reach: just above the first that is too many."""
    ordered = sorted(others, reverse=True)
    allowed = int(len(ordered) * FALSE_PER_HUNDRED / 100)
    return ordered[allowed] + 1e-4 if allowed < len(ordered) else 0.0


def called(pairs: Sequence[Scored], label: Label, from_point: float) -> float | None:
    """The share of the pairs of `label` that score at least `from_point`."""
    listed = [one.contradicts >= from_point for one in pairs if one.label == label]
    return sum(listed) / len(listed) if listed else None


def interval(pairs: Sequence[Scored], measure: Measure) -> Share:
    """`measure` of all pairs, with its interval."""
    groups: dict[str, list[Scored]] = {}
    for one in pairs:
        groups.setdefault(one.group, []).append(one)
    listed, chance = list(groups.values()), random.Random(SEED)
    drawn = (measure([one for group in chance.choices(listed, k=len(listed)) for one in group]) for _ in range(DRAWS))
    values = sorted(value for value in drawn if value is not None)
    if not values:
        return Share(measure(pairs), None, None)
    return Share(measure(pairs), values[int(0.025 * len(values))], values[int(0.975 * len(values))])


def reliability(pairs: Sequence[Scored], bins: int = 5) -> list[tuple[float, float, int]]:
    """Mean probability, share of contradictions and count, of as many equal steps of probability as hold any pair."""
    found = []
    for number in range(bins):
        held = [one for one in pairs if min(int(one.contradicts * bins), bins - 1) == number]
        if held:
            said = sum(one.contradicts for one in held) / len(held)
            found.append((said, sum(one.label == "contradicts" for one in held) / len(held), len(held)))
    return found
