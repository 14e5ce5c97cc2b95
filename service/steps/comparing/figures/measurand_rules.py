"""Conflicts between figures that measure one thing, as far as nouns, deeds, words and names around them show.

Knows no speakers. Which figures meet is measurand_pairs.py's; here it is decided what a difference means: another
scope, a later state, or two values that cannot both be right.
"""

import re
from collections.abc import Iterator, Sequence

from service.models import Confidence, ReadArticle
from service.steps.comparing.alignment import Conflict, is_one_fact, settle
from service.steps.comparing.figures import contrasts, frame_rules, measurand_pairs, periods, scopes
from service.steps.comparing.figures.measurand_pairs import Match
from service.steps.comparing.figures.measurands import Measurand
from service.steps.comparing.figures.measures import middle
from service.steps.comparing.publication import order
from service.steps.comparing.rulings import Ruling
from service.steps.comparing.tellings import Telling, Tellings

# From here on the figures fit so well that only their values part them.
SURE = 5.0
# What only grows while news comes in, and what goes either way.
_GROWS = frozenset({"die", "hurt", "ill", "destroy", "damage", "cull", "arrest"})
_MOVES = frozenset({"miss", "rescue", "evacuate", "cancel", "supply", "lead", "delay"})
# The matter is closed: a later figure is no newer one.
_CLOSED = re.compile(
    r"\b(?:final|finished|closed|concluded|closing|in all|altogether|complete\w*|is over|was over|ended|stood down|"
    r"inquest|trial|verdict|court)\b",
    re.I,
)
_CHANGED = re.compile(
    r"\b(?:now|since|so far|still|rais\w+|sweeten\w*|improv\w+|lifted|upped|rose|risen|climb\w*|grew|grown|swell\w*|"
    r"swollen|shr[aiu]nk|fell|fallen|dropped|postpon\w*|put back|moved|brought forward|delayed)\b",
    re.I,
)
_PAST = re.compile(r"\b(?:last|previous|past) (?:week|month|year|decade|summer|winter|spring|autumn|season)\b", re.I)


