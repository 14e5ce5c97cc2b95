"""Counted nouns: equal, general or others."""

import pytest

from service.steps.comparing.figures import counted_nouns


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("passenger", "passenger", "same"),
        ("worker", "employee", "same"),
        ("home", "household", "same"),
        ("people", "miner", "general"),
        ("guest", "person", "general"),
        ("people", "container", "other"),
        ("child", "soldier", "other"),
        ("car", "house", "other"),
        ("", "house", "unknown"),
    ],
)
def test_two_nouns_are_compared_the_same_in_either_order(one: str, other: str, likeness: str) -> None:
    assert counted_nouns.compare(one, other) == counted_nouns.compare(other, one) == likeness


@pytest.mark.parametrize("noun", ["miner", "officer", "woman", "journalist", "passenger"])
def test_people_are_known(noun: str) -> None:
    assert counted_nouns.is_person(noun)


@pytest.mark.parametrize("noun", ["container", "tonne", "apartment", "river"])
def test_things_are_no_people(noun: str) -> None:
    assert not counted_nouns.is_person(noun)
