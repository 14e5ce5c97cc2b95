"""Whether a subject fits its verb: a word that looks like a verb is one only where its subject agrees with it.

Knows no names and no contents.
"""

from service.steps.reporting.cue_groups import Cue
from service.steps.reporting.cues import BASE_FORMS, ESTIMATES, FORUMS, THIRD_FORMS
from service.steps.reporting.subjects import Subject
from service.steps.reporting.word_classes import DETERMINERS, PREPOSITIONS, PRONOUNS, is_past
from service.steps.reporting.words import Words

_WITHOUT_ARTICLE = frozenset("research evidence footage video data police media polling testimony state local".split())
_PLURAL_IN_SENSE = frozenset(
    "people police many some others they we i you men women children media army government team family data few"
    " staff crew public"
    " most both several majority those these none half".split()
)
_PARTICIPLES = frozenset("seen shown given taken written drawn known".split())
_NOBODY = frozenset("nobody no none neither nor few".split())


def agrees(words: Words, cue: Cue, subject: Subject) -> bool:
    """Whether a present form fits its subject; "a minor dispute", "existing estimates" only look like verbs."""
    low = words.low(cue.main)
    heads = ESTIMATES if "e" in cue.frames else FORUMS if "h" in cue.frames else None
    if heads and not any(words.low(at) in heads for at in range(subject.start, subject.end)):
        return False
    if cue.first == cue.main and low in THIRD_FORMS:
        return _may_be_singular(words, subject)
    if cue.first == cue.main and low in BASE_FORMS:
        return _is_plural(words, subject)
    return True


def _may_be_singular(words: Words, subject: Subject) -> bool:
    """Whether a determiner or a name leads the phrase: a bare noun in the singular cannot be a subject."""
    first, last = words[subject.start], words[subject.end - 1]
    is_led = first.low in DETERMINERS or first.low in PRONOUNS or first.low in _WITHOUT_ARTICLE
    has_name = first.is_capital or (subject.end - subject.start > 1 and words[subject.start + 1].is_capital)
    return is_led or has_name or first.is_possessive or last.is_possessive


def _is_plural(words: Words, subject: Subject) -> bool:
    head = next((at for at in range(subject.start + 1, subject.end) if words.low(at) in PREPOSITIONS), subject.end) - 1
    if head > subject.start and (is_past(words.low(head)) or words.low(head) in _PARTICIPLES):
        # "documents seen by the paper"
        head -= 1
    has_and = any(words.low(at) == "and" for at in range(subject.start, subject.end))
    ends_in_s = words.low(head).endswith("s") and not words.low(head).endswith(("ss", "'s"))
    return has_and or ends_in_s or words.low(head) in _PLURAL_IN_SENSE


def is_nobody(words: Words, subject: Subject) -> bool:
    """ "Nobody", "no official", "neither the army nor the police": then it was not said."""
    return words.low(subject.start) in _NOBODY or words.low(subject.start - 1) in ("nor", "neither")
