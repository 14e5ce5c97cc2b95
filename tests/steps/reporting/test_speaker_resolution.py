"""Who a speaker is: the fullest name the article gives, or nobody where that is not clear."""

import pytest

from tests.speeches import find, said


def speakers(text: str) -> list[str | None]:
    return [found.speaker for found in said(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee arrived. Lee said it rained.", ["Ann Lee"]),
        ("Mayor Ann Lee said it rained.", ["Ann Lee"]),
        ("Norvik's foreign minister Ann Lee said it rained.", ["Ann Lee"]),
        ("Norvik Secretary of State Ann Lee said it rained.", ["Ann Lee"]),
        ("Foreign ministry spokeswoman Ann Lee said it rained.", ["Ann Lee"]),
        ("Ann Lee, a spokeswoman for the ministry, said it rained.", ["Ann Lee"]),
        ("The mayor of Alta, Ann Lee, said it rained.", ["Ann Lee"]),
        ("His wife, Ann Lee, said it rained.", ["Ann Lee"]),
        ("The UN's Ann Lee said it rained.", ["Ann Lee"]),
        ("Dr. Ann M. Lee said it rained.", ["Ann M. Lee"]),
        ("Ahmed al-Said left. Mr al-Said said it rained.", ["Ahmed al-Said"]),
        ("ASP Musa Bello said it rained.", ["Musa Bello"]),
        ("Veteran miner Tom Reed, 45, said it rained.", ["Tom Reed"]),
        ("Theresa May came. Mrs May said it rained.", ["Theresa May"]),
        ("President Lee said it rained.", ["Lee"]),
        ("Tom Reed and Ann Reed came. Reed said it rained.", ["Reed"]),
        ("Tom Reed came. Tom Reed said it rained.", ["Tom Reed"]),
    ],
)
def test_a_person_has_the_full_name_without_titles(text: str, names: list[str]) -> None:
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Russian Foreign Minister Ann Lee came. The Russian FM said it rained.", ["Ann Lee"]),
        ("Defence Minister Ann Lee met Foreign Minister Tom Reed. The foreign minister said no one won.", ["Tom Reed"]),
        ("Ann Lee, the mayor, came. The mayor said it rained.", ["Ann Lee"]),
        ("Police spokesman Tom Reed came. The spokesman said it rained.", ["Tom Reed"]),
        ("Minister Ann Lee met Minister Tom Reed. The minister said it rained.", ["minister"]),
        ("Police spokesman Tom Reed came. A spokesman for the firm said it rained.", ["spokesman for the firm"]),
        ("French Foreign Minister Ann Lee came. The Russian foreign minister said so.", []),
        (
            "French Foreign Minister Ann Lee came. The German foreign minister said it rained.",
            ["German foreign minister"],
        ),
    ],
)
def test_a_role_means_the_one_person_who_has_it(text: str, names: list[str]) -> None:
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Norvik's health ministry met. The ministry said it rained.", ["Norvik's health ministry"]),
        ("The Health Ministry met. The ministry said it rained.", ["Health Ministry"]),
        ("The Ministry of Health met. The ministry said it rained.", ["Ministry of Health"]),
        ("The Ministry of Health and the Ministry of Trade met. The ministry said it rained.", ["ministry"]),
        ("The Russian navy met the French navy. The navy said it rained.", ["navy"]),
        ("The Public Safety Agency (PSA) met. The agency said it rained.", ["Public Safety Agency"]),
        ("The Public Safety Agency (PSA) said it rained.", ["Public Safety Agency"]),
        ("Officials in Alta said it rained.", ["Officials in Alta"]),
        ("Norvik and Alta said it rained.", ["Norvik and Alta"]),
        ("One resident said it rained.", ["One resident"]),
        ('The "Desert Hawks" brigade said it rained.', ['"Desert Hawks" brigade']),
    ],
)
def test_a_body_has_the_fullest_name_and_is_never_guessed(text: str, names: list[str]) -> None:
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The palace's statement said it rained.", ["palace"]),
        ("A statement from the palace said it rained.", ["palace"]),
        ("A statement issued by the palace on Monday said it rained.", ["palace"]),
        ("The palace issued a statement. The statement said it rained.", ["palace"]),
        ("It rained, the palace said in a statement. It snowed, the statement said.", ["palace", "palace"]),
        ("The statement said it rained.", ["statement"]),
    ],
)
def test_a_statement_speaks_for_whoever_issued_it(text: str, names: list[str]) -> None:
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee came on Monday. She said it rained.", ["Ann Lee"]),
        ("Ann Lee said it rained. She said it snowed. She said it froze.", ["Ann Lee"] * 3),
        ("Ann Lee met Tom Reed. She said it rained.", [None]),
        ("Mrs Ann Lee met Mr Tom Reed. She said it rained.", ["Ann Lee"]),
        ("Olsen met Ann Lee in Paris. He said it rained.", [None]),
        ("Ann Lee told Tom Reed that it rained. She added that it froze.", ["Ann Lee", "Ann Lee"]),
        ("He said it rained.", [None]),
        ("Ann Lee came. It rained. It was cold. She said it froze.", [None]),
        ("The army said it had won. It added that it rained.", ["army", "army"]),
        ("Ann Lee said it rained. It said it snowed.", ["Ann Lee", None]),
        ("They said it rained.", [None]),
        ("Lee said she had heard that it rained.", ["Lee"]),
        ("Reed said he could not say whether it rained.", ["Reed", "Reed"]),
    ],
)
def test_a_pronoun_is_followed_only_where_one_person_fits(text: str, names: list[str | None]) -> None:
    assert speakers(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Tom Reed, Ann Lee, and Jan Roe said it rained.",
        "Some people, including the family of the man who died, came, saying that it rained.",
        "Who said it rained?",
    ],
)
def test_where_several_could_have_spoken_nobody_is_named_wrongly(text: str) -> None:
    assert set(speakers(text)) <= {None, "Some people", "Tom Reed, Ann Lee, and Jan Roe"}


def test_the_span_of_a_speaker_holds_the_words_at_this_mention() -> None:
    text = "Ann Lee came. The palace's statement said it rained, Mayor Lee added."
    assert [text[found.speaker.start : found.speaker.end] for found in find(text) if found.speaker] == [
        "Mayor Lee",
        "The palace",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“It rained,” said its director, Corin Lee.", ["Corin Lee"]),
        ("“It rained,” said the mayor, Tom Reed.", ["Tom Reed"]),
        ("Tom Reed, the miner who told us that it rained, left.", ["Tom Reed"]),
        ("Ann Lee came. “Savings are gone,” she said.", ["Ann Lee"]),
        ("Ann Lee came. “Everybody is safe,” she said.", ["Ann Lee"]),
        ("The firm, which owns the pit, left the town and said that it rained.", ["firm"]),
    ],
)
def test_a_speaker_named_beside_a_role_or_before_the_pronoun_is_found(text: str, names: list[str]) -> None:
    assert speakers(text) == names


def test_two_offices_of_one_kind_are_told_apart_by_all_their_words() -> None:
    text = "The registrar's office was shut. Nine died, the regional health office said."
    assert speakers(text) == ["regional health office"]


def test_a_second_speaker_after_a_semicolon_or_but_has_the_words_after_the_cue() -> None:
    assert speakers("Lee complained that the road was shut; its owner, Tom Reed, said it was open.") == [
        "Lee",
        "Tom Reed",
    ]
    found = said("Ann Lee said the crew “knew what to do”, but Tom Reed, a driver, said he “saw none of them”.")
    assert [one.speaker for one in found] == ["Ann Lee", "Tom Reed"]
