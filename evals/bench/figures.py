"""A figure of ours beside published ones, and the measures it is made with. Knows no benchmark.

Intervals are 95 % bootstrap intervals resampled by document (`evals.scores.interval`): rows that share a document are
drawn together, as they are no independent evidence. Balanced accuracy after LLM-AggreFact.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from evals import scores
from evals.results import Counts

Outcome = TypeVar("Outcome")
Measure = Callable[[Sequence[Outcome]], float | None]
Holds = Callable[[Outcome], bool]


@dataclass(frozen=True)
class Published:
    """What somebody else got, as a share, and on what where that differs."""

    who: str
    value: float


@dataclass(frozen=True)
class Figure:
    """One figure, a share from 0 to 1 (None where it has no denominator), bounded by `low` and `high`.

    `rows` of `documents` are what it was measured on, `used` says of which file or half; `decided_by` is "rules" or
    the model's name; `meaning` says in a line what it counts.
    """

    benchmark: str
    name: str
    value: float | None
    low: float | None
    high: float | None
    rows: int
    documents: int
    used: str
    decided_by: str
    meaning: str
    published: tuple[Published, ...] = ()


@dataclass(frozen=True)
class Measured(Generic[Outcome]):
    """The outcomes of one benchmark, those of a document together."""

    benchmark: str
    used: str
    decided_by: str
    documents: tuple[tuple[Outcome, ...], ...]

    def where(self, holds: Holds[Outcome]) -> "Measured[Outcome]":
        """Only the outcomes that `holds` accepts."""
        kept = [tuple(one for one in document if holds(one)) for document in self.documents]
        return replace(self, documents=tuple(document for document in kept if document))

    def figure(
        self, name: str, measure: Measure[Outcome], meaning: str, published: tuple[Published, ...] = ()
    ) -> Figure:
        """`measure` of all outcomes, with its interval."""
        outcomes = _joined(self.documents)
        low, high = scores.interval(self.documents, lambda drawn: measure(_joined(drawn)))
        return Figure(
            benchmark=self.benchmark,
            name=name,
            value=measure(outcomes),
            low=low,
            high=high,
            rows=len(outcomes),
            documents=len(self.documents),
            used=self.used,
            decided_by=self.decided_by,
            meaning=meaning,
            published=published,
        )


def share(holds: Holds[Outcome]) -> Measure[Outcome]:
    """The share of outcomes that `holds` accepts."""
    return lambda outcomes: _part(sum(map(holds, outcomes)), len(outcomes))


def f1(is_gold: Holds[Outcome], is_found: Holds[Outcome]) -> Measure[Outcome]:
    """The harmonic mean of precision and recall."""
    return lambda outcomes: scores.f1(_count(outcomes, is_gold, is_found))


def balanced_accuracy(is_gold: Holds[Outcome], is_found: Holds[Outcome]) -> Measure[Outcome]:
    """The mean of the shares of gold that was found and of the rest that was not; None where either is empty."""

    def measure(outcomes: Sequence[Outcome]) -> float | None:
        gold = [is_found(one) for one in outcomes if is_gold(one)]
        rest = [not is_found(one) for one in outcomes if not is_gold(one)]
        return (sum(gold) / len(gold) + sum(rest) / len(rest)) / 2 if gold and rest else None

    return measure


def _count(outcomes: Sequence[Outcome], is_gold: Holds[Outcome], is_found: Holds[Outcome]) -> Counts:
    told = [(is_gold(one), is_found(one)) for one in outcomes]
    return Counts(tp=told.count((True, True)), fp=told.count((False, True)), fn=told.count((True, False)))


def _part(count: int, of: int) -> float | None:
    return count / of if of else None


def _joined(documents: Sequence[tuple[Outcome, ...]]) -> list[Outcome]:
    return [outcome for document in documents for outcome in document]
