"""Reads days from prose: "14 October 2014", "Oct. 14-16", "October 2014", "in March", "on Friday". Knows no clock.

What the words state (year, month, day, weekday) is kept apart from what they resolve to, which needs the date of
publication. English names; digits with dots, slashes or hyphens where day and month cannot be mistaken.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime

from service.steps.measuring import digits
from service.steps.measuring.tokens import Token, Tokens, split

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH_OF = (
    {name: number for number, name in enumerate(MONTHS, 1)}
    | {name[:3]: number for number, name in enumerate(MONTHS, 1)}
    | {"sept": 9}
)
# The words that may begin a day.
OPENINGS = frozenset({*WEEKDAYS, *_MONTH_OF})
# A month's name alone is a date only behind these; people are called May, and armies march.
_MONTH_CUES = frozenset("in since until till during last next early late mid this".split())
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_DASHES = frozenset({"-", "–", "to"})
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)
# Days of the year that bear a weekday's name, and papers that do.
_NAMED_DAYS = frozenset("black good ash palm holy easter bloody super whit cyber giving".split())
_PAPERS = frozenset("times mail mirror telegraph express herald post sun night".split())
_FUTURE_CUES = frozenset("will shall due expected scheduled planned set would going next this coming".split())
# How many words before a day may hold the word that puts it into the future.
_FUTURE_REACH = 12


@dataclass(frozen=True)
class StatedDay:
    """The parts that tokens `start:end` state; None where they do not. `last_day` ends a range ("14-16 October")."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None


def read(tokens: Tokens, start: int) -> StatedDay | None:
    """The date or weekday that begins at token `start`, else None."""
    token = tokens.at(start)
    if token.is_digits:
        return read_numeric(tokens, start) or _read_day_first(tokens, start)
    return _read_weekday(tokens, start) or _read_month_first(tokens, start)


def restate(text: str) -> StatedDay | None:
    """What the text of a date or weekday figure states; a bare month counts, since the figure was found to be one."""
    found = split(text)
    month = _month(found.at(0))
    return read(found, 0) or (StatedDay(0, 1, month=month) if month else None)


def resolve(stated: StatedDay, tokens: Tokens, published_at: datetime | date | None) -> tuple[int, int] | None:
    """First and last day that `stated` means, as proleptic ordinals; None where that would be a guess.

    A weekday or a date without a year is the last such day at or before publication, unless the words around put it
    into the future; a day and month without a year is the one nearest to publication.
    """
    published = published_at.date() if isinstance(published_at, datetime) else published_at
    if stated.weekday is not None:
        return _resolve_weekday(stated, tokens, published)
    if stated.month is None:
        return None
    is_future = _is_future(tokens, stated.start)
    year = stated.year or nearest_year(stated, published, is_future=is_future)
    return days_of(year, stated) if year else None


def days_of(year: int, stated: StatedDay) -> tuple[int, int] | None:
    """First and last day that `stated` means in `year`, as proleptic ordinals; None where there is none."""
    month = stated.month or 1
    first, last = (stated.day, stated.last_day or stated.day) if stated.day else (1, monthrange(year, month)[1])
    try:
        return date(year, month, first).toordinal(), date(year, month, last).toordinal()
    except ValueError:
        return None


def nearest_year(stated: StatedDay, published: date | None, *, is_future: bool) -> int | None:
    """The year that a date without one is of; a month alone is of the past unless the words put it into the future."""
    if published is None or stated.month is None:
        return None
    if stated.day is None:
        is_past = stated.month <= published.month
        return None if is_future else published.year if is_past else published.year - 1
    near = [(days[0], year) for year in _years_around(published) if (days := days_of(year, stated))]
    return min(near, key=lambda found: abs(found[0] - published.toordinal()))[1] if near else None


def _years_around(published: date) -> range:
    return range(max(published.year - 1, date.min.year), min(published.year + 1, date.max.year) + 1)


def _resolve_weekday(stated: StatedDay, tokens: Tokens, published: date | None) -> tuple[int, int] | None:
    beside = read(tokens, stated.end + 1 if tokens.at(stated.end).text == "," else stated.end)
    if beside and beside.day and beside.weekday is None:
        days = resolve(beside, tokens, published)
        return days if days and (days[0] - 1) % 7 == stated.weekday else None
    if published is None or stated.weekday is None:
        return None
    today, cue = published.toordinal(), tokens.at(stated.start - 1).lower
    back = (published.weekday() - stated.weekday) % 7
    if cue == "next":
        return today + 7 - back, today + 7 - back
    if _is_future(tokens, stated.start) or (cue == "last" and back == 0):
        return None
    return (today - back, today - back) if today > back else None


def _is_future(tokens: Tokens, start: int) -> bool:
    for token in reversed(tokens[max(0, start - _FUTURE_REACH) : start]):
        if token.text in ".!?":
            return False
        if token.lower in _FUTURE_CUES:
            return True
    return False


