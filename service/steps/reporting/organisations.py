"""Finds the bodies an article names (ministries, agencies, courts) and what a short mention stands for.

Knows nothing of cues. "The ministry" is the article's one ministry or nothing: where it names two, none is chosen.
"""

from collections.abc import Iterable
from typing import NamedTuple

from service.steps.reporting.word_classes import (
    CONNECTIVES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_auxiliary,
    is_past,
)
from service.steps.reporting.words import Words
from service.steps.vocabulary.gazetteer import COUNTRIES

HEADS = frozenset(
    "ministry agency government police army military company firm court commission committee council office"
    " department union party group bank university hospital institute authority bureau service board federation"
    " organisation organization association administration embassy newspaper broadcaster airline club league navy"
    " force centre center foundation regulator tribunal watchdog charity parliament senate congress coalition"
    " movement fund operator network".split()
)
MOST_MODIFIERS = 4
_NO_MODIFIER = DETERMINERS | PREPOSITIONS | PRONOUNS | SUBORDINATORS | COORDINATORS | CONNECTIVES
# Say nothing of which body is meant.
_EMPTY = frozenset("same whole entire new main statement own respective local".split())


class Body(NamedTuple):
    """One mention: `name` without its article, and what sets it apart: its country and its other modifiers."""

    head: str
    name: str
    countries: frozenset[str]
    modifiers: frozenset[str]
    is_capital: bool


class Organisations:
    """The bodies of one article by their head word."""

    def __init__(self, sentences: Iterable[Words]) -> None:
        self._by_head: dict[str, list[Body]] = {}
        for words in sentences:
            for index in range(len(words)):
                is_head = words.low(index).removesuffix("'s") in HEADS
                # "Police Command": the last word of a name is its head.
                is_inside = (
                    words[index].is_capital and words.at(index + 1).is_capital and not words[index].is_possessive
                )
                body = read_body(words, index) if is_head and not is_inside else None
                if body and (body.countries or body.modifiers) and body not in self._by_head.get(body.head, ()):
                    self._by_head.setdefault(body.head, []).append(body)

    def fullest(self, body: Body) -> str | None:
        """The fullest name of the one body `body` can be in this article, or None if none or several fit."""
        known = [other for other in self._by_head.get(body.head, []) if _fits(other, body)]
        if len({other.modifiers for other in known if other.modifiers}) > 1 or len(_countries(known)) > 1:
            return None
        best = max(
            known, key=lambda other: (len(other.modifiers) + len(other.countries), len(other.modifiers)), default=None
        )
        return best.name if best else None


def read_body(words: Words, index: int) -> Body:
    """The body whose head word stands at `index`, with its modifiers before it and a name with "of" after it."""
    start = index
    while start > 0 and index - start < MOST_MODIFIERS and _modifies(words, start - 1, start):
        start -= 1
    end = index + 1
    if words.low(index).endswith("'s"):
        end = index + 1
    elif words.low(end) in ("of", "for") and words.at(end + 1).is_capital and words[index].is_capital:
        end += 2
        while words.at(end).is_capital and not words.at(end - 1).is_possessive:
            end += 1
    plain = [words.low(at).removesuffix("'s").replace(".", "") for at in range(start, end) if at != index]
    others = frozenset(
        word for word in plain if word not in COUNTRIES and word not in _EMPTY and word not in ("of", "for")
    )
    countries = frozenset(COUNTRIES[word] for word in plain if word in COUNTRIES)
    name = " ".join(words[at].text for at in range(start, end))
    name = name[:-2] if words[end - 1].is_possessive else name
    return Body(words.low(index).removesuffix("'s"), name, countries, others, words[index].is_capital)


def _modifies(words: Words, index: int, after: int) -> bool:
    word = words[index]
    if not word.is_word or word.low in _NO_MODIFIER or is_auxiliary(word.low) or word.text[0].isdecimal():
        return False
    if word.is_capital:
        # "Quoting police": a participle that opens its sentence.
        return index > 0 or not word.low.endswith("ing")
    # A lower-case modifier needs a determiner, a possessive or a name before it: "the foreign ministry".
    before = words.at(index - 1)
    first = index - 1
    while first > index - MOST_MODIFIERS and _is_plain_modifier(words, first):
        # "the regional health office"
        first -= 1
    if first < index - 1 and words.low(first) in DETERMINERS and not is_past(word.low):
        return True
    is_led = (
        before.low in DETERMINERS or before.is_possessive or (before.is_capital and not is_past(word.low)) or index == 0
    )
    return is_led and not is_past(word.low) and (not words[after].is_capital or word.low == words[after].low)


def _is_plain_modifier(words: Words, index: int) -> bool:
    word = words.at(index)
    is_plain = word.is_word and not word.is_capital and word.text[0].isalpha() and not word.is_possessive
    return is_plain and word.low not in _NO_MODIFIER and not is_auxiliary(word.low) and not is_past(word.low)


def _fits(known: Body, asked: Body) -> bool:
    countries_fit = not asked.countries or not known.countries or asked.countries == known.countries
    modifiers_fit = not asked.modifiers or not known.modifiers or bool(asked.modifiers & known.modifiers)
    return countries_fit and modifiers_fit


def _countries(known: Iterable[Body]) -> set[frozenset[str]]:
    return {body.countries for body in known if body.countries}
