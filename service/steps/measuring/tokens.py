"""Cuts text into the tokens that figures are read from. Knows no numbers, units or names.

A run of digits with its separators is one token, a word is one, every other visible character is one. What stands in
a web or mail address is left out: its digits count nothing.
"""

import re
from typing import NamedTuple

from service.models import Language

_CHUNK = re.compile(r"[!-~]+")
_MARKS = ("://", "www.", "@")
_GROUPING = "[\u00a0\u202f\u2009'’]"
_TOKEN = re.compile(
    rf"\d{{1,3}}(?:{_GROUPING}\d{{3}})+(?!\d)(?:[.,]\d+)?"
    r"|\d+(?:[.,٫٬]\d+)*"
    r"|[AaPp]\.[Mm]\b\.?"
    r"|(?:[A-Z]\.){2,}"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\S"
)
# French puts "d'", "l'" and "qu'" before a word of its own, and a plain space between thousands.
_FRENCH_TOKEN = re.compile(
    rf"(?<![\d,.])\d{{1,3}}(?:(?:{_GROUPING}| )\d{{3}})+(?!\d)(?:,\d+)?"
    r"|\d+(?:[.,]\d+)*"
    r"|(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=[^\W\d_])"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|\S",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """`text` stands at `start:end`; `lower` is it in lower case, with a plain apostrophe."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_digits(self) -> bool:
        return self.text[0].isdecimal()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


class Tokens(tuple[Token, ...]):
    """The tokens of one text. Looking past either end gives an empty token instead of an error."""

    NOTHING = Token("\n", "\n", -9, -9)

    def at(self, index: int) -> Token:
        return self[index] if 0 <= index < len(self) else self.NOTHING

    def gap(self, index: int) -> int:
        """How many characters stand between token `index` and the one before it; a large number at the edges."""
        if not 0 < index < len(self):
            return 99
        return self[index].start - self[index - 1].end

    def follow(self, index: int, *words: str) -> bool:
        """Whether the tokens from `index` (not negative) on are these, in lower case."""
        return tuple([token.lower for token in self[index : index + len(words)]]) == words


def split(text: str, language: Language = "en") -> Tokens:
    """The tokens of `text`, in order; linear in its length."""
    form = _FRENCH_TOKEN if language == "fr" else _TOKEN
    addresses = iter([*_addresses(text), (len(text), len(text))])
    start, end = next(addresses)
    found = []
    for match in form.finditer(text):
        while end <= match.start():
            start, end = next(addresses)
        if match.end() <= start:
            found.append(Token(match[0], match[0].lower().replace("’", "'"), *match.span()))
    return Tokens(found)


def _addresses(text: str) -> list[tuple[int, int]]:
    if not any(mark in text for mark in _MARKS):
        return []
    return [chunk.span() for chunk in _CHUNK.finditer(text) if any(mark in chunk[0] for mark in _MARKS)]
