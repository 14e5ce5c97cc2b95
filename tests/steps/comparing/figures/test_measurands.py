"""Measurands: what a figure measures, read from its clause."""

from service.steps.comparing.figures import measurands
from service.steps.comparing.figures.measurands import Measurand
from service.steps.comparing.tellings import Tellings
from tests.papers import paper


def read(sentence: str) -> tuple[Measurand, ...]:
    article = paper("Courier", sentence)
    return measurands.read(article, Tellings([article]))


def test_each_figure_has_the_deed_of_its_own_clause() -> None:
    dead, hurt = read("The blast at Hallby killed 12 people and injured 30 people.")
    assert ("die" in dead.deeds, "hurt" in dead.deeds) == (True, False)
    assert ("die" in hurt.deeds, "hurt" in hurt.deeds) == (False, True)


def test_a_noun_before_a_bare_count_is_what_it_counts() -> None:
    (homes,) = read("The number of homes without power was down to 22,000.")
    (dead,) = read("The death toll stands at 418.")
    assert (homes.figure.noun, dead.figure.noun) == ("home", "dead")


def test_a_share_in_words_is_measured() -> None:
    (share,) = read("A third of the schools were closed.")
    assert (share.figure.kind, round(share.figure.low or 0)) == ("percent", 33)


def test_a_day_told_twice_is_one_time_of_one_deed() -> None:
    days = read("Greaves was killed on Friday, February 13.")
    assert [day.figure.kind for day in days] == ["weekday", "date"]
    assert all("die" in day.deeds for day in days)


def test_which_of_several_is_meant_is_kept() -> None:
    (first,) = read("The players turned down a first offer of 2 percent.")
    (total,) = read("Langley has raised £60,000 in fifteen years.")[:1]
    assert first.stage == {"first"}
    assert total.is_cumulative
