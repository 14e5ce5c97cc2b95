"""Finds the subject of a clause and the name a clause with "which" belongs to. Cuts nothing.

A noun phrase counts only where reporting/name_phrases.py reads the words before the verb as one; else there is none.
"""

from typing import NamedTuple

from service.steps.extracting import finite_verbs
from service.steps.reporting.name_phrases import find_last_name, trim_name
from service.steps.reporting.word_classes import (
    CLAUSE_SUBJECTS,
    COORDINATORS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
)
from service.steps.reporting.words import Words

# A verb later than this belongs to no subject that can be told.
FARTHEST_VERB = 26
_NEGATIVE = frozenset("no nobody none neither nothing few little not hardly only".split())

_COUNTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands many several".split()
)


class Subject(NamedTuple):
    """The noun phrase `start:end` whose finite verb stands at `verb`."""

    start: int
    end: int
    verb: int
    is_negative: bool = False


def find(words: Words, at: int, end: int | None = None) -> Subject | None:
    """The subject of the clause that begins at `at`: its first noun phrase with a finite verb after it."""
    limit = min(end if end is not None else len(words), at + FARTHEST_VERB)
    start = _pass_adverbial(words, at, limit)
    if finite_verbs.is_plain(words, start) and words.low(start) != "may":
        return None
    if words.low(start) in CLAUSE_SUBJECTS and finite_verbs.is_finite(words, start + 1):
        return _subject(words, start, start + 1, start + 1)
    position = start
    while position < limit:
        low = words.low(position)
        if low == ",":
            close = next((comma for comma in range(position + 1, limit) if words.low(comma) == ","), None)
            is_subject = close is not None and finite_verbs.is_finite(words, _pass_adverbs(words, close + 1))
            return _named(words, start, position, _pass_adverbs(words, close + 1)) if close and is_subject else None
        if position > start and finite_verbs.is_finite(words, position):
            return _named(words, start, position, position) if _is_main(words, position, limit) else None
        if low in SUBORDINATORS or low in (";", ":", "—", "–"):
            return None
        position += 1
    return None


def find_antecedent(words: Words, start: int, comma: int) -> int | None:
    """Where the noun phrase begins that a clause with "which" after `comma` belongs to, or None if it is not plain."""
    relative = words.low(comma + 1)
    if relative == "when":
        return max((at for at in range(start, comma) if words.low(at) in PREPOSITIONS), default=None)
    whole = trim_name(words, start, comma)
    if whole == (start, comma) and not any(words.low(at) in COORDINATORS for at in range(whole[0], comma)):
        return start
    last = find_last_name(words, start, comma)
    if last is None:
        return None
    first = last[0]
    while words.low(first - 1) == "&" or (words.low(first - 1) == "of" and first - 1 > start):
        # "the head of the brigade, who": whose clause it is cannot be told by words alone.
        above = find_last_name(words, start, first - 1)
        if above is None:
            return None
        first = above[0]
    is_person = any(words[at].is_capital for at in range(first, comma))
    # "miners from the Alta region, who": the name after a preposition is mostly a place.
    is_who = is_person and words.low(first - 1) not in PREPOSITIONS
    return first if relative != "who" or is_who else None


def _named(words: Words, start: int, end: int, verb: int) -> Subject | None:
    is_number = end - start == 1 and (words.at(start).text[:1].isdecimal() or words.low(start) in _COUNTS)
    name = (start, end) if is_number else trim_name(words, start, end)
    is_joined = any(words.low(at) in COORDINATORS for at in range(start, verb))
    if name is None or (is_joined and not finite_verbs.is_plural_auxiliary(words, verb)):
        return None
    if not is_joined and not finite_verbs.agrees(words, name[0], name[1], verb):
        return None
    return _subject(words, *name, verb)


def _subject(words: Words, start: int, end: int, verb: int) -> Subject:
    return Subject(start, end, verb, words.low(start) in _NEGATIVE)


def _is_main(words: Words, verb: int, limit: int) -> bool:
    """Whether the verb at `verb` is the clause's own: "the bridge built in 1920 | fell" has another."""
    if finite_verbs.is_plain(words, verb):
        return True
    for at in range(verb + 1, limit):
        low = words.low(at)
        if not words[at].is_word or low in SUBORDINATORS or low in COORDINATORS:
            return True
        if finite_verbs.is_plain(words, at):
            return False
    return True


def _pass_adverbial(words: Words, at: int, limit: int) -> int:
    """Past "On Tuesday, " and "With 38 per cent counted, ": what stands before the subject up to a comma."""
    if words.low(at) not in PREPOSITIONS:
        return at
    comma = next((index for index in range(at, limit) if words.low(index) == ","), None)
    return comma + 1 if comma is not None else at


def _pass_adverbs(words: Words, at: int) -> int:
    while is_adverb(words.low(at)):
        at += 1
    return at
