"""Reads times of day from prose: "10:35", "7 p.m.", "noon", "1035 GMT", "half past six", "ten to five". Knows no dates.

Minutes after midnight, in the zone the words name; no zone is ever converted into another.
"""

from dataclasses import dataclass

from service.steps.measuring import digits, nouns, numerals, units
from service.steps.measuring.tokens import Tokens

_MORNING, _AFTERNOON = frozenset({"a.m.", "a.m", "am"}), frozenset({"p.m.", "p.m", "pm"})
_ZONES = frozenset(
    "GMT UTC BST CET CEST EET EEST MSK EST EDT ET CST CDT CT MST MDT MT PST PDT PT IST JST KST HKT AEST AEDT SAST "
    "WAT".split()
)
_NAMED = {"noon": 720, "midday": 720, "midnight": 0}
_HALF_DAY = 720
_MINUTES = {"quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25, "5": 5, "10": 10, "20": 20, "25": 25}
# "Ten to five" is a time behind one of these; elsewhere it may be a range or a score.
_BEFORE_TIMES = frozenset(
    "at by until till since before after about around roughly nearly almost approximately".split()
)
# The words that may begin a time of day.
OPENINGS = frozenset({*_NAMED, *_MINUTES, "a", "half"})
_DAY_PARTS = {"morning": False, "afternoon": True, "evening": True}


@dataclass(frozen=True)
class ClockTime:
    """A time in tokens `start:end`. `is_half_known`: it may be twelve hours later. `is_hour_only`: no minutes given."""

    start: int
    end: int
    minutes: int
    zone: str = ""
    is_half_known: bool = True
    is_hour_only: bool = False


def read(tokens: Tokens, start: int) -> ClockTime | None:
    """The time that begins at token `start`, else None."""
    if tokens.at(start).lower in _NAMED:
        return _finish(tokens, ClockTime(start, start + 1, _NAMED[tokens[start].lower]))
    return (
        _read_minutes(tokens, start)
        or _read_spoken(tokens, start)
        or _read_hour(tokens, start)
        or _read_military(tokens, start)
    )


def is_meridiem(word: str) -> bool:
    """Whether a lower-case token is "a.m." or "p.m.", however written."""
    return word in _MORNING or word in _AFTERNOON


def _read_minutes(tokens: Tokens, start: int) -> ClockTime | None:
    """ "10:35", "7:15 p.m.", "7.15pm"."""
    hour, minute, end = _split_at_colon(tokens, start)
    if hour is None or minute is None:
        hour, minute, end = _split_at_dot(tokens, start)
    if hour is None or minute is None or hour > 23 or minute > 59:
        return None
    return _finish(tokens, ClockTime(start, end, hour * 60 + minute, is_half_known=hour > 12 or hour == 0))


def _split_at_colon(tokens: Tokens, start: int) -> tuple[int | None, int | None, int]:
    is_joined = tokens.at(start + 1).text == ":" and tokens.gap(start + 1) == tokens.gap(start + 2) == 0
    is_longer = tokens.at(start + 3).text == ":" and tokens.gap(start + 3) == 0
    hour, minute = tokens.at(start).text, tokens.at(start + 2).text
    if not is_joined or is_longer or len(hour) > 2 or len(minute) != 2:
        return None, None, start
    return digits.to_whole(hour), digits.to_whole(minute), start + 3


def _split_at_dot(tokens: Tokens, start: int) -> tuple[int | None, int | None, int]:
    hour, dot, minute = tokens.at(start).text.partition(".")
    is_told = is_meridiem(tokens.at(start + 1).lower) or _day_part(tokens, start + 1) is not None
    if not dot or len(hour) > 2 or len(minute) != 2 or not is_told:
        return None, None, start
    return digits.to_whole(hour), digits.to_whole(minute), start + 1


def _read_spoken(tokens: Tokens, start: int) -> ClockTime | None:
    """ "Half past six", "a quarter to four", "ten to five", "twenty minutes past noon"."""
    place = start + 1 if tokens.at(start).lower == "a" else start
    if tokens.follow(place, "half", "past"):
        return _beside_hour(tokens, start, place + 2, 30)
    minutes, place = _spoken_minutes(tokens, place)
    joint = tokens.at(place).lower
    if minutes is None or joint not in ("to", "past"):
        return None
    clock = _beside_hour(tokens, start, place + 1, -minutes if joint == "to" else minutes)
    is_alone = start == 0 and clock is not None and clock.end == len(tokens)
    is_sure = joint == "past" or is_alone or tokens.at(place - 1).lower in ("quarter", "minute", "minutes")
    is_sure = is_sure or tokens.at(place + 1).lower in _NAMED or tokens.at(start - 1).lower in _BEFORE_TIMES
    return clock if is_sure else None


def _spoken_minutes(tokens: Tokens, place: int) -> tuple[int | None, int]:
    """The minutes told in words at `place`, and the token after them."""
    word = tokens.at(place).lower
    if word == "twenty" and tokens.at(place + 1).text == "-" and tokens.at(place + 2).lower == "five":
        word, place = "twenty-five", place + 2
    minutes, end = _MINUTES.get(word), place + 1
    return minutes, end + 1 if tokens.at(end).lower in ("minute", "minutes") else end


def _beside_hour(tokens: Tokens, start: int, place: int, minutes: int) -> ClockTime | None:
    """The time so many minutes from the hour at `place`; None where that is none but counts something."""
    named = _NAMED.get(tokens.at(place).lower)
    if named is not None:
        return _finish(tokens, ClockTime(start, place + 1, (named + minutes) % (2 * _HALF_DAY)))
    numeral = numerals.read(tokens, place)
    if numeral is None or numeral.value is None or numeral.value not in range(1, 13) or numeral.bound != "exact":
        return None
    end = numeral.end
    if tokens.follow(end, "o'clock"):
        end += 1
    elif nouns.has_plural(tokens, end) or units.read(tokens, end, is_scaled=False):
        return None
    told = (int(numeral.value) * 60 + minutes) % _HALF_DAY
    return _finish(tokens, ClockTime(start, end, told, is_half_known=False))


def _read_hour(tokens: Tokens, start: int) -> ClockTime | None:
    """ "7 p.m.", "seven o'clock"."""
    numeral = numerals.read(tokens, start)
    if numeral is None or numeral.value is None or numeral.value not in range(1, 13) or numeral.bound != "exact":
        return None
    minutes = int(numeral.value) * 60
    if tokens.follow(numeral.end, "o'clock"):
        clock = ClockTime(start, numeral.end + 1, minutes, is_half_known=False, is_hour_only=True)
        return _finish(tokens, clock)
    # "Killed five on Friday evening" tells no hour; "five in the evening" does.
    in_the = tokens.follow(numeral.end, "in", "the") and _day_part(tokens, numeral.end) is not None
    is_told = in_the or is_meridiem(tokens.at(numeral.end).lower)
    if tokens.gap(numeral.end) > 1 or not is_told:
        return None
    return _finish(tokens, ClockTime(start, numeral.end, minutes, is_half_known=False, is_hour_only=True))


def _read_military(tokens: Tokens, start: int) -> ClockTime | None:
    """ "1035 GMT", "0600 hours"."""
    text, after = tokens.at(start).text, tokens.at(start + 1)
    is_time = after.text in _ZONES or (after.lower in ("hours", "hrs") and text.startswith("0"))
    number = digits.to_whole(text) if len(text) == 4 and is_time else None
    if number is None or number // 100 > 23 or number % 100 > 59:
        return None
    end = start + 2 if after.lower in ("hours", "hrs") else start + 1
    return _finish(tokens, ClockTime(start, end, number // 100 * 60 + number % 100))


def _day_part(tokens: Tokens, place: int) -> tuple[bool, int] | None:
    """Whether "in the morning", "on Friday evening" or the like, at `place`, is past noon, and the token up to which
    it belongs to the time: a day named there is a figure of its own."""
    word = tokens.at(place + 2).lower
    if tokens.follow(place, "in", "the") and word in _DAY_PARTS:
        return _DAY_PARTS[word], place + 3
    if tokens.follow(place, "on") and tokens.at(place + 1).lower.endswith("day") and word in _DAY_PARTS:
        return _DAY_PARTS[word], place
    if tokens.at(place).lower in ("this", "yesterday", "that") and tokens.at(place + 1).lower in _DAY_PARTS:
        return _DAY_PARTS[tokens.at(place + 1).lower], place + 2
    return None


def _finish(tokens: Tokens, clock: ClockTime) -> ClockTime:
    """Adds the half of the day and the zone that follow."""
    minutes, end, is_half_known, word = clock.minutes, clock.end, clock.is_half_known, tokens.at(clock.end).lower
    if is_meridiem(word) and tokens.gap(end) <= 1 and minutes < _HALF_DAY + 60:
        minutes = minutes % _HALF_DAY + (_HALF_DAY if word in _AFTERNOON else 0)
        end, is_half_known = end + 1, True
    part = _day_part(tokens, end)
    if part and not is_half_known and minutes < _HALF_DAY + 60:
        minutes = minutes % _HALF_DAY + (_HALF_DAY if part[0] else 0)
        end, is_half_known = part[1], True
    zone = tokens.at(end).text if tokens.at(end).text in _ZONES else ""
    return ClockTime(clock.start, end + bool(zone), minutes, zone, is_half_known, clock.is_hour_only)
