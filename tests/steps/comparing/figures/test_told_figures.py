"""Which articles tell a figure that a claim tells."""

import pytest

from service.steps.comparing.figures import told_figures
from service.steps.comparing.tellings import Tellings
from tests.papers import paper


def is_told(claim: str, *article: str) -> bool:
    a, b = paper("Courier", claim, published_at="2025-03-12"), paper("Herald", *article, published_at="2025-03-12")
    tellings = Tellings([a, b])
    return told_figures.are_told(tellings.of(a.claims[0]), told_figures.index([tellings.of(one) for one in b.claims]))


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("Ash fell 30 miles away.", "Villages 48 kilometres off were grey."),
        ("The mill, opened in 1931, is shut.", "Weavers came in 1931."),
        ("A dozen pupils were treated.", "Twelve children needed care."),
    ],
)
def test_a_figure_is_told_in_any_unit_and_any_words(claim: str, told: str) -> None:
    assert is_told(claim, "Rain fell.", told)


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("The council met on Monday.", "It rained on Monday."),
        ("Two dogs barked.", "Two cats slept."),
        ("Prices rose in 2025.", "A bridge opened in 2025."),
        ("Twelve cows died.", "Twelve windows broke."),
        ("Repairs cost 40 dollars.", "Repairs cost 60 dollars."),
    ],
)
def test_days_of_the_news_small_numbers_and_other_things_tell_nothing(claim: str, told: str) -> None:
    assert not is_told(claim, told)
