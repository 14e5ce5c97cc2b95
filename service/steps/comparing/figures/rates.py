"""Over which time a total is counted: "50,000 crowns an hour", "each day of a stoppage costs". Knows no other figure.

A sum an hour and a sum a day are one where the arithmetic fits; else they are left alone, since hours may be counted
on a working day and days in a working week.
"""

import re

from service.models import Figure
from service.steps import figures
from service.steps.figures import Comparison

_SECONDS = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2629800.0,
    "year": 31557600.0,
}
_UNITS = "|".join(_SECONDS)
_BEHIND = re.compile(
    rf"^(?: \S+){{0,2}} (?:an?|per|each|every) ({_UNITS})\b(?! (?:ago|later|earlier|before|after)\b)", re.I
)
_BEFORE = re.compile(rf"\b(?:each|every|per) ({_UNITS})\b", re.I)
_DAILY = re.compile(r"\b(hour|dai|week|month|year|annual)ly\b", re.I)
# Characters before and behind a figure that may tell its time.
_REACH = 120
_OF_DAILY = {"hour": "hour", "dai": "day", "week": "week", "month": "month", "year": "year", "annual": "year"}


def read(sentence: str, figure: Figure, offset: int = 0) -> float | None:
    """The seconds `figure` is counted over, None for a total; `offset` is where `sentence` begins in its article."""
    if figure.kind not in ("count", "money"):
        return None
    if figure.noun.removeprefix("per ") in _SECONDS and figure.noun.startswith("per "):
        return _SECONDS[figure.noun.removeprefix("per ")]
    start, end = max(0, figure.start - offset), max(0, figure.end - offset)
    before, behind = sentence[max(0, start - _REACH) : start], sentence[end : end + _REACH]
    match = _BEHIND.match(behind) or _BEFORE.search(before)
    if match:
        return _SECONDS[match[1].lower()]
    regular = _DAILY.search(before) or _DAILY.search(behind)
    return _SECONDS[_OF_DAILY[regular[1].lower()]] if regular else None


def compare(x: Figure, over: float | None, y: Figure, under: float | None) -> Comparison:
    """Whether two figures counted over such times can both be right: only what fits is known to."""
    if over == under:
        return figures.compare(x, y)
    if over is None or under is None:
        return Comparison("incomparable", f"{x.text} and {y.text}: one is a total, the other counted over a time")
    compared = (
        figures.compare(_scale(x, under / over), y) if over < under else figures.compare(x, _scale(y, over / under))
    )
    if compared.outcome == "compatible":
        return Comparison("compatible", f"{x.text} and {y.text} are one sum over two times")
    return Comparison("incomparable", f"{x.text} and {y.text} are counted over different times")


def _scale(figure: Figure, factor: float) -> Figure:
    low, high = (None if end is None else end * factor for end in (figure.low, figure.high))
    return figure.model_copy(update={"low": low, "high": high})
