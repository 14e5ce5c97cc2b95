"""Reads times of day from French prose: "14 h 30", "14h30", "à 8 heures du matin", "vers midi". Knows no dates.

"14 heures" is a time of day only behind a word that puts something at a time; elsewhere it may be how long.
"""

from service.steps.measuring import digits
from service.steps.measuring.clock_times import ClockTime
from service.steps.measuring.french import numerals
from service.steps.measuring.tokens import Tokens, split

_NAMED = {"midi": 720, "minuit": 0}
_AT = frozenset({"à", "vers", "dès", "avant", "après", "environ"})
_FROM = frozenset({"de", "entre"})
_LASTING = frozenset("en pendant durant dure duré durera toutes les plus moins quelque près".split())
# The words that may begin a time of day.
OPENINGS = frozenset(_NAMED)
_DAY_PARTS = {"matin": 0, "soir": 720, "après-midi": 720, "nuit": 0}
_HALF_DAY = 720


def read(tokens: Tokens, start: int) -> ClockTime | None:
    """The time that begins at token `start`, else None."""
    token = tokens.at(start)
    if token.lower in _NAMED:
        is_placed = tokens.at(start - 1).lower in _AT
        return ClockTime(start, start + 1, _NAMED[token.lower]) if is_placed else None
    return _read_colon(tokens, start) or _read_hours(tokens, start)


def restate(text: str) -> ClockTime | None:
    """The time that the text of a figure states."""
    found = split(text, "fr")
    for place in range(len(found)):
        token = found[place]
        if token.lower in _NAMED:
            return ClockTime(place, place + 1, _NAMED[token.lower])
        clock = _read_colon(found, place) or _read_hours(found, place, is_known=True)
        if clock:
            return clock
    return None


def _read_colon(tokens: Tokens, start: int) -> ClockTime | None:
    """ "14:30"."""
    hour, minute = _number(tokens, start, 24), _number(tokens, start + 2, 59)
    is_joined = tokens.at(start + 1).text == ":" and tokens.gap(start + 1) == tokens.gap(start + 2) == 0
    if hour is None or minute is None or not is_joined or len(tokens[start + 2].text) != 2:
        return None
    return None if tokens.at(start + 3).text == ":" else ClockTime(start, start + 3, hour * 60 + minute)


def _read_hours(tokens: Tokens, start: int, *, is_known: bool = False) -> ClockTime | None:
    """ "14 h 30", "14h", "huit heures trente"; `is_known`: these words were found to be a time before."""
    numeral = numerals.read(tokens, start)
    hour = None if numeral is None or numeral.value is None else int(numeral.value)
    if numeral is None or hour is None or hour != numeral.value or hour > 24 or numeral.bound != "exact":
        return None
    unit = tokens.at(numeral.end).lower
    if unit not in ("h", "heure", "heures"):
        return None
    end = numeral.end + 1
    minute = _number(tokens, end, 59)
    has_minute = minute is not None and (unit != "h" or len(tokens[end].text) == 2)
    end += has_minute
    after, before = tokens.at(end).lower, tokens.at(start - 1).lower
    if not is_known and (
        before in _LASTING or after in ("min", "minutes", "mn", "de", "d'") and not _part(tokens, end)
    ):
        return None
    is_opening = before in _FROM and after in ("à", "et")
    if not (is_known or before in _AT or is_opening or (unit == "h" and has_minute)):
        return None
    minutes = hour * 60 + (minute or 0) if has_minute else hour * 60
    return _finish(tokens, ClockTime(start, end, minutes % 1440, is_hour_only=not has_minute), hour)


def _finish(tokens: Tokens, clock: ClockTime, hour: int) -> ClockTime:
    """Adds "du matin" or "du soir"; the clock of twenty-four hours is sure past noon only."""
    part = _part(tokens, clock.end)
    if part is None or hour > 12:
        return ClockTime(clock.start, clock.end, clock.minutes, "", hour > 12 or hour == 0, clock.is_hour_only)
    shift, end = part
    minutes = clock.minutes % _HALF_DAY + shift
    return ClockTime(clock.start, end, minutes, "", True, clock.is_hour_only)


def _part(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Whether "du matin", "du soir" or "de l'après-midi" stands at `place`: its minutes, and the token after it."""
    if tokens.at(place).lower == "du" and tokens.at(place + 1).lower in _DAY_PARTS:
        return _DAY_PARTS[tokens[place + 1].lower], place + 2
    is_afternoon = tokens.follow(place, "de", "l'", "après", "-", "midi")
    return (720, place + 5) if is_afternoon else None


def _number(tokens: Tokens, place: int, most: int) -> int | None:
    text = tokens.at(place).text
    value = digits.to_whole(text) if len(text) <= 2 else None
    return value if value is not None and value <= most else None
