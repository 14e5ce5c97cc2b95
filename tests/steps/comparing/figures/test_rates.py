"""Rates: sums counted over an hour, a day, a year are held against each other by arithmetic or not at all."""

import pytest

from service.steps import figures
from service.steps.comparing.figures import rates


def over(sentence: str) -> float | None:
    return rates.read(sentence, figures.find(sentence)[0])


@pytest.mark.parametrize(
    ("sentence", "seconds"),
    [
        ("The stoppage costs $50,000 an hour.", 3600.0),
        ("Each day of closure costs the town $1.2 million.", 86400.0),
        ("The plant makes 400 cars per week.", 604800.0),
        ("It spends 6 million dollars every year on roads.", 31557600.0),
        ("The bridge carries 22,000 vehicles a day.", 86400.0),
        ("Daily losses come to $3 million.", 86400.0),
        ("The closure has cost $3 million.", None),
        ("It lost 400 cars a week ago.", None),
        ("The fire killed 12 people.", None),
    ],
)
def test_the_time_a_sum_is_counted_over(sentence: str, seconds: float | None) -> None:
    assert over(sentence) == seconds


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("Delays cost $50,000 an hour.", "Delays cost $1.2 million a day.", "compatible"),
        ("Delays cost $50,000 an hour.", "Delays cost $2 million a day.", "incomparable"),
        ("Delays cost $50,000 an hour.", "Delays cost $2 million.", "incomparable"),
        ("Delays cost $50,000 an hour.", "Delays cost $80,000 an hour.", "conflicting"),
        ("It makes 700 cars a week.", "It makes 100 cars a day.", "compatible"),
    ],
)
def test_sums_over_two_times_are_scaled_before_they_are_compared(one: str, other: str, outcome: str) -> None:
    x, y = (figures.find(sentence)[0].model_copy(update={"noun": "sum"}) for sentence in (one, other))
    assert rates.compare(x, over(one), y, over(other)).outcome == outcome
    assert rates.compare(y, over(other), x, over(one)).outcome == outcome
