"""Verdicts by rule: what agrees must agree, what has nothing to do with it must be left alone, sides may be swapped."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.models import Pair
from service.steps import rules
from tests.papers import Line, Said, paper, verdict

AGREEING: list[tuple[Line, Line]] = [
    ("The ferry Astrid struck a sandbank off Velmora.", "Off Velmora, a sandbank was struck by the ferry Astrid."),
    ("Police arrested three men in Hallby on Monday.", "Three men were detained by police in Hallby on Monday."),
    (
        "US airstrikes on ISIS positions continued in Syria.",
        "American air strikes on Islamic State positions continued in Syria.",
    ),
    ("Sergey Ivanov met reporters at the harbour.", "At the harbour, Sergei Ivanov met the reporters."),
    ("The sailings from Velmora were suspended by the line.", "The line halted the sailings from Velmora."),
    ("The mayor did not attend the opening of the dam.", "The mayor failed to attend the opening of the dam."),
    ("Twenty-six people were killed in the Norland quake.", "26 people died in the Norland quake."),
    (
        "Norland refuses to be involved in coalitions against Sudmark.",
        "Norland will not be involved in any coalition against Sudmark.",
    ),
]

UNRELATED: list[tuple[Line, Line]] = [
    ("The ferry struck a sandbank off Velmora.", "The mayor of Hallby opened a school."),
    ("Exchange of data was suspended by Norland.", "The work of a rail group was stopped by Norland."),
    ("Norland, Sudmark, Paris, Rome and Oslo ordered ships.", "Norland, Sudmark, Paris, Rome and Oslo sent doctors."),
    ("It was closed.", "It was closed."),
    ("Twelve people died in the Velmora collapse.", "Twelve people were hurt in the Velmora collapse."),
    ("The dam in Oxley could fail.", "The dam in Oxley failed."),
]


def speaks(speaker: str, words: str) -> Line:
    return f"{speaker} said {words}.", [Said(words, speaker, "said")]


@pytest.mark.parametrize(("one", "other"), AGREEING[:-1])
def test_the_same_fact_in_other_words_agrees(one: Line, other: Line) -> None:
    found = verdict(paper("Courier", one), paper("Herald", other))
    assert (found.relation, found.type, found.decided_by) == ("agrees", None, "rules")
    assert found.evidence


def test_what_a_speaker_refuses_agrees_with_what_he_will_not_do() -> None:
    one, other = (str(line).rstrip(".") for line in AGREEING[-1])
    a, b = paper("Courier", speaks("The minister", one)), paper("Herald", speaks("The minister", other))
    assert verdict(a, b).relation == "agrees"


@pytest.mark.parametrize(("one", "other"), UNRELATED)
def test_what_has_too_little_in_common_is_unrelated(one: Line, other: Line) -> None:
    found = verdict(paper("Courier", one), paper("Herald", other))
    assert (found.relation, found.type, found.explanation) == ("unrelated", None, "")


def test_speakers_who_say_the_same_agree_where_it_is_nearly_word_for_word() -> None:
    words = "the bridge in Velmora was rusty and old"
    close = verdict(paper("Courier", speaks("Ines Tallow", words)), paper("Herald", speaks("Paul Marsh", words)))
    assert close.relation == "agrees"
    longer = speaks(
        "Paul Marsh", f"{words}, unpainted since the war, neglected by every council and much too narrow for buses"
    )
    assert verdict(paper("Courier", speaks("Ines Tallow", words)), paper("Herald", longer)).relation == "unrelated"


@pytest.mark.parametrize(("one", "other"), [*AGREEING, *UNRELATED])
def test_swapping_the_articles_changes_nothing(one: Line, other: Line) -> None:
    a, b = paper("Courier", one, published_at=date(2026, 3, 2)), paper("Herald", other)
    there, back = verdict(a, b), verdict(b, a)
    assert (there.relation, there.type, there.confidence) == (back.relation, back.type, back.confidence)


@pytest.mark.parametrize("line", [line for pair in [*AGREEING, *UNRELATED[:3]] for line in pair])
def test_an_article_never_conflicts_with_its_own_copy(line: Line) -> None:
    found = verdict(paper("Courier", line), paper("Herald", line))
    assert found.relation == "agrees"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_get_a_verdict_and_the_same_when_swapped(one: str, other: str) -> None:
    a, b = (
        paper(name, f"It said {' '.join(words.split())} there.")
        for name, words in (("Courier", one), ("Herald", other))
    )
    assert verdict(a, b).relation == verdict(b, a).relation


def test_all_pairs_are_judged_in_order() -> None:
    a = paper("Courier", "The ferry struck a sandbank.", "The dam in Oxley held.")
    b = paper("Herald", "The ferry struck a sandbank.", "The mayor of Oxley left.")
    pairs = [Pair(a=a.claims[i].id, b=b.claims[j].id, score=1.0) for i in (0, 1) for j in (0, 1)]
    found = rules.judge_all(pairs, {"courier": a, "herald": b})
    assert [(one.a, one.b) for one in found] == [(pair.a, pair.b) for pair in pairs]
    assert [one.relation for one in found] == ["agrees", "unrelated", "unrelated", "unrelated"]


def test_a_paper_that_repeats_another_s_sentence_does_not_contradict_it() -> None:
    twelve, later = "Twelve people died in the Velmora collapse.", "Fourteen people died in the Velmora collapse."
    alone, both = paper("Courier", twelve), paper("Herald", twelve, later)
    assert verdict(alone, paper("Herald", later)).relation == "contradicts"
    assert verdict(alone, both, 0, 1).relation == "unrelated"
