"""Words are cut with their places; typography decides nothing."""

import pytest

from service.steps.vocabulary.lexemes import cut, fold_word


def words(text: str) -> list[str]:
    return [lexeme.word for lexeme in cut(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian-U.S. talks", ["russian", "us", "talks"]),
        ("Kerry’s and Kerry's aides'", ["kerry", "and", "kerry", "aides"]),
        ("counter-terrorism", ["counter", "terrorism"]),
        ("didn’t", ["didn't"]),
        ("Café Müller", ["cafe", "muller"]),
        ("1,200 at 9:30", ["1,200", "at", "9:30"]),
        ("🚒 “fire”…", ["fire"]),
        ("", []),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_places_are_those_of_the_text_plus_the_offset() -> None:
    text = "The U.S. said “no”."
    for lexeme in cut(text, offset=100):
        assert text[lexeme.start - 100 : lexeme.end - 100] == lexeme.text


def test_a_mark_begins_a_new_clause_and_a_space_does_not() -> None:
    clauses = [lexeme.clause for lexeme in cut("It fell, he said; nobody came home")]
    assert clauses == [0, 0, 1, 1, 2, 2, 2]


def test_an_acronym_is_told_from_a_word_at_the_beginning_of_a_sentence() -> None:
    acronyms = [lexeme.text for lexeme in cut("US troops in A town met U.N. men, UN's") if lexeme.is_acronym]
    assert acronyms == ["US", "U.N.", "UN's"]


def test_folding_a_word_twice_changes_nothing() -> None:
    for word in ("Kerry’s", "U.S.", "Ärzte", "o'clock"):
        assert fold_word(fold_word(word)) == fold_word(word)
