"""Which figures of two articles measure one thing: each with the one that fits it best, and none better explained.

Knows no verdicts. How well two figures fit is a sum of what speaks for them (one deed, one counted noun, shared words,
names and day, no other figure of the kind) less what speaks against them; a pair counts only where neither figure has
a better or an equal partner of another value in the other article.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from service.models import Figure, ReadArticle
from service.steps.comparing.figures import counted_nouns, deed_classes, measurand_kinds, measurands, stated_values
from service.steps.comparing.figures.measurands import Measurand
from service.steps.comparing.tellings import Tellings
from service.steps.figures import Comparison
from service.steps.vocabulary.content_words import Content, Term

# What each sign counts for.
ONE_DEED, OTHER_DEED, RATE = 1.5, -1.5, 2.5
SAME_NOUN, GENERAL_NOUN = 1.5, 0.5
WORD_NEAR, WORDS_NEAR_MOST = 1.0, 3.0
WORD_BEYOND, WORDS_BEYOND_MOST = 0.5, 1.5
MATTER, MATTERS_MOST = 0.4, 1.2
NAME, NAMES_MOST = 0.4, 0.8
ONLY_ONE = 1.0
# Names, or a place, that only the one tells of.
NAMES_APART, NAMES_APART_NEAR, ELSEWHERE = -1.0, -1.0, -1.0
FAR, OTHER_SIZE = 15.0, -2.0
# From here on two figures are of one thing; the more figures of a kind there are, the more must speak for two of them.
LEAST, LEAST_OF_MANY = 3.0, 0.7
# Without one deed so many words near must be shared, beside one deed so many.
WORDS_ALONE, WORDS_WITH_DEED = 2.0, 0.5
# Days of the week stand everywhere in news: beside the deed so many words must be shared.
WORDS_OF_WEEKDAYS = 1.0
# A rival partner counts as better from so much less on.
MARGIN = 0.3
# A figure with a partner that fits by value is explained by it, from so much less on.
FITTING_MARGIN = 1.5
# What is done at one time; what goes on, or is counted, is told as of a time.
_TIMED = frozenset(
    "happen begin end close open fire born arrive leave return resign meet marry build found die arrest sentence buy "
    "sign dismiss cancel rescue".split()
)
# One of several, even where the other does not say which.
_ANOTHER = frozenset("second third fourth previous earlier further extra additional".split())
# A land has only one of these at a time.
_RATES = frozenset({"unemployment", "inflation", "turnout"})


@dataclass(frozen=True)
class Match:
    """Two figures of two articles that measure one thing and cannot both be right; `score` is how well they fit."""

    ours: Measurand
    theirs: Measurand
    compared: Comparison
    score: float


@dataclass(frozen=True)
class _Context:
    """The measurands of both articles, the names and the text of each, and what all articles teach.

    `alone` and `twice` hold the identities of those that _is_only and _is_told_twice are true of.
    """

    ours: Sequence[Measurand]
    theirs: Sequence[Measurand]
    names: tuple[frozenset[str], ...]
    texts: tuple[str, ...]
    alone: frozenset[int]
    twice: frozenset[int]
    tellings: Tellings


def find(a: ReadArticle, b: ReadArticle, tellings: Tellings) -> tuple[Match, ...]:
    """The figures of `a` and `b` that measure one thing and conflict; read once a pair of articles."""
    return tellings.keep(("measurand pairs", a.article.id, b.article.id), lambda: _find(a, b, tellings))


def are_apart(a: ReadArticle, x: Figure, b: ReadArticle, y: Figure, tellings: Tellings) -> bool:
    """Whether the clauses of two figures say that they are of two things: two offers, this year's sum and all sums."""
    found = [
        next((one for one in measurands.read(read, tellings) if one.figure.start == figure.start), None)
        for read, figure in ((a, x), (b, y))
    ]
    mine, theirs = found
    return mine is not None and theirs is not None and _are_of_two(mine, theirs)


def _are_of_two(x: Measurand, y: Measurand) -> bool:
    is_another = bool((x.stage ^ y.stage) & _ANOTHER)
    return is_another or bool(x.stage != y.stage and x.stage and y.stage) or x.is_cumulative != y.is_cumulative


def _is_told_twice(one: Measurand, told: Sequence[Measurand]) -> bool:
    """Whether an article tells of one deed at two times: which of them is meant is not known."""
    deeds = _deeds_beside(one) | one.beside
    return any(
        other.is_time and deeds & (_deeds_beside(other) | other.beside) and _are_two(one, other) for other in told
    )


