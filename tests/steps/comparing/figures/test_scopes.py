"""Scopes: the area, time and population a sentence states for a count, and when two of them lie apart."""

import pytest

from service.steps.comparing.figures import scopes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In the Harlow district 300 homes had no gas.", "Across the city 2,000 homes had no gas."),
        ("Nationwide, 61 percent voted.", "Turnout in Carrow was 70 percent."),
        ("In Norvale 12 shops closed.", "In Ketter 40 shops closed."),
        ("It was the third theft in the town this week.", "It was the 20th theft in the town this year."),
        ("Heat killed 90 people in July.", "Heat killed 400 people this summer."),
        ("Flu killed 80 people aged 70 or over.", "Flu killed 12 children."),
        ("The province as a whole lost 300 jobs.", "The county's loss was 40 jobs, in the county as a whole."),
    ],
)
def test_what_both_sentences_state_sets_them_apart(one: str, other: str) -> None:
    assert scopes.differ(scopes.read(one), scopes.read(other))
    assert scopes.differ(scopes.read(other), scopes.read(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Twelve people died in the city.", "Nine people died in the town."),
        ("Twelve people died in Norvale.", "Nine people died."),
        ("Twelve people died in June.", "Nine people were killed on 12 June."),
        ("More than 60 people were hurt.", "70 people were hurt in an 80 zone."),
        ("In May 12 people died.", "Police may charge nine people in May."),
    ],
)
def test_what_only_one_states_or_both_alike_does_not(one: str, other: str) -> None:
    assert scopes.differ(scopes.read(one), scopes.read(other)) is None


def test_the_place_of_the_event_and_its_names_do_not_set_two_counts_apart() -> None:
    one, other = scopes.read("Nine died in Port Arden."), scopes.read("Twelve died in Carrow Bay.")
    assert scopes.differ(one, other, frozenset({"Port Arden", "Carrow Bay"})) is None
    assert scopes.differ(one, other, frozenset({"Port Arden"}))


def test_a_count_of_the_old_may_not_be_held_against_one_of_everybody() -> None:
    old, everybody = scopes.read("Heat killed 90 people aged 65 or over."), scopes.read("Heat killed 200 people.")
    assert scopes.is_narrower(old, everybody)
    assert not scopes.is_narrower(everybody, everybody)
