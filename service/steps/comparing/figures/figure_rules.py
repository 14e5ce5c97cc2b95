"""Conflicts between figures: numbers, days and times that cannot both be right of one matter.

Knows nothing of speakers. The arithmetic is figure_comparison.py's; here it is decided whether two figures tell of one
matter, and whether a later figure replaces an earlier one (an update) or counts among others (a scope difference).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.models import Confidence, Figure
from service.steps.comparing import focus
from service.steps.comparing.alignment import (
    Conflict,
    is_in_lead,
    is_one_fact,
    leave_out,
    may_conflict,
    meets_in_focus,
    settle,
    times_differ,
)
from service.steps.comparing.figures import (
    deed_classes,
    frame_rules,
    measurand_pairs,
    measurand_rules,
    measures,
    onset_rules,
    rates,
    scopes,
    told_rules,
)
from service.steps.comparing.figures.measure import DAYS, Measure
from service.steps.comparing.figures.measures import middle
from service.steps.comparing.publication import order
from service.steps.comparing.rulings import Ruling
from service.steps.comparing.tellings import Telling, Tellings
from service.steps.figures import Comparison

# A count of what befell people needs less of a common context than a sum or a share: its own words say what it is.
TOLL_MOST = 0.6
TOLL_LEAST = 0.3


@dataclass(frozen=True)
class _Clash:
    """Two measures of one matter that cannot both be right."""

    mine: Measure
    theirs: Measure
    comparison: Comparison


def judge(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """What two claims' figures say of each other: a contradiction, dispute, update or scope difference, or None."""
    if not may_conflict(a, b):
        return None
    framed = frame_rules.judge(a, b, tellings)
    of_one = framed or onset_rules.judge(a, b, tellings) or told_rules.judge(a, b, tellings)
    return of_one or judge_measures(a, b, tellings) or measurand_rules.judge(a, b, tellings)