def read_numeric(tokens: Tokens, start: int) -> StatedDay | None:
    """A day in digits: "2014-10-17", "17.10.2014", "17/10/2014"; where day and month could be mistaken, no part."""
    end, joined = start + 1, tokens[start].text
    while end < start + 5 and tokens.gap(end) == 0 and tokens[end].text[0] in "-/.0123456789":
        joined, end = joined + tokens[end].text, end + 1
    if found := _YEAR_FIRST.fullmatch(joined):
        return _checked(StatedDay(start, end, int(found[1]), int(found[3]), int(found[4])))
    if not (found := _DAY_FIRST.fullmatch(joined)):
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "." or first > 12:
        return _checked(StatedDay(start, end, year, second, first))
    return _checked(StatedDay(start, end, year, first, second)) if second > 12 else StatedDay(start, end)


def _checked(stated: StatedDay) -> StatedDay | None:
    return stated if stated.year and 1 <= (stated.month or 0) <= 12 and days_of(stated.year, stated) else None


def _read_day_first(tokens: Tokens, start: int) -> StatedDay | None:
    """ "14 October 2014", "14-16 Oct.", "14th of May"."""
    first, last, place = _read_days(tokens, start)
    if tokens.follow(place, "of"):
        place += 1
    month = _month(tokens.at(place))
    if first is None or month is None or tokens.gap(place) > 2:
        return None
    year, end = _read_year(tokens, _skip_dot(tokens, place), place + 1)
    return StatedDay(start, end, year, month, first, last)


def _read_month_first(tokens: Tokens, start: int) -> StatedDay | None:
    """ "October 14, 2014", "Oct. 14-16", "October 2014", "in March"."""
    month = _month(tokens.at(start))
    if month is None:
        return None
    place, cue = _skip_dot(tokens, start), tokens.at(start - 1).lower
    first, last, after = _read_days(tokens, place)
    if first and cue != "in" and tokens.gap(place) <= 2 and _ends_a_day(tokens, after):
        year, end = _read_year(tokens, after, after)
        return StatedDay(start, end, year, month, first, last)
    year, end = _read_year(tokens, place, start + 1)
    is_cued = cue in _MONTH_CUES or (cue == "-" and tokens.at(start - 2).lower == "mid")
    return StatedDay(start, end, year, month) if year or (is_cued and len(tokens[start].text) > 2) else None


def _read_days(tokens: Tokens, start: int) -> tuple[int | None, int | None, int]:
    """First and last day of the month at `start` ("14", "14th", "14-16", "14 to 16"), and the token after them."""
    first, place = _read_day(tokens, start)
    if first is None or tokens.at(place).lower not in _DASHES:
        return first, None, place
    last, after = _read_day(tokens, place + 1)
    return (first, last, after) if last and last > first else (first, None, place)


def _read_day(tokens: Tokens, place: int) -> tuple[int | None, int]:
    text = tokens.at(place).text
    day = digits.to_whole(text) if len(text) <= 2 else None
    if day is None or not 1 <= day <= 31:
        return None, place
    is_ordinal = tokens.at(place + 1).lower in _SUFFIXES and tokens.gap(place + 1) == 0
    return day, place + 2 if is_ordinal else place + 1


def _ends_a_day(tokens: Tokens, after: int) -> bool:
    """Whether the day before token `after` stands alone: not "14:30", "14%", "14km", "14 million"."""
    following = tokens.at(after)
    if tokens.gap(after) == 0 and (following.text in (":", "%", "-", "/") or following.is_word):
        return False
    return following.lower not in ("million", "billion", "percent", "per", "thousand", "hundred")


def _read_year(tokens: Tokens, place: int, otherwise: int) -> tuple[int | None, int]:
    """The year at `place`, behind a comma or not, and the token after it; (None, otherwise) if there is none."""
    if tokens.at(place).text == ",":
        place += 1
    text = tokens.at(place).text
    year = digits.to_whole(text) if len(text) == 4 and tokens.gap(place) <= 2 else None
    return (year, place + 1) if year and 1000 <= year <= 2999 else (None, otherwise)


def _read_weekday(tokens: Tokens, start: int) -> StatedDay | None:
    token, before, after = tokens.at(start), tokens.at(start - 1), tokens.at(start + 1)
    name = token.lower.removesuffix("'s")
    if not token.is_capitalised or name not in WEEKDAYS or before.lower in ("every", "each"):
        return None
    is_name = before.is_capitalised and before.lower in _NAMED_DAYS
    is_paper = after.is_capitalised and after.lower in _PAPERS
    return None if is_name or is_paper else StatedDay(start, start + 1, weekday=WEEKDAYS.index(name))


def _month(token: Token) -> int | None:
    return _MONTH_OF.get(token.lower.removesuffix("'s")) if token.is_capitalised else None


def _skip_dot(tokens: Tokens, place: int) -> int:
    """The token after a month, past the full stop of its abbreviation."""
    is_short = len(tokens[place].text) <= 4 and tokens[place].lower not in MONTHS
    return place + 2 if is_short and tokens.at(place + 1).text == "." else place + 1
