"""What sentences state, and what they leave open."""

import pytest

from service.steps.comparing.predicates.stated import read
from service.steps.vocabulary.content_words import Lexicon


def sides(text: str) -> set[str]:
    return {f"{one.field.name} {one.side}" for one in read(Lexicon().read(text))}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The council rejected the plan.", "decision -"),
        ("The council voted to approve the plan.", "decision +"),
        ("The road was not open.", "open -"),
        ("He was found not guilty.", "guilt -"),
        ("She never appeared on stage.", "presence -"),
        ("The bridge stayed shut.", "open -"),
    ],
)
def test_a_sentence_takes_a_side(text: str, side: str) -> None:
    assert side in sides(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council may reject the plan.",
        "The council hoped to approve the plan.",
        "If the council rejects the plan, work will stop.",
        "The club did not win.",
    ],
)
def test_what_is_supposed_wished_or_merely_not_so_is_not_stated(text: str) -> None:
    assert not {"decision +", "decision -", "victory +", "victory -"} & sides(text)


def test_a_negation_in_another_clause_turns_nothing() -> None:
    assert "decision -" in sides("Not for the first time, the council rejected the plan.")


def test_the_theme_is_the_clause_without_the_predicate() -> None:
    stated = next(one for one in read(Lexicon().read("The council threw out the plan.")) if one.side == "-")
    assert stated.theme == {"council", "plan"}
    assert stated.words == "threw out"


def test_stages_and_pronouns_are_told() -> None:
    stated = next(iter(read(Lexicon().read("They turned down the first offer."))))
    assert stated.stages == {"first"}
    assert stated.leans
