"""Whether a subject fits its verb: a word that looks like a verb is one only where its subject agrees with it.

Knows no names and no contents.
"""

from service.steps.cue_groups import Cue
from service.steps.cues import BASE_FORMS, THIRD_FORMS
from service.steps.subjects import Subject
from service.steps.word_classes import DETERMINERS, PREPOSITIONS, PRONOUNS
from service.steps.words import Words

_WITHOUT_ARTICLE = frozenset("research evidence footage video data police media polling testimony state local".split())
_PLURAL_IN_SENSE = frozenset(
    "people police many some others they we i you men women children media army government team family data few"
    " most both several majority those these none half".split()
)
_NOBODY = frozenset("nobody no none neither nor few".split())


def agrees(words: Words, cue: Cue, subject: Subject) -> bool:
    """Whether a present form fits its subject; "a minor dispute", "existing estimates" only look like verbs."""
    low, first = words.low(cue.main), words[subject.start]
    if cue.first != cue.main or not (low in BASE_FORMS or low in THIRD_FORMS):
        return True
    if low in THIRD_FORMS:
        is_led = (
            first.low in DETERMINERS
            or first.low in PRONOUNS
            or first.is_possessive
            or words[subject.end - 1].is_possessive
        )
        return (
            is_led
            or first.is_capital
            or first.low in _WITHOUT_ARTICLE
            or subject.end - subject.start > 1
            and words[subject.start + 1].is_capital
        )
    head = next((at for at in range(subject.start + 1, subject.end) if words.low(at) in PREPOSITIONS), subject.end) - 1
    has_and = any(words.low(at) == "and" for at in range(subject.start, subject.end))
    is_plural = words.low(head).endswith("s") and not words.low(head).endswith(("ss", "'s"))
    return has_and or is_plural or words.low(head) in _PLURAL_IN_SENSE


def is_nobody(words: Words, subject: Subject) -> bool:
    """ "Nobody", "no official", "neither the army nor the police": then it was not said."""
    return words.low(subject.start) in _NOBODY or words.low(subject.start - 1) in ("nor", "neither")
