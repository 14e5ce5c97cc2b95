"""Marks, word by word, where two versions of a quotation differ. Knows nothing of reports.

The differences are given, as words; both versions are walked side by side, so that a word that differs here is not
taken for its equal elsewhere. What cannot be placed is left unmarked.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

# Looked at in one pair of versions: plenty for what people say, and an end for what was written to take for ever.
MAX_PLACES = 4_000
_WORD = re.compile(r"\w+")
Place = tuple[int, int]


@dataclass(frozen=True)
class Stretch:
    """Some words of a quotation, and whether the other version has others in their place."""

    words: str
    differs: bool


def mark(a: str, b: str, differences: Iterable[tuple[str, str]]) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both versions in stretches; joined they are the versions again."""
    ours, theirs = _Words(a), _Words(b)
    reached, budget = (0, 0), iter(range(MAX_PLACES))
    for one, other in differences:
        gone, come = _fold(one), _fold(other)
        if gone or come:
            candidates = _candidates(ours.words, theirs.words, reached)
            limited = (place for place, _ in zip(candidates, budget, strict=False))
            found = next((place for place in limited if _parts(ours.words, theirs.words, place, (gone, come))), None)
            if found is None:
                break
            reached = ours.take(found[0], len(gone)), theirs.take(found[1], len(come))
    return ours.stretches(), theirs.stretches()


class _Words:
    """The words of one version, folded, with their places; and which of them differ."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_WORD.finditer(text))
        self.words = [word[0].casefold() for word in found]
        self._places = [word.span() for word in found]
        self._differing: list[tuple[int, int]] = []

    def take(self, at: int, number: int) -> int:
        """Marks `number` words from `at`; gives where the next stand."""
        if number:
            self._differing.append((self._places[at][0], self._places[at + number - 1][1]))
        return at + number

    def stretches(self) -> tuple[Stretch, ...]:
        """The whole text."""
        parts, done = [], 0
        for start, end in self._differing:
            parts += [Stretch(self.text[done:start], False), Stretch(self.text[start:end], True)]
            done = end
        parts.append(Stretch(self.text[done:], False))
        return tuple(part for part in parts if part.words)


def _candidates(ours: Sequence[str], theirs: Sequence[str], reached: Place) -> Iterator[Place]:
    """Places in both versions from `reached` on: first word beside word, then any, as one may begin in the middle."""
    i, j = reached
    beside = zip(range(i, len(ours) + 1), range(j, len(theirs) + 1), strict=False)
    return chain(beside, ((one, other) for one in range(i, len(ours) + 1) for other in range(j, len(theirs) + 1)))


def _parts(ours: Sequence[str], theirs: Sequence[str], place: Place, swap: tuple[list[str], list[str]]) -> bool:
    """Whether the versions part at `place` by `swap`, and are one again behind it; before it too, or one begins."""
    (i, j), (gone, come) = place, swap
    after_i, after_j = i + len(gone), j + len(come)
    if ours[i:after_i] != gone or theirs[j:after_j] != come:
        return False
    begins, ends = not i or not j, after_i == len(ours) or after_j == len(theirs)
    return (begins or ours[i - 1] == theirs[j - 1]) and (ends or ours[after_i] == theirs[after_j])


def _fold(words: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(words)]
