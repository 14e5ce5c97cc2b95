"""How much two clauses share."""

from service.steps.comparing.predicates import meeting
from service.steps.comparing.tellings import Tellings
from tests.papers import paper


def score(one: str, other: str) -> float:
    reads = [paper("Courier", one), paper("Herald", other)]
    tellings = Tellings(reads)
    a, b = (tellings.of(read.claims[0]) for read in reads)
    return meeting.score(a, b, (a.content.keys, b.content.keys), tellings)


def test_clauses_that_share_a_name_and_a_word_may_meet() -> None:
    assert score("The bridge at Harlow was shut.", "Lorries crossed the bridge at Harlow.") >= meeting.MAY_MEET


def test_clauses_without_a_word_in_common_do_not() -> None:
    assert score("The bridge at Harlow was shut.", "A ferry sank near Merrin.") == 0


def test_clauses_that_each_name_somebody_of_their_own_do_not() -> None:
    assert score("The bridge was shut by Rick Yarrow.", "The bridge was shut by Denise Holt.") == 0


def test_a_people_counts_for_its_country() -> None:
    assert meeting.shared(frozenset({"tesalian"}), frozenset({"tesali"}))
    assert not meeting.shared(frozenset({"tesalian"}), frozenset({"ombria"}))


def test_a_sentence_that_leans_back_has_the_words_of_the_one_before() -> None:
    read = paper("Courier", "The treaty was dead.", "It was voted down.")
    tellings = Tellings([read])
    assert "treati" in meeting.keys_around(tellings.of(read.claims[1]), tellings)
    assert "treati" in meeting.antecedents(tellings.of(read.claims[1]), tellings)
