"""Stated values: parts, plans and replaced values are none that another paper's could be held against."""

import pytest

from service.steps import figures
from service.steps.comparing.figures import stated_values


def holds(text: str) -> list[bool]:
    return [stated_values.holds(figure, text, (0, len(text))) for figure in figures.find(text)]


@pytest.mark.parametrize(
    "text",
    ["The fire killed 12 people.", "It cost $40 million.", "Turnout was 52 percent.", "It opened on 6 June 2026."],
)
def test_a_plain_figure_holds(text: str) -> None:
    assert holds(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Two of them were children.",
        "Another 40 people were hurt.",
        "Six of the branches are in Wales.",
        "It could cost $40 million.",
        "It was supposed to cost $40 million.",
        "Up to 500 homes are planned.",
        "They arrived in a nine-carriage train.",
        "Police said on Tuesday.",
    ],
)
def test_a_part_a_plan_or_the_day_of_a_statement_does_not(text: str) -> None:
    assert holds(text) == [False]


def test_of_two_values_only_the_later_holds() -> None:
    assert holds("Turnout rose from 40 percent to 52 percent.") == [False, True]


def test_what_comes_not_before_a_day_comes_then() -> None:
    assert holds("The levy does not apply until 6 June 2026.") == [True]
