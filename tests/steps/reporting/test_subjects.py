"""subjects: which words before or after a verb are its subject, and when none can be named."""

import pytest

from service.steps.reporting import words
from service.steps.reporting.cue_groups import find_cues
from service.steps.reporting.subjects import Subject, find_after, find_before, find_clause_subject


def before(text: str) -> tuple[str, Subject] | None:
    cut = words.cut(text, 0, len(text))
    cue = find_cues(cut)[-1]
    found = find_before(cut, cue.first, 0, set())
    return (
        (text[cut[found.start].start : cut[found.end - 1].end] if found.end > found.start else "", found)
        if found
        else None
    )


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Lee said", "Lee"),
        ("On Friday Lee said", "Lee"),
        ("In Alta the council said", "the council"),
        ("After the talks Lee said", "Lee"),
        ("However, Lee later said", "Lee"),
        ("Lee, 70, a lawyer, said", "Lee"),
        ("Lee (70) said", "Lee"),
        ("The aide, Ann Lee, said", "Ann Lee"),
        ("The board, in a note by the chair, said", "The board"),
        ("The Safety Agency (SA) said", "The Safety Agency (SA)"),
        ("A spokesman for the firm said", "A spokesman for the firm"),
        ("Lee and Roe said", "Lee and Roe"),
        ("Lee came and Roe said", "Roe"),
        ("A man who saw it said", "A man"),
        ("The retired general said", "The retired general"),
        ("A note issued by the palace said", "A note issued by the palace"),
    ],
)
def test_the_subject_is_the_name_phrase_before_the_verb(text: str, subject: str) -> None:
    found = before(text)
    assert found is not None
    assert found[0] == subject


def test_a_verb_after_and_shares_the_subject_of_the_clause_before() -> None:
    found = before("Lee came and said")
    assert found is not None
    assert found[1].is_inherited


def test_who_stands_for_the_name_before_it() -> None:
    found = before("Lee, who said")
    assert found is not None
    assert found[0] == "Lee"
    assert found[1].is_relative


@pytest.mark.parametrize("text", ["said", "It rained; said", "an accusation the ministry said", "left Alta, said"])
def test_where_no_name_phrase_stands_there_is_no_subject(text: str) -> None:
    assert before(text) is None


def test_an_inverted_subject_ends_before_its_appositive() -> None:
    cut = words.cut("said Ann Lee, a doctor", 0, 22)
    found = find_after(cut, 1)
    assert found is not None
    assert (found.start, found.end) == (1, 3)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The US and EU imposed a tax", "The US and EU"),
        ("On Friday, Norvik issued a note", "Norvik"),
        ("Some people, among them Lee, came", "Some people"),
    ],
)
def test_the_subject_of_a_clause_is_what_its_first_verb_follows(text: str, subject: str) -> None:
    cut = words.cut(text, 0, len(text))
    found = find_clause_subject(cut, 0, len(cut))
    assert found is not None
    assert text[cut[found.start].start : cut[found.end - 1].end] == subject