def _deeds_beside(one: Measurand) -> frozenset[str]:
    return frozenset(deed for word in one.beside for deed in deed_classes.of_word(word))


def _find(a: ReadArticle, b: ReadArticle, tellings: Tellings) -> tuple[Match, ...]:
    context = _Context(
        measurands.read(a, tellings),
        measurands.read(b, tellings),
        tuple(frozenset(n for c in tellings.contents_in(read.article.id) for n in c.names) for read in (a, b)),
        (a.article.text, b.article.text),
        _ids_where(_is_only, "alone", (a, b), tellings),
        _ids_where(_is_told_twice, "told twice", (a, b), tellings),
        tellings,
    )
    scored = [
        Match(x, y, measurand_kinds.compare(x, y), score)
        for x in context.ours
        for y in context.theirs
        if (score := _score(x, y, context)) is not None
    ]
    clashing = [one for one in scored if one.compared.outcome == "conflicting" and one.score >= _least(one, context)]
    told = [_all_figures(read, tellings) for read in (a, b)] if clashing else []
    return tuple(
        one
        for one in clashing
        if _is_best(one, scored) and not _is_told(one.ours, told[1]) and not _is_told(one.theirs, told[0])
    )


def _ids_where(
    holds: Callable[[Measurand, Sequence[Measurand]], bool],
    name: str,
    reads: tuple[ReadArticle, ReadArticle],
    tellings: Tellings,
) -> frozenset[int]:
    """The identities of the measurands of two articles that `holds` is true of, among those of their own article.

    Asked of every figure once, not for every pair of figures; what `tellings` keeps is never made anew.
    """

    def of(read: ReadArticle) -> frozenset[int]:
        told = measurands.read(read, tellings)
        return tellings.keep((name, read.article.id), lambda: frozenset(id(one) for one in told if holds(one, told)))

    return of(reads[0]) | of(reads[1])


def _least(match: Match, context: _Context) -> float:
    """How much must speak for a pair, among so many that could be one by chance."""
    ours, theirs = (
        len(
            {
                (other.figure.low, other.figure.high)
                for other in told
                if measurand_kinds.are_of_kind(other.figure, one.figure)
            }
        )
        for told, one in ((context.ours, match.ours), (context.theirs, match.theirs))
    )
    return LEAST + LEAST_OF_MANY * math.log(max(1, ours * theirs))


def _all_figures(read: ReadArticle, tellings: Tellings) -> tuple[Figure, ...]:
    texts = (read.sentence_text(index) for index in range(len(read.sentences)))
    return tuple(one for text in texts for one in tellings.figures_in(text, read.article.published_at))


def _is_told(one: Measurand, told: Sequence[Figure]) -> bool:
    """Whether an article gives this very value too, of what may be the same, in whatever part it plays there."""
    return any(
        measurand_kinds.are_of_kind(one.figure, other)
        and counted_nouns.compare(one.figure.noun, other.noun) != "other"
        and (one.figure.low, one.figure.high) == (other.low, other.high)
        for other in told
    )


def _is_best(match: Match, scored: Sequence[Match]) -> bool:
    """Whether neither figure fits another value of the other article as well, nor one equal to it."""
    for other in scored:
        if other is match or (other.ours is not match.ours and other.theirs is not match.theirs):
            continue
        if other.compared.outcome == "compatible":
            if other.score >= match.score - FITTING_MARGIN:
                return False
        elif other.score > match.score - MARGIN and not _is_one_value(other, match):
            return False
    return True


def _is_one_value(other: Match, match: Match) -> bool:
    ends = [(m.figure.low, m.figure.high) for m in (other.ours, match.ours, other.theirs, match.theirs)]
    return ends[0] == ends[1] and ends[2] == ends[3]


