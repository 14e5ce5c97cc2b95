"""Measurand rules: figures of one measure are found in stories of any kind; what lies near them but differs is left."""

from datetime import UTC, datetime

import pytest

from service.models import Relation
from tests.papers import paper, verdict

NOON, LATER = datetime(2026, 3, 3, 12, tzinfo=UTC), datetime(2026, 3, 3, 20, tzinfo=UTC)


def relation(one: str, other: str, *, second: datetime | None = NOON) -> Relation:
    a, b = paper("Courier", one, published_at=NOON), paper("Herald", other, published_at=second)
    found = verdict(a, b).relation
    assert verdict(b, a).relation == found
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Engineers at Corvane lowered the reservoir by four metres overnight.",
            "At Corvane the reservoir was drawn down by 60 centimetres in the night.",
        ),
        (
            "The treasurer Colin Abrey was jailed for six years at Dorn.",
            "A judge at Dorn told Abrey that he was going to prison for three years.",
        ),
        (
            "The brewer Halden is buying Oxley for $340 million in cash.",
            "Halden's purchase of Oxley is worth $510 million in cash.",
        ),
        (
            "Passengers sat in the aircraft at Durand for seven hours.",
            "People were kept in the parked aircraft at Durand for less than three hours.",
        ),
        ("Unemployment in Carvania climbed to 7.2 percent.", "Carvania's jobless rate was 5.2 percent."),
        ("The driver Haynes was clocked at 131 mph.", "Haynes was doing 160 kilometres an hour."),
        ("The flood at Ambry spoiled 4,000 acres of wheat.", "Water spoiled 900 hectares of wheat at Ambry."),
    ],
)
def test_two_values_of_one_measure_contradict_each_other(one: str, other: str) -> None:
    assert relation(one, other) == "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Ambry museum opens its doors on 6 June.", "The museum at Ambry opens on 26 September."),
        ("King Aldric arrives in Corrin on 3 May for a visit.", "Aldric lands in Corrin on 9 May for his visit."),
        ("The tram left the rails in Dorn at 5.20 on Friday morning.", "In Dorn the tram left the rails at 6:50 p.m."),
    ],
)
def test_two_times_of_one_event_contradict_each_other(one: str, other: str) -> None:
    found = relation(one, other)
    assert found == "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Four people were killed when the coach overturned at Linton.", "The coach at Linton had 38 people aboard."),
        ("The kidnappers of Zander asked for five million euros.", "Zander's family handed over 1.8 million euros."),
        ("Parking in Ludham costs £2 for the first hour.", "Residents of Ludham pay £85 a year for parking."),
        ("Harrow Bank is closing 48 branches.", "Six of the Harrow Bank branches that are closing are in Wales."),
        ("The players turned down a first offer of 2 percent.", "The players accepted a new offer of 4.5 percent."),
        ("Langley raised £14,000 for the lifeboat.", "Langley has raised £60,000 for the lifeboat in fifteen years."),
        ("The tunnel at Kessock was to cost 200 million euros.", "The tunnel at Kessock cost 200 million euros."),
        ("Up to 500 homes could be built at Fenby.", "At Fenby 160 homes will be built."),
        ("Three passengers and a guard were killed at Marn.", "Four people were killed at Marn."),
        ("Turnout rose from 40 to 52 percent in Ambry.", "Turnout in Ambry was 52 percent."),
    ],
)
def test_what_only_lies_near_is_no_conflict(one: str, other: str) -> None:
    assert relation(one, other) in ("unrelated", "agrees")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Hobby farmers in Corrin lost 38 percent of their bees.",
            "Commercial farms in Corrin lost 11 percent of them.",
        ),
        ("Prices in Tavia rose 4 percent in July.", "Prices in Tavia rose 2 percent in August."),
        ("Road deaths in Tavia fell to 318 last year.", "Road deaths in Tavia fell to 31 last month."),
    ],
)
def test_parts_and_other_times_are_no_contradiction(one: str, other: str) -> None:
    assert relation(one, other) != "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Two people died in the fire at Keel House.",
            "The number killed in the fire at Keel House has risen to nine.",
        ),
        ("The outbreak in Lindell has made 11 people ill.", "In Lindell the outbreak has made 37 people ill."),
        ("In Gorvan 140,000 homes were without power.", "In Gorvan 22,000 homes were without power."),
    ],
)
def test_a_later_figure_of_what_moves_is_an_update(one: str, other: str) -> None:
    assert relation(one, other, second=LATER) == "updates"
