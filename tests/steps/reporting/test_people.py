"""people: names, the roles they come with, and who is mentioned where."""

import pytest

from service.steps.reporting import words
from service.steps.reporting.people import People, find_runs, name_of, read_role


def people(*sentences: str) -> People:
    return People([words.cut(text, 0, len(text)) for text in sentences])


def names(text: str) -> list[str]:
    cut = words.cut(text, 0, len(text))
    return [name_of(cut, run) for run in find_runs(cut)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("US Secretary of State Ann Lee met Sir Tom Reed.", ["Ann Lee", "Tom Reed"]),
        ("On Friday However The Ann Lee left.", []),
        ("Kim Lee's plan.", ["Kim Lee"]),
        ("Ann M. Lee and Ludwig van Beethoven.", ["Ann M. Lee", "Ludwig van Beethoven"]),
        ("Theresa May spoke in May 2014.", ["Theresa May"]),
        ("Per Dahl and Jan Roe spoke.", ["Per Dahl", "Jan Roe"]),
        ("Sub-Inspector Musa Bello and ASP Ada Obi.", ["Musa Bello", "Ada Obi"]),
        ("The Security Council and Islamic State.", []),
    ],
)
def test_a_name_is_a_run_of_capitals_without_titles_bodies_and_openers(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_surname_has_the_one_full_name_of_the_article() -> None:
    found = people("Ann Lee met Tom Reed.", "Lee left.")
    assert found.full_name("Lee") == "Ann Lee"
    assert found.full_name("Olsen") is None


def test_a_surname_two_people_share_stays_itself() -> None:
    assert people("Ann Lee met Kim Lee.").full_name("Lee") == "Lee"


def test_a_role_belongs_to_the_one_person_it_was_given() -> None:
    found = people(
        "French Foreign Minister Ann Lee met Tom Reed, the mayor of Alta.", "Interior Minister Kim Roe came."
    )
    assert found.with_role(frozenset({"france", "foreign", "minister"})) == "Ann Lee"
    assert found.with_role(frozenset({"minister"})) is None
    assert found.with_role(frozenset({"mayor"})) == "Tom Reed"


def test_a_role_reads_alike_in_every_wording() -> None:
    assert read_role(["russian", "fm"]) == read_role(["russia's", "foreign", "minister"])


def test_mentions_are_found_by_their_place() -> None:
    text = "Ann Lee met Tom Reed. Lee left."
    found = people(text)
    assert found.named_between(0, 15) == ["Ann Lee", "Tom Reed"]
    assert found.named_between(15, len(text)) == ["Ann Lee"]


def test_a_lone_name_that_could_be_a_person_is_a_stranger_and_a_place_is_none() -> None:
    found = people("Olsen met Ann Lee in Paris near Alta with NATO.")
    assert found.strangers_between(0, 99) == ["Olsen"]


def test_honorifics_tell_whom_a_pronoun_may_mean() -> None:
    found = people("Mrs Ann Lee met Mr Tom Reed and Kim Roe.")
    assert not found.may_be("Ann Lee", "he")
    assert found.may_be("Tom Reed", "he")
    assert found.may_be("Kim Roe", "he")


def test_a_line_written_like_a_title_teaches_no_names() -> None:
    assert people("Mayor Says Dam Is Safe After Flood").full_name("Dam") is None
