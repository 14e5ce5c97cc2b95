"""Conflicts over a word negated by one side alone, and over opposites, whatever the language reads as such."""

import pytest

from service.models import ReadArticle
from service.steps.comparing import polarity
from service.steps.comparing.parted_words import negated_on_one_side, over_negation, over_opposites, word_for
from service.steps.comparing.tellings import Telling, Tellings
from tests.papers import paper

SANK, NOT_SUNK = "The ferry Astrid sank off Velmora.", "The ferry Astrid did not sink off Velmora."


def told(one: str, other: str) -> tuple[Telling, Telling, Tellings]:
    reads: list[ReadArticle] = [paper("Courier", one), paper("Herald", other)]
    tellings = Tellings(reads)
    first, second = (tellings.of(read.claims[0]) for read in reads)
    return first, second, tellings


@pytest.mark.parametrize("is_a", [True, False])
def test_the_side_that_negates_is_named_whichever_comes_first(is_a: bool) -> None:
    a, b, _ = told(NOT_SUNK, SANK) if is_a else told(SANK, NOT_SUNK)
    parted = negated_on_one_side(a, b)
    assert parted is not None
    negating, affirming, head = parted
    assert negating is (a if is_a else b)
    conflict = over_negation(negating, affirming, head, is_a=is_a, negated=polarity.negated)
    word = word_for(negating.content, head)
    assert conflict.reason == f"{negating.name} negates “{word}”, {affirming.name} does not."
    assert conflict.of_a(a.content, "")
    assert conflict.of_b(b.content, "")
    assert not conflict.of_a(b.content, "")
    assert not conflict.of_b(a.content, "")


@pytest.mark.parametrize(("one", "other"), [(SANK, SANK), (NOT_SUNK, NOT_SUNK)])
def test_what_neither_or_both_negate_does_not_part_them(one: str, other: str) -> None:
    a, b, _ = told(one, other)
    assert negated_on_one_side(a, b) is None


def test_opposites_part_claims_that_say_the_same_else() -> None:
    a, b, tellings = told("The harbour of Velmora is open.", "The harbour of Velmora is closed.")
    pair = polarity.opposed(a.content, b.content)
    conflict = over_opposites(a, b, pair, tellings)
    assert conflict is not None
    assert conflict.reason == "“open” (Courier) and “closed” (Herald) exclude each other."
    assert over_opposites(a, b, None, tellings) is None
