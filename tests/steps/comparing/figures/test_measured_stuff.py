"""Measured stuff: areas, weights and volumes in one unit."""

import pytest

from service.steps import figures
from service.steps.comparing.figures import measured_stuff


@pytest.mark.parametrize(
    ("text", "noun", "low", "high"),
    [
        ("10,000 acres of scrub", "area", 40_470_000, 40_470_000),
        ("12 hectares of wheat", "area", 120_000, 120_000),
        ("five tonnes of grain", "weight", 5e6, 5e6),
        ("100 gallons of diesel", "volume", 378, 455),
    ],
)
def test_stuff_comes_in_one_unit(text: str, noun: str, low: float, high: float) -> None:
    found = measured_stuff.convert(figures.find(text)[0])
    assert found.noun == noun
    assert [found.low, found.high] == pytest.approx([low, high])


@pytest.mark.parametrize("text", ["40 people died", "$40 million", "six houses"])
def test_other_figures_stay_as_they_are(text: str) -> None:
    figure = figures.find(text)[0]
    assert measured_stuff.convert(figure) == figure
