"""Figures that measure one thing are one fact in any words; those that only look so are not."""

import pytest

from service.steps.comparing.agreeing import framed_agreement
from service.steps.comparing.rulings import Ruling
from service.steps.comparing.tellings import Tellings
from tests.papers import paper

DAY = "2025-03-12T09:00:00Z"


def judge(one: str, other: str) -> Ruling | None:
    a, b = paper("Courier", one, published_at=DAY), paper("Herald", other, published_at=DAY)
    tellings = Tellings([a, b])
    return framed_agreement.judge(tellings.of(a.claims[0]), tellings.of(b.claims[0]), tellings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two people lost their lives.", "The fire killed two people."),
        ("Forty people were standing on the bridge.", "Some forty spectators were on the bridge when it fell."),
        ("Police arrested 17 people.", "Seventeen people were taken into custody."),
    ],
)
def test_one_figure_of_one_frame_agrees(one: str, other: str) -> None:
    found = judge(one, other)
    assert found
    assert found.relation == "agrees"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two people lost their lives.", "The fire killed three people."),
        ("Two people lost their lives.", "Two people were hurt."),
        ("At least 40 people were arrested.", "Sixty people were arrested."),
        ("Two people lost their lives.", "The fire may have killed two people."),
        ("Two people lost their lives.", "It rained."),
    ],
)
def test_another_figure_frame_bound_or_a_mere_chance_does_not(one: str, other: str) -> None:
    assert not judge(one, other)
