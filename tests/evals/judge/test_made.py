"""What code makes of an agreeing pair contradicts it in one thing that both say."""

import pytest

from evals.judge import made
from evals.judge.labelled import LabelledPair


def agreeing(a: str, b: str) -> LabelledPair:
    return LabelledPair(a, b, "agrees", "test", "story")


def kinds(a: str, b: str, *others: LabelledPair) -> dict[str, str]:
    return {pair.source: pair.b for pair in made.make([agreeing(a, b), *others]) if pair.a == a}


def test_a_number_both_say_is_changed_and_one_only_one_says_is_not() -> None:
    found = kinds("14 people died.", "Officials said 14 had died, 6 of them in hospital.")
    assert found.keys() == {"made: number", "made: opposite", "made: wording"}
    assert "14" not in found["made: number"]
    assert "6 of them" in found["made: number"]


def test_a_number_in_words_is_the_same_number() -> None:
    found = kinds("Fourteen people died.", "14 people died.")
    assert found["made: wording"] == "fourteen people died."
    assert "14" not in found["made: number"]


@pytest.mark.parametrize(
    ("a", "b", "kind", "changed"),
    [
        ("It was closed.", "The bridge was closed for good.", "negation", "The bridge was not closed for good."),
        ("It is not open.", "The bridge was not open.", "negation", "The bridge was open."),
        ("The council approved it.", "It was a plan the town approved.", "opposite", "It was a plan the town blocked."),
    ],
)
def test_a_negation_and_an_opposite(a: str, b: str, kind: str, changed: str) -> None:
    assert kinds(a, b)[f"made: {kind}"] == changed


def test_a_day_stays_a_day() -> None:
    changed = kinds("He left on Monday.", "The mayor left on Monday.")["made: date"]
    assert changed.startswith("The mayor left on ")
    assert changed.endswith("day.")
    assert "Monday" not in changed


def test_two_names_change_places_unless_they_are_parts_of_one() -> None:
    found = kinds("Then Ruud beat Varga.", "In the end Ruud took the match against Varga.")
    assert found["made: roles"] == "In the end Varga took the match against Ruud."
    assert "made: roles" not in kinds("It was the Maid of Corran.", "On board the Maid of Corran.")


def test_what_is_made_stays_in_the_story_and_is_the_same_every_time() -> None:
    pair = agreeing("14 people died on Monday.", "On Monday 14 people died.")
    first, again = list(made.make([pair])), list(made.make([pair]))
    assert first == again
    assert {one.group for one in first} == {"story"}
    assert [one.label for one in first].count("contradicts") <= made.MOST
