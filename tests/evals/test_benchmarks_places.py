"""A model with so many places: who waits, and how long."""

import pytest

from evals.benchmarks.places import Places, least_seconds


def test_calls_that_find_a_place_are_answered_together() -> None:
    places = Places(count=2, seconds=2.0)
    assert [places.take(now=10.0), places.take(now=10.5)] == [12.0, 12.5]


def test_a_call_that_finds_none_waits_for_the_first_to_get_free() -> None:
    places = Places(count=2, seconds=2.0)
    answered = [places.take(now) for now in (0.0, 1.0, 1.0, 1.5, 1.5)]
    assert answered == [2.0, 3.0, 4.0, 5.0, 6.0]


def test_a_place_left_empty_is_free_at_once() -> None:
    places = Places(count=1, seconds=2.0)
    places.take(now=0.0)
    assert places.take(now=7.0) == 9.0


@pytest.mark.parametrize(
    ("calls", "depth", "places", "least"),
    [(3, 3, 16, 6.0), (48, 3, 16, 6.0), (160, 3, 16, 20.0), (40, 3, 4, 20.0)],
)
def test_no_schedule_is_shorter_than_its_chain_or_its_share_of_the_places(
    calls: int, depth: int, places: int, least: float
) -> None:
    assert least_seconds(calls, depth, places, seconds=2.0) == least
