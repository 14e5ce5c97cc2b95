"""A negation counts for the word it negates, and only where it can be read with confidence."""

import pytest

from service.steps.comparing.polarity import modality, negated, opposed
from service.steps.vocabulary.content_words import Lexicon
from service.steps.vocabulary.stems import stem

LEXICON = Lexicon()


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("the mayor did not attend the meeting", "attend"),
        ("the mayor didn’t attend the meeting", "attend"),
        ("the mayor failed to attend the meeting", "attend"),
        ("the mayor refuses to be involved in coalitions", "involve"),
        ("the mayor has declined to attend", "attend"),
        ("no one was killed", "killed"),
        ("nobody was hurt in the crash", "hurt"),
        ("neither train braked", "train"),
        ("the train has yet to arrive", "arrive"),
        ("they left without warning anybody", "warning"),
        ("it did not formally collapse", "collapse"),
        ("none of the passengers was hurt", "passengers"),
    ],
)
def test_the_first_content_word_behind_a_negation_is_negated(text: str, head: str) -> None:
    assert negated(LEXICON.read(text)) == {stem(head)}


@pytest.mark.parametrize(
    "text",
    [
        "the mayor attended the meeting",
        "not only the mayor attended",
        "no fewer than twelve died",
        "the mayor is no longer ill",
        "there is no doubt the mayor attended",
        "not all passengers were hurt",
        "if the mayor does not attend",
        "whether or not the mayor attended",
        "the strikes began without a resolution",
        "the mayor, who was not there, attended"[:9],
        "it was not, police added, serious",
    ],
)
def test_what_only_looks_like_a_negation_negates_nothing(text: str) -> None:
    assert negated(LEXICON.read(text)) == frozenset()


def test_a_negation_does_not_reach_beyond_its_clause_or_a_name() -> None:
    assert negated(LEXICON.read("He did not, the mayor attended")) == frozenset()
    assert negated(LEXICON.read("not in the United States but elsewhere attended")) <= {
        stem("elsewhere"),
        stem("attended"),
    }


def test_a_word_negated_twice_is_left_alone() -> None:
    assert negated(LEXICON.read("he did not attend and never attended")) == frozenset()


@pytest.mark.parametrize(
    ("text", "moods"),
    [
        ("it fell", set()),
        ("it will fall", {"will"}),
        ("it could fall", {"may"}),
        ("it should perhaps fall", {"should", "may"}),
    ],
)
def test_modality_is_read_from_modal_words(text: str, moods: set[str]) -> None:
    assert modality(LEXICON.read(text)) == moods


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the council approved the plan", "the council rejected the plan"),
        ("shares rose", "shares dropped"),
        ("the bridge was closed", "the bridge was reopened"),
        ("he was convicted", "he was acquitted"),
        ("talks continued", "talks were suspended"),
    ],
)
def test_opposite_predicates_are_found_in_either_order(one: str, other: str) -> None:
    a, b = LEXICON.read(one), LEXICON.read(other)
    there, back = opposed(a, b), opposed(b, a)
    assert there is not None
    assert back == there[::-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("he was arrested", "he was released"),
        ("the club won", "the club lost"),
        ("prices rose and fell", "prices fell"),
        ("talks were stopped", "talks were suspended"),
    ],
)
def test_sequences_views_and_synonyms_are_no_opposites(one: str, other: str) -> None:
    assert opposed(LEXICON.read(one), LEXICON.read(other)) is None
