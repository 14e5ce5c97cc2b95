"""Tells whether a stretch of words is one name phrase ("a spokesman for the ministry"), and trims it to that.

There is no parser behind it: a stretch passes only where its words leave little else. Knows no cues.
"""

from service.steps.reporting.adverbials import pass_backward, pass_forward
from service.steps.reporting.word_classes import (
    AUXILIARIES,
    CONNECTIVES,
    COORDINATORS,
    DETERMINERS,
    IRREGULAR_PAST,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
    is_auxiliary,
    is_past,
)
from service.steps.reporting.words import Words

# A name phrase of more words is not read as one.
LONGEST_NAME = 18
_INSIDE_NAMES = frozenset("'&.-’")
_NAME_LINKS = frozenset("of for from in at on by with to near".split())
# A determiner that can end a name phrase ("both said").
_STANDING_ALONE = frozenset("this that both all many some one".split())
# Adjectives that stand behind their noun.
_BEHIND_NOUNS = frozenset("familiar present aware privy".split())
_BEGINNING = frozenset("the a an this these those his her their its".split())


def trim_name(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """`start:end` without openers and times at its edges, if what remains reads as one name phrase, else None."""
    end = pass_backward(words, end, start)
    start = pass_openers(words, start, end)
    if start >= end or end - start > LONGEST_NAME:
        return None
    end = _before_adjective(words, start, end)
    if words.low(start) in PREPOSITIONS:
        start = _last_phrase(words, start, end)
    return (start, end) if _reads_as_name(words, start, end) else None


def _before_adjective(words: Words, start: int, end: int) -> int:
    """ "Two officials | familiar with the talks": where an adjective behind its noun begins; else `end`."""
    return next((at for at in range(start + 1, end) if words.low(at) in _BEHIND_NOUNS), end)


def find_last_name(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """The last plain name phrase of `start:end`, if it reaches to `end`."""
    last = _last_phrase(words, start, end)
    return (last, end) if _reads_as_name(words, last, end) else None


def pass_openers(words: Words, start: int, end: int) -> int:
    while start < end:
        low = words.low(start)
        after = pass_forward(words, start) if low in PREPOSITIONS or is_adverb(low) else start
        if low in DETERMINERS:
            return start
        if low in CONNECTIVES and after == start:
            after = start + 1
        if after == start or after > end:
            return start
        start = after
    return start


def _last_phrase(words: Words, start: int, end: int) -> int:
    """Where the last plain name phrase before `end` begins: a run of capitals, or a determiner and what follows it."""
    at = end
    while at > start:
        word = words[at - 1]
        if word.low in DETERMINERS:
            return at - 1
        if not word.is_word or word.low in PREPOSITIONS or is_auxiliary(word.low) or is_verb(words, at - 1):
            break
        if at < end and words[at].is_capital and not word.is_capital and words[end - 1].is_capital:
            break
        at -= 1
    return at


def _reads_as_name(words: Words, start: int, end: int) -> bool:
    if start >= end or words.low(start) in PREPOSITIONS or words.low(start) in SUBORDINATORS:
        return False
    for at in range(start, end):
        word = words[at]
        if word.quotation:
            continue
        if not word.is_word and word.low not in _INSIDE_NAMES and not is_short_form(words, at):
            return False
        if at > start and (word.low in SUBORDINATORS or _begins_another(words, at)):
            return False
        if word.low in AUXILIARIES or word.low == "not" or (is_verb(words, at) and at > start):
            return False
        if word.low in PREPOSITIONS and word.low not in _NAME_LINKS:
            return False
    if not any(
        words[at].quotation or (words[at].text[0].isalpha() and not _is_particle(words, at)) for at in range(start, end)
    ):
        return False
    last = words[end - 1]
    is_plain = last.is_word or last.quotation is not None or last.low in (".", "'", "’", ")")
    return is_plain and last.low not in PREPOSITIONS and last.low not in DETERMINERS - _STANDING_ALONE


def _is_particle(words: Words, index: int) -> bool:
    low = words.low(index)
    return low in PREPOSITIONS or low in ("the", "a", "an")


def is_short_form(words: Words, index: int) -> bool:
    """Whether a bracket at `index` belongs to a short form in brackets: "Public Security Directorate (PSD)"."""
    opening = index if words.low(index) == "(" else index - 2
    return words.low(opening) == "(" and words.at(opening + 1).is_capital and words.low(opening + 2) == ")"


def _begins_another(words: Words, index: int) -> bool:
    """Whether a determiner at `index` begins a phrase of its own: "an accusation the ministry"."""
    before = words.low(index - 1)
    is_led = before in PREPOSITIONS or before in COORDINATORS or before in DETERMINERS
    return words.low(index) in ("the", "a", "an", "this", "these", "those", "his", "her", "their", "its") and not is_led


def is_verb(words: Words, index: int) -> bool:
    """Whether a past form is the verb of a clause rather than an adjective ("the retired general")."""
    low = words.low(index)
    if words[index].is_capital or not is_past(low):
        return False
    if low in IRREGULAR_PAST:
        return words.low(index - 1) not in DETERMINERS
    before, after = words.at(index - 1), words.at(index + 1)
    if after.low == "by":
        # "A statement issued by the palace"
        return False
    is_adjective = (
        before.low in DETERMINERS or before.is_possessive or before.low in PREPOSITIONS or is_adverb(before.low)
    )
    return not (is_adjective and after.is_word and after.low not in PREPOSITIONS)
