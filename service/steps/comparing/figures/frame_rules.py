"""Conflicts between figures that measure one thing of one event, however differently the two sentences are worded.

Knows no speakers. Two counts of the dead, or two speeds of the train, are held against each other where nothing sets
them apart; a later count of what moves is an update, one over another area, time or population a difference in scope.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from service.models import Confidence, Figure
from service.steps import figures
from service.steps.comparing.alignment import LEAD_SENTENCES, Conflict, settle, times_differ
from service.steps.comparing.figures import framed_figures, scopes, vehicles
from service.steps.comparing.figures.framed_figures import Framed
from service.steps.comparing.figures.measures import middle
from service.steps.comparing.publication import order
from service.steps.comparing.rulings import Ruling
from service.steps.comparing.tellings import Telling, Tellings
from service.steps.figures import Comparison
from service.steps.vocabulary.stems import stem

REVISED = re.compile(
    r"\b(?:revis|lower|correct|downgrad|updat)\w*|\bdown from\b|\binitially\b|\bearlier (?:count|figure|report|toll)",
    re.I,
)
# A collision has two speeds, and passengers on both sides.
_OF_VEHICLES = frozenset({"speed", "aboard"})
_HOUSEHOLDS = frozenset({"household", "home", "house", "customer", "property", "business", "family"})


def judge(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """What the framed figures of two claims of different articles say of each other, or None."""
    pairs = list(_pairs(a, b))
    if not pairs:
        return None
    events = event_names(a, b, tellings)
    return join([ruling for pair in pairs if (ruling := _judge(a, b, pair, events, tellings))])


def join(rulings: Sequence[Ruling]) -> Ruling | None:
    """The first ruling, with what speaks for the others of the same relation as further evidence."""
    if not rulings:
        return None
    first = rulings[0]
    more = [reason for other in rulings[1:] if other.relation == first.relation for reason in other.evidence]
    return replace(first, evidence=tuple(dict.fromkeys((*first.evidence, *more))))


def _pairs(a: Telling, b: Telling) -> Iterator[tuple[Framed, Framed]]:
    """Figures of one frame and kind, each the only one of its thing in its claim."""
    ours, theirs = framed_figures.read(a), framed_figures.read(b)
    for x, y in product(ours, theirs):
        if x.frame.name == y.frame.name and x.figure.kind == y.figure.kind and x.figure.unit == y.figure.unit:
            alone = all(sum(one.frame.name == x.frame.name for one in found) == 1 for found in (ours, theirs))
            if alone:
                yield x, y


def _judge(
    a: Telling, b: Telling, figures: tuple[Framed, Framed], events: frozenset[str], tellings: Tellings
) -> Ruling | None:
    x, y = figures
    apart = scopes.differ(x.scope, y.scope, _folded(events, x.scope, y.scope))
    if not apart and {x.thing, y.thing} & _HOUSEHOLDS and x.thing != y.thing and "" in (x.thing, y.thing):
        apart = f"counted: {x.thing or 'people'} against {y.thing or 'people'}"
    compared = _compare(x.figure, y.figure)
    if apart:
        return _scope(a, b, x, y, apart) if _is_other(x.figure, y.figure) else None
    if x.frame.name in _OF_VEHICLES and not _is_one_vehicle(a, b, tellings):
        return None
    if x.thing != y.thing or x.limits != y.limits or scopes.is_narrower(x.scope, y.scope):
        return None
    if (_names(a, x, tellings) ^ _names(b, y, tellings)) - events or _gives_both(a, b, x, y, tellings):
        return None
    update = _update(a, b, x, y, compared)
    if update:
        return update
    if compared.outcome != "conflicting" or times_differ(a, b) or x.frame.course == "moves":
        return None
    return settle(a, b, _conflict(a, b, x, y, compared), tellings)


def of_one_measure(a: Telling, b: Telling, tellings: Tellings) -> Iterator[tuple[Framed, Framed]]:
    """Figures of two claims that measure one thing, with nothing to set their scopes apart."""
    events = event_names(a, b, tellings)
    for x, y in _pairs(a, b):
        is_one_thing = x.thing == y.thing and x.limits == y.limits
        if is_one_thing and not scopes.differ(x.scope, y.scope, _folded(events, x.scope, y.scope)):
            yield x, y


def _is_one_vehicle(a: Telling, b: Telling, tellings: Tellings) -> bool:
    """Whether both sentences tell of one vehicle: of one kind, or of the only kind there is in both leads."""
    ours, theirs = (vehicles.named(telling.read.sentence_text(telling.claim.sentence)) for telling in (a, b))
    if ours and theirs:
        return bool(ours & theirs)
    return all(len(vehicles.named(_lead(telling)) | ours | theirs) <= 1 for telling in (a, b))


def _compare(x: Figure, y: Figure) -> Comparison:
    mine, theirs = (one.model_copy(update={"noun": "thing" if one.kind == "count" else one.noun}) for one in (x, y))
    return figures.compare(mine, theirs)


def _is_other(x: Figure, y: Figure) -> bool:
    return (x.low, x.high) != (y.low, y.high)


def _scope(a: Telling, b: Telling, x: Framed, y: Framed, apart: str) -> Ruling:
    reason = f"“{x.figure.text}” ({a.name}) and “{y.figure.text}” ({b.name}) count among others or over another time."
    return Ruling("differs_in_scope", "number", reason, "likely", (f"both measure: {x.frame.name}", apart))


def _update(a: Telling, b: Telling, x: Framed, y: Framed, compared: Comparison) -> Ruling | None:
    """A figure of the later paper that differs as such figures do while news comes in."""
    later = order(b.read.article.published_at, a.read.article.published_at)
    if not later or x.frame.course == "fixed":
        return None
    (newer, new), (older, old) = ((b, y), (a, x)) if later > 0 else ((a, x), (b, y))
    if old.figure.bound == "at_least" and old.figure.low is not None:
        differs = new.figure.low is not None and new.figure.low > old.figure.low
    else:
        differs = compared.outcome == "conflicting"
    shrinks = x.frame.course == "grows" and middle(new.figure) <= middle(old.figure)
    if not differs or (shrinks and not REVISED.search(newer.read.sentence_text(newer.claim.sentence))):
        return None
    reason = f"{newer.name}, published later, has “{new.figure.text}” where {older.name} had “{old.figure.text}”."
    when = f"{older.name} of {older.read.article.published_at}, {newer.name} of {newer.read.article.published_at}"
    return Ruling("updates", "number", reason, "likely", (when, f"both measure: {x.frame.name}"))


def _conflict(a: Telling, b: Telling, x: Framed, y: Framed, compared: Comparison) -> Conflict:
    mine, theirs = x.figure, y.figure
    undated = [t.name for t in (a, b) if t.published is None] if x.frame.course != "fixed" else []
    doubts = [f"when {name} was published is not known: it may be an update" for name in undated]
    same_day = a.published is not None and a.published == b.published
    is_plain = mine.bound == theirs.bound == "exact" and same_day
    confidence: Confidence = "possible" if undated else "certain" if is_plain else "likely"
    return Conflict(
        "number",
        f"“{mine.text}” ({a.name}) and “{theirs.text}” ({b.name}) cannot both be right.",
        confidence,
        of_a=lambda _, text: mine.text in text,
        of_b=lambda _, text: theirs.text in text,
        evidence=(compared.reason, f"both measure: {x.frame.name}", *doubts),
    )


def _gives_both(a: Telling, b: Telling, x: Framed, y: Framed, tellings: Tellings) -> bool:
    """Whether one of the articles has a figure of this frame that fits the other's: it tells both."""
    return any(
        one.frame.name == x.frame.name
        and one.figure.kind == other.figure.kind
        and _compare(one.figure, other.figure).outcome == "compatible"
        and not (one.figure.bound == "at_least" and x.frame.course != "fixed")
        for telling, other in ((a, y), (b, x))
        for claim in telling.read.claims
        for one in framed_figures.read(tellings.of(claim))
    )


