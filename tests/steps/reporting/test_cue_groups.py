"""cue_groups.find_cues: the verb with its auxiliaries, what negation makes of it, nouns that only look like verbs."""

import pytest

from service.models import Stance
from service.steps.reporting import words
from service.steps.reporting.cue_groups import Cue, Shape, find_cues


def cues(text: str) -> list[tuple[str, Cue]]:
    cut = words.cut(text, 0, len(text))
    return [(text[cut[cue.first].start : cut[cue.after - 1].end], cue) for cue in find_cues(cut)]


@pytest.mark.parametrize(
    ("text", "group", "stance"),
    [
        ("Lee has refuted it.", "has refuted", "denies"),
        ("Lee has repeatedly denied it.", "has repeatedly denied", "denies"),
        ("Lee also said so.", "said", "asserts"),
        ("Lee did not say so.", "did not say", "does_not_confirm"),
        ("Lee hasn't confirmed it.", "hasn't confirmed", "does_not_confirm"),
        ("Lee has declined to comment on it.", "has declined to comment on", "does_not_confirm"),
        ("Lee refused to say so.", "refused to say", "does_not_confirm"),
        ("Lee sought to play down the row.", "sought to play down", "does_not_confirm"),
        ("Without denying it, Lee left.", "Without denying", "does_not_confirm"),
        ("Lee does not think so.", "does not think", "denies"),
        ("Lee not only said it.", "not only said", "asserts"),
        ("Lee would neither confirm nor deny it.", "would neither confirm nor deny", "does_not_confirm"),
        ("Attention was also drawn to the fact.", "Attention was also drawn to the fact", "asserts"),
        ("According to Lee, yes.", "According to", "asserts"),
    ],
)
def test_a_cue_is_the_whole_verb_group_and_negation_turns_its_stance(text: str, group: str, stance: Stance) -> None:
    ((found, cue),) = cues(text)
    assert (found, cue.stance) == (group, stance)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("media reports that it rained", "noun"),
        ("On claims that it rained", "noun"),
        ("There were reports of rain", "noun"),
        ("Lee's claim that it rained", "noun"),
        ("The agency reports that it rained", "finite"),
        ("Norvik claims that it rained", "finite"),
        ("They report that it rained", "finite"),
        ("Reuters reports that it rained", "finite"),
        ("Norvik still claims that it rained", "finite"),
        ("British Russian reports that it rained", "noun"),
        ("Lee wants to announce that it rained", "finite"),
        ("Lee came to announce that it rained", "infinitive"),
    ],
)
def test_a_word_that_is_noun_and_verb_is_told_by_its_neighbours(text: str, shape: Shape) -> None:
    assert [cue.shape for _, cue in cues(text)] == [shape]


def test_a_participle_after_a_form_of_be_is_passive() -> None:
    assert [cue.is_passive for _, cue in cues("He was accused of it. He accused her. He was saying no.")] == [
        True,
        False,
        False,
    ]


def test_a_capital_inside_a_sentence_is_a_name_but_not_in_a_title() -> None:
    assert [found for found, _ in cues("the State Department said so.")] == ["said"]
    assert [found for found, _ in cues("Mayor Denies Harbour Fraud")] == ["Denies"]
