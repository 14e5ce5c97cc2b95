"""Forms of one word and words of one meaning share a key; words without content have none."""

import pytest

from service.steps.vocabulary.stems import stem, strip_endings


@pytest.mark.parametrize(
    "words",
    [
        "share sharing shared shares exchange swapped",
        "agree agreed agreement agreements accord deal",
        "kill killed killing deaths died fatalities",
        "rescue rescued rescuing rescues",
        "evacuate evacuated evacuation evacuees",
        "violate violation violations breach breached",
        "suspend suspended suspension stopped halted",
        "airstrike airstrikes",
        "terror terrorism terrorist terrorists",
        "counterterrorism antiterror",
        "city cities",
        "rise rose risen climbed",
        "child children",
    ],
)
def test_forms_and_synonyms_share_a_key(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["plan plane", "rise fall", "kill injure", "open close", "new news", "bus business", "met metal"]
)
def test_words_of_different_meaning_keep_apart(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", "the said reported not never didn't monday october people toll".split())
def test_words_without_content_have_no_key(word: str) -> None:
    assert stem(word) == ""


def test_short_words_and_other_scripts_are_left_as_they_are() -> None:
    assert strip_endings("gas") == "gas"
    assert strip_endings("поезд") == "поезд"
    assert strip_endings("process") == "process"
