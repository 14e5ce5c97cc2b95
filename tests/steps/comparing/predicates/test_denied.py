"""What sentences deny."""

import pytest

from service.steps.comparing.predicates.denied import is_negative, read
from service.steps.vocabulary.content_words import Lexicon


def denied(text: str) -> list[tuple[set[str], str]]:
    return [(set(one.things), one.deed) for one in read(Lexicon().read(text))]


@pytest.mark.parametrize(
    ("text", "things", "deed"),
    [
        ("There are no merger plans.", {"merger", "plan"}, ""),
        ("Not one tram was damaged.", {"tram"}, "damag"),
        ("No sample has contained it.", {"sampl"}, "contain"),
        ("The guard never slept.", set(), "sleep"),
        ("The honey is free of lead.", {"lead"}, ""),
        ("The minister refused to sign.", set(), "sign"),
    ],
)
def test_a_negation_denies_a_thing_or_a_deed(text: str, things: set[str], deed: str) -> None:
    assert denied(text) == [(things, deed)]


@pytest.mark.parametrize(
    "text",
    [
        "No other tram was damaged.",
        "Nobody else was hurt.",
        "No tram was damaged so far.",
        "The tunnel will not reopen before May.",
        "If no tram is damaged, all is well.",
        "Not only trams were damaged.",
        "The town had a week without rain.",
        "The guard slept.",
    ],
)
def test_what_is_only_of_the_rest_or_not_yet_is_not_denied(text: str) -> None:
    assert denied(text) == []


def test_contractions_are_negative() -> None:
    assert is_negative("didn't")
    assert not is_negative("did")
