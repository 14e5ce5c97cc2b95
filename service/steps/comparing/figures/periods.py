"""Over which months or years a sentence counts, with "last month" and "this year" resolved by when it was published.

Knows no figures. A day is no period: what happened on it is counted once.
"""

import re
from datetime import date
from functools import lru_cache

from service.steps.measuring.calendar_days import MONTHS

# A year, or a month of one; 0 where the year, or the month, is not told.
Period = tuple[int, int]
LONG: Period = (0, -1)

_NAMED = re.compile(
    r"\b(?:in|during|over|through|for|of|since|until|between|than in|early|late|mid|last|this) (?:the )?"
    rf"(?P<month>{'|'.join(name.capitalize() for name in MONTHS)})\b(?! \d{{1,2}}\b)(?!['’]s)(?:,? (?P<year>\d{{4}}))?"
    r"(?: (?P<relative>last|this) year)?"
    rf"|^(?P<first>{'|'.join(name.capitalize() for name in MONTHS)})\b(?! \d)"
)
# A longer time that a month of it says nothing of, and the other way round.
_LONG = re.compile(
    r"\b(?:twelve|12|six|three) months\b|\b(?:whole|full) year\b|\b(?:first|second) half\b|\b\w+ quarter of the year\b|"
    r"\bas a whole\b",
    re.I,
)
_YEAR = re.compile(r"\b(?:in|during|for|of|over) (?P<year>(?:19|20)\d\d)\b")
_RELATIVE = re.compile(r"\b(?P<which>last|this|the previous|the past) (?P<unit>month|year)\b", re.I)


@lru_cache(maxsize=4_096)
def read(sentence: str, published: date | None) -> frozenset[Period]:
    """The periods a sentence states; linear in it."""
    if _LONG.search(sentence):
        return frozenset({LONG})
    found: set[Period] = set()
    for match in _NAMED.finditer(sentence):
        month = MONTHS.index((match["month"] or match["first"]).lower()) + 1
        found.add((_year_of(match, month, published), month))
    named_years = {period[0] for period in found}
    found |= {(int(match["year"]), 0) for match in _YEAR.finditer(sentence)} - {(year, 0) for year in named_years}
    if published:
        found |= {_relative(match, published) for match in _RELATIVE.finditer(sentence)}
    return frozenset(found)


def differ(a: frozenset[Period], b: frozenset[Period]) -> str | None:
    """What both state and state differently, in words; None where they may be one."""
    if not a or not b or any(_may_be_one(x, y) for x in a for y in b):
        return None
    return f"counted over {_say(a)} against {_say(b)}"


def _may_be_one(x: Period, y: Period) -> bool:
    if bool(x[1]) != bool(y[1]):
        return False
    return x[1] == y[1] and (x[0] == y[0] or 0 in (x[0], y[0]))


def _year_of(match: re.Match[str], month: int, published: date | None) -> int:
    if match["year"]:
        return int(match["year"])
    if published is None:
        return 0
    if match["relative"]:
        return published.year - (match["relative"] == "last")
    return published.year if month <= published.month else published.year - 1


def _relative(match: re.Match[str], published: date) -> Period:
    back = 0 if match["which"].lower() == "this" else 1
    if match["unit"].lower() == "year":
        return published.year - back, 0
    months = published.year * 12 + published.month - 1 - back
    return months // 12, months % 12 + 1


def _say(periods: frozenset[Period]) -> str:
    return ", ".join(_spell(one) for one in sorted(periods))


def _spell(period: Period) -> str:
    if period == LONG:
        return "a longer time"
    month = MONTHS[period[1] - 1].capitalize() if period[1] else ""
    return f"{month} {period[0] or ''}".strip()
