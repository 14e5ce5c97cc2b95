""" "X said A, but B": whose B is."""

import pytest

from tests.speeches import said


def contents(text: str) -> list[str]:
    return [found.content for found in said(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The minister said the bridge was safe, but engineers found cracks in it.", "the bridge was safe"),
        ("The firm said the leak was small, but fishermen have lost a month of work.", "the leak was small"),
        ("The mayor said the pool would open in May, but it has not.", "the pool would open in May"),
        ("Roe claimed that he had paid, though his bank has no trace of it.", "he had paid"),
        ("The club denied it was for sale, yet its owners are still meeting buyers.", "it was for sale"),
        ("Lee said taxes would rise, but ministers dropped the plan a week later.", "taxes would rise"),
        ("Officials said the road was clear, although lorries are stuck on it.", "the road was clear"),
    ],
)
def test_the_reporter_has_the_word_where_tense_or_time_shows_it(text: str, content: str) -> None:
    assert contents(text) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lee said the law was good but needed time.", "the law was good but needed time"),
        ("Roe said he was sorry, but he had no choice.", "he was sorry, but he had no choice"),
        ("She said the dam was old, but the valves would hold.", "the dam was old, but the valves would hold"),
        ("Lee says the offer is poor, but it is a start.", "the offer is poor, but it is a start"),
        ("Lee said the offer is poor, but it is a start.", "the offer is poor, but it is a start"),
        ("Lee said that he knew, but that he had not told her.", "he knew, but that he had not told her"),
    ],
)
def test_where_nothing_shows_it_the_speaker_goes_on(text: str, content: str) -> None:
    assert contents(text) == [content]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Oil came ashore, according to the agency, but the northern beaches were still clean.", "the northern"),
        ("The money was meant for cables, said the chairman, Erik Lund, and none of it will go on pay.", "none of it"),
        ("The school will be pulled down, Strand said, but the classrooms are sound.", "the classrooms are sound"),
        ("The loss comes to two million, the company said, and is fully insured.", "is fully insured"),
    ],
)
def test_what_an_inserted_cue_interrupts_goes_on_behind_it(text: str, rest: str) -> None:
    first, second = said(text)
    assert second.content.startswith(rest)
    assert second.speaker == first.speaker


@pytest.mark.parametrize(
    "text",
    [
        "“I saw nothing,” said the captain, and he walked off.",
        "The road is shut, Lee said, and walked off.",
        "The road is shut, Lee said, while Roe looked on.",
        "The road is shut, police said, but the mayor denied this.",
    ],
)
def test_what_the_speaker_or_another_did_then_was_not_said(text: str) -> None:
    (only,) = contents(text)[:1]
    assert len(contents(text)) == 1
    assert only in ("I saw nothing", "The road is shut")
