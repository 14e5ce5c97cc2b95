"""Frame rules: figures of one measure are compared though the sentences share few words; what parts them is told."""

from datetime import UTC, datetime

import pytest

from tests.papers import paper, verdict

MORNING, EVENING = datetime(2025, 3, 4, 8, tzinfo=UTC), datetime(2025, 3, 4, 20, tzinfo=UTC)
HEAD = "Rescuers were at work near Port Arden on Tuesday."


def relation(one: str, other: str, *, first: datetime | None = MORNING, second: datetime | None = MORNING) -> str:
    a = paper("Courier", HEAD, one, published_at=first)
    b = paper("Herald", HEAD, other, published_at=second)
    found = verdict(a, b, 1, 1).relation
    swapped = verdict(b, a, 1, 1).relation
    assert found == swapped
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The manifest listed 226 people.", "There were 262 people on board."),
        ("The coach was carrying 48 people.", "It had 31 people aboard."),
        ("Fourteen vehicles were trapped by the flames.", "Eleven vehicles were caught inside."),
        ("Six buses were stranded.", "Nine buses were stuck in the tunnel."),
        ("The train was doing 70 miles an hour.", "It had been travelling at 145 kilometres an hour."),
        ("The van was doing 130 km/h.", "It was moving at 90 kilometres per hour."),
        ("Six of its nine carriages left the track.", "All nine coaches jumped the rails."),
        ("About forty spectators were standing on the bridge.", "The bridge had ninety people on it."),
    ],
)
def test_two_figures_of_what_does_not_change_contradict_each_other(one: str, other: str) -> None:
    assert relation(one, other) == "contradicts"
    assert relation(one, other, second=EVENING) == "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("At least four people were killed.", "The toll rose to nine."),
        ("Nineteen people were missing.", "Fourteen were still unaccounted for."),
        ("Four of the injured were still in hospital.", "Two of the 17 people hurt remained in hospital."),
        ("Marek was 19,400 votes ahead.", "The lead shrank to 9,800 votes."),
        ("With 38 percent of the ballots counted, nothing was sure.", "71 percent of the votes had been counted."),
        ("Thirty-one ships lay at anchor.", "Thirty-four ships were waiting off the harbour."),
        ("The storm left 14,000 homes without power.", "Electricity was still off for 9,000 of the homes."),
    ],
)
def test_a_later_figure_of_what_moves_is_an_update(one: str, other: str) -> None:
    assert relation(one, other, second=EVENING) == "updates"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The burst left 14,000 households without water.", "Some 33,000 people had no running water."),
        ("In the Harlow district 3,200 homes were cut off.", "Across the city 14,000 homes were without power."),
        ("It was the fourth burst in the city this week.", "It was the 19th burst in the city this year."),
        ("Turnout in Carrow was 64 percent.", "Nationwide, turnout was 58 percent."),
        ("Heat killed 640 people in June alone.", "Heat led to 1,940 deaths this summer."),
    ],
)
def test_counts_over_another_area_time_or_population_differ_in_scope(one: str, other: str) -> None:
    assert relation(one, other, second=EVENING) == "differs_in_scope"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The train was doing 70 miles an hour.", "It had been travelling at 112 kilometres an hour."),
        ("The train was doing 70 miles an hour.", "The limit there is 50 miles an hour."),
        ("The train was doing 70 miles an hour.", "The car was doing 20 miles an hour."),
        ("The bus was carrying 48 people.", "There were 212 people on board the train."),
        ("Nine people died.", "Six victims have been identified."),
        ("The train was doing 70 miles an hour.", "Winds of 40 miles an hour blew."),
        ("There were 226 people on board.", "The ferry was carrying 212 passengers and a crew of 14."),
        ("Six of its nine carriages left the track.", "The nine-carriage train left the rails."),
        ("Fourteen vehicles were trapped by the flames.", "Eleven lorries were caught inside."),
        ("Nine people died.", "Twelve people died in a fire on a ferry last year."),
        ("Nine people died.", "Two of them died."),
        ("Nine people died.", "Two crew members died."),
        ("The coach took 34 people to Arden.", "Nine people were killed."),
        ("Twelve people fell ill.", "Nine people died."),
        ("Nine people died.", "Nine people were killed and 12 were hurt."),
        ("Nine people died.", "Up to 40 people could die."),
        ("Forty people were on the bridge.", "About 38 people were standing on the bridge."),
        ("Marek was 19,400 votes ahead.", "Marek had 19,000 votes."),
        ("Nine people died in Lower Carrow.", "Twelve people died."),
        ("Turnout came to 64 percent.", "With 38 percent of the ballots counted, Marek led."),
        ("The pilot saw 12 ships at anchor.", "Thirty ships called off Norvale on Monday were waiting in Ketter."),
    ],
)
def test_figures_that_fit_or_measure_other_things_are_left_alone(one: str, other: str) -> None:
    assert relation(one, other) not in ("contradicts", "updates", "disputes")


def test_a_paper_that_gives_both_figures_contradicts_nobody() -> None:
    a = paper("Courier", HEAD, "There were 226 people on board.", published_at=MORNING)
    b = paper("Herald", HEAD, "There were 262 people aboard.", "The manifest listed 226 people.", published_at=MORNING)
    assert verdict(a, b, 1, 1).relation == "unrelated"


def test_what_moves_is_left_alone_where_no_paper_is_known_to_be_later() -> None:
    one, other = "Nineteen people were missing in the wreck.", "Fourteen were unaccounted for."
    assert relation(one, other) == "unrelated"
    assert relation(one, other, first=None) == "unrelated"


def test_in_a_collision_it_may_be_either_vehicle() -> None:
    head = "A van and a train collided near Port Arden."
    a = paper("Courier", head, "The van was doing 130 kilometres an hour.", published_at=MORNING)
    b = paper("Herald", head, "It was moving at 60 kilometres an hour.", published_at=MORNING)
    assert verdict(a, b, 1, 1).relation == "unrelated"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood took 34 lives.", "The flood killed 38 people."),
        ("The fire claimed nine lives.", "Twelve people died in the fire."),
        ("The fire cost the lives of nine people.", "Twelve people died in the fire."),
        ("Seventeen people fell ill after the meal.", "Twenty-six people had symptoms of poisoning."),
        ("Seventeen pupils developed rashes.", "Twenty-six pupils have had reactions to the gel."),
    ],
)
def test_lives_and_illness_are_told_in_many_words(one: str, other: str) -> None:
    assert relation(one, other, second=EVENING) == "updates"
