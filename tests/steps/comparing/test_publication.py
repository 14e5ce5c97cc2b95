"""Publication times are compared as far as both are known, and no further."""

from datetime import UTC, date, datetime, timedelta

import pytest

from service.steps.comparing.publication import Moment, are_apart, day_of, is_earlier, order

DAY, NEXT_DAY = date(2026, 3, 2), date(2026, 3, 3)
MORNING, EVENING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC), datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
NO_ZONE = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001 (callers may send one)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (DAY, NEXT_DAY, -1),
        (DAY, DAY, 0),
        (MORNING, EVENING, -1),
        (MORNING, DAY, 0),
        (EVENING, NEXT_DAY, -1),
        (NO_ZONE, EVENING, 0),
        (None, DAY, 0),
        (None, None, 0),
    ],
)
def test_order_is_told_where_it_is_known_and_turns_round_with_the_sides(a: Moment, b: Moment, expected: int) -> None:
    assert order(a, b) == expected
    assert order(b, a) == -expected
    assert is_earlier(a, b) == (expected < 0)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (MORNING, MORNING + timedelta(hours=1), False),
        (MORNING, EVENING, True),
        (MORNING, NEXT_DAY, True),
        (MORNING, DAY, False),
        # Without a time zone only the day is known.
        (MORNING, NO_ZONE, False),
        (NO_ZONE, NEXT_DAY, True),
        (MORNING, None, False),
    ],
)
def test_papers_hours_or_days_apart_may_tell_two_states(a: Moment, b: Moment, expected: bool) -> None:
    assert are_apart(a, b) is are_apart(b, a) is expected


def test_the_day_of_a_time_is_its_date() -> None:
    assert day_of(EVENING) == DAY
    assert day_of(None) is None
