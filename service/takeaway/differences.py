"""Marks, word by word, where two versions of a quotation differ. Knows nothing of reports.

The differences are given, as words; both versions are walked side by side, so that a word that differs here is not
taken for its equal elsewhere. What cannot be placed is left unmarked.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Stretch:
    """Some words of a quotation, and whether the other version has others in their place."""

    words: str
    differs: bool


def mark(a: str, b: str, differences: Iterable[tuple[str, str]]) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both versions in stretches; joined they are the versions again."""
    ours, theirs = _Words(a), _Words(b)
    i = j = 0
    for one, other in differences:
        gone, come = _fold(one), _fold(other)
        if not gone and not come:
            continue
        found = _meet(ours, theirs, (i, j), gone, come)
        if found is None:
            break
        i, j = ours.take(found[0], len(gone)), theirs.take(found[1], len(come))
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


def _meet(
    ours: _Words, theirs: _Words, start: tuple[int, int], gone: Sequence[str], come: Sequence[str]
) -> tuple[int, int] | None:
    """The first place, from `start` on in both, where one has `gone` and the other `come`."""
    i, j = start
    while i <= len(ours.words) and j <= len(theirs.words):
        alike = ours.words[i : i + 1] == theirs.words[j : j + 1] != []
        stands = ours.words[i : i + len(gone)] == gone and theirs.words[j : j + len(come)] == come
        if stands and not alike:
            return i, j
        i, j = i + 1, j + 1
    return None


def _fold(words: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(words)]
