"""Cuts a stretch of text into words, marks and whole quotations for steps/speech.py. Knows no grammar.

A quotation counts as one word: what stands inside it cannot be a cue of the sentence around it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from service.steps.reporting.quotation_marks import Quotation

LONGEST_SENTENCE = 150
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Sen|Rep|Gov|Prof|Rev|Hon|St|Jr|Sr|[Nn]o)\."
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\."
    r"|[$€£¥]?\d+(?:[.,:]\d+)*(?:[^\W\d_]+)?(?:[-‐‑/][^\W_]+)*"
    r"|[^\W_]+(?:(?:[-‐‑'’&/]|\.(?=[^\W_]))[^\W_]+)*"
    r"|\S"
)


class Word(NamedTuple):
    """`text` stands at `start:end`; `low` is it in lower case, with a plain apostrophe, '"' for a quotation."""

    text: str
    low: str
    start: int
    end: int
    quotation: Quotation | None = None

    @property
    def is_word(self) -> bool:
        return self.quotation is None and self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it is written as a name: a capital first, or after a hyphen or prefix ("al-Assad")."""
        return self.quotation is None and (
            self.text[0].isupper() or (self.text[0].isalpha() and any(map(str.isupper, self.text)))
        )

    @property
    def is_possessive(self) -> bool:
        return (
            self.low.endswith("'s")
            and len(self.low) > 2
            and self.low not in ("it's", "he's", "she's", "that's", "there's", "let's")
        )


NOTHING = Word("\n", "\n", -1, -1)


class Words(tuple[Word, ...]):
    """The words of one stretch. Looking past either end gives NOTHING instead of an error."""

    def at(self, index: int) -> Word:
        return self[index] if 0 <= index < len(self) else NOTHING

    def low(self, index: int) -> str:
        return self[index].low if 0 <= index < len(self) else NOTHING.low

    def follow(self, index: int, words: Sequence[str]) -> bool:
        """Whether the words from `index` on are these."""
        return all(self.at(index + step).low == word for step, word in enumerate(words))


def cut(text: str, start: int, end: int, quotations: Iterable[Quotation] = ()) -> Words:
    """The words of `text[start:end]`; each of `quotations` (in order, apart from each other) becomes one. Linear."""
    found: list[Word] = []
    position = start
    for quotation in quotations:
        found += _plain(text, position, quotation.start)
        found.append(Word(text[quotation.start : quotation.end], '"', quotation.start, quotation.end, quotation))
        position = quotation.end
    found += _plain(text, position, end)
    return Words(found)


def is_title(words: Words) -> bool:
    """Whether these words are written like a title: nearly all longer ones with a capital."""
    long = [word for word in words if word.is_word and len(word.text) > 3]
    return len(long) > 2 and words[-1].low != "." and sum(word.is_capital for word in long) * 5 >= len(long) * 4


def pieces(words: Words) -> Iterator[Words]:
    """`words` in pieces that can be a sentence: what is longer has no grammar, and would cost its square."""
    for start in range(0, len(words), LONGEST_SENTENCE):
        yield Words(words[start : start + LONGEST_SENTENCE])


def _plain(text: str, start: int, end: int) -> list[Word]:
    return [
        Word(match[0], match[0].lower().replace("’", "'"), *match.span()) for match in _TOKEN.finditer(text, start, end)
    ]
