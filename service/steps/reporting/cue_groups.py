"""Finds cues among words: a reporting verb with its auxiliaries, a noun of saying, a fixed phrase. Knows no scopes.

Whether a cue truly reports something is decided by what stands around it: contents.py and subjects.py.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from service.models import Stance
from service.steps.reporting import cues
from service.steps.reporting.word_classes import (
    ARTICLES,
    AUXILIARIES,
    BE,
    DETERMINERS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
)
from service.steps.reporting.words import Words, is_title

Shape = Literal["finite", "ing", "infinitive", "noun", "phrase", "source", "account"]
# Every word that a cue can begin with, or that is its main word.
_OPENERS = (
    frozenset(cues.VERB_FORMS)
    | frozenset(cues.NOUNS)
    | cues.ACCOUNTS
    | frozenset(phrase[0] for phrase in cues.SOURCE_PHRASES)
    | frozenset(word for phrase, _ in cues.PHRASES for word in phrase[0])
)
# How far a verb group reaches back from its main verb.
LONGEST_GROUP = 8


# Governors of an "ing" form that have a subject of their own.
_FINITE_REFUSALS = frozenset("avoids avoided stops stopped".split())
_PHRASE_VERBS = BE | frozenset("neither has have had make makes made".split())
_PERFECTS = frozenset("has have had having".split())


class Cue(NamedTuple):
    """A cue as indices into Words: its group at `first:after` with auxiliaries, its main word at `main`.

    `shape` "finite" wants a subject before it, "ing" and "infinitive" take that of the clause they hang on, "noun"
    names its own source, "phrase" has none, "source" ("according to") is followed by it. `frames`: see cues.py.
    """

    first: int
    main: int
    after: int
    shape: Shape
    stance: Stance
    frames: str
    is_passive: bool = False
    is_negated: bool = False
    has_subject: bool = True


def find_cues(words: Words) -> list[Cue]:
    """The cues of `words` from left to right, the longest reading of each place. Linear."""
    found: list[Cue] = []
    taken = 0
    is_title_line = is_title(words)
    for index in range(len(words)):
        # "State Department", "Human Rights Report": part of a name, except in a line written like a title.
        is_name = words[index].is_capital and index > 0 and words[index - 1].is_word and not is_title_line
        may_open = index >= taken and words[index].low in _OPENERS and not is_name
        cue = _cue_at(words, index) if may_open else None
        if cue and is_title_line and words[index].is_capital and words.low(cue.main) in cues.BASE_FORMS:
            continue
        if cue:
            found.append(cue)
            taken = cue.after
    return found


def is_cue_verb(words: Words, index: int) -> bool:
    """Whether a past or present form of a reporting verb stands at `index`."""
    forms = cues.VERB_FORMS.get(words.low(index), ())
    return any(form.form in ("past", "third") and words.follow(index, form.words) for form in forms)


def _cue_at(words: Words, index: int) -> Cue | None:
    return next(
        (
            cue
            for read in (_read_source, _read_phrase, _read_account, _read_noun, _read_verb)
            for cue in [read(words, index)]
            if cue
        ),
        None,
    )


def _read_source(words: Words, index: int) -> Cue | None:
    for phrase in cues.SOURCE_PHRASES:
        if words.follow(index, phrase):
            return Cue(index, index, index + len(phrase), "source", "asserts", "")
    return None


def _read_phrase(words: Words, index: int) -> Cue | None:
    for phrase, stance in cues.PHRASES:
        after = index
        for alternatives in phrase:
            while after > index and is_adverb(words.low(after)) and words.low(after) not in alternatives:
                after += 1
            if words.low(after) not in alternatives:
                break
            after += 1
        else:
            has_subject = words.low(index) in _PHRASE_VERBS
            first = _group_start(words, index) if has_subject else index
            frames = "tnw" if stance == "does_not_confirm" else "tz"
            return Cue(
                first, index, after, "finite" if has_subject else "phrase", stance, frames, has_subject=has_subject
            )
    return None


def _read_account(words: Words, index: int) -> Cue | None:
    """ "By the company's own account": the noun; whose it is stands before it."""
    before = index - 1 - (words.low(index - 1) == "own")
    is_owned = words.at(before).is_possessive or words.low(before) in POSSESSIVES
    if words.low(index) not in cues.ACCOUNTS or not is_owned or words.low(index + 1) == "of":
        return None
    return Cue(index, index, index + 1, "account", "asserts", "")


def _read_noun(words: Words, index: int) -> Cue | None:
    low = words.low(index)
    if low not in cues.NOUNS or (low in cues.VERB_FORMS and not _is_noun_here(words, index)):
        return None
    frames = "to" if low in cues.NOUNS_OF else "t"
    return Cue(index, index, index + 1, "noun", cues.NOUNS[low], frames)


def _is_noun_here(words: Words, index: int) -> bool:
    """Whether "reports", "claim" and the like, which are verbs as well, stand as a noun."""
    if words.low(index + 1) == "of":
        return True
    before = index - 1
    while before >= 0 and is_adverb(words.low(before)):
        before -= 1
    low = words.low(before)
    if before < 0 or not words[before].is_word:
        return words.low(index + 1) != '"'
    if low in PRONOUNS or low in AUXILIARIES or low in ("who", "which", "to", "and", "that"):
        return False
    if low in DETERMINERS or low in PREPOSITIONS or words[before].is_possessive or low in cues.VERB_FORMS:
        return True
    if words[before].is_capital and before > 0:
        return low.endswith(("ian", "ish", "ese"))
    # "The agency reports that" against "media reports that": a verb in "s" has a singular before it.
    has_determiner = words.low(before - 1) in DETERMINERS or words.at(before - 1).is_capital
    is_verb = has_determiner and not low.endswith("s") and words.low(index).endswith("s") and low not in _MODIFIERS
    return not is_verb and not (before == 0 and words[before].is_capital and low not in _MODIFIERS)


_MODIFIERS = frozenset(
    "media news press local earlier previous recent unconfirmed conflicting initial similar false new such wire"
    " newspaper police intelligence eyewitness witness early several various fresh foreign western".split()
)


def _read_verb(words: Words, index: int) -> Cue | None:
    for form in cues.VERB_FORMS.get(words.low(index), ()):
        if words.follow(index, form.words):
            return _with_group(words, index, form)
    return None


def _with_group(words: Words, index: int, form: cues.VerbForm) -> Cue | None:
    if form.form == "base" and words.low(index - 1) in ARTICLES:
        # "in a note"
        return None
    first = _group_start(words, index)
    group = [words.low(at) for at in range(first, index)]
    is_refused = any(low in cues.REFUSALS_TO or low in cues.REFUSALS_ING or low in cues.STOPS for low in group)
    is_finite_refusal = any(low in _FINITE_REFUSALS for low in group)
    is_negated = is_refused or ("only" not in group and any(low in NEGATIONS or low.endswith("n't") for low in group))
    last_auxiliary = next((low for low in reversed(group) if not is_adverb(low) and low not in NEGATIONS), "")
    is_passive = form.form in ("past", "participle") and last_auxiliary in BE
    if form.form == "participle" and not is_passive and last_auxiliary not in _PERFECTS:
        return None
    shape: Shape = "finite"
    if (form.form == "ing" and last_auxiliary not in BE and not is_finite_refusal) or "having" in group:
        shape = "ing"
    elif (
        form.form == "base"
        and last_auxiliary == "to"
        and not is_refused
        and not any(low in cues.ATTEMPTS for low in group)
    ):
        shape = "infinitive"
    stance = _turn(form.verb) if is_negated else form.verb.stance
    first = next(
        (at for at in range(first, index) if not is_adverb(words.low(at)) or words.low(at) in NEGATIONS), index
    )
    return Cue(first, index, index + len(form.words), shape, stance, form.verb.frames, is_passive, is_negated)


def _turn(verb: cues.Verb) -> Stance:
    """The stance of a negated verb: "does not think that" denies, "did not say that" leaves open."""
    return "denies" if "c" in verb.frames else "does_not_confirm"


def _group_start(words: Words, index: int) -> int:
    first = index
    for at in _group_before(words, index):
        first = at
    return first


def _group_before(words: Words, index: int) -> Iterator[int]:
    for at in range(index - 1, max(index - LONGEST_GROUP, 0) - 1, -1):
        low, after = words.low(at), words.low(at + 1)
        is_governor = (low in cues.REFUSALS_TO or low in cues.ATTEMPTS) and after == "to"
        if (
            low in AUXILIARIES
            or low in BE
            or low in NEGATIONS
            or is_adverb(low)
            or is_governor
            or low == "having"
            or low == "to"
            and words.low(at - 1) in cues.REFUSALS_TO | cues.ATTEMPTS
        ):
            yield at
        elif low == "to" and at == index - 1:
            yield at
            return
        elif low in cues.REFUSALS_ING and at == index - 1:
            yield at
        elif low == "of" and words.follow(at - 1, cues.SHORT_OF) and words.low(at - 2) in cues.STOPS:
            yield from (at, at - 1, at - 2)
            return
        else:
            return
