"""The baseline without a model: what words two statements share, and whether numbers and negations part them."""

import re
from collections.abc import Sequence

import numpy as np

from evals.judge.fitting import Array
from evals.judge.labelled import LabelledPair

_WORD = re.compile(r"\w+")
_NEGATION = re.compile(r"\b(?:not|no|never|none|nobody|denied|without)\b|n['’]t\b", re.IGNORECASE)


def features(pairs: Sequence[LabelledPair]) -> Array:
    """A row a pair: cover of either side, of both, numbers apart, numbers shared, one negated."""
    return np.array([_row(pair) for pair in pairs])


def _row(pair: LabelledPair) -> list[float]:
    a, b = (frozenset(_WORD.findall(text.casefold())) for text in (pair.a, pair.b))
    x, y = (frozenset(word for word in one if word.isdecimal()) for one in (a, b))
    shared = len(a & b)
    negations = [bool(_NEGATION.search(text)) for text in (pair.a, pair.b)]
    return [
        shared / max(1, len(a)),
        shared / max(1, len(b)),
        shared / max(1, len(a | b)),
        float(bool(x and y and not x & y)),
        float(bool(x & y)),
        float(negations[0] != negations[1]),
    ]
