"""Finds where the reporter takes over from what somebody said: "X said A, but B". Knows no names.

"But" alone proves nothing: a speaker may use it too. The reporter has the word where the clause after it stands in the
present although the cue and A are past (what a past cue reports is shifted back), where another party finds something,
or where it tells what came later.
"""

from service.steps.reporting.cue_groups import Cue, is_cue_verb
from service.steps.reporting.cues import VERB_FORMS
from service.steps.reporting.subjects import find_clause_subject
from service.steps.reporting.word_classes import (
    CLAUSE_SUBJECTS,
    PRONOUNS,
    SUBORDINATORS,
    is_adverb,
    is_auxiliary,
    is_past,
)
from service.steps.reporting.words import Words

_TURNING = frozenset("but yet though although while whereas".split())
_PRESENT = frozenset(
    "is are has have do does can isn't aren't hasn't haven't don't doesn't can't remain remains say says".split()
)
_LATER = frozenset("later since eventually afterwards afterward subsequently".split())
# How far from its beginning the verb of a clause is looked for.
_FARTHEST = 12


def find_turn(words: Words, cue: Cue, start: int, end: int) -> int:
    """The comma in `start:end` before which what `cue` reports ends, or `end`."""
    if not any(form.form == "past" for form in VERB_FORMS.get(words.low(cue.main), ())) or cue.is_passive:
        return end
    for comma in range(start + 1, end):
        if words.low(comma) == "," and words.low(comma + 1) in _TURNING:
            is_shifted = not _has_present(words, start, comma)
            return comma if is_shifted and _is_reporters(words, comma + 2, end) else end
    return end


def _is_reporters(words: Words, start: int, end: int) -> bool:
    while start < end and (is_adverb(words.low(start)) or words.low(start) == ","):
        start += 1
    if start >= end or words.low(start) in SUBORDINATORS:
        return False
    verb = _find_verb(words, start, end)
    if verb is None or verb == start:
        return False
    if words.low(verb) in _PRESENT:
        return True
    if words.low(start) in PRONOUNS | CLAUSE_SUBJECTS or is_auxiliary(words.low(verb)):
        return False
    has_subject = find_clause_subject(words, start, end) is not None
    return has_subject and (is_cue_verb(words, verb) or any(words.low(at) in _LATER for at in range(verb, end)))


def _find_verb(words: Words, start: int, end: int) -> int | None:
    for at in range(start, min(end, start + _FARTHEST)):
        low = words.low(at)
        if is_auxiliary(low) or low in _PRESENT or is_past(low):
            return at
    return None


def _has_present(words: Words, start: int, end: int) -> bool:
    return any(words.low(at) in _PRESENT for at in range(start, end))
