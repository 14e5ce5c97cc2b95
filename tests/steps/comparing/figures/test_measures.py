"""What a figure measures is read from its own clause: a toll is not a count of the hurt."""

import pytest

from service.steps.comparing.figures.measure import Measure
from service.steps.comparing.figures.measures import as_year, read
from service.steps.comparing.tellings import Tellings
from service.steps.vocabulary.stems import stem
from tests.papers import paper

KILLED, HURT, ARRESTED = stem("kill"), stem("injure"), stem("arrest")


def measured(text: str) -> list[Measure]:
    told = paper("Courier", text)
    return list(read(Tellings([told]).of(told.claims[0])))


@pytest.mark.parametrize(
    ("text", "fates"),
    [
        ("At least 12 people were killed and 30 injured in Velmora.", [KILLED, HURT]),
        ("The fire killed 12 people and injured 30.", [KILLED, HURT]),
        ("Twelve died and about 30 were hurt.", [KILLED, HURT]),
        ("The death toll from the quake in the north has risen to 26.", [KILLED]),
        ("The blast left 12 dead.", [KILLED]),
        ("Police arrested 14 people.", [ARRESTED]),
        ("They sold 12 cars.", [""]),
        ("The bridge cost 12 million euros.", [""]),
    ],
)
def test_the_fate_is_that_of_the_nearest_words(text: str, fates: list[str]) -> None:
    assert [measure.fate for measure in measured(text)] == fates


@pytest.mark.parametrize(
    ("text", "counted"),
    [("Twelve people were killed.", ""), ("Twelve children were killed.", "child"), ("They sold 12 cars.", "car")],
)
def test_who_is_counted_is_told_where_it_is_not_just_anybody(text: str, counted: str) -> None:
    assert measured(text)[0].counted == counted


def test_only_a_count_of_what_befell_people_is_a_toll() -> None:
    assert measured("Twelve people were killed.")[0].is_toll
    assert not measured("Twelve cars were sold.")[0].is_toll


def test_people_and_children_are_of_one_kind_but_not_counted_the_same() -> None:
    (anyone,), (children,) = measured("Twelve people were killed."), measured("Three children were killed.")
    assert anyone.is_of_same_kind(children)
    assert not anyone.counts_the_same(children)


def test_a_count_of_nothing_named_is_never_the_same() -> None:
    bare = Measure(measured("They sold 12 cars.")[0].figure, fate="", counted="", around=frozenset())
    assert not bare.counts_the_same(bare)


def test_sums_are_told_apart_by_their_words_and_not_by_what_they_count() -> None:
    (price,), (fine,) = measured("It cost 12 million euros."), measured("The fine was 13 million euros.")
    assert price.is_of_same_kind(fine)
    assert price.counts_the_same(fine)
    assert not price.around & fine.around


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was hurt.",
        "No one was injured in the crash.",
        "None of the crew was hurt.",
        "There were no injuries.",
    ],
)
def test_nobody_hurt_is_a_toll_of_none(text: str) -> None:
    (none,) = measured(text)
    assert (none.fate, none.figure.low, none.figure.high) == (HURT, 0.0, 0.0)
    (children,) = measured("Three children were hurt.")
    assert none.counts_the_same(children)


@pytest.mark.parametrize(
    "text",
    ["Whether nobody was hurt is unknown.", "Nobody came.", "If nobody was hurt, they sail.", "No ship was hurt."],
)
def test_what_is_supposed_or_befalls_no_people_is_none(text: str) -> None:
    assert measured(text) == []


def test_a_toll_told_beside_nobody_is_the_toll() -> None:
    assert [measure.figure.low for measure in measured("Two were hurt but nobody else was hurt.")] == [2.0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("It opened in January 2028.", "year"), ("It opened on 4 May 2019.", "year"), ("It opened on 4 May.", "date")],
)
def test_a_date_that_states_its_year_can_be_read_as_it(text: str, kind: str) -> None:
    assert as_year(measured(text)[0].figure).kind == kind


def test_what_is_no_date_stays_as_it_is() -> None:
    figure = measured("They sold 12 cars.")[0].figure
    assert as_year(figure) == figure
