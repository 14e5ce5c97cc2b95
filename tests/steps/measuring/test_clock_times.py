"""Times of day."""

import pytest

from service.steps.measuring import clock_times
from service.steps.measuring.tokens import split


@pytest.mark.parametrize(
    ("text", "minutes", "zone", "is_half_known"),
    [
        ("10:35", 635, "", False),
        ("22:35", 1355, "", True),
        ("0:05", 5, "", True),
        ("10.35pm", 1355, "", True),
        ("7 p.m.", 1140, "", True),
        ("seven a.m.", 420, "", True),
        ("12 a.m.", 0, "", True),
        ("12 pm", 720, "", True),
        ("noon", 720, "", True),
        ("midnight GMT", 0, "GMT", True),
        ("7 o'clock", 420, "", False),
        ("1035 GMT", 635, "GMT", True),
        ("0600 hours", 360, "", True),
        ("9:15 p.m. EST", 1275, "EST", True),
    ],
)
def test_times(text: str, minutes: int, zone: str, is_half_known: bool) -> None:
    tokens = split(text)
    clock = clock_times.read(tokens, 0)
    assert clock
    assert (clock.minutes, clock.zone, clock.is_half_known, clock.end) == (minutes, zone, is_half_known, len(tokens))


@pytest.mark.parametrize(
    "text", ["24:00", "3:1", "1:23:45", "10.35", "13 p.m.", "1035 men", "2500 GMT", "dozens am", "am"]
)
def test_what_is_no_time(text: str) -> None:
    assert clock_times.read(split(text), 0) is None
