"""Cuts a statement into the clauses that stand by themselves, with their subjects. Knows no claims and no speakers.

Coordinated clauses and predicates, clauses with "which" or "when", participles that go on with the sentence. There is
no parser behind it: a cut is made only where a subject and a finite verb are plain on both sides, since half a
statement can say what the whole does not ("if", "or", "nobody").
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from service.steps.extracting import clause_subjects, finite_verbs
from service.steps.extracting.clause_subjects import Subject
from service.steps.reporting.cues import VERB_FORMS
from service.steps.reporting.word_classes import (
    COORDINATORS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
    is_auxiliary,
    is_past,
)
from service.steps.reporting.words import LONGEST_SENTENCE, Words, cut

# Where one of these stands, a part need not hold by itself.
_CONDITIONS = frozenset("if unless whether nor either neither lest provided".split())
_CLAUSE_OPENERS = frozenset("when after because although though while whereas since as once".split())
# Of these the main clause keeps the clause they open: it says when, and from when a figure is.
_DATING = frozenset("when after because since as once".split())
# Open a clause that says more of the name or the time before it.
_RELATIVE = frozenset("which who whose where when".split())
# What may be is not told, nor is the time of it.
_FUTURE = frozenset("will would shall should could may might must won't wouldn't can cannot can't to".split())
_ASKING = frozenset(
    "say know ask asked tell told see explain decide determine establish understand learn recall clear unclear sure"
    " remember find say said of about on".split()
)
# Open a clause at the beginning of a sentence, up to the comma before its main clause.
_INITIAL = _CLAUSE_OPENERS - {"since", "as"}
_JOINERS = frozenset("and but then yet while whereas although though so".split())
_NO_PARTICIPLES = frozenset(
    "including according following during regarding concerning excluding evening morning nothing something anything"
    " everything building meeting being having barring pending notwithstanding depending owing starting beginning"
    " speaking".split()
)
_PARTICLES = frozenset("off out down up away over".split())
_OPENING_MARKS, _CLOSING_MARKS = frozenset("([“«"), frozenset(")]”»")
FEWEST_WORDS = 3
# How far after its beginning a clause must show its verb.
FARTHEST_VERB = 18


class Piece(NamedTuple):
    """One statement: the code points it rests on, in order, and its words."""

    spans: tuple[tuple[int, int], ...]
    text: str


class _Part(NamedTuple):
    """Stretches of words that make one statement; `is_phrase` when it is a participle with its subject before it."""

    stretches: tuple[tuple[int, int], ...]
    is_phrase: bool = False


def split(text: str, start: int, end: int) -> tuple[Piece, ...]:
    """The statements of `text[start:end]` in order; () when it says one thing or cannot be cut. Near-linear."""
    words = cut(text, start, end)
    while words and not words[-1].is_word and words[-1].low in ".,;":
        words = Words(words[:-1])
    if len(words) > LONGEST_SENTENCE or any(word.low in _CONDITIONS for word in words):
        return ()
    bounds = [0, *_clause_starts(words), len(words)]
    parts = [
        part
        for at, (first, last) in enumerate(pairwise(bounds))
        for part in _clause(words, first, last, _kept_end(words, bounds, at))
        if sum(after - before for before, after in part.stretches) >= 2
    ]
    return tuple(_piece(text, words, part) for part in parts) if len(parts) > 1 else ()


def _clause_starts(words: Words) -> list[int]:
    """Where a clause with its own subject and verb begins, after one that has both as well."""
    starts: list[int] = []
    initial = _end_of_initial(words)
    last = 0
    if initial:
        starts.append(initial)
        last = initial
    for at in range(last + 1, len(words)):
        if not _opens_clause(words, at) or _is_inside_marks(words, last, at):
            continue
        before = clause_subjects.find(words, _pass_joiner(words, last), at)
        after = clause_subjects.find(words, _pass_joiner(words, at))
        is_near = after is not None and after.verb - at <= FARTHEST_VERB
        is_dated = words.low(at + (words.low(at) == ",")) in _DATING
        if before and is_near and before.verb < at and not (is_dated and _may_not_be(words, last, at)):
            starts.append(at)
            last = at
    return starts


def _kept_end(words: Words, bounds: Sequence[int], at: int) -> int:
    """Where the clause that begins at `bounds[at]` ends with the clauses that date it."""
    after = at + 1
    while after < len(bounds) - 1 and words.low(bounds[after] + (words.low(bounds[after]) == ",")) in _DATING:
        after += 1
    return bounds[after]


def _end_of_initial(words: Words) -> int:
    """The comma after "When the alarm went off, ...", 0 where no such clause opens the sentence."""
    if words.low(0) not in _INITIAL or not _is_told(words, 1):
        return 0
    comma = next((at for at in range(1, len(words)) if words.low(at) == ","), 0)
    return comma if comma and clause_subjects.find(words, comma + 1) else 0


def _opens_clause(words: Words, at: int) -> bool:
    low, after = words.low(at), words.low(at + 1)
    if low == ";":
        return True
    if low == ",":
        is_joined = after in _JOINERS and words.low(at + 2) not in _CLAUSE_OPENERS
        return is_joined or (after in _CLAUSE_OPENERS - _RELATIVE and _is_told(words, at + 2))
    if words.low(at - 1) in (",", ";"):
        return False
    if low in ("and", "but"):
        after_subject = clause_subjects.find(words, at + 1)
        return after_subject is not None and finite_verbs.is_plain(words, after_subject.verb)
    is_open = words.low(at - 1) not in _ASKING and words.low(at + 1) not in PRONOUNS
    return low in _CLAUSE_OPENERS and is_open and _is_told(words, at + 1)


def _may_not_be(words: Words, start: int, end: int) -> bool:
    """Whether the clause `start:end` tells what will or may be, or denies something."""
    return any(
        words.low(at) in _FUTURE - {"to"} or words.low(at) in NEGATIONS or words.low(at).endswith("n't")
        for at in range(start, end)
    )


def _is_told(words: Words, at: int) -> bool:
    """Whether the clause that begins at `at` tells what happened."""
    subject = clause_subjects.find(words, at)
    return subject is not None and finite_verbs.is_past_tense(words, subject.verb)


def _pass_joiner(words: Words, at: int) -> int:
    if at == 0:
        return 1 if words.low(0) in _INITIAL and _end_of_initial(words) else 0
    while words.low(at) in (",", ";") or words.low(at) in _JOINERS | _CLAUSE_OPENERS:
        at += 1
    return at


def _clause(words: Words, first: int, end: int, kept_end: int) -> Iterator[_Part]:
    """The statements of one clause: its own, what its subject does besides, and its clauses with "which".

    The last of what it says goes on to `kept_end`, with the clauses that date it.
    """
    start = _pass_joiner(words, first)
    subject = clause_subjects.find(words, start, end)
    first_name = subject.start if subject else start
    set_off = [
        (clause_subjects.find_antecedent(words, start, comma), comma, close)
        for comma, close in _asides(words, first_name, end)
    ]
    named = [(antecedent, comma, close) for antecedent, comma, close in set_off if antecedent is not None]
    asides = [(comma, close) for _, comma, close in named]
    tails = [at for at in _tails(words, start, end, subject) if not any(a <= at < b for a, b in asides)]
    yield _Part(_without(asides, start, tails[0] if tails else kept_end))
    for antecedent, _, close in named:
        yield _Part(((antecedent, close),))
    for at, close in pairwise([*tails, kept_end]):
        first = at
        while words.low(first) == "," or words.low(first) in COORDINATORS or words.low(first) == "then":
            first += 1
        if subject:
            yield _Part(
                ((subject.start, subject.end), *_without(asides, first, close)),
                is_phrase=words.low(first).endswith("ing"),
            )


def _without(asides: Sequence[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """`start:end` less the clauses set off in it."""
    stretches = []
    for first, last in asides:
        if start < first < end:
            stretches.append((start, first))
            start = min(last + 1, end)
    return tuple(one for one in (*stretches, (start, end)) if one[0] < one[1])


def _tails(words: Words, start: int, end: int, subject: Subject | None) -> Iterator[int]:
    """Where the subject of a clause goes on with another verb: "and was taken ...", ", leaving ..."."""
    if subject is None or subject.is_negative:
        return
    has_participle = False
    for at in range(max(start, subject.verb + 1), end - 2):
        low = words.low(at)
        if low not in (",", "and", "but") or words.low(at - 1) == "," or _is_inside_marks(words, start, at):
            continue
        first = at + 1 + (low == "," and words.low(at + 1) in ("and", "but", "then"))
        if _is_participle(words, first) and (low == "," or has_participle):
            has_participle = True
            yield at
        elif (low != "," or first > at + 1) and finite_verbs.opens_predicate(words, first, subject.verb):
            yield at


def _is_participle(words: Words, at: int) -> bool:
    while is_adverb(words.low(at)) and not words.low(at).endswith("ing"):
        at += 1
    low, after = words.low(at), words.at(at + 1)
    after = words.at(at + 2) if after.low in _PARTICLES else after
    is_form = low.endswith("ing") and len(low) > 5 and low not in _NO_PARTICIPLES and low not in VERB_FORMS
    return is_form and after.is_word and after.low not in PREPOSITIONS and after.low not in COORDINATORS


def _asides(words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Clauses with "which" or "who" set off by commas, as the comma before and the comma or the end after each."""
    at = start + 1
    while at < end - 2:
        is_aside = words.low(at) == "," and words.low(at + 1) in _RELATIVE and not _says_who_it_is(words, at + 1)
        if is_aside and not _is_inside_marks(words, start, at) and _has_verb(words, at + 2, end):
            close = _close_of(words, at + 2, end)
            if close - at > FEWEST_WORDS:
                yield at, close
            at = close
        else:
            at += 1


