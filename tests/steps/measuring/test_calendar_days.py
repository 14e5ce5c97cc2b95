"""What dates and weekdays state, and what they resolve to."""

from datetime import date

import pytest

from service.steps.measuring import calendar_days
from service.steps.measuring.calendar_days import StatedDay
from service.steps.measuring.tokens import split


def state(text: str, at: int = 0) -> StatedDay | None:
    return calendar_days.read(split(text), at)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("14 October 2014", (2014, 10, 14, None)),
        ("14th of October, 2014", (2014, 10, 14, None)),
        ("October 14, 2014", (2014, 10, 14, None)),
        ("Sept. 5", (None, 9, 5, None)),
        ("SEPT 5", (None, 9, 5, None)),
        ("October 14-16, 2014", (2014, 10, 14, 16)),
        ("14 to 16 October", (None, 10, 14, 16)),
        ("May 2014", (2014, 5, None, None)),
        ("2014/10/17", (2014, 10, 17, None)),
        ("17-10-2014", (2014, 10, 17, None)),
        ("05/06/2014", (None, None, None, None)),
    ],
)
def test_stated_parts(text: str, parts: tuple[int | None, ...]) -> None:
    stated = state(text)
    assert stated
    assert (stated.year, stated.month, stated.day, stated.last_day) == parts
    assert stated.end == len(split(text))


@pytest.mark.parametrize(
    "text",
    [
        "May said",
        "may 14",
        "March on",
        "Jan Smith",
        "14 men",
        "32 October",
        "2014-13-40",
        "October 14 percent",
        "Sun 5",
    ],
)
def test_what_states_no_day(text: str) -> None:
    assert state(text) is None


def test_a_number_behind_in_october_is_no_day() -> None:
    stated = state("in October 14 people", at=1)
    assert stated
    assert (stated.month, stated.day) == (10, None)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Friday", date(2014, 10, 17), date(2014, 10, 17)),
        ("Saturday", date(2014, 10, 17), date(2014, 10, 11)),
        ("December 31", date(2015, 1, 2), date(2014, 12, 31)),
        ("January 2", date(2014, 12, 30), date(2015, 1, 2)),
        ("February 29", date(2016, 1, 10), date(2016, 2, 29)),
        ("2 March 2010", None, date(2010, 3, 2)),
        ("2 March", None, None),
        ("Friday", None, None),
        ("29 February 2015", date(2015, 3, 1), None),
        ("Monday", date(1, 1, 1), date(1, 1, 1)),
        ("Sunday", date(1, 1, 1), None),
    ],
)
def test_what_a_day_resolves_to(text: str, published: date | None, day: date | None) -> None:
    tokens = split(text)
    stated = calendar_days.read(tokens, 0)
    assert stated
    resolved = calendar_days.resolve(stated, tokens, published)
    assert resolved == (day and (day.toordinal(), day.toordinal()))


@pytest.mark.parametrize(
    "text", ["will meet Friday", "a summit due on Friday", "talks planned for Friday", "this Friday", "last Friday"]
)
def test_a_weekday_that_may_lie_ahead_is_left_open(text: str) -> None:
    tokens = split(text)
    stated = calendar_days.read(tokens, len(tokens) - 1)
    assert stated
    assert calendar_days.resolve(stated, tokens, date(2014, 10, 17)) is None


def test_the_future_of_another_sentence_does_not_count() -> None:
    tokens = split("They will go. He came on Friday")
    stated = calendar_days.read(tokens, len(tokens) - 1)
    assert stated
    assert calendar_days.resolve(stated, tokens, date(2014, 10, 17)) == (date(2014, 10, 17).toordinal(),) * 2
