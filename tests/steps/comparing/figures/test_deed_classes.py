"""Deed classes: one deed in several words."""

import pytest

from service.steps.comparing.figures import deed_classes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("taken to hospital", "injured"),
        ("jailed for", "sent to prison for"),
        ("laid off", "made redundant"),
        ("putting up", "a rise in"),
        ("broke out", "began"),
        ("put down", "culled"),
    ],
)
def test_two_wordings_of_a_deed_share_a_class(one: str, other: str) -> None:
    assert deed_classes.read(one.split()) & deed_classes.read(other.split())


@pytest.mark.parametrize(
    ("one", "other"), [("killed", "injured"), ("arrested", "rescued"), ("opened", "closed"), ("rose", "fell")]
)
def test_two_deeds_share_none(one: str, other: str) -> None:
    assert not deed_classes.read([one]) & deed_classes.read([other])


def test_most_words_are_no_deeds() -> None:
    assert deed_classes.read("the last bus of the head teacher".split()) == frozenset()