def _says_who_it_is(words: Words, at: int) -> bool:
    """ ", who heads the brigade,": tells whom the sentence speaks of, not what happened."""
    verb = at + 1
    while is_adverb(words.low(verb)):
        verb += 1
    return words.low(at) == "who" and not (is_auxiliary(words.low(verb)) or is_past(words.low(verb)))


def _has_verb(words: Words, start: int, end: int) -> bool:
    return any(finite_verbs.is_finite(words, at) for at in range(start, min(end, start + FARTHEST_VERB)))


def _close_of(words: Words, start: int, end: int) -> int:
    """The comma after which the clause around goes on with its verb, else its end."""
    # "whose skipper, Tom Verrall, took": its own verb may come after a comma.
    has_verb = words.low(start - 1) != "whose"
    for at in range(start, end):
        after = at + 1
        while is_adverb(words.low(after)) or words.low(after) in ("and", "but"):
            after += 1
        has_verb = has_verb or finite_verbs.is_finite(words, at)
        if words.low(at) == "," and has_verb and finite_verbs.is_finite(words, after):
            return at
    return end


def _is_inside_marks(words: Words, start: int, at: int) -> bool:
    """Whether a mark that opened between `start` and `at` is still open."""
    opened = sum(words.low(index) in _OPENING_MARKS for index in range(start, at))
    closed = sum(words.low(index) in _CLOSING_MARKS for index in range(start, at))
    straight = sum(words.low(index) == '"' for index in range(start, at))
    return opened > closed or straight % 2 == 1


def _piece(text: str, words: Words, part: _Part) -> Piece:
    trimmed = [_trim(words, *stretch) for stretch in part.stretches]
    spans = tuple((words[first].start, words[last - 1].end) for first, last in trimmed if first < last)
    joint = ", " if part.is_phrase else " "
    return Piece(spans, joint.join(" ".join(text[first:last].split()) for first, last in spans))


def _trim(words: Words, start: int, end: int) -> tuple[int, int]:
    while start < end and words.low(end - 1) in (",", ";", ":"):
        end -= 1
    while start < end and words.low(start) in (",", ";", ":"):
        start += 1
    return start, end
