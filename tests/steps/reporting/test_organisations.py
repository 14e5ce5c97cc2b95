"""organisations: the one body a short mention stands for, or none."""

import pytest

from service.steps.reporting import words
from service.steps.reporting.organisations import Organisations, read_body


def fullest(asked: str, *sentences: str) -> str | None:
    cuts = [words.cut(text, 0, len(text)) for text in (*sentences, asked)]
    return Organisations(cuts).fullest(read_body(cuts[-1], len(cuts[-1]) - 1))


@pytest.mark.parametrize(
    ("asked", "sentence", "name"),
    [
        ("the ministry", "Norvik's health ministry met.", "Norvik's health ministry"),
        ("the ministry", "The Ministry of Health met.", "Ministry of Health"),
        ("the Russian ministry", "The Foreign Ministry met.", "Foreign Ministry"),
        ("the health ministry", "The health ministry met the trade ministry.", "health ministry"),
        ("the agency", "The World Weather Agency warned.", "World Weather Agency"),
        ("the ministry", "The health ministry met the trade ministry.", None),
        ("the army", "The Russian army met the French army.", None),
        ("the court", "Nobody came.", None),
        ("the police", "The State Police Command met.", None),
    ],
)
def test_a_short_mention_means_the_articles_one_such_body(asked: str, sentence: str, name: str | None) -> None:
    assert fullest(asked, sentence) == name
