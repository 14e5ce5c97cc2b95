"""Salience is counted: origins, place in the article, figures and names, voice."""

import pytest

from service.models import ReadArticle
from service.steps.comparing.salience import rate, stands_alone
from service.steps.comparing.tellings import Tellings
from tests.papers import Said, paper

READ = paper(
    "Courier",
    "The Astrid Bridge in Velmora fell on Monday, killing 12 people.",
    "A dog barked.",
    "It was old.",
    "The river will rise.",
    "The river must rise.",
    ("Ines Tallow said the dog barked loudly.", [Said("the dog barked loudly", "Ines Tallow", "said")]),
)


def rated(read: ReadArticle, index: int, origins: int = 1, all_origins: int = 2) -> float:
    return rate([Tellings([read]).of(read.claims[index])], origins, all_origins)


def test_salience_lies_between_nothing_and_one() -> None:
    assert all(0 <= rated(READ, index) <= 1 for index in range(len(READ.claims)))
    assert rated(READ, 0, 2, 2) <= 1


def test_more_origins_an_earlier_place_and_more_substance_count_for_more() -> None:
    assert rated(READ, 0, 2) > rated(READ, 0, 1)
    assert rated(READ, 0) > rated(READ, 1) > rated(READ, 3) > rated(READ, 4)


def test_the_best_telling_counts_and_none_counts_nothing_of_its_own() -> None:
    tellings = [Tellings([READ]).of(claim) for claim in READ.claims]
    assert rate(tellings, 1, 2) == rated(READ, 0)
    assert rate([], 0, 0) == 0.0


@pytest.mark.parametrize("index", [0, 1, 3])
def test_a_claim_with_a_subject_of_its_own_stands_alone(index: int) -> None:
    assert stands_alone(READ.claims[index])


def test_one_that_leans_on_the_sentence_before_counts_half() -> None:
    assert not stands_alone(READ.claims[2])
    assert rated(READ, 2) < rated(READ, 3)
