"""Sources named beside what they say, without a verb of saying."""

import pytest

from tests.speeches import Said, said


@pytest.mark.parametrize(
    ("text", "content", "cue", "speaker"),
    [
        ("By the company's account, the valve was closed.", "the valve was closed", "account", "company"),
        ("The valve was closed, by the company's own account.", "The valve was closed", "account", "company"),
        ("In the union's telling, talks broke down in March.", "talks broke down in March", "telling", "union"),
        ("Turnout was 60 percent by the ministry's count.", "Turnout was 60 percent", "count", "ministry"),
        ("By Lee's reckoning 900 people had come.", "900 people had come", "reckoning", "Lee"),
        ("By its own account the board was late.", "the board was late", "account", None),
    ],
)
def test_an_account_is_its_owners(text: str, content: str, cue: str, speaker: str | None) -> None:
    assert said(text) == [Said(content, cue, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "The match was put off on Lee's account.",
        "He paid it into the firm's account.",
        "The count of the votes was over by noon.",
    ],
)
def test_other_accounts_report_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Post, citing two officials, reported that the deal was dead.",
        "The Post reported, citing two officials familiar with the talks, that the deal was dead.",
        "The deal was dead, the Post reported, citing two officials.",
        "Quoting two officials, the Post said the deal was dead.",
    ],
)
def test_whoever_is_cited_is_a_link_of_the_chain_wherever_the_citing_stands(text: str) -> None:
    speakers = [found.speaker for found in said(text)]
    assert sorted(speakers, key=str) == ["Post", "two officials"]
    assert {found.content.lower() for found in said(text)} == {"the deal was dead"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The firm said it would close the plant, citing rising costs.", "rising costs"),
        ("Lee announced that he would resign, citing ill health.", "ill health"),
        ("The airline said it had turned back, citing strong winds.", "strong winds"),
    ],
)
def test_a_reason_is_cited_by_the_one_who_gives_it(text: str, reason: str) -> None:
    first, second = said(text)
    assert (second.content, second.speaker) == (reason, first.speaker)


def test_what_is_said_of_a_document_after_its_name_is_not_said_by_it() -> None:
    text = "The inspectors were warned, according to the report of the Ferrow inquiry, published on Thursday."
    assert [found.content for found in said(text)] == ["The inspectors were warned"]