def _score(x: Measurand, y: Measurand, context: _Context) -> float | None:
    """How well two figures fit; None where they cannot be of one thing."""
    likeness = measurand_kinds.likeness(x, y)
    if likeness is None or _are_of_two(x, y):
        return None
    deeds, near = x.deeds & y.deeds, _weigh(x.near.stems & y.near.stems, context)
    are_alone = id(x) in context.alone and id(y) in context.alone
    if x.is_time:
        deeds = _deeds_beside(x) & _deeds_beside(y) & _TIMED
        if x.near.names and y.near.names and not x.near.names & y.near.names:
            return None
        if "time" in (x.figure.kind, y.figure.kind) and not are_alone:
            return None
        if id(x) in context.twice or id(y) in context.twice:
            return None
    if x.figure.kind == "count":
        deeds -= measurand_kinds.OF_EVENTS
    is_one_deed = bool(x.beside & y.beside or deeds)
    if (
        x.figure.kind == "count"
        and x.deeds - measurand_kinds.OF_EVENTS
        and y.deeds - measurand_kinds.OF_EVENTS
        and not is_one_deed
    ):
        return None
    shared = (x.near.stems & y.near.stems) - (x.beside & y.beside)
    beyond_deed = _weigh(frozenset(word for word in shared if not deed_classes.of_word(word) & deeds), context)
    is_told = (
        beyond_deed >= WORDS_WITH_DEED
        or (likeness == "same" and are_alone and not counted_nouns.is_anyone(x.figure.noun))
        or (bool(x.near.names & y.near.names) and (are_alone or not x.is_time))
    )
    fits = is_told if is_one_deed else near >= WORDS_ALONE and (are_alone or not x.is_time)
    fits = fits or (likeness == "same" and are_alone and bool(x.whole.names & y.whole.names))
    if x.is_time and not deeds & _TIMED and (x.is_beside_count or y.is_beside_count):
        # "At midnight 9,000 homes were dark": the time says as of when the count holds.
        return None
    if not fits:
        return None
    beyond = _weigh((x.whole.stems & y.whole.stems) - (x.near.stems & y.near.stems), context)
    score = {"same": SAME_NOUN, "general": GENERAL_NOUN, "unknown": 0.0}[likeness]
    score += RATE if deeds & _RATES else ONE_DEED if is_one_deed else OTHER_DEED if x.deeds and y.deeds else 0.0
    # The deed has been counted; that it is told in one word adds nothing.
    near = beyond_deed
    if {x.figure.kind, y.figure.kind} == {"weekday"} and (near < WORDS_OF_WEEKDAYS or not are_alone):
        return None
    score += min(WORDS_NEAR_MOST, WORD_NEAR * near) + min(WORDS_BEYOND_MOST, WORD_BEYOND * beyond)
    score += min(MATTERS_MOST, MATTER * len(x.matters & y.matters))
    score += ONLY_ONE * ((id(x) in context.alone) + (id(y) in context.alone)) / 2
    return score + _of_names(x, y, context) + _of_size(x.figure, y.figure)


def _weigh(keys: frozenset[str], context: _Context) -> float:
    """How much shared words tell: each by how rare it is, 1 at most."""
    lexicon = context.tellings.lexicon
    # What stands once in each of the two papers, and nowhere else, weighs 1.
    once_each = math.log(1 + (math.exp(lexicon.weigh("")) - 1) / 2)
    return sum(min(1.0, lexicon.weigh(key) / once_each) for key in sorted(keys))


def _of_names(x: Measurand, y: Measurand, context: _Context) -> float:
    """What the names speak for, less what they speak against."""
    score = min(NAMES_MOST, NAME * len(x.whole.names & y.whole.names))
    if _beyond(x.whole, context.names[1]) and _beyond(y.whole, context.names[0]):
        score += NAMES_APART
    if _beyond(x.near, y.whole.names) and _beyond(y.near, x.whole.names):
        score += NAMES_APART_NEAR
    if _is_elsewhere(x, context.texts[1]) or _is_elsewhere(y, context.texts[0]):
        score += ELSEWHERE
    return score


def _of_size(x: Figure, y: Figure) -> float:
    """What speaks against figures of quite other sizes: papers differ by a digit, seldom by hundreds."""
    ends = [end for figure in (x, y) for end in (figure.low, figure.high) if end]
    is_far = x.kind not in stated_values.TIMES and bool(ends) and max(ends) > FAR * min(ends)
    return OTHER_SIZE if is_far else 0.0


def _beyond(content: Content, known: frozenset[str]) -> list[Term]:
    """The names that are not known, nor part of one that is: of "Rupert Haynes" the surname may be known alone."""
    names = [term for term in content.terms if term.is_name]
    ends = {end for term in names if term.key in known for end in (term.first, term.last)}
    return [term for term in names if term.key not in known and not {term.first, term.last} & ends]


def _is_elsewhere(one: Measurand, other: str) -> bool:
    """Whether a figure is of a place that the other article never names."""
    return any(place not in other for place in one.scope.places)


def _is_only(one: Measurand, told: Sequence[Measurand]) -> bool:
    """Whether an article has no other value of what a figure may measure."""
    return not any(measurand_kinds.are_of_kind(one.figure, other.figure) and _are_two(one, other) for other in told)


def _are_two(one: Measurand, other: Measurand) -> bool:
    if one is other or measurand_kinds.compare(one, other).outcome != "conflicting":
        return False
    return one.figure.kind != "count" or counted_nouns.compare(one.figure.noun, other.figure.noun) != "other"
