"""name_phrases: a stretch of words is one name phrase or is not read at all."""

import pytest

from service.steps.reporting import words
from service.steps.reporting.name_phrases import find_last_name, is_short_form, trim_name


def trimmed(text: str) -> str | None:
    cut = words.cut(text, 0, len(text))
    found = trim_name(cut, 0, len(cut))
    return text[cut[found[0]].start : cut[found[1] - 1].end] if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lee", "Lee"),
        ("But on Friday the old harbour board", "the old harbour board"),
        ("the head of the board of Alta", "the head of the board of Alta"),
        ("the retired general", "the retired general"),
        ("Both sides", "Both sides"),
        ("the Safety Agency (SA)", "the Safety Agency (SA)"),
        ("the board on Monday", "the board"),
        ("a note issued by the palace", "a note issued by the palace"),
    ],
)
def test_openers_and_times_are_trimmed_from_a_name(text: str, name: str) -> None:
    assert trimmed(text) == name


@pytest.mark.parametrize(
    "text",
    ["Lee came", "the man who fled", "an accusation the board", "55 of 75", "the", "on Friday", "Lee was", "a " * 30],
)
def test_what_holds_a_clause_or_nothing_is_no_name(text: str) -> None:
    assert trimmed(text) is None


def test_the_last_name_of_a_clause_can_be_found() -> None:
    text = "It hurt the old board"
    cut = words.cut(text, 0, len(text))
    assert find_last_name(cut, 0, len(cut)) == (2, 5)


def test_a_short_form_is_one_capital_word_in_brackets() -> None:
    cut = words.cut("Agency (SA) and (the rest)", 0, 26)
    assert is_short_form(cut, 1)
    assert is_short_form(cut, 3)
    assert not is_short_form(cut, 5)
