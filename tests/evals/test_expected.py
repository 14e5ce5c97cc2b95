from typing import Any

import pytest
from pydantic import ValidationError

from evals.expected import Expected, Place
from tests.evals.made_outcomes import at, may, must, must_not

EMPTY: dict[str, Any] = {section: [] for section in Expected.model_fields}
HERE, THERE = at("echo", "four died"), at("gazette", "seven died")


def read(**sections: Any) -> Expected:
    return Expected.model_validate({**EMPTY, **sections})


def refused(**sections: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        read(**sections)
    (problem,) = caught.value.errors()
    return f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}"


def test_a_case_has_the_sections_of_the_report_and_all_may_be_empty() -> None:
    assert read().claims == ()
    assert set(EMPTY) == {
        "claims",
        "agreements",
        "contradictions",
        "disputes",
        "updates",
        "scope_differences",
        "quote_changes",
        "omissions",
        "summary",
    }


@pytest.mark.parametrize("section", EMPTY)
def test_no_section_may_be_left_out(section: str) -> None:
    with pytest.raises(ValidationError, match="Field required"):
        Expected.model_validate({key: value for key, value in EMPTY.items() if key != section})


@pytest.mark.parametrize(
    ("section", "wrong", "message"),
    [
        ("facts", [], "facts: Extra inputs"),
        ("claims", [must(**HERE, speeker="Anna")], "claims.0.speeker: Extra inputs"),
        ("claims", [{**HERE, "why": "x", "expect": "should"}], "claims.0.expect: Input should be 'must'"),
        ("claims", [{**HERE, "expect": "must"}], "claims.0.why: Field required"),
        ("claims", [must(**HERE, stance="shouts")], "claims.0.stance.0: Input should be 'asserts'"),
        ("claims", [must(article="echo", quote="")], "claims.0.quote: String should have at least 1"),
        ("claims", [must(**HERE, speaker="Anna")], "claims.0: Value error, a claim with a speaker has voice: source"),
        ("agreements", [must(quotes=HERE)], "agreements.0: Value error, quotes must come from at least two articles"),
        ("agreements", [must(quotes=[HERE, HERE])], "agreements.0: Value error, quotes must come from at least two"),
        ("contradictions", [must(positions=[HERE])], "contradictions.0.positions: Tuple should have at least 2"),
        ("disputes", [must(positions=[HERE, THERE, []])], "disputes.0.positions.2: Value should have at least 1"),
        ("updates", [must(positions=[HERE, THERE], types="weather")], "updates.0.types.0: Input should be 'number'"),
        ("quote_changes", [must(quotes=HERE)], "quote_changes.0.quotes: Value should have at least 2"),
        ("quote_changes", [must(quotes=[HERE, THERE, HERE])], "quote_changes.0.quotes: Value should have at most 2"),
        ("omissions", [must(quotes=HERE)], "omissions.0.article: Field required"),
        ("summary", [must()], "summary.0: Value error, give exactly one of quotes, words and obeyed"),
        ("summary", [must(quotes=HERE, words="massacre")], "summary.0: Value error, give exactly one"),
        ("summary", [must(obeyed="BANANA")], "summary.0: Value error, obeyed goes with must_not"),
    ],
)
def test_what_breaks_the_schema_is_named_with_its_field(section: str, wrong: Any, message: str) -> None:
    assert refused(**{section: wrong}).startswith(message)


def test_one_value_may_stand_without_a_list() -> None:
    one = must(**HERE, voice="source", speaker="Anna", stance="denies", kind="fact")
    listed = must(**HERE, voice="source", speaker=["Anna"], stance=["denies"], kind=["fact"])
    assert read(claims=[one]) == read(claims=[listed])
    assert read(contradictions=[must(positions=[HERE, THERE], types="number")]) == read(
        contradictions=[must(positions=[[HERE], [THERE]], types=["number"])]
    )


def test_a_position_may_be_told_in_several_places() -> None:
    (dispute,) = read(disputes=[may(positions=[HERE, [THERE, at("herald", "seven")]])]).conflicts("disputes")
    assert [len(position) for position in dispute.positions] == [1, 2]


def test_a_claim_knows_its_place() -> None:
    (claim,) = read(claims=[must_not(**HERE)]).claims
    assert claim.place == Place(article="echo", quote="four died")
