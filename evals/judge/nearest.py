"""The sentence of a text that shares most with a statement. Knows nothing of labels."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from service.steps import sentences

_WORD = re.compile(r"\w+")


def split(text: str) -> tuple[str, ...]:
    """The text's sentences, white space folded."""
    return tuple(" ".join(text[one.start : one.end].split()) for one in sentences.split(text))


def pick(statement: str, listed: Sequence[str]) -> str:
    """The one of `listed` that shares most with `statement`, rare words counting more; the first of equals."""
    wanted = _words(statement)
    counts = Counter(word for one in listed for word in _words(one))

    def worth(one: str) -> float:
        # Exact, as a set has no order: a rounding must not choose.
        return math.fsum(1 / counts[word] for word in wanted & _words(one))

    return max(listed, key=worth)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
