"""The keys by which a claim is sought."""

import pytest

from service.models import ReadArticle
from service.steps.comparing import sought
from service.steps.comparing.tellings import Tellings
from tests.papers import paper


def keys(read: ReadArticle, index: int = 0) -> frozenset[str]:
    return frozenset(sought.weigh(Tellings([read]).of(read.claims[index]), Tellings([read])))


def shared(one: str, other: str) -> frozenset[str]:
    return keys(paper("Courier", one)) & keys(paper("Herald", other))


@pytest.mark.parametrize(
    ("one", "other", "matter"),
    [
        ("Nurses will be paid more.", "Salaries on the wards go up.", "pay"),
        ("Nobody is to be laid off.", "There will be no redundancies.", "job"),
        ("The roof gave way.", "The hall collapsed.", "collapse"),
        ("Drivers walked out at noon.", "The stoppage hit every route.", "strike"),
    ],
)
def test_claims_of_one_matter_share_a_key_whatever_their_words(one: str, other: str, matter: str) -> None:
    assert f"matter {matter}" in shared(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Some 60 people live there.", "It has five dozen residents."),
        ("The pipe is 15 miles long.", "It runs for 24 kilometres."),
        ("The talks lasted 70 minutes.", "They spoke for 1.2 hours."),
        ("The bell rang at 7 p.m.", "It was 19:05 when they left."),
        ("The hall opened in 1931.", "It dates from 1931."),
    ],
)
def test_figures_of_nearly_one_value_share_a_key_in_any_unit(one: str, other: str) -> None:
    assert any(key.startswith("figure ") for key in shared(one, other))


def test_figures_far_apart_share_none() -> None:
    assert not any(key.startswith("figure ") for key in shared("It cost 40 dollars.", "It cost 4,000 dollars."))
    assert not any(key.startswith("figure ") for key in shared("It opened at 7 p.m.", "It opened at 11 p.m."))


def test_what_the_sentence_before_tells_is_a_key_of_little_weight() -> None:
    read = paper("Courier", "The bridge at Velmora collapsed.", "It fell at 19:40.")
    tellings = Tellings([read])
    first, second = (sought.weigh(tellings.of(claim), tellings) for claim in read.claims)
    assert 0 < second["velmora"] < first["velmora"]


def test_a_key_of_every_claim_counts_for_less_than_a_rare_one() -> None:
    scaled = sought.scale({"common": 1.0, "rare": 1.0}, {"common": 20, "rare": 2}, claims=20)
    assert scaled["common"] < scaled["rare"] <= 1.0
