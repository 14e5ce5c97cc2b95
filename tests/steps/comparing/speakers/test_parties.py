"""Speakers are one where their names may stand for one body, and never on suspicion."""

import pytest

from service.steps.comparing.speakers.parties import Parties, may_be_one
from service.steps.vocabulary.content_words import Lexicon
from tests.papers import paper

ARTICLES = [
    paper(
        "Courier",
        "Norland's interior ministry said Russia’s foreign ministry had called.",
        "The call came from Russian Foreign Minister Pavel Orlov and US Secretary of State Mary Cole.",
        "Police in Hallby and the Hallby hospital said so, and Orlov and Cole agreed.",
    ),
    paper("Herald", "French police and British police met Jane Dunn of Astrid Line and John Pryce."),
]
LEXICON = Lexicon.learn(ARTICLES)
PARTIES = Parties.learn(ARTICLES, LEXICON)


def are_one(one: str, other: str) -> bool:
    a, b = PARTIES.read(one), PARTIES.read(other)
    assert may_be_one(a, b) == may_be_one(b, a)
    return may_be_one(a, b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russia", "Moscow"),
        ("Russia", "the Foreign Ministry"),
        ("Moscow", "a statement from the Foreign Ministry"),
        ("the Russian ministry", "Russia’s foreign ministry"),
        ("Russia", "Russian Foreign Minister Pavel Orlov"),
        ("Orlov", "Pavel Orlov"),
        ("Orlov", "the foreign ministry"),
        ("police", "the police"),
        ("a police spokesman", "police"),
        ("hospital officials", "a hospital spokeswoman"),
        ("Secretary of State Mary Cole", "Washington"),
    ],
)
def test_names_of_one_body_may_be_one(one: str, other: str) -> None:
    assert are_one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russia", "the United States"),
        ("Orlov", "Cole"),
        ("Jane Dunn", "John Pryce"),
        ("Russia", "US Secretary of State Mary Cole"),
        ("police", "the foreign ministry"),
        ("French police", "British police"),
        ("reports", "reports"),
        ("media reports", "Russia"),
        ("sources", "police"),
    ],
)
def test_others_are_not(one: str, other: str) -> None:
    assert not are_one(one, other)


def test_nobody_in_particular_is_known_as_such() -> None:
    assert PARTIES.read("Reports").is_anonymous
    assert PARTIES.read("").is_anonymous
    assert PARTIES.read("two people").is_anonymous
    assert not PARTIES.read("police").is_anonymous


def test_a_body_of_two_countries_is_given_neither() -> None:
    assert PARTIES.read("police").lands == frozenset()
    assert PARTIES.read("the foreign ministry").lands == {"russia"}
