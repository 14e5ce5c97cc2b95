"""Conflicts over when the event of a story began, or a thing gave way: two hours or two days, however worded.

Knows no speakers. Only an article's one onset of a thing is held against another's: where a paper tells of several,
which of them is meant is not known.
"""

from service.models import Figure
from service.steps import figures
from service.steps.comparing.alignment import Conflict, settle
from service.steps.comparing.figures import frame_rules, onsets
from service.steps.comparing.figures.onsets import Onset
from service.steps.comparing.rulings import Ruling
from service.steps.comparing.tellings import Telling, Tellings
from service.steps.figures import Comparison


def judge(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """A conflict over the hour or day of one onset, or None."""
    x, y = onsets.read(a), onsets.read(b)
    if x is None or y is None or not x.is_one_with(y) or _name_other_places(a, b, tellings):
        return None
    if _tells_otherwise(a, x, tellings) or _tells_otherwise(b, y, tellings):
        return None
    clash = _clash(x, y)
    if clash is None:
        return None
    mine, theirs, compared = clash
    conflict = Conflict(
        "date",
        f"“{mine.text}” ({a.name}) and “{theirs.text}” ({b.name}) cannot both be right.",
        "likely",
        of_a=lambda _, text: mine.text in text,
        of_b=lambda _, text: theirs.text in text,
        evidence=(compared.reason, "both tell when it happened"),
    )
    return settle(a, b, conflict, tellings)


def _name_other_places(a: Telling, b: Telling, tellings: Tellings) -> bool:
    """Whether each names somebody or something the other does not, beside the names of the whole story."""
    apart = a.content.names ^ b.content.names
    apart -= frame_rules.event_names(a, b, tellings)
    return bool(apart & a.content.names) and bool(apart & b.content.names)


def _clash(x: Onset, y: Onset) -> tuple[Figure, Figure, Comparison] | None:
    """The days, else the hours, that cannot both be right; hours of two days are not compared."""
    if x.day and y.day:
        compared = figures.compare(x.day, y.day)
        if compared.outcome == "conflicting":
            return None if _may_be_one_night(x, y) else (x.day, y.day, compared)
    if x.hour and y.hour:
        compared = figures.compare(x.hour, y.hour)
        if compared.outcome == "conflicting":
            return x.hour, y.hour, compared
    return None


def _may_be_one_night(x: Onset, y: Onset) -> bool:
    """Late on the one day and early on the next are told of one night."""
    if x.day is None or y.day is None or x.day.low is None or y.day.low is None:
        return True
    (first, second) = (x, y) if x.day.low < y.day.low else (y, x)
    return abs(x.day.low - y.day.low) <= 1 and second.may_be_early and (first.may_be_late or first.hour is None)


def _tells_otherwise(telling: Telling, onset: Onset, tellings: Tellings) -> bool:
    """Whether the article tells of another onset of the same thing at another time."""
    others = (onsets.read(tellings.of(claim)) for claim in telling.read.claims)
    return any(other is not None and other.is_one_with(onset) and _clash(other, onset) is not None for other in others)
