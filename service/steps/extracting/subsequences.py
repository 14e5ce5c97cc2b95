"""Aligns restated words with the words they were taken from. Knows nothing of claims or articles.

A restatement is faithful where its words stand in the source in the same order, close together; the alignment is the
tightest such place (minimum window subsequence), since "the" stands everywhere.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from service.steps.vocabulary.folding import fold

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


@dataclass(frozen=True)
class Word:
    """A folded word and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Alignment:
    """Which words of a restatement (`kept`) stand at which words of the source (`places`), both in order."""

    kept: tuple[int, ...]
    places: tuple[int, ...]

    @property
    def density(self) -> float:
        """The share of the source's words between first and last place that are kept, 0 to 1."""
        return len(self.places) / (self.places[-1] - self.places[0] + 1) if self.places else 0.0


def read_words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of `text[start:end]`, with offsets into `text`."""
    bounds = (start, len(text) if end is None else end)
    return tuple(Word(fold(match.group()).text, match.start(), match.end()) for match in _WORD.finditer(text, *bounds))


def align(restated: Sequence[Word], source: Sequence[Word]) -> Alignment:
    """The longest run of `restated` words that stand in `source` in order, at its tightest place."""
    operations = Indel.opcodes([word.text for word in restated], [word.text for word in source])
    kept = tuple(index for op in operations if op.tag == "equal" for index in range(op.src_start, op.src_end))
    if not kept:
        return Alignment((), ())
    return Alignment(kept, _tightest([restated[index].text for index in kept], [word.text for word in source]))


def _tightest(wanted: Sequence[str], source: Sequence[str]) -> tuple[int, ...]:
    """The places of `wanted` in `source` with the shortest way from first to last; the earliest of equals."""
    ends = [index for index, word in enumerate(source) if word == wanted[-1]]
    ways = [way for way in (_backwards(wanted, source, end) for end in ends) if way]
    return min(ways, key=lambda way: (way[-1] - way[0], way[0]))


def _backwards(wanted: Sequence[str], source: Sequence[str], end: int) -> tuple[int, ...] | None:
    """The latest places of `wanted` whose last is `end`."""
    places: list[int] = []
    at = end
    for word in reversed(wanted):
        while at >= 0 and source[at] != word:
            at -= 1
        if at < 0:
            return None
        places.append(at)
        at -= 1
    return tuple(reversed(places))
