"""Numbers that measure nothing: passed over, and not so readily that figures go with them."""

import pytest

from service.steps import figures


@pytest.mark.parametrize(
    "text",
    [
        "one of the men",
        "no one came",
        "as one put it",
        "one day they will see",
        "the Group of Seven met",
        "on Channel Four",
        "a G7 summit and an F-16 jet",
        "flight MH17 and Flight 17",
        "under Resolution 2170 and Article 5",
        "see page 3 and No. 12",
        "won 3-1 and lost 50-50",
        "since 9/11, 24/7",
        "call 202-555-0100",
        "version 1.2.3",
        "one in four, nine out of ten",
        "two-thirds, three quarters, one third",
        "1. First\n2) Second",
        "as shown [1] by Doe (26)",
        "https://example.org/2014/10/17/26-dead",
        "mail 26@example.org",
        "minus 5 and -5",
        "a 4x4 and 3D film",
        "Black Friday and The Sunday Times",
        "every Friday, on Fridays",
        "at first, a second later, it first aired",
        "in season 6 of the show",
        "the mid-2000s, the 49ers, the 90s",
        "the first time, the First Lady",
        "twice a week",
        "a 40m wall",
        "he may march in time",
        "1" * 40,
        "",
    ],
)
def test_what_measures_nothing_is_passed_over(text: str) -> None:
    assert figures.find(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3 in 10 days", ["3", "10 days"]),
        ("4 in 2014", ["4", "2014"]),
        ("at the camp 26 people", ["26"]),
        ("In Iraq 26 people", ["26"]),
        ("Blast Kills 26", ["26"]),
        ("mid-2014", ["2014"]),
        ("twenty-third day", ["twenty-third"]),
        ("one hour, one million votes", ["one hour", "one million"]),
        ("死者26人", ["26"]),
        ("(26 people)", ["26"]),
    ],
)
def test_figures_that_only_look_like_it_are_kept(text: str, found: list[str]) -> None:
    assert [figure.text for figure in figures.find(text)] == found
