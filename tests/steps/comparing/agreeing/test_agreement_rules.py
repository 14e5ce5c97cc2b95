"""Claims that tell one fact in other words, and those that only look so."""

import pytest

from service.steps.comparing.agreeing import agreement_rules
from service.steps.comparing.rulings import Ruling
from service.steps.comparing.tellings import Tellings
from tests.papers import Said, paper

DAY = "2025-03-12T09:00:00Z"


def judge(one: str, other: str) -> Ruling | None:
    a, b = paper("Courier", one, published_at=DAY), paper("Herald", other, published_at=DAY)
    tellings = Tellings([a, b])
    return agreement_rules.judge(tellings.of(a.claims[0]), tellings.of(b.claims[0]), tellings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ash fell on villages 30 miles away.", "The ash reached villages 48 kilometres off."),
        ("A dozen pupils were treated for burns.", "Twelve children needed treatment for their burns."),
        ("The museum cost $1.5 million to repair.", "Repairs to the museum came to 1,500,000 dollars."),
        ("The chapel, raised in 1874, lost its roof.", "Masons built the chapel in 1874."),
        ("75 percent of the harvest was ruined.", "Farmers lost 75 per cent of their harvest, which was uninsured."),
        ("The clinic will hire 80 nurses.", "80 nurses are to be recruited, the clinic says."),
    ],
)
def test_an_equal_figure_in_one_frame_is_one_fact_in_any_unit_or_words(one: str, other: str) -> None:
    assert judge(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A dozen pupils were treated for burns.", "The school has twelve classrooms."),
        ("Forty cows died in the flood.", "Forty cows were sold at the fair."),
        ("The clinic will hire 80 nurses.", "The clinic may hire 80 nurses."),
        (
            "The mayor did not spend 40 million crowns on the stadium.",
            "The mayor spent 40 million crowns on the stadium.",
        ),
        ("Four of the nine boats sank off Telm.", "All nine boats sank off Telm."),
        ("About 300 villagers were moved in Sarveni.", "About 300 villagers were moved in Tolvik."),
        ("The 40 Green members abstained in the vote.", "The 40 Green members voted against it."),
        ("The tax rose by 12 percent.", "The tax fell by 12 percent."),
        ("The ferry left on Monday with 90 on board.", "The ferry left on Tuesday with 90 on board."),
    ],
)
def test_an_equal_figure_of_another_thing_place_day_or_sense_is_none(one: str, other: str) -> None:
    assert judge(one, other) is None


def test_a_shared_day_alone_is_no_shared_fact() -> None:
    assert judge("The council met on Monday.", "Snow closed the airport on Monday.") is None


def test_a_clause_in_nearly_the_same_words_is_one_fact_whatever_else_the_sentences_tell() -> None:
    found = judge(
        "The old lighthouse keeper saved three sailors, and the storm tore the harbour crane loose.",
        "While schools stayed shut, the storm tore the crane in the harbour loose.",
    )
    assert found
    assert "crane" in found.evidence[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The levy asks much more of wealthy farmers.", "The levy asks a little more of wealthy farmers."),
        ("Rents in the capital fell slightly after the reform.", "Rents in the capital fell sharply after the reform."),
        ("The guard locked the gate before the alarm rang.", "The guard locked the gate after the alarm rang."),
    ],
)
def test_much_is_not_a_little_and_before_is_not_after(one: str, other: str) -> None:
    assert judge(one, other) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nobody was killed.", "No deaths were reported."),
        ("No one was injured when the crane fell.", "There were no injuries."),
        ("Nobody died in the storm.", "There were no fatalities."),
    ],
)
def test_both_papers_say_that_a_fate_befell_nobody(one: str, other: str) -> None:
    assert judge(one, other)


def test_the_order_of_the_papers_does_not_matter() -> None:
    one, other = "Ash fell on villages 30 miles away.", "The ash reached villages 48 kilometres off."
    assert bool(judge(one, other)) is bool(judge(other, one)) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("About 900 people lost jobs at the smelters of Kesh.", "Some 900 smelter workers in Kesh have been laid off."),
        ("Sixty firefighters fought the flames all night.", "Some five dozen firefighters fought the flames."),
        ("Roughly 40 walkers were on the pier.", "Forty people were on the pier."),
    ],
)
def test_people_may_be_called_what_they_do_and_a_number_may_be_rounded(one: str, other: str) -> None:
    assert judge(one, other)


def test_a_small_number_of_people_may_be_other_people() -> None:
    assert not judge("Four people were on the pier.", "Four walkers were fined on the pier for littering.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mill will close on June 28.", "The last reel leaves the mill on June 28."),
        ("The lake opens to swimmers on May 4.", "Swimmers return on 4 May, when the lake opens."),
        ("The trial of Ines Marr begins on 9 September.", "Judges will hear Ines Marr from September 9."),
    ],
)
def test_a_day_far_from_publication_tells_more_than_a_day_of_the_news(one: str, other: str) -> None:
    assert judge(one, other)
    assert not judge("The mill burned on Tuesday.", "The mill was praised by the mayor on Tuesday.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("All the miners came out alive after 46 hours.", "The miners spent 46 hours below and nobody died."),
        ("The passengers were found alive after 30 hours.", "Nobody died in the 30 hours the passengers waited."),
        (
            "Both climbers survived 20 hours on the ledge.",
            "No one was killed in 20 hours the climbers lay on the ledge.",
        ),
    ],
)
def test_a_denied_opposite_is_no_opposite(one: str, other: str) -> None:
    assert judge(one, other)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("the brakes of a grain lorry overheated", "The fire began when the brakes of a lorry with grain overheated."),
        (
            "a rusted bolt in the crane hook snapped",
            "The load fell, after a rusted bolt in the hook of the crane snapped.",
        ),
        ("a spark from a welding torch lit the straw", "The barn went up when a spark from a welding torch lit straw."),
    ],
)
def test_a_paper_may_tell_as_its_own_all_that_somebody_says(said: str, told: str) -> None:
    line = (f"Owner Paul Marsh said {said}.", [Said(said, "Paul Marsh", "said")])
    a, b = paper("Courier", line, published_at=DAY), paper("Herald", told, published_at=DAY)
    tellings = Tellings([a, b])
    assert agreement_rules.judge(tellings.of(a.claims[0]), tellings.of(b.claims[0]), tellings)


def test_what_somebody_says_in_few_of_the_same_words_is_not_what_the_paper_says() -> None:
    line = ("Owner Paul Marsh said the crane was safe.", [Said("the crane was safe", "Paul Marsh", "said")])
    a, b = paper("Courier", line, published_at=DAY), paper("Herald", "The crane was old.", published_at=DAY)
    tellings = Tellings([a, b])
    assert not agreement_rules.judge(tellings.of(a.claims[0]), tellings.of(b.claims[0]), tellings)
