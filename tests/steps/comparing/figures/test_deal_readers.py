"""Deal readers: prices, costs, rates, jobs and numbers of lots; what is offered or planned is not read."""

from datetime import UTC, datetime

import pytest

from service.steps import figures
from service.steps.comparing.figures import deal_readers
from service.steps.comparing.figures.told_values import Reader
from tests.papers import paper, verdict

DAY = datetime(2025, 3, 4, 8, tzinfo=UTC)
HEAD = "Officials were at work near Port Arden on Tuesday."


def relation(one: str, other: str) -> str:
    a, b = (paper(name, HEAD, text, published_at=DAY) for name, text in (("Courier", one), ("Herald", other)))
    return verdict(a, b, 1, 1).relation


@pytest.mark.parametrize(
    ("reader", "text", "matter"),
    [
        (deal_readers.price, "The trust sold the pier to Arden Leisure for $3m.", "price: USD"),
        (deal_readers.price, "The painting fetched 80,000 marks.", "price: mark"),
        (deal_readers.price, "Arden will pay 900,000 euros for the field.", "price: EUR"),
        (deal_readers.price, "Arden offered to buy the field for 900,000 euros.", None),
        (deal_readers.price, "He sold tickets for 40 euros each.", None),
        (deal_readers.price, "He was paid 40 euros.", None),
        (deal_readers.cost_of_works, "A 6 million florin overhaul ended in May.", "cost of works: refit in florin"),
        (deal_readers.cost_of_works, "The repairs cost $2m.", "cost of works: repair in USD"),
        (deal_readers.cost_of_works, "The fire cost $2m.", None),
        (deal_readers.rate_of_duty, "Tolva levies a tariff of 12 percent on timber.", "rate in force: duty"),
        (deal_readers.rate_of_duty, "Tolva raised the tariff to 12 percent.", None),
        (deal_readers.jobs_cut, "The bank is to shed 300 of its 2,000 staff.", "jobs cut"),
        (deal_readers.jobs_cut, "The bank made 300 people redundant.", "jobs cut"),
        (deal_readers.jobs_cut, "The bank made 300 people wait.", None),
        (deal_readers.jobs_cut, "The bank created 300 jobs.", None),
        (deal_readers.codes, "Both batches, B-112 and B-118, were withdrawn.", "codes: B-"),
        (deal_readers.codes, "Crashes closed the A12 and A14.", None),
    ],
)
def test_what_is_told_is_read_from_its_words(reader: Reader, text: str, matter: str | None) -> None:
    told = reader(text, figures.find(text))
    assert (told.matter if told else None) == matter


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The trust sold the pier to a builder for $3m.", "A builder is to pay $4.5m for the pier."),
        ("The yacht was bought for 2 million guilders.", "The yacht changed hands for 3.5 million guilders."),
        ("A 6 million florin overhaul ended on Friday.", "The tram was modernised for 9 million florins."),
        ("Tolva levies a tariff of 12 percent on timber.", "The duty on timber stands at 30 percent."),
        ("The bank is to shed 300 of its 2,000 staff.", "At the bank 450 jobs will go."),
        ("Both batches, B-112 and B-118, were withdrawn.", "Shops sold two batches, B-112 and B-181."),
    ],
)
def test_two_values_of_one_deal_contradict_each_other(one: str, other: str) -> None:
    assert relation(one, other) == "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The trust sold the pier to a builder for $3m.", "A builder sold the pier for about $3m."),
        ("The trust sold the pier to a builder for $3m.", "The trust sold the pier for 3 million euros."),
        ("A 6 million florin overhaul ended in May.", "The repair cost 9 million florins."),
        ("Tolva levies a tariff of 12 percent on timber.", "Tolva raised the tariff on cars to 30 percent last year."),
        ("The bank is to shed 300 of its 2,000 staff.", "The bank may cut 450 jobs."),
        ("The bank is to shed 300 of its 2,000 staff.", "The bank cut 450 jobs last year."),
        ("Both batches, B-112 and B-118, were withdrawn.", "Shops sold two batches, B-240 and B-241."),
    ],
)
def test_deals_that_fit_or_are_others_are_left_alone(one: str, other: str) -> None:
    assert relation(one, other) not in ("contradicts", "updates", "disputes")
