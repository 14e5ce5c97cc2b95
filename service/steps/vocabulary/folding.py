"""Folds text so that typography does not decide whether words are equal. Knows nothing of articles or claims.

Quotation marks, apostrophes and dashes become plain ones, case and compatibility forms are folded (NFKC), runs of
white space become one space, invisible characters vanish. Every folded character remembers where it came from.
"""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

_PLAIN = str.maketrans(
    dict.fromkeys("“”„‟«»″〝〞「」『』", '"')
    | dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"⟦": "[", "⟧": "]", "…": "..."}
)
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_WORD = re.compile(r"\w+(?:['.,-]\w+)*")


@dataclass(frozen=True)
class Folded:
    """`text` folded; `origins[i]` is the index in the original of the character that folded to `text[i]`."""

    text: str
    origins: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The original half-open span of folded `start:end` (not empty)."""
        return self.origins[start], self.origins[end - 1] + 1

    def folded_index(self, origin: int) -> int:
        """The first folded index that comes from `origin` or later."""
        return bisect_left(self.origins, origin)


@lru_cache(maxsize=64)
def fold(text: str) -> Folded:
    """Folds `text`; linear in its length."""
    folds = {character: _fold_character(character) for character in set(text)}
    if all(len(folded) == 1 for folded in folds.values()):
        whole = text.translate({ord(character): folded for character, folded in folds.items()})
        if "  " not in whole:
            # Nothing moved, as in nearly every text: many times faster.
            return Folded(whole, tuple(range(len(text))))
    characters: list[str] = []
    origins: list[int] = []
    for index, character in enumerate(text):
        for piece in folds[character]:
            if piece == " " and characters and characters[-1] == " ":
                continue
            characters.append(piece)
            origins.append(index)
    return Folded("".join(characters), tuple(origins))


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in _INVISIBLE:
        return ""
    if character.isspace():
        return " "
    return unicodedata.normalize("NFKC", character.translate(_PLAIN)).casefold()


def words(text: str) -> list[str]:
    """The folded words of `text`, in order; inner apostrophes, hyphens and digit separators stay in a word."""
    return _WORD.findall(fold(text).text)
