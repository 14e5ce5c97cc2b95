"""agreement: present forms fit their subject or are no verbs; nobody says nothing."""

import pytest

from service.steps.reporting import words
from service.steps.reporting.agreement import agrees, is_nobody
from service.steps.reporting.cue_groups import find_cues
from service.steps.reporting.subjects import Subject


def reading(text: str) -> bool:
    cut = words.cut(text, 0, len(text))
    cue = find_cues(cut)[-1]
    return agrees(cut, cue, Subject(0, cue.first, 0))


@pytest.mark.parametrize(
    "text",
    [
        "Lee says",
        "the court says",
        "research shows",
        "Norvik's navy says",
        "officials in Alta say",
        "police say",
        "Lee and Roe say",
    ],
)
def test_a_present_form_fits_its_subject(text: str) -> None:
    assert reading(text)


@pytest.mark.parametrize("text", ["existing estimates", "the court rule", "a minor dispute"])
def test_a_noun_after_its_adjective_is_no_verb(text: str) -> None:
    assert not reading(text)


def test_past_forms_fit_any_subject() -> None:
    assert reading("existing rivals said")


def test_no_official_is_nobody() -> None:
    cut = words.cut("neither Lee nor Roe said", 0, 24)
    assert is_nobody(cut, Subject(3, 4, 0))
    assert is_nobody(words.cut("no official said", 0, 16), Subject(0, 2, 0))
    assert not is_nobody(words.cut("an official said", 0, 16), Subject(0, 2, 0))
