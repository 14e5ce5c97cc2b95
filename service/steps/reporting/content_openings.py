"""Tells what may stand where content begins: a clause, a figure, a clause without its object. Knows no frames."""

from service.steps.reporting.clause_verbs import FARTHEST_VERB, has_verb
from service.steps.reporting.cue_groups import Cue
from service.steps.reporting.cues import VERB_FORMS
from service.steps.reporting.word_classes import (
    AUXILIARIES,
    CLAUSE_SUBJECTS,
    COORDINATORS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_auxiliary,
)
from service.steps.reporting.words import Words

_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty"
    " ninety hundred hundreds thousand thousands million millions billion billions half dozen dozens zero".split()
)
# "A hospital admitted 12 people".
_ADMITTING = frozenset("admit admits admitted admitting".split())
_BARE_SPEAKING = frozenset("say says said saying claim claims claimed claiming".split())
_OBJECT_FRAMES = frozenset("ns")


def opens_clause(words: Words, index: int, cue: Cue) -> bool:
    """Whether a clause without "that" begins at `index`, as what `cue` reports."""
    word = words.at(index)
    if not (word.is_word or word.low in ('"', "$")) or word.low in COORDINATORS or word.low in AUXILIARIES:
        return False
    if word.low in SUBORDINATORS:
        # "said if it rains": a clause that begins with its condition; "said as he left" is none.
        return word.low in ("if", "unless", "once", "although", "while") and has_verb(words, index, len(words))
    if word.low in PREPOSITIONS and words.low(cue.main) not in _BARE_SPEAKING:
        return False
    if word.low in OBJECT_PRONOUNS - {"her"} and word.low not in CLAUSE_SUBJECTS:
        return False
    if words.low(cue.main) in _ADMITTING and (word.text[0].isdecimal() or word.low in _NUMBER_WORDS):
        return False
    if word.low == "nothing" and words.low(index + 1) in PREPOSITIONS:
        # "said nothing of the kind"
        return False
    is_bare = words.low(cue.main) in _BARE_SPEAKING
    is_pronoun = word.low in PRONOUNS and (words.at(index + 1).is_word or words.low(index + 1) == '"')
    return is_pronoun or is_auxiliary(word.low) or has_verb(words, index, len(words), beside_relatives=not is_bare)


def lacks_object(words: Words, start: int) -> bool:
    """ "A charge that the mayor rejected, ...": a verb that takes what is said as its object has none after it."""
    for at in range(start, min(start + FARTHEST_VERB, len(words))):
        forms = VERB_FORMS.get(words.low(at), ())
        if any(form.form == "past" and _OBJECT_FRAMES.intersection(form.verb.frames) for form in forms):
            return at > start and not words.at(at + 1).is_word and words.low(at + 1) != '"'
        if is_auxiliary(words.low(at)):
            return False
    return False


def opens_figure(words: Words, start: int) -> bool:
    """Whether a number stands among the next words: "at no more than 60 percent"."""
    return any(
        words.low(at).lstrip("$€£¥")[:1].isdecimal() or words.low(at) in _NUMBER_WORDS for at in range(start, start + 6)
    )
