"""Times of day."""

import pytest

from service.steps import figures
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


@pytest.mark.parametrize(
    ("sentence", "words", "minutes"),
    [
        ("It began at half past six.", "half past six", 390),
        ("It began at about ten to five.", "about ten to five", 290),
        ("They were ashore by a quarter to four.", "a quarter to four", 225),
        ("It fell at twenty-five minutes past two.", "twenty-five minutes past two", 145),
        ("It struck at ten to midnight on Friday.", "ten to midnight", 1430),
        ("It came at half past two in the afternoon.", "half past two in the afternoon", 870),
        ("He rang at seven in the evening.", "seven in the evening", 1140),
        ("It broke shortly before eleven in the morning.", "shortly before eleven in the morning", 660),
        ("It ended just after noon.", "just after noon", 720),
    ],
)
def test_times_are_read_as_they_are_spoken(sentence: str, words: str, minutes: int) -> None:
    found = [figure for figure in figures.find(sentence) if figure.kind == "time"]
    assert [(one.text, one.low) for one in found] == [(words, minutes)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It took ten to twelve people.",
        "They lost ten to five.",
        "It needs ten to five percent.",
        "He met ten to twelve guests at ten to twelve farms.",
        "Prices fell from ten to five.",
        "They came shortly after 12 people had left.",
        "Half of six went past.",
    ],
)
def test_ranges_scores_and_counts_are_no_spoken_times(sentence: str) -> None:
    assert [figure for figure in figures.find(sentence) if figure.kind == "time"] == []


def test_a_spoken_time_is_compared_as_it_was_read() -> None:
    spoken, written = (figures.find(text)[0] for text in ("ten to midnight", "11.50 p.m."))
    assert figures.compare(spoken, written).outcome == "compatible"
    early, late = (figures.find(f"It was at {text}.")[0] for text in ("ten to five", "half past six"))
    assert figures.compare(early, late).outcome == "conflicting"
