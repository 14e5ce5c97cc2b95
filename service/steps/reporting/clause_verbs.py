"""Tells whether a stretch of words has a finite verb, as far as forms and neighbours tell. Knows no cues."""

from service.steps.reporting.word_classes import (
    ARTICLES,
    COORDINATORS,
    DETERMINERS,
    IRREGULAR_PAST,
    PREPOSITIONS,
    is_adverb,
    is_auxiliary,
    is_past,
)
from service.steps.reporting.words import Words

# How many words from its beginning on the verb of a clause is looked for.
FARTHEST_VERB = 14
_RELATIVES = frozenset("who which whose that".split())
# A verb after one of these belongs to another clause.
_CLAUSE_ENDS = frozenset(
    "as because while although though after when before since if until unless".split()
) | frozenset(";:…—–")


def has_verb(words: Words, start: int, end: int, *, beside_relatives: bool = False) -> bool:
    """Whether a finite verb stands among the first words of `start:end`, as far as forms tell.

    `beside_relatives`: one in a clause with "who" or "which" is not looked for.
    """
    for index in range(start, min(end, start + FARTHEST_VERB)):
        low = words.low(index)
        if (low in _CLAUSE_ENDS and index > start) or (beside_relatives and low in _RELATIVES):
            return False
        if index > start and low in COORDINATORS and _opens_with_verb(words, index + 1):
            # "the evening over and had the gates shut": the verb of another subject.
            return False
        is_later = index > start and (is_auxiliary(low) or _is_past_here(words, index))
        if is_later or ("'" in low and is_auxiliary(low)) or _is_third_person(words, index, start):
            return True
    return False


def _opens_with_verb(words: Words, index: int) -> bool:
    return is_auxiliary(words.low(index)) and "'" not in words.low(index)


def opens_relative(words: Words, index: int) -> bool:
    """Whether "that" at `index` is a relative pronoun: a verb comes right after it."""
    after = index + 1
    while is_adverb(words.low(after)):
        after += 1
    low = words.low(after)
    return is_auxiliary(low) and "'" not in low or is_past(low) and low not in ("united",)


def _is_past_here(words: Words, index: int) -> bool:
    """Whether a past form is a verb here: not right after a determiner, and nothing it could describe follows."""
    low = words.low(index)
    before = words.low(index - 1)
    if low in IRREGULAR_PAST:
        return before not in ARTICLES
    return is_past(low) and before not in ARTICLES and before not in PREPOSITIONS and not words.at(index).is_capital


def _is_third_person(words: Words, index: int, start: int) -> bool:
    """Whether "refuses", "wants" stands here: a form in "s" after a name, with an object or "to" after it."""
    low, before, after = words.low(index), words.at(index - 1), words.low(index + 1)
    if index <= start or not low.endswith("s") or low.endswith(("ss", "us", "'s")) or words.at(index).is_capital:
        return False
    if not before.is_capital and before.low not in ("it", "he", "she", "who"):
        return False
    return after in DETERMINERS or after in PREPOSITIONS or after == "that" or words.at(index + 1).is_capital
