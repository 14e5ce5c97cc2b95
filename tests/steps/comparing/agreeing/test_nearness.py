"""An article comes near a claim where any of its sentences, or its words all over, may tell the same."""

import pytest

from service.steps.comparing.agreeing.nearness import Nearness
from service.steps.vocabulary.content_words import Lexicon
from tests.papers import paper

READ = paper(
    "Courier",
    "The work of an anti-terrorism group on a Norland-US council was stopped by the United States.",
    "US Secretary of State Mary Cole met reporters in Hallby.",
    "The harvest was poor, farmers said.",
    "Rain fell on the fields.",
)
OTHER = paper("Herald", "The new railway tunnel under the strait opened with fireworks.", "Mary Cole met reporters.")
LEXICON = Lexicon.learn([READ, OTHER])
NEARNESS = Nearness([READ, OTHER], LEXICON)


@pytest.mark.parametrize(
    "claim",
    [
        "within the Norland-US council there was a counter-terror group to improve cooperation",
        "Washington's secretary of state spoke to reporters",
        "The farmers had a poor harvest because rain fell on fields",
        "The work of an anti-terrorism group was stopped",
    ],
)
def test_a_sentence_that_may_tell_the_same_comes_near(claim: str) -> None:
    assert NEARNESS.comes_near(LEXICON.read(claim), "courier")


@pytest.mark.parametrize(
    "claim",
    ["The new railway tunnel under the strait opened with fireworks", "Gold prices doubled after a mine closed"],
)
def test_what_nothing_speaks_of_does_not(claim: str) -> None:
    assert not NEARNESS.comes_near(LEXICON.read(claim), "courier")


def test_only_nearly_the_same_words_tell_it() -> None:
    assert NEARNESS.tells(LEXICON.read("An anti-terrorism group's work was stopped by the US"), "courier")
    assert not NEARNESS.tells(LEXICON.read("there was a counter-terror group to improve cooperation"), "courier")


def test_no_words_come_near_nothing() -> None:
    assert not NEARNESS.comes_near(LEXICON.read("the of and"), "courier")


def test_what_a_speaker_says_near_the_same_word_is_near() -> None:
    content = LEXICON.read("they had met in secret")
    cole = LEXICON.read("Mary Cole").names
    assert NEARNESS.has_speaker_near(content, cole, "courier")
    assert not NEARNESS.has_speaker_near(LEXICON.read("gold prices doubled"), cole, "courier")
    assert not NEARNESS.has_speaker_near(content, LEXICON.read("nobody").names, "courier")


def test_other_words_of_the_same_matter_come_near_as_well() -> None:
    read = paper("Courier", "There will be no redundancies at the plant.", "Rain fell.")
    lexicon = Lexicon.learn([read])
    nearness = Nearness([read], lexicon)
    assert nearness.holds_in_matter(lexicon.read("Workers were dismissed."), "courier", 0.2)
    assert not nearness.holds_in_matter(lexicon.read("Workers were dismissed."), "courier", 0.9)
    assert not nearness.holds_in_matter(lexicon.read("Gulls circled the chapel."), "courier", 0.2)
