"""What a number counts."""

import pytest

from service.steps.measuring import nouns
from service.steps.measuring.tokens import split


@pytest.mark.parametrize(
    ("word", "singular"),
    [
        ("people", "people"), ("persons", "people"), ("women", "woman"), ("children", "child"), ("soldiers", "soldier"),
        ("families", "family"), ("boxes", "box"), ("churches", "church"), ("losses", "loss"), ("buses", "bus"),
        ("houses", "house"), ("heroes", "hero"), ("virus", "virus"), ("glass", "glass"), ("crisis", "crisis"),
        ("ties", "tie"),
    ],
)  # fmt: skip
def test_singulars(word: str, singular: str) -> None:
    assert nouns.lemma(word) == singular


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("26 young men left", "man"),
        ("26 of the soldiers left", "soldier"),
        ("26, soldiers said", ""),
        ("26 and soldiers", ""),
        ("26 very old and soldiers", ""),
        ("26 previous owners", "owner"),
        ("26 Palestinians", "palestinian"),
        ("26 additional guards", "other guard"),
        ("26 extra were hurt", "other injured"),
        ("26 in four cities", ""),
        ("26 Menschen", ""),
    ],
)
def test_what_the_number_counts(text: str, noun: str) -> None:
    assert nouns.find(split(text), 0, 1) == noun
