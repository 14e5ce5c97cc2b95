"""Head nouns and subjects from plain word order."""

import pytest

from service.steps.comparing.commitments import noun_phrases
from service.steps.vocabulary.content_words import Lexicon


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the road to the airport", "road"),
        ("the spare pumps in the yard", "pump"),
        ("an old mill that burned", "mill"),
        ("", ""),
    ],
)
def test_the_head_stands_before_what_modifies_it_from_behind(phrase: str, head: str) -> None:
    assert noun_phrases.head(phrase, Lexicon()) == head


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The town slept, and the pumps in the yard, which are new, never started.", "the pumps in the yard"),
        ("The lift never started.", "The lift"),
        ("She left when the lift never started.", "the lift"),
    ],
)
def test_the_subject_is_what_its_clause_says_before_the_predicate(text: str, subject: str) -> None:
    assert noun_phrases.subject_before(text, text.index("never")) == subject


def test_the_object_ends_at_a_mark() -> None:
    text = "Frogmen recovered the ship's bell, which is cracked."
    assert noun_phrases.object_behind(text, text.index("the ship")) == "the ship's bell"
    assert noun_phrases.is_pronoun("it")
    assert not noun_phrases.is_pronoun("the bell")
