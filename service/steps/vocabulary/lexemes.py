"""Cuts text into words with their offsets, as the comparing steps count them. Knows nothing of names or meanings.

Hyphens part words ("Russian-U.S." is two), dotted letters are one ("U.S." is "us"), a possessive ending goes. In
French "l'", "d'", "qu'" and "n'" are words of their own.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from service.models import Language

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_FRENCH_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)(?=['’][^\W\d_])|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,:]\d+)*",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?$")
# A clause ends here: what a negation before it denies does not reach beyond.
_BREAKS = frozenset(',;:.!?()[]"“”—–\n')


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One word. `word` is folded (case, accents, dots, possessive); `clause` counts the marks before it."""

    text: str
    word: str
    start: int
    end: int
    clause: int

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()

    @property
    def is_acronym(self) -> bool:
        return len(self.word) >= 2 and self.text.removesuffix("'s").removesuffix("’s").isupper()

    @property
    def is_number(self) -> bool:
        return self.text[:1].isdigit()


def cut(text: str, offset: int = 0, language: Language = "en") -> tuple[Lexeme, ...]:
    """The words of `text` in order; `offset` is added to their places. Linear in the text."""
    tokens: list[Lexeme] = []
    clause, end = 0, 0
    for match in (_FRENCH_TOKEN if language == "fr" else _TOKEN).finditer(text):
        start, stop = match.span()
        if text[end:start] != " " and not _BREAKS.isdisjoint(text[end:start]):
            clause += 1
        end, word = stop, match[0]
        tokens.append(Lexeme(word, fold_word(word), start + offset, end + offset, clause))
    return tuple(tokens)


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    """`word` without case, accents, inner dots and possessive ending."""
    plain = _POSSESSIVE.sub("", word.replace(".", "") if word[:1].isalpha() else word)
    if plain.isascii():
        return plain.lower()
    decomposed = unicodedata.normalize("NFKD", plain.replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
