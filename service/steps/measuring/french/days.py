"""Reads days from French prose: "lundi 3 mars 2025", "1er mai", "du 3 au 5 mars", "en mars", "mardi". Knows no clock.

Days written in digits alone ("03/03/2025") are calendar_days.py's. A weekday without a date is the last one at or
before publication, unless the words around put it into the future.
"""

from datetime import date, datetime

from service.steps.measuring import calendar_days, digits
from service.steps.measuring.calendar_days import StatedDay, days_of, nearest_year
from service.steps.measuring.tokens import Tokens, split

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_MONTH_OF = {name: number for number, name in enumerate(MONTHS, 1)} | {"aout": 8, "fevrier": 2, "decembre": 12}
# The words that may begin a day.
OPENINGS = frozenset({*WEEKDAYS, *_MONTH_OF})
_MONTH_CUES = frozenset("en depuis début fin mi de d' courant dès".split())
_SUFFIXES = frozenset({"er", "ᵉʳ"})
_FUTURE_CUES = frozenset(
    "prochain prochaine sera seront aura auront doit doivent devrait devraient prévu prévue".split()
)
# How many words around a day may hold the word that puts it into the future.
_FUTURE_REACH = 12


def read(tokens: Tokens, start: int) -> StatedDay | None:
    """The date or weekday that begins at token `start`, else None."""
    token = tokens.at(start)
    if token.is_digits:
        return _read_date(tokens, start) or calendar_days.read_numeric(tokens, start)
    return _read_weekday(tokens, start) or _read_month(tokens, start)


def restate(text: str) -> StatedDay | None:
    """What the text of a date or weekday figure states; a bare month counts, since the figure was found to be one."""
    found = split(text, "fr")
    month = _MONTH_OF.get(found.at(0).lower)
    stated = read(found, 0) or (StatedDay(0, 1, month=month) if month else None)
    # "lundi 3 mars": what is told is the date.
    date_behind = _read_date(found, stated.end) if stated and stated.weekday is not None else None
    return date_behind or stated


def resolve(stated: StatedDay, tokens: Tokens, published_at: datetime | date | None) -> tuple[int, int] | None:
    """First and last day that `stated` means, as proleptic ordinals; None where that would be a guess."""
    published = published_at.date() if isinstance(published_at, datetime) else published_at
    is_future = _is_future(tokens, stated)
    if stated.weekday is not None:
        if published is None or is_future:
            return None
        today, back = published.toordinal(), (published.weekday() - stated.weekday) % 7
        back = 7 if back == 0 and tokens.at(stated.end).lower == "dernier" else back
        return (today - back, today - back) if today > back else None
    if stated.month is None:
        return None
    year = stated.year or nearest_year(stated, published, is_future=is_future)
    return days_of(year, stated) if year else None


def _is_future(tokens: Tokens, stated: StatedDay) -> bool:
    sentence = {tokens.at(stated.end).lower}
    for token in tokens[max(0, stated.start - _FUTURE_REACH) : stated.start]:
        sentence = {tokens.at(stated.end).lower} if token.text in ".!?" else sentence | {token.lower}
    return bool(_FUTURE_CUES & sentence)


def _read_date(tokens: Tokens, start: int) -> StatedDay | None:
    """ "3 mars 2025", "1er mai", "3 au 5 mars", "3-5 mars", "3 et 4 mars"."""
    first, place = _read_day(tokens, start)
    last = None
    if first and tokens.at(place).lower in ("au", "-", "–", "et"):
        last, after = _read_day(tokens, place + 1)
        last, place = (last, after) if last and last > first else (None, place)
    month = _MONTH_OF.get(tokens.at(place).lower)
    if first is None or month is None or tokens.gap(place) > 2:
        return None
    year, end = _read_year(tokens, place + 1)
    return StatedDay(start, end, year, month, first, last)


def _read_day(tokens: Tokens, place: int) -> tuple[int | None, int]:
    text = tokens.at(place).text
    day = digits.to_whole(text) if len(text) <= 2 else None
    if day is None or not 1 <= day <= 31:
        return None, place
    is_first = tokens.at(place + 1).lower in _SUFFIXES and tokens.gap(place + 1) == 0
    return day, place + 2 if is_first else place + 1


def _read_year(tokens: Tokens, place: int) -> tuple[int | None, int]:
    text = tokens.at(place).text
    year = digits.to_whole(text) if len(text) == 4 and text.isdecimal() and tokens.gap(place) <= 2 else None
    return (year, place + 1) if year and 1000 <= year <= 2999 else (None, place)


def _read_month(tokens: Tokens, start: int) -> StatedDay | None:
    """ "mars 2025", "en mars"."""
    month = _MONTH_OF.get(tokens.at(start).lower)
    if month is None:
        return None
    year, end = _read_year(tokens, start + 1)
    return StatedDay(start, end, year, month) if year or tokens.at(start - 1).lower in _MONTH_CUES else None


def _read_weekday(tokens: Tokens, start: int) -> StatedDay | None:
    word = tokens.at(start).lower
    if word not in WEEKDAYS or tokens.at(start - 1).lower in ("chaque", "les", "le"):
        return None
    dated = _read_date(tokens, start + 1)
    if dated:
        return StatedDay(start, dated.end, dated.year, dated.month, dated.day, dated.last_day)
    return StatedDay(start, start + 1, weekday=WEEKDAYS.index(word))
