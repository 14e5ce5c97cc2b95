"""The matters that words belong to."""

import pytest

from service.steps.vocabulary import concepts
from service.steps.vocabulary.lexemes import cut


@pytest.mark.parametrize(
    ("one", "other", "matter"),
    [
        ("wages", "paid", "pay"),
        ("firefighters", "smoke", "fire"),
        ("ballots", "turnout", "vote"),
        ("outages", "generators", "electricity"),
        ("mudslide", "slope", "slide"),
        ("judges", "acquitted", "court"),
    ],
)
def test_related_words_in_any_form_belong_to_one_matter(one: str, other: str, matter: str) -> None:
    assert matter in concepts.of_word(other)
    assert matter in concepts.of_word(one)


def test_a_word_of_no_matter_belongs_to_none() -> None:
    assert concepts.of_word("purple") == frozenset()


@pytest.mark.parametrize(("words", "matter"), [("it gave way", "collapse"), ("they were laid off", "job")])
def test_two_words_that_belong_together_are_read_as_one(words: str, matter: str) -> None:
    assert matter in concepts.of_tokens(cut(words))
    assert matter not in concepts.of_tokens(cut(words)[:-1])
