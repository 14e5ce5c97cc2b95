"""Pairs whose label can be told from their features, for tests of fits and tables."""

from collections.abc import Sequence

import numpy as np

from evals.judge.fitting import Array
from evals.judge.labelled import LABELS, LabelledPair
from evals.judge.tables import Rows

WIDTH = 6


def pairs(count: int, name: str) -> tuple[LabelledPair, ...]:
    """As many pairs of every label, three to a group."""
    return tuple(
        LabelledPair(f"{name} {number}", f"is {label}", label, name, f"{name}-{number}")
        for number in range(count)
        for label in LABELS
    )


def features(listed: Sequence[LabelledPair]) -> Array:
    """Chance, and the label in one number of three."""
    rows = []
    for pair in listed:
        row = np.random.default_rng(list(f"{pair.a}{pair.b}".encode())).normal(size=WIDTH)
        row[LABELS.index(pair.label)] += 2.0
        rows.append(row)
    return np.array(rows)


def made_rows() -> Rows:
    """Two sets to fit on, one to report on."""
    return Rows({"one": pairs(30, "one"), "two": pairs(20, "two")}, {"three": pairs(20, "three")}, features)
