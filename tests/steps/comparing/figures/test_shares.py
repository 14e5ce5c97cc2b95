"""Shares: told in words, they are percent."""

import pytest

from service.steps.comparing.figures import shares


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("four in five nurses agreed", 80, 80),
        ("two out of every four trains ran", 50, 50),
        ("nine out of ten infants", 90, 90),
        ("three quarters of the staff", 75, 75),
        ("a quarter of its capacity", 25, 25),
        ("half the workforce", 50, 50),
        ("fewer than half of the shops", None, 50),
        ("more than a tenth of the votes", 10, None),
    ],
)
def test_a_share_in_words_is_percent(text: str, low: float | None, high: float | None) -> None:
    (found,) = shares.find(text)
    assert (found.kind, found.low, found.high) == ("percent", low, high)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    [
        "a quarter of a million",
        "three quarters of an hour",
        "the second half of the game",
        "five in ten days",
        "the third",
    ],
)
def test_what_is_no_share_is_left(text: str) -> None:
    assert shares.find(text) == ()
