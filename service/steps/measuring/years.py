"""Reads years: "in 2014", "1994-96", "the 1990s". Knows no days; four digits that count something are no year."""

from dataclasses import dataclass

from service.steps.measuring import digits, nouns, numerals, units
from service.steps.measuring.tokens import Tokens

_CUES = frozenset(
    "in since until till during late early mid year spring summer autumn fall winter quarter fiscal".split()
)
_EARLIEST_CUED, _EARLIEST, _LATEST = 1000, 1900, 2100


@dataclass(frozen=True)
class Years:
    """The years `first` to `last`, in tokens `start:end`."""

    start: int
    end: int
    first: int
    last: int


def read(tokens: Tokens, start: int, *, is_bounded: bool = False) -> Years | None:
    """The year or years that begin at token `start`; `is_bounded`: "about" or the like stands before."""
    year = _whole_year(tokens, start)
    if year is None:
        return None
    if tokens.follow(start + 1, "s") and tokens.gap(start + 1) == 0:
        return Years(start, start + 2, year, year + 9) if year % 100 else None
    if _counts(tokens, start) and not _is_cued(tokens, start):
        return None
    last, end = _read_last(tokens, start, year)
    earliest = _EARLIEST_CUED if _is_cued(tokens, start) else _EARLIEST
    is_year = earliest <= year <= _LATEST and not (is_bounded and not _is_cued(tokens, start) and last == year)
    return Years(start, end, year, last) if is_year else None


def _whole_year(tokens: Tokens, place: int) -> int | None:
    text = tokens.at(place).text
    return digits.to_whole(text) if len(text) == 4 and text.isdecimal() else None


def _is_cued(tokens: Tokens, start: int) -> bool:
    before = tokens.at(start - 1)
    return before.lower in _CUES or (before.text == "-" and tokens.at(start - 2).lower == "mid")


def _counts(tokens: Tokens, start: int) -> bool:
    """Whether a unit, a scale or a plural follows; "the 2014 elections" and "Russia's 2014 budgets" name a year."""
    numeral = numerals.read(tokens, start)
    if numeral is None or numeral.end > start + 1 or units.read(tokens, start + 1, is_scaled=False):
        return True
    before = tokens.at(start - 1).lower
    return nouns.has_plural(tokens, start + 1) and before != "the" and not before.endswith("'s")


def _read_last(tokens: Tokens, start: int, year: int) -> tuple[int, int]:
    """The last year of "1994-96", "1999-2000", "1994 to 1996" and the token after it; else the year itself."""
    place = start + 2
    is_dash = tokens.at(start + 1).text in ("-", "–") and tokens.gap(start + 1) == tokens.gap(place) == 0
    last = _whole_year(tokens, place)
    if last is None and is_dash and len(tokens.at(place).text) == 2:
        short = digits.to_whole(tokens.at(place).text)
        last = None if short is None else year - year % 100 + short
    if not (is_dash or tokens.follow(start + 1, "to")) or last is None or last <= year:
        return year, start + 1
    return last, place + 1