def judge_measures(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """What follows from the figures of two claims that may conflict and what they measure alone, in any language."""
    ours, theirs = measures.read(a), measures.read(b)
    grown = _grown(a, b, ours, theirs, tellings)
    if grown:
        return grown
    clashes = _clashes(ours, theirs)
    days = [clash for clash in clashes if clash.mine.figure.kind in DAYS]
    counts = [clash for clash in clashes if clash.mine.figure.kind not in DAYS]
    rulings = [ruling for clash in counts if (ruling := _judge_count(a, b, clash, tellings))]
    # Counts that differ were taken at those times: 140,000 homes on Sunday night, 22,000 on Monday morning.
    of_days = _judge_days(a, b, days, tellings) if days and not counts else None
    return frame_rules.join([*rulings, of_days] if of_days else rulings)


def have_clash(a: Telling, b: Telling) -> bool:
    """Whether figures of the two claims cannot both be right, of whatever they tell."""
    return bool(_clashes(measures.read(a), measures.read(b)))


def bar_agreement(a: Telling, b: Telling) -> bool:
    """Whether figures of the two claims tell of two things, are one only as a bound allows the other ("at least 12",
    14), or conflict without one of their kind that fits: nothing two papers can be said to agree on."""
    ours, theirs = measures.read(a), measures.read(b)
    if any(_are_of_two_things(x, y) or _is_only_allowed(x, y) for x in ours for y in theirs):
        return True
    outcomes: dict[str, set[str]] = {}
    for x in ours:
        for y in theirs:
            if _may_meet(x, y):
                outcomes.setdefault(x.figure.kind, set()).add(compare(x, y).outcome)
    return any("conflicting" in found and "compatible" not in found for found in outcomes.values())


def same_figures(a: Telling, b: Telling) -> tuple[str, ...]:
    """The arithmetic reasons why figures of both claims are compatible, one a pair."""
    pairs = ((x, y) for x in measures.read(a) for y in measures.read(b) if _may_meet(x, y))
    compared = (compare(x, y) for x, y in pairs)
    return tuple(dict.fromkeys(one.reason for one in compared if one.outcome == "compatible" and one.reason))


def compared_figures(a: Telling, b: Telling) -> tuple[str, ...]:
    """What arithmetic says of every two figures of both claims that measure one kind of thing, in words."""
    compared = (compare(x, y) for x in measures.read(a) for y in measures.read(b) if _may_meet(x, y))
    told = (f"figures: {one.reason}" for one in compared if one.outcome != "incomparable" and one.reason)
    return tuple(dict.fromkeys(told))


def _clashes(ours: Sequence[Measure], theirs: Sequence[Measure]) -> list[_Clash]:
    """Figures without a partner that fits, each against the one figure it conflicts with."""
    outcomes = {(i, j): compare(x, y) for i, x in enumerate(ours) for j, y in enumerate(theirs) if _may_meet(x, y)}
    fitting = [pair for pair, one in outcomes.items() if one.outcome == "compatible"]
    clashing = [pair for pair, one in outcomes.items() if one.outcome == "conflicting"]
    settled_i, settled_j = {i for i, _ in fitting}, {j for _, j in fitting}
    free = [(i, j) for i, j in clashing if i not in settled_i and j not in settled_j]
    single = [(i, j) for i, j in free if sum(i == k for k, _ in free) == 1 == sum(j == k for _, k in free)]
    return [_Clash(ours[i], theirs[j], outcomes[i, j]) for i, j in single]


def _are_of_two_things(x: Measure, y: Measure) -> bool:
    """Whether two counts befall the one and the other differently: 12 killed, 12 hurt."""
    both_counts = x.figure.kind == y.figure.kind == "count"
    return both_counts and x.figure.low == y.figure.low and x.fate != y.fate and bool(x.fate and y.fate)


def _is_only_allowed(x: Measure, y: Measure) -> bool:
    """Whether one of two measures of one thing is an open bound that the other lies beyond."""
    ends = [{end for end in (m.figure.low, m.figure.high) if end is not None} for m in (x, y)]
    is_open = {x.figure.bound, y.figure.bound} & {"at_least", "at_most"}
    same_thing = x.is_of_same_kind(y) and x.counts_the_same(y)
    return bool(is_open) and same_thing and not ends[0] & ends[1] and compare(x, y).outcome == "compatible"


def _may_meet(x: Measure, y: Measure) -> bool:
    return x.is_of_same_kind(y)


def compare(x: Measure, y: Measure) -> Comparison:
    """The arithmetic, after what is counted has been made one word where it is one thing."""
    noun = x.counted or x.fate or x.figure.noun
    figures = (x.figure, y.figure)
    mine, theirs = (one if one.noun == noun else one.model_copy(update={"noun": noun}) for one in figures)
    if {mine.kind, theirs.kind} == {"date", "year"}:
        mine, theirs = measures.as_year(mine), measures.as_year(theirs)
    return rates.compare(mine, x.per, theirs, y.per)


def _judge_count(a: Telling, b: Telling, clash: _Clash, tellings: Tellings) -> Ruling | None:
    x, y = clash.mine, clash.theirs
    apart = x.is_part or y.is_part or measurand_pairs.are_apart(a.read, x.figure, b.read, y.figure, tellings)
    if apart or not _is_one_matter(a, b, x, y, tellings):
        return None
    if not x.counts_the_same(y) or times_differ(a, b) or _ordinals_differ(a, b):
        return _scope(a, b, x, y, tellings)
    if _is_of_other_scope(a, b):
        return None
    return _update(a, b, x, y) or settle(a, b, _conflict(a, b, clash, tellings), tellings)


def _is_one_matter(a: Telling, b: Telling, x: Measure, y: Measure, tellings: Tellings) -> bool:
    if x.is_toll and _names_year(a) != _names_year(b):
        # "Floods in 2013 killed 14" is background to this year's.
        return False
    if is_one_fact(a.content, b.content, tellings):
        return bool(x.around & y.around) or x.is_toll
    if _meet_in_focus(a, b, x, y, tellings) or _both_lead(a, b, x, y, tellings):
        return True
    overlap = tellings.lexicon.compare(a.content, b.content)
    apart = a.content.names - b.content.names and b.content.names - a.content.names
    enough = len(overlap.shared) >= 2 and overlap.most >= TOLL_MOST and overlap.least >= TOLL_LEAST
    return x.is_toll and enough and not apart


def _is_of_other_scope(a: Telling, b: Telling) -> bool:
    """Whether the sentences count over another area, time or population, or may."""
    ours, theirs = (scopes.read(telling.read.sentence_text(telling.claim.sentence)) for telling in (a, b))
    return bool(scopes.differ(ours, theirs)) or scopes.is_narrower(ours, theirs)


def _meet_in_focus(a: Telling, b: Telling, x: Measure, y: Measure, tellings: Tellings) -> bool:
    """Whether the clauses of two figures are about one thing beside what is counted."""
    mine, theirs = (focus.read(t.placed, m.figure.start, m.figure.end) for t, m in ((a, x), (b, y)))
    counted = frozenset({tellings.lexicon.stem(x.figure.noun), tellings.lexicon.stem(y.figure.noun)})
    return meets_in_focus(leave_out(mine, counted), leave_out(theirs, counted), tellings)


def _both_lead(a: Telling, b: Telling, x: Measure, y: Measure, tellings: Tellings) -> bool:
    """Whether both are tolls of one kind in the leads, and so of the event itself; neither of another time or place."""
    apart = a.content.names - b.content.names and b.content.names - a.content.names
    lead = is_in_lead(a) and is_in_lead(b) and not apart
    return lead and x.is_toll and x.fate == y.fate and not frame_rules.is_elsewhere(a, b, tellings)


def _names_year(telling: Telling) -> bool:
    return any(figure.kind == "year" for figure in telling.claim.figures)


def _scope(a: Telling, b: Telling, x: Measure, y: Measure, tellings: Tellings) -> Ruling | None:
    if deed_classes.differ(x.around, y.around) or not is_one_fact(a.content, b.content, tellings):
        return None
    reason = f"“{x.figure.text}” ({a.name}) and “{y.figure.text}” ({b.name}) count among others or over another time."
    counted = f"counted: {x.counted or 'anyone'} against {y.counted or 'anyone'}"
    return Ruling("differs_in_scope", "number", reason, "likely", (counted,))


def _update(a: Telling, b: Telling, x: Measure, y: Measure) -> Ruling | None:
    """A later paper with a higher count, as news comes in, or with a figure it calls revised."""
    later = order(b.read.article.published_at, a.read.article.published_at)
    if not later:
        return None
    (newer, new), (older, old) = ((b, y), (a, x)) if later > 0 else ((a, x), (b, y))
    grows = new.figure.kind == "count" and middle(new.figure) > middle(old.figure)
    if not grows and not frame_rules.REVISED.search(newer.read.sentence_text(newer.claim.sentence)):
        return None
    reason = f"{newer.name}, published later, has “{new.figure.text}” where {older.name} had “{old.figure.text}”."
    when = f"{older.name} of {older.read.article.published_at}, {newer.name} of {newer.read.article.published_at}"
    return Ruling("updates", "number", reason, "likely", (when,))


def _grown(
    a: Telling, b: Telling, ours: Sequence[Measure], theirs: Sequence[Measure], tellings: Tellings
) -> Ruling | None:
    """A later, higher toll where the earlier one was a lower bound ("at least 120", then 214)."""
    for x in ours:
        for y in theirs:
            if x.is_toll and x.is_of_same_kind(y) and x.counts_the_same(y) and _is_only_allowed(x, y):
                is_one = _is_one_matter(a, b, x, y, tellings) and not _is_of_other_scope(a, b)
                update = _update(a, b, x, y) if is_one else None
                if update:
                    return update
    return None


def _conflict(a: Telling, b: Telling, clash: _Clash, tellings: Tellings) -> Conflict:
    x, y = clash.mine.figure, clash.theirs.figure
    undated = [t.name for t in (a, b) if t.published is None] if clash.mine.is_toll else []
    doubts = [f"when {name} was published is not known: it may be an update" for name in undated]
    is_plain = x.bound == y.bound == "exact" and is_one_fact(a.content, b.content, tellings)
    same_day = a.published is not None and a.published == b.published
    confidence: Confidence = "possible" if undated else "certain" if is_plain and same_day else "likely"
    return Conflict(
        "number",
        f"“{x.text}” ({a.name}) and “{y.text}” ({b.name}) cannot both be right.",
        confidence,
        of_a=lambda _, text: _holds(text, x, _resolving(x, a, b), tellings),
        of_b=lambda _, text: _holds(text, y, _resolving(y, b, a), tellings),
        evidence=(clash.comparison.reason, *doubts),
    )


def _judge_days(a: Telling, b: Telling, clashes: Sequence[_Clash], tellings: Tellings) -> Ruling | None:
    """One day or time against another, in claims that name no other and say nearly the same."""
    told = [clash for clash in clashes if _meet_in_focus(a, b, clash.mine, clash.theirs, tellings)]
    is_alone = len(clashes) == 1 and not any(_counts(t) for t in (a, b)) and all(_days(t) == 1 for t in (a, b))
    if is_alone and is_one_fact(a.content, b.content, tellings):
        told = told or list(clashes)
    if not told:
        return None
    clash = told[0]
    x, y = clash.mine.figure, clash.theirs.figure
    conflict = Conflict(
        "date",
        f"“{x.text}” ({a.name}) and “{y.text}” ({b.name}) cannot both be right.",
        "likely",
        of_a=lambda _, text: _holds(text, x, _resolving(x, a, b), tellings),
        of_b=lambda _, text: _holds(text, y, _resolving(y, b, a), tellings),
        evidence=(clash.comparison.reason,),
    )
    return settle(a, b, conflict, tellings)


def _days(telling: Telling) -> int:
    return sum(figure.kind in DAYS for figure in telling.claim.figures)


def _counts(telling: Telling) -> int:
    return sum(figure.kind not in DAYS for figure in telling.claim.figures)


def _resolving(figure: Figure, own: Telling, other: Telling) -> Telling:
    """By whose day of publication the other article's words are read for `figure`: days by its own, for the rest it
    makes no difference, and by the day of their own paper they have been read before."""
    return own if figure.kind in ("date", "weekday") else other


def _holds(text: str, figure: Figure, telling: Telling, tellings: Tellings) -> bool:
    if figure.low == 0.0 and figure.text.casefold() in text.casefold():
        return True
    found = tellings.figures_in(text, telling.read.article.published_at)
    return any(one.kind == figure.kind and (one.low, one.high) == (figure.low, figure.high) for one in found)


def _ordinals_differ(a: Telling, b: Telling) -> bool:
    ours = {(f.low, f.noun) for f in a.claim.figures if f.kind == "ordinal"}
    theirs = {(f.low, f.noun) for f in b.claim.figures if f.kind == "ordinal"}
    return bool(ours and theirs) and not ours & theirs
