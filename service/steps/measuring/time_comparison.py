"""Compares two times of day. Knows no dates; zones are not converted, and a missing "p.m." is never filled in."""

from service.models import Figure
from service.steps.measuring import clock_times, tokens
from service.steps.measuring.clock_times import ClockTime
from service.steps.measuring.comparison import Comparison
from service.steps.measuring.french import times as french_times

# In minutes: how far "about 7 p.m.", a bare "7 p.m." and "10:30" may be from the minute.
_SURE_OF_ABOUT, _DOUBT_OF_ABOUT, _DOUBT_OF_HOUR, _DOUBT_OF_ROUND, _ROUND = 15, 60, 30, 5, 5
_DAY, _HALF_DAY = 1440, 720


def compare(a: Figure, b: Figure) -> Comparison:
    """Whether two figures of kind "time" can both be right; symmetric in its outcome."""
    ours, theirs, both = _read(a), _read(b), f"{a.text} and {b.text}"
    if ours is None or theirs is None:
        return Comparison("incomparable", f"{both}: the time of at least one is not sure")
    apart = _minutes_apart(ours, theirs)
    if apart == 0 and (ours.zone == theirs.zone or not (ours.zone and theirs.zone)):
        return Comparison("compatible", f"{a.text} is {b.text}" if a.text != b.text else f"both give {a.text}")
    if ours.zone != theirs.zone:
        return Comparison("incomparable", f"{both} may be in different time zones")
    is_about = "about" in (a.bound, b.bound)
    if is_about and apart <= _SURE_OF_ABOUT:
        return Comparison("compatible", f"{both} are {apart} minutes apart, near enough for about")
    if apart <= max(_doubt(a, ours), _doubt(b, theirs)):
        return Comparison("incomparable", f"{both} may differ by rounding alone")
    return Comparison("conflicting", f"{a.text} is not {b.text}")


def _read(figure: Figure) -> ClockTime | None:
    if figure.language == "fr":
        return french_times.restate(figure.text)
    found = tokens.split(figure.text)
    clock = next((clock for place in range(len(found)) if (clock := clock_times.read(found, place))), None)
    if figure.low is not None and (clock is None or clock.minutes != figure.low):
        # A day named between the hour and the part of the day told which half it is: "5.20 on Friday morning".
        return ClockTime(0, len(found), int(figure.low))
    return clock


def _minutes_apart(a: ClockTime, b: ClockTime) -> int:
    """The shorter way round the clock; round half of it where either may be morning or afternoon."""
    circle = _DAY if a.is_half_known and b.is_half_known else _HALF_DAY
    apart = abs(a.minutes - b.minutes) % circle
    return min(apart, circle - apart)


def _doubt(figure: Figure, clock: ClockTime) -> int:
    if figure.bound == "about":
        return _DOUBT_OF_ABOUT
    if clock.is_hour_only:
        return _DOUBT_OF_HOUR
    return 0 if clock.minutes % _ROUND else _DOUBT_OF_ROUND
