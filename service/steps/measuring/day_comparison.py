"""Compares dates and weekdays by what their words state. Knows no times of day.

Two weekdays of different names are never one day. What was only resolved from a date of publication is an assumption:
it may confirm, never contradict.
"""

from datetime import date

from service.models import Figure
from service.steps.measuring import calendar_days
from service.steps.measuring.calendar_days import MONTHS, WEEKDAYS, StatedDay
from service.steps.measuring.comparison import Comparison
from service.steps.measuring.french import days as french_days


def compare(a: Figure, b: Figure) -> Comparison:
    """Whether two figures of kind "date" or "weekday" can both be right; symmetric in its outcome."""
    ours, theirs = _restate(a), _restate(b)
    if ours is None or theirs is None or _is_empty(ours) or _is_empty(theirs):
        return Comparison("incomparable", f"{a.text} and {b.text}: the day of at least one is not sure")
    if ours.weekday is not None and theirs.weekday is not None:
        return _compare_weekdays(a, ours.weekday, b, theirs.weekday)
    if ours.weekday is not None:
        return _compare_with_weekday(b, theirs, a, ours.weekday)
    if theirs.weekday is not None:
        return _compare_with_weekday(a, ours, b, theirs.weekday)
    return _compare_dates(a, ours, b, theirs)


def _restate(figure: Figure) -> StatedDay | None:
    return french_days.restate(figure.text) if figure.language == "fr" else calendar_days.restate(figure.text)


def _is_empty(stated: StatedDay) -> bool:
    return stated.weekday is None and stated.month is None


def _same(a: Figure) -> Comparison:
    return Comparison("compatible", f"both give {a.text}")


def _compare_weekdays(a: Figure, ours: int, b: Figure, theirs: int) -> Comparison:
    if ours != theirs:
        return Comparison("conflicting", f"{_name(ours)} is not {_name(theirs)}")
    if a.low is not None and b.low is not None and a.low != b.low:
        return Comparison("incomparable", f"both give {_name(ours)}, but perhaps of different weeks")
    return Comparison("compatible", f"both give {_name(ours)}")


def _compare_with_weekday(day: Figure, stated: StatedDay, named: Figure, weekday: int) -> Comparison:
    """A date against a weekday: the calendar decides, where the date is one day of a known year."""
    if stated.day is None or stated.last_day is not None or day.low is None:
        return Comparison("incomparable", f"{day.text} is not one day of a known year")
    actual = (int(day.low) - 1) % 7
    fact = f"{_write(int(day.low))} was a {_name(actual)}"
    if actual != weekday:
        return Comparison("conflicting", f"{fact}, not a {_name(weekday)}")
    if named.low is not None and named.low != day.low:
        return Comparison("incomparable", f"{fact}, but {named.text} may be of another week")
    return Comparison("compatible", fact)


def _compare_dates(a: Figure, ours: StatedDay, b: Figure, theirs: StatedDay) -> Comparison:
    if _differ(ours.year, theirs.year) or _differ(ours.month, theirs.month) or _are_other_days(ours, theirs):
        return Comparison("conflicting", f"{a.text} is not {b.text}")
    if a.low is not None and b.low is not None and (_high(a) < b.low or _high(b) < a.low):
        return Comparison("incomparable", f"{a.text} and {b.text} may be of different years")
    if a.text.lower() == b.text.lower():
        return _same(a)
    if (ours.day is None) != (theirs.day is None):
        month, single = (a, b) if ours.day is None else (b, a)
        return Comparison("compatible", f"{month.text} includes {single.text}")
    return Comparison("compatible", f"{a.text} is {b.text}")


def _are_other_days(ours: StatedDay, theirs: StatedDay) -> bool:
    if ours.day is None or theirs.day is None:
        return False
    return (ours.last_day or ours.day) < theirs.day or (theirs.last_day or theirs.day) < ours.day


def _differ(ours: int | None, theirs: int | None) -> bool:
    return ours is not None and theirs is not None and ours != theirs


def _high(figure: Figure) -> float:
    return figure.low or 0.0 if figure.high is None else figure.high


def _name(weekday: int) -> str:
    return WEEKDAYS[weekday].capitalize()


def _write(ordinal: int) -> str:
    day = date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"
