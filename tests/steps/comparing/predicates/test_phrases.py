"""Phrases found in words, with gaps and in any form."""

import pytest

from service.steps.comparing.predicates.phrases import end, parse


@pytest.mark.parametrize(
    ("phrase", "text", "stop"),
    [
        ("turn*_~_down", "turned the offer down", 4),
        ("turn*_~_down", "turned down", 2),
        ("at_the_wheel", "at the wheel of it", 3),
        ("turn*_~_down", "turned the very long and winding offer down", 0),
        ("turn*_~_down", "turned up", 0),
        ("at_the_wheel", "at the", 0),
    ],
)
def test_a_phrase_stands_where_its_words_do(phrase: str, text: str, stop: int) -> None:
    assert end(text.split(), 0, parse(phrase)) == stop
