"""adverbials: what belongs to the telling is passed over, what is told is not."""

import pytest

from service.steps.reporting import adverbials, words


def rest(text: str) -> str:
    cut = words.cut(text, 0, len(text))
    return text[cut.at(adverbials.pass_forward(cut, 0)).start :]


@pytest.mark.parametrize(
    "telling",
    [
        "on Friday",
        "late on Friday morning",
        "on Oct. 14, 2014",
        "on 14 October",
        "in 2014",
        "earlier this week",
        "in a statement",
        "in an interview",
        "on its website",
        "at a news conference in Alta",
        "to reporters",
        "to Reuters",
        "after the talks",
        "by telephone",
        "repeatedly",
    ],
)
def test_times_occasions_and_hearers_are_passed(telling: str) -> None:
    assert rest(f"{telling} that it rained") == "that it rained"


@pytest.mark.parametrize("told", ["that winter would be hard", "the talks failed", "in the north it rained", "he left"])
def test_what_is_told_is_not_passed(told: str) -> None:
    assert rest(told) == told


def test_times_and_adverbs_before_a_verb_are_passed_backward() -> None:
    text = "Lee also on Friday said"
    cut = words.cut(text, 0, len(text))
    assert adverbials.pass_backward(cut, 4, 0) == 1


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("reporters it rained", "it rained"),
        ("the committee the dam broke", "the dam broke"),
        ("Reuters Lee had left", "Lee had left"),
        ("the head of the board that", "that"),
        ("it rained", "it rained"),
    ],
)
def test_the_one_spoken_to_ends_where_the_told_clause_begins(text: str, left: str) -> None:
    cut = words.cut(text, 0, len(text))
    after = adverbials.pass_addressee(cut, 0)
    assert text[cut.at(after).start :] == left
