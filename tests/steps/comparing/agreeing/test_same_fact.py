"""How the clauses of two claims meet."""

from service.steps.comparing.agreeing import same_fact
from service.steps.comparing.agreeing.same_fact import Likeness
from service.steps.comparing.tellings import Tellings
from tests.papers import paper


def find(one: str, other: str) -> tuple[Likeness, ...]:
    a, b = paper("Courier", one), paper("Herald", other)
    tellings = Tellings([a, b])
    return same_fact.find(tellings.of(a.claims[0]), tellings.of(b.claims[0]), tellings)


def test_clause_is_held_against_clause_not_sentence_against_sentence() -> None:
    one = "The quarry, which opened in 1950, feeds the kilns, but last week its lorries stood idle in the rain."
    best = find(one, "The quarry opened in 1950.")[0]
    assert best.least > 0.9
    assert [(x.figure.text, y.figure.text) for x, y in best.figures] == [("1950", "1950")]


def test_related_words_meet_for_less_than_words_of_one_meaning() -> None:
    same = find("Nurses received their wages.", "The nurses received wages.")[0]
    related = find("Nurses received their wages.", "The nurses received salaries.")[0]
    assert related.related
    assert same.least > related.least > 0.3


def test_a_whole_that_others_are_parts_of_is_no_figure_of_the_fact() -> None:
    assert not any(met.figures for met in find("Four of the nine boats sank.", "Nine boats sailed."))


def test_people_counted_for_what_befell_them_are_a_figure_though_some_are_told_of() -> None:
    found = find("Two of the 17 people hurt were in hospital.", "The blast hurt 17 people.")
    assert any("17" in pair[0].figure.text for met in found for pair in met.figures)


def test_counts_of_different_things_or_fates_are_not_one() -> None:
    assert not any(met.figures for met in find("Twelve cows died.", "Twelve windows were broken."))
    assert not any(met.figures for met in find("Twelve people were killed.", "Twelve people were injured."))


def test_other_figures_of_the_same_thing_part_the_clauses() -> None:
    assert find("The storm killed 12 people.", "The storm killed 19 people.")[0].parted
    assert not find("The storm killed 12 people.", "The storm killed a dozen people.")[0].parted


def test_claims_that_share_nothing_do_not_meet() -> None:
    assert find("The choir sang.", "Snow fell on Telm.") == ()
