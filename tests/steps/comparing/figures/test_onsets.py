"""Onsets: when a thing began or gave way, and what "it" was."""

import pytest

from service.steps.comparing.figures import onsets
from service.steps.comparing.figures.onsets import Onset
from service.steps.comparing.tellings import Tellings
from tests.papers import paper


def read(*lines: str) -> Onset | None:
    article = paper("Courier", *lines)
    return onsets.read(Tellings([article]).of(article.claims[-1]))


@pytest.mark.parametrize(
    ("sentence", "event", "how", "told"),
    [
        ("The fire broke out at 4.50 a.m. in the hold.", "fire", "began", ("4.50 a.m.", "")),
        ("The blaze took hold at about half past six.", "fire", "began", ("about half past six", "")),
        ("A road bridge gave way at 9.40 p.m. on Saturday.", "bridge", "broke", ("9.40 p.m.", "Saturday")),
        ("The quake struck shortly before noon.", "earthquake", "began", ("shortly before noon", "")),
        ("An express came off the rails near Carrow on Friday.", "train", "broke", ("", "Friday")),
        ("The pipe, laid in 1908, burst at 5 a.m.", "main", "broke", ("5 a.m.", "")),
        ("The accident happened at ten to midnight on Friday.", "", "began", ("ten to midnight", "Friday")),
        ("Nine slept when the slide came down on Tuesday.", "landslide", "broke", ("", "Tuesday")),
    ],
)
def test_what_began_or_broke_and_when(sentence: str, event: str, how: str, told: tuple[str, str]) -> None:
    onset = read(sentence)
    assert onset is not None
    assert (onset.event, onset.how) == (event, how)
    assert (onset.hour.text if onset.hour else "", onset.day.text if onset.day else "") == told


def test_it_is_what_the_sentence_before_tells_of() -> None:
    onset = read("Two climbers died when an avalanche hit their party.", "It came at half past two in the afternoon.")
    assert onset is not None
    assert onset.event == "avalanche"
    assert read("Two climbers died.", "It came at half past two in the afternoon.") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Two of those hurt when the bridge fell remained in hospital on Monday.",
        "A second explosion occurred at 5 p.m.",
        "The search began at 6 a.m.",
        "The fire brigade arrived at 6 a.m.",
        "The fire broke out and was put out by 6 a.m.",
        "The fire could have started at 6 a.m.",
        "The bridge collapsed after inspectors met on Monday.",
        "The bridge collapsed, and on Monday the mayor resigned.",
        "A bridge fell in 2013 at 6 a.m.",
        "Talks collapsed.",
    ],
)
def test_a_time_of_something_else_is_no_onset(sentence: str) -> None:
    assert read(sentence) is None


def test_a_part_of_the_sentence_without_the_time_tells_no_onset() -> None:
    article = paper("Courier", "The fire broke out at 6 a.m. on Friday.", parts={0: ["The fire broke out"]})
    assert onsets.read(Tellings([article]).of(article.claims[0])) is None
