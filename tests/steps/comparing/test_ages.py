"""How long ago is held against dates; what may be one time is never held apart."""

from datetime import date

import pytest

from service.steps.comparing.alignment import times_differ
from service.steps.comparing.tellings import Tellings
from tests.papers import paper

DAY = date(2024, 3, 5)


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        ("The channel had been dredged in January.", True),
        ("The channel had been dredged on 4 March 2024.", True),
        ("The channel had been dredged in 2022.", False),
        ("The channel had been dredged in May 2021.", False),
        ("The channel had been dredged in 2019.", True),
        ("The channel had been dredged for the whole fleet.", False),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_two_years_ago_is_no_month_of_this_year(other: str, differs: bool, turned: bool) -> None:
    texts = ["The channel had last been dredged two years ago.", other]
    first, second = reversed(texts) if turned else texts
    reads = [paper("Courier", first, published_at=DAY), paper("Herald", second, published_at=DAY)]
    tellings = Tellings(reads)
    a, b = (tellings.of(read.claims[0]) for read in reads)
    assert times_differ(a, b) is differs


def test_without_a_date_of_publication_nobody_knows() -> None:
    reads = [
        paper("Courier", "The channel had last been dredged two years ago."),
        paper("Herald", "The channel had been dredged in 1999."),
    ]
    tellings = Tellings(reads)
    assert not times_differ(*(tellings.of(read.claims[0]) for read in reads))
