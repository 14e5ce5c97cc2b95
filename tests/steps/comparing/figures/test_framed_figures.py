"""Framed figures: what a figure measures, told from the words beside it."""

import pytest

from service.steps.comparing.figures import framed_figures
from service.steps.comparing.tellings import Tellings
from tests.papers import paper


def read(sentence: str) -> list[tuple[str, str, str]]:
    article = paper("Courier", sentence)
    telling = Tellings([article]).of(article.claims[0])
    return [(one.frame.name, one.figure.text, one.thing) for one in framed_figures.read(telling)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The blast killed 12 people and injured 30.", [("dead", "12", ""), ("hurt", "30", "")]),
        ("Twelve people lost their lives and 30 were hurt.", [("dead", "Twelve", ""), ("hurt", "30", "")]),
        ("The toll rose to 26.", [("dead", "26", "")]),
        ("The quake killed 12 and left another 40 missing.", [("dead", "12", ""), ("missing", "40", "")]),
        ("Nine hikers were still unaccounted for.", [("missing", "Nine", "hiker")]),
        ("The coach was carrying 48 people.", [("aboard", "48", "")]),
        ("There were 48 people aboard.", [("aboard", "48", "")]),
        ("Six buses were stranded in the snow.", [("trapped", "Six", "bus")]),
        ("The storm left 4,000 homes without electricity.", [("cut off", "4,000", "home")]),
        ("Three of the seven coaches jumped the rails.", [("off the rails", "Three", "carriage")]),
        ("The van had been doing 130 kilometres an hour.", [("speed", "130 kilometres an hour", "")]),
        ("Marek led by 12,000 votes.", [("lead in votes", "12,000", "vote")]),
        ("With 40 percent of the votes counted, Marek led.", [("counted", "40 percent", "")]),
        ("Turnout came to 64 percent.", [("turnout", "64 percent", "")]),
        ("Two of the 14 people hurt in the crash remained in hospital.", [("in hospital", "Two", "")]),
        ("It was the fifth theft this month.", [("rank in a row", "fifth", "theft")]),
        ("Eleven lorries were waiting at the border.", [("waiting", "Eleven", "lorry")]),
    ],
)
def test_a_figure_is_in_the_frame_of_the_words_nearest_to_it(
    sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The 2014 flood killed 12 people in 2014.",
        "Floods last year killed 12 people.",
        "Nine of them died.",
        "Nine of the passengers died.",
        "Five people, including two children, ran.",
        "The driver, Ilse Tamm, 52, was rescued.",
        "The man was rescued by two anglers.",
        "As many as 40 people could die.",
        "The limit on the road is 90 kilometres an hour.",
        "No more than 12 people would be evacuated.",
        "The nine-carriage train left the rails.",
        "The shop sold 14 trapped toys to 12 dealers.",
        "It was the fifth theft.",
    ],
)
def test_background_parts_doers_and_limits_are_in_no_frame(sentence: str) -> None:
    assert [one for one in read(sentence) if one[0] != "trapped"] == []


def test_wind_is_not_the_speed_of_what_it_blows_over() -> None:
    assert read("Winds of 130 kilometres an hour hit the coast.") == [("wind", "130 kilometres an hour", "")]


def test_the_verb_is_found_outside_a_claim_that_is_a_part_of_its_sentence() -> None:
    line = "The slide hit the village, killing at least four people."
    article = paper("Courier", line, parts={0: ["at least four people"]})
    telling = Tellings([article]).of(article.claims[0])
    assert [one.frame.name for one in framed_figures.read(telling)] == ["dead"]


def test_a_table_without_sentences_is_in_no_frame() -> None:
    assert read("12 killed, including 9 hurt " * 80) == []
