"""Whose conflict it is, and whether there is one fact to part over."""

from collections.abc import Callable

import pytest

from service.models import Confidence, ReadArticle
from service.steps.comparing.alignment import Conflict, is_one_fact, may_conflict, on_one_word, settle, times_differ
from service.steps.comparing.rulings import Ruling
from service.steps.comparing.tellings import Telling, Tellings
from service.steps.vocabulary.content_words import Content
from tests.papers import Line, Said, paper


def sides(one: Line, other: Line, *more: Line) -> tuple[Telling, Telling, Tellings]:
    first, second = paper("Courier", one), paper("Herald", other, *more)
    tellings = Tellings([first, second])
    return tellings.of(first.claims[0]), tellings.of(second.claims[0]), tellings


def said(words: str, speaker: str) -> Line:
    return f"{speaker} said {words}.", [Said(words, speaker, "said")]


def settled(one: Line, other: Line, *more: Line, confidence: Confidence = "certain") -> Ruling | None:
    def gives(word: str) -> Callable[[Content, str], bool]:
        return lambda content, _: word in content.stems

    a, b, tellings = sides(one, other, *more)
    return settle(a, b, Conflict("other", "Why.", confidence, of_a=gives("red"), of_b=gives("blu")), tellings)


RED, BLUE = "the boat in Hallby was red", "the boat in Hallby was blue"


def test_two_papers_in_their_own_words_contradict_each_other() -> None:
    ruling = settled(RED, BLUE)
    assert ruling is not None
    assert (ruling.relation, ruling.confidence) == ("contradicts", "certain")


def test_so_do_two_on_the_word_of_one_speaker() -> None:
    ruling = settled(said(RED, "Police"), said(BLUE, "police"))
    assert ruling is not None
    assert (ruling.relation, ruling.confidence) == ("contradicts", "certain")


@pytest.mark.parametrize("one", [RED, said(RED, "Ines Tallow")])
def test_on_different_words_it_is_only_possible(one: Line) -> None:
    ruling = settled(one, said(BLUE, "Paul Marsh"))
    assert ruling is not None
    assert (ruling.relation, ruling.confidence) == ("contradicts", "possible")


def test_where_a_paper_gives_both_versions_speakers_dispute_and_papers_agree_to_differ() -> None:
    disputed = settled(said(RED, "Ines Tallow"), said(BLUE, "Paul Marsh"), said(RED, "Ines Tallow"))
    assert disputed is not None
    assert disputed.relation == "disputes"
    assert settled(RED, BLUE, RED) is None


def test_claims_that_are_not_asserted_settle_nothing() -> None:
    denied = (f"Police denied {BLUE}.", [Said(BLUE, "Police", "denied", "denies")])
    assert settled(RED, denied) is None


def test_less_in_common_makes_it_only_possible() -> None:
    ruling = settled(RED, f"{BLUE}, with white sails, brass lamps, new ropes and oak masts")
    assert ruling is not None
    assert ruling.confidence == "possible"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The old boat sank in Hallby.", "In Hallby the old boat sank.", True),
        ("The old boat sank in Hallby.", "The old boat sank in Oxley.", False),
        ("The boat sank.", "The mayor left the boat company to his heirs.", False),
        ("Sank.", "It sank.", False),
    ],
)
def test_one_fact_is_mostly_the_same_words_and_no_other_names(one: str, other: str, expected: bool) -> None:
    a, b, tellings = sides(one, other)
    assert is_one_fact(a.content, b.content, tellings) is expected
    assert is_one_fact(b.content, a.content, tellings) is expected


def test_the_keys_they_part_over_can_be_left_out() -> None:
    a, b, tellings = sides("The old boat sank in Hallby.", "The old boat sank in Oxley.")
    apart = (a.content.names | b.content.names) - (a.content.names & b.content.names)
    assert is_one_fact(a.content, b.content, tellings, apart)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("It sank on Monday.", "It sank on Tuesday.", True),
        ("It sank on Monday.", "It sank on Monday.", False),
        ("It sank in 2019.", "It sank in 2021.", True),
        ("It sank on 4 May 2019.", "It sank in 2021.", False),
        ("It sank.", "It sank on Tuesday.", False),
        ("It sank on Monday and Tuesday.", "It sank on Tuesday.", False),
    ],
)
def test_times_differ_only_where_no_two_can_be_the_same(one: str, other: str, expected: bool) -> None:
    def dated(name: str, text: str) -> ReadArticle:
        return paper(name, text, published_at="2026-03-04")

    first, second = dated("Courier", one), dated("Herald", other)
    tellings = Tellings([first, second])
    a, b = tellings.of(first.claims[0]), tellings.of(second.claims[0])
    assert times_differ(a, b) is expected
    assert times_differ(b, a) is expected


def test_an_opinion_or_a_may_is_held_against_nobody() -> None:
    a, b, _ = sides("The boat must sink.", "The boat sank.")
    assert not may_conflict(a, b)
    a, b, _ = sides("The boat may sink.", "The boat sank.")
    assert not may_conflict(a, b)


def test_papers_and_speakers_are_not_one_word() -> None:
    a, b, _ = sides(RED, said(BLUE, "Police"))
    assert not on_one_word(a, b)