def _names(telling: Telling, framed: Framed, tellings: Tellings) -> frozenset[str]:
    """Whom and what a claim names; of a share only its own clause, as "with 38 percent counted" is of no candidate."""
    if framed.figure.kind != "percent":
        return telling.content.names
    start = telling.read.sentences[telling.claim.sentence].start
    content = tellings.contents_in(telling.read.article.id)[telling.claim.sentence]
    return content.within(start + framed.window[0], start + framed.window[1]).names


def event_names(a: Telling, b: Telling, tellings: Tellings) -> frozenset[str]:
    """The names both articles have in headline and lead: what they tell of, not parts of it."""
    ours, theirs = (_lead_names(telling, tellings) for telling in (a, b))
    return ours & theirs


def places_of(a: Telling, b: Telling, x: scopes.Scope, y: scopes.Scope, tellings: Tellings) -> frozenset[str]:
    """The places of two scopes that both articles tell of in their leads: where it all happened."""
    return _folded(event_names(a, b, tellings), x, y)


def is_elsewhere(a: Telling, b: Telling, tellings: Tellings) -> bool:
    """Whether one sentence tells of a place that the other does not, and that is not where it all happened."""
    texts = (telling.read.sentence_text(telling.claim.sentence) for telling in (a, b))
    x, y = (scopes.read(text) for text in texts)
    return bool((x.places ^ y.places) - _folded(event_names(a, b, tellings), x, y))


def _lead_names(telling: Telling, tellings: Tellings) -> frozenset[str]:
    told = tellings.contents_in(telling.read.article.id)
    return frozenset(name for index in _lead_sentences(telling) for name in told[index].names)


def _lead(telling: Telling) -> str:
    return " ".join(telling.read.sentence_text(index) for index in _lead_sentences(telling))


def _lead_sentences(telling: Telling) -> list[int]:
    """Headline, teaser and the first sentences of the body."""
    roles = [sentence.role for sentence in telling.read.sentences]
    heads = [index for index, role in enumerate(roles) if role in ("headline", "teaser")]
    return heads + [index for index, role in enumerate(roles) if role == "body"][:LEAD_SENTENCES]


def _folded(events: frozenset[str], *stated: scopes.Scope) -> frozenset[str]:
    """The places of the scopes all of whose words are names of the event."""
    return frozenset(
        place
        for scope in stated
        for place in scope.places
        if {stem(word.lower()) for word in place.split()} <= events
        or {word.lower() for word in place.split()} <= events
    )
