"""Times told by how long ago they were, held against dates: "two years ago" is not January. Knows no rule.

"Two years ago" may be anything from one to three years back; a date within that may be meant.
"""

import re
from collections.abc import Sequence
from datetime import date

from service.models import Figure
from service.steps.comparing.tellings import Telling

DAY_S = 86_400
# How far off what is told in this unit may be, in days.
_LEEWAY = {"year": 366, "month": 31}
_UNIT = re.compile(r"(year|month)s?\b", re.IGNORECASE)


def cannot_be(telling: Telling, dates: Sequence[Figure]) -> bool:
    """Whether `telling` says how long ago it was, and none of `dates`, of another telling, lies there."""
    ages = _ages(telling)
    spans = [span for one in dates if (span := _days(one))]
    return bool(ages and spans) and not any(a[0] <= b[1] and b[0] <= a[1] for a in ages for b in spans)


def _ages(telling: Telling) -> list[tuple[float, float]]:
    """The first and last day, as ordinals, of every "so many years ago"; none where publication is not known."""
    published = telling.published
    if published is None:
        return []
    found = []
    for figure in telling.claim.figures:
        unit = _UNIT.search(figure.text) if figure.kind == "duration" else None
        if unit is None or figure.low is None or f"{figure.text} ago" not in telling.claim.text:
            continue
        back, leeway = figure.low / DAY_S, _LEEWAY[unit[1].lower()]
        found.append((published.toordinal() - back - leeway, published.toordinal() - back + leeway))
    return found


def _days(figure: Figure) -> tuple[float, float] | None:
    """The days a date, a weekday or a year may be."""
    if figure.low is None or figure.high is None:
        return None
    if figure.kind != "year":
        return figure.low, figure.high
    years = int(figure.low), int(figure.high)
    if not all(date.min.year <= year <= date.max.year for year in years):
        return None
    return date(years[0], 1, 1).toordinal(), date(years[1], 12, 31).toordinal()
