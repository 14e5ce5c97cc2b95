"""Compares publication times, of which some are only days. Knows nothing of articles.

A day and a time are compared as days; so are a time with and one without a time zone. An unknown time is never before
or after anything.
"""

from datetime import date, datetime, timedelta

Moment = date | datetime | None
# What may change is another state in a paper that came out so much later.
SOON = timedelta(hours=2)


def order(a: Moment, b: Moment) -> int:
    """-1 where `a` is earlier, 1 where it is later, 0 where they are equal or it cannot be told."""
    if a is None or b is None:
        return 0
    if _are_times(a, b):
        return (a > b) - (a < b)
    first, second = day_of(a), day_of(b)
    return (first > second) - (first < second) if first and second else 0


def is_earlier(a: Moment, b: Moment) -> bool:
    """Whether `a` is known to be before `b`."""
    return order(a, b) < 0


def are_apart(a: Moment, b: Moment) -> bool:
    """Whether the two are known to lie so far apart that what may change may have changed."""
    if _are_times(a, b):
        return bool(abs(a - b) > SOON)  # type: ignore[operator]
    return order(a, b) != 0


def _are_times(a: Moment, b: Moment) -> bool:
    """Whether both are times that can be compared, both with a time zone or both without."""
    return isinstance(a, datetime) and isinstance(b, datetime) and (a.tzinfo is None) == (b.tzinfo is None)


def day_of(moment: Moment) -> date | None:
    """The calendar day."""
    return moment.date() if isinstance(moment, datetime) else moment