def judge(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """What the figures of two claims of different articles say of each other, where they measure one thing."""
    first, second = sorted((a, b), key=lambda telling: telling.read.article.id)
    for match in measurand_pairs.find(first.read, second.read, tellings):
        if _tells(first, match.ours) and _tells(second, match.theirs):
            x, y = (match.ours, match.theirs) if a is first else (match.theirs, match.ours)
            ruling = _judge(a, b, (x, y), match, tellings)
            if ruling:
                return ruling
    return None


def pairs(articles: Sequence[ReadArticle], tellings: Tellings) -> Iterator[tuple[str, str]]:
    """Ids of claims whose figures measure one thing and part over it, whatever else they share; of English papers."""
    if tellings.lexicon.language != "en":
        return
    ordered = sorted(articles, key=lambda read: read.article.id)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            for match in measurand_pairs.find(one, other, tellings):
                ours, theirs = _claim_of(one, match.ours), _claim_of(other, match.theirs)
                if ours and theirs:
                    yield ours, theirs


def _claim_of(read: ReadArticle, told: Measurand) -> str | None:
    holding = (claim.id for claim in read.claims if any(_holds(span.start, span.end, told) for span in claim.spans))
    return next(holding, None)


def _tells(telling: Telling, told: Measurand) -> bool:
    return any(_holds(span.start, span.end, told) for span in telling.claim.spans)


def _holds(start: int, end: int, told: Measurand) -> bool:
    return start <= told.figure.start and told.figure.end <= end


def _judge(
    a: Telling, b: Telling, figures: tuple[Measurand, Measurand], match: Match, tellings: Tellings
) -> Ruling | None:
    x, y = figures
    apart = None if x.is_time else _scopes_apart(a, b, x, y, tellings)
    if apart:
        reason = (
            f"“{x.figure.text}” ({a.name}) and “{y.figure.text}” ({b.name}) count among others or over another time."
        )
        return Ruling("differs_in_scope", "number", reason, "likely", (apart,))
    if not x.is_time and (_is_narrower(x, y) or _is_dated_alone(a, b, x, y)):
        return None
    update = _update(a, b, x, y)
    if update:
        return update
    if (x.deeds & y.deeds & _MOVES) and (a.published is None or b.published is None):
        return None
    return settle(a, b, _conflict(a, b, (x, y), match, tellings), tellings)


def _scopes_apart(a: Telling, b: Telling, x: Measurand, y: Measurand, tellings: Tellings) -> str | None:
    ours, theirs = (periods.read(one.sentence_text, telling.published) for telling, one in ((a, x), (b, y)))
    return (
        contrasts.differ(x.clause, y.clause)
        or periods.differ(ours, theirs)
        or scopes.differ(
            _timeless(x.scope), _timeless(y.scope), frame_rules.places_of(a, b, x.scope, y.scope, tellings)
        )
    )


def _is_dated_alone(a: Telling, b: Telling, x: Measurand, y: Measurand) -> bool:
    """Whether only the one says over which time it counts: "last year", "in 2013"."""
    ours, theirs = (periods.read(one.sentence_text, telling.published) for telling, one in ((a, x), (b, y)))
    is_past = [bool(_PAST.search(one.sentence_text)) for one in (x, y)]
    return bool(ours) != bool(theirs) or (is_past[0] != is_past[1] and not (ours and theirs))


def _timeless(scope: scopes.Scope) -> scopes.Scope:
    """The scope without its times: what "last month" is depends on the day of the paper."""
    return scopes.Scope(scope.levels, scope.places, frozenset(), frozenset(), scope.ages)


def _is_narrower(x: Measurand, y: Measurand) -> bool:
    return scopes.is_narrower(_timeless(x.scope), _timeless(y.scope))


def _update(a: Telling, b: Telling, x: Measurand, y: Measurand) -> Ruling | None:
    """A figure of the later paper that differs as such figures do while news comes in, or that is called changed."""
    later = order(b.read.article.published_at, a.read.article.published_at)
    if not later:
        return None
    (newer, new), (older, old) = ((b, y), (a, x)) if later > 0 else ((a, x), (b, y))
    texts, told = (new.sentence_text, old.sentence_text), new.clause
    deeds = x.deeds & y.deeds
    grows = not x.is_time and bool(deeds & _GROWS) and middle(new.figure) > middle(old.figure)
    moves = not x.is_time and bool(deeds & _MOVES)
    is_called_changed = bool(_CHANGED.search(told)) and not _is_soon(newer, older)
    is_closed = any(_CLOSED.search(text) for text in texts)
    if frame_rules.REVISED.search(told) or is_called_changed or ((grows or moves) and not is_closed):
        reason = f"{newer.name}, published later, has “{new.figure.text}” where {older.name} had “{old.figure.text}”."
        when = f"{older.name} of {older.read.article.published_at}, {newer.name} of {newer.read.article.published_at}"
        return Ruling("updates", "date" if x.is_time else "number", reason, "likely", (when,))
    return None


def _is_soon(newer: Telling, older: Telling) -> bool:
    """Whether two papers are so close in time that the same state was known to both."""
    return not newer.is_apart_from(older)


def _conflict(
    a: Telling, b: Telling, figures: tuple[Measurand, Measurand], match: Match, tellings: Tellings
) -> Conflict:
    x, y = figures
    mine, theirs = x.figure, y.figure
    undated = [t.name for t in (a, b) if t.published is None] if x.deeds & y.deeds & _GROWS else []
    doubts = [f"when {name} was published is not known: it may be an update" for name in undated]
    same_day = a.published is not None and a.published == b.published
    is_plain = mine.bound == theirs.bound == "exact" and is_one_fact(a.content, b.content, tellings)
    sure: Confidence = "certain" if is_plain and same_day and not x.is_time else "likely"
    return Conflict(
        "date" if x.is_time else "number",
        f"“{mine.text}” ({a.name}) and “{theirs.text}” ({b.name}) cannot both be right.",
        "possible" if undated or match.score < SURE else sure,
        of_a=lambda _, text: mine.text in text,
        of_b=lambda _, text: theirs.text in text,
        evidence=(match.compared.reason, *doubts),
        is_aligned=True,
    )
