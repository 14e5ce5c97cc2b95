"""A long claim tells several facts; a clause and its subject are one of them."""

import pytest

from service.steps.comparing import focus
from service.steps.vocabulary.content_words import Lexicon
from service.steps.vocabulary.stems import stem
from tests.papers import paper

TEXT = "The Astrid, built in 1998, was freed by two tugs at noon, and the captain, who joined Gerant in 2015, wept."
LEXICON = Lexicon.learn([paper("Courier", TEXT, "They saw the Astrid with Gerant.")])


def keys(words: str) -> set[str]:
    start = TEXT.index(words)
    return set(focus.read(LEXICON.read(TEXT), start, start + len(words)).keys)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1998", "astrid build"),
        ("two tugs", "astrid free tug noon"),
        ("2015", "captain join gerant"),
        ("wept", "astrid wept"),
        ("Astrid", "astrid"),
    ],
)
def test_a_clause_is_read_with_its_subject(words: str, expected: str) -> None:
    assert keys(words) == {stem(word) if word not in ("gerant", "astrid") else word for word in expected.split()}


@pytest.mark.parametrize(
    ("words", "expected"), [("1998", True), ("2015", True), ("two tugs", False), ("Astrid", False)]
)
def test_an_aside_is_told_from_the_main_clause(words: str, expected: bool) -> None:
    start = TEXT.index(words)
    assert focus.is_aside(LEXICON.read(TEXT), start, start + len(words)) is expected


def test_a_place_outside_the_text_has_no_clause() -> None:
    assert focus.read(LEXICON.read(TEXT), 900, 901).keys == frozenset()
    assert not focus.is_aside(LEXICON.read(TEXT), 900, 901)
