"""Fields of predicates: finds the words that put something on one of two sides that cannot both hold of one thing.

Knows nothing of sentences or stories; the words are in field_words.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.steps.comparing.predicates import phrases
from service.steps.comparing.predicates.field_words import FIELD_WORDS
from service.steps.comparing.predicates.phrases import Parts


@dataclass(frozen=True)
class Field:
    """What its `flags` say. `flips`: to negate one side is to say the other. `of_subject`: the sides exclude each other
    only of one subject (one wins, the other loses), `of_person`: only of one who does it or whom it is done to.
    `planned`: what will be and what was called off exclude each other. `changes`: the state may be another some hours
    later; `follows`: one side follows upon the other, so that it is at most news; `ends`: the first side upon the
    second only."""

    name: str
    flags: frozenset[str]


@dataclass(frozen=True)
class Phrase:
    """Words that put something on one side of a field. A part is the forms that stand for a word, None a gap."""

    field: Field
    side: str
    parts: Parts


def find(words: Sequence[str]) -> Iterator[tuple[Phrase, int, int]]:
    """Every phrase in `words` (folded), with the places of its first word and behind its last."""
    for first, word in enumerate(words):
        for phrase in _BY_FIRST.get(word, ()):
            end = phrases.end(words, first, phrase.parts)
            if end:
                yield phrase, first, end


def _read() -> dict[str, list[Phrase]]:
    """The phrases by each form of their first word."""
    found: dict[str, list[Phrase]] = {}
    field, side = Field("", frozenset()), ""
    for line in FIELD_WORDS.strip().splitlines():
        if line[0] not in "+- ":
            name, flags = line.split(":")
            field = Field(name, frozenset(flags.split()))
            continue
        side = line[0] if line[0] != " " else side
        for parts in map(phrases.parse, line[1:].split()):
            for form in parts[0] or ():
                found.setdefault(form, []).append(Phrase(field, side, parts))
    return found


_BY_FIRST = _read()
