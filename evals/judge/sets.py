"""Which pairs the head is trained on and which it is only measured on. Reads files; knows nothing of states.

Sizes are what two cores compute in well under two hours; a set that is larger gives those pairs whose text has the
smallest SHA-256, so many a label. Contradictions are far more frequent here than in news, where one pair in hundreds is
one: a head needs both sides to learn from. What a probability means is set right afterwards, on the cases (fitting.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.judge import made, public
from evals.judge.labelled import LABELS, Label, LabelledPair

Sizes = Mapping[Label, int]
TRAINED_ON: Mapping[str, Sizes] = {
    "open cases": {"contradicts": 180, "agrees": 60, "not_stated": 180},
    "made": {"contradicts": 60, "agrees": 10},
    "propsegment, first half": {"agrees": 30, "not_stated": 40},
    "fever dev": {"contradicts": 30, "agrees": 30},
    "written, open": {"contradicts": 40, "agrees": 15, "not_stated": 25},
}
REPORTED_ON: Mapping[str, Sizes] = {
    "held-out cases": {"contradicts": 70, "agrees": 20, "not_stated": 70},
    "propsegment, second half": {"not_stated": 120},
    "written, unseen": {"contradicts": 40, "agrees": 15, "not_stated": 25},
    "fever test": {"contradicts": 40, "agrees": 40},
    "summedits": {"contradicts": 25, "agrees": 25},
}


@dataclass(frozen=True)
class Sets:
    """The pairs by the name of their set."""

    trained_on: Mapping[str, tuple[LabelledPair, ...]]
    reported_on: Mapping[str, tuple[LabelledPair, ...]]

    def all(self) -> list[LabelledPair]:
        """Every pair, set by set."""
        return [pair for one in (self.trained_on, self.reported_on) for listed in one.values() for pair in listed]


def read(data: Path, open_cases: Sequence[LabelledPair], held_out: Sequence[LabelledPair]) -> Sets:
    """All sets: public files from the folder `data`, the candidates of cases as stories.py gives them.

    Raises Invalid for a file that is missing or broken.
    """
    first = public.propsegment(data, reporting=False)
    agreeing = [pair for pair in (*first, *open_cases) if pair.label == "agrees"]
    trained_on = {
        "open cases": open_cases,
        "made": tuple(made.make(agreeing)),
        "propsegment, first half": first,
        "fever dev": public.fever(data, "dev"),
        "written, open": public.written(public.shipped_pairs(), "open"),
    }
    reported_on = {
        "held-out cases": held_out,
        "propsegment, second half": public.propsegment(data, reporting=True),
        "written, unseen": public.written(public.shipped_pairs(), "unseen"),
        "fever test": public.fever(data, "test"),
        "summedits": public.summaries(data),
    }
    return Sets(
        {name: _some(pairs, TRAINED_ON[name]) for name, pairs in trained_on.items()},
        {name: _some(pairs, REPORTED_ON[name]) for name, pairs in reported_on.items()},
    )


def _some(pairs: Sequence[LabelledPair], sizes: Sizes) -> tuple[LabelledPair, ...]:
    ordered = sorted(pairs, key=lambda pair: pair.digest)
    return tuple(
        pair for label in LABELS for pair in [one for one in ordered if one.label == label][: sizes.get(label, 0)]
    )
