from typing import Any

import pytest

from evals.evaluators import quotations
from evals.outcomes import Outcome
from evals.results import Counts
from service.report_models import QuoteChange
from tests.evals.made_outcomes import Fields, Story, at, may, must, must_not

STORY = Story(
    echo="“We shall never close the mill,” said Piet Roos. “I am tired,” he added. “It is over,” said Ada Lind.",
    gazette="“We shall not close the mill,” said Piet Roos. “I am retired,” said Jan Berg. “It is over,” said Tom.",
)
NEVER, NOT = at("echo", "We shall never close the mill"), at("gazette", "We shall not close the mill")
TIRED, RETIRED = at("echo", "I am tired"), at("gazette", "I am retired")
OVER, SAME = at("echo", "It is over"), at("gazette", "It is over")
MILL: Fields = {"quotes": [NEVER, NOT], "kinds": "altered", "why": "never became not"}
REST: Fields = {"quotes": [TIRED, RETIRED], "why": "two men"}
END: Fields = {"quotes": [OVER, SAME], "kinds": ["reassigned"], "why": "Ada Lind said it"}
ALTERED, CONFUSED = STORY.change(NEVER, NOT, "altered"), STORY.change(TIRED, RETIRED, "altered")


def outcome(*expected: Fields, found: Any = ()) -> Outcome:
    return STORY.outcome({"quote_changes": expected}, quote_changes=found)


def missed(*expected: Fields, found: Any = ()) -> list[str]:
    return [one.why for one in quotations.altered_quote_missed(outcome(*expected, found=found))]


def false(*expected: Fields, found: Any = ()) -> list[str]:
    return [one.why for one in quotations.false_quote_change(outcome(*expected, found=found))]


def test_a_changed_quotation_the_report_does_not_show_is_missed() -> None:
    assert missed(must(**MILL), must(**END), found=[ALTERED]) == ["Ada Lind said it"]
    assert missed(must(**MILL), must(**END), found=[STORY.change(OVER, SAME, "reassigned"), ALTERED]) == []
    (fault,) = quotations.altered_quote_missed(outcome(must(**MILL)))
    assert fault.expected == "echo: We shall never close the mill | gazette: We shall not close the mill"


def test_the_articles_may_stand_in_either_order() -> None:
    assert missed(must(**MILL), found=[STORY.change(NOT, NEVER, "altered")]) == []


def test_a_change_of_another_kind_is_not_the_one_meant() -> None:
    found = [STORY.change(NEVER, NOT, "cut")]
    assert (missed(must(**MILL), found=found), false(must(**MILL), found=found)) == (
        ["never became not"],
        ["no expectation lists it"],
    )


@pytest.mark.parametrize("kinds", [("altered",), ("cut", "altered")])
def test_one_accepted_kind_is_enough(kinds: tuple[str, ...]) -> None:
    assert missed(must(**MILL), found=[STORY.change(NEVER, NOT, *kinds)]) == []
    assert missed(must(**{**MILL, "kinds": ["altered", "reworded"]}), found=[STORY.change(NEVER, NOT, *kinds)]) == []


def test_two_quotations_taken_for_one_are_false_and_say_why() -> None:
    assert false(found=[CONFUSED]) == ["no expectation lists it"]
    assert false(must_not(**REST), found=[CONFUSED, ALTERED]) == ["two men", "no expectation lists it"]
    assert false(must_not(**REST)) == []
    (fault,) = quotations.false_quote_change(outcome(found=[CONFUSED]))
    assert fault.got == "altered: I am tired AGAINST I am retired"


def test_what_may_be_found_is_neither_missed_nor_false() -> None:
    assert (missed(may(**REST)), false(may(**REST), found=[CONFUSED])) == ([], [])


def test_one_change_found_twice_is_false_the_second_time() -> None:
    assert len(false(must(**MILL), found=[ALTERED, STORY.change(NOT, NEVER, "altered")])) == 1


def test_one_side_alone_is_another_change() -> None:
    found: list[QuoteChange] = [STORY.change(NEVER, RETIRED, "altered")]
    assert (len(missed(must(**MILL), found=found)), len(false(must(**MILL), found=found))) == (1, 1)


def test_changes_are_counted_one_to_one() -> None:
    expected = [may(**REST), must(**MILL), must(**END)]
    found = [ALTERED, STORY.change(NOT, NEVER, "altered"), CONFUSED]
    assert quotations.count(outcome(*expected, found=found)) == Counts(tp=1, fp=1, fn=1)
