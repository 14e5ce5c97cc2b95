"""What a desk says becomes what a case expects, and what cannot be is refused by its field."""

import json
from typing import Any

import pytest

from service.errors import InvalidReport
from service.feedback import asked, expectations
from service.feedback.asked import EvalCaseAsked
from service.feedback.expectations import Expectations
from service.report_models import Report
from tests.made_reports import NINE, PIER, SAID, TOLD, TWELVE, made

# Each section's finding is the made report's only one.
IDS = {"agreements": "g", "omissions": "o", "quote_changes": "q"}


def say(section: str, verdict: str = "right", why: str = "") -> dict[str, str]:
    return {"section": section, "finding_id": IDS.get(section, "x"), "verdict": verdict, "why": why}


def read(*feedback: Any, missed: Any = (), report: Report | None = None, name: str = "pier") -> EvalCaseAsked:
    document = {"report": json.loads((report or made()).model_dump_json()), "name": name}
    return asked.read(json.dumps({**document, "feedback": feedback, "missed": missed}).encode())


def build(*feedback: Any, **rest: Any) -> Expectations:
    return expectations.build(read(*feedback, **rest))


def refused(*feedback: Any, **rest: Any) -> list[str]:
    return [str(problem) for problem in build(*feedback, **rest).problems]


def test_a_right_conflict_must_be_found_again_with_its_type() -> None:
    (one,) = build(say("contradictions", why="two  tolls\n")).sections["contradictions"]
    assert one == {
        "expect": "must",
        "types": ["number"],
        "positions": [[{"article": "courier", "quote": TWELVE}], [{"article": "post", "quote": NINE}]],
        "why": "two tolls",
    }


def test_a_wrong_one_must_not_whatever_its_type() -> None:
    (one,) = build(say("disputes", "wrong")).sections["disputes"]
    assert (one["expect"], one["why"]) == ("must_not", "The desk marked this finding wrong.")
    assert "types" not in one


def test_every_kind_of_finding_can_be_judged() -> None:
    built = build(*(say(section) for section in ("agreements", "omissions", "quote_changes")))
    assert built.problems == []
    (agreement,), (omission,), (change,) = (
        built.sections[section] for section in ("agreements", "omissions", "quote_changes")
    )
    assert agreement["quotes"] == [{"article": one, "quote": PIER} for one in ("courier", "post")]
    assert (omission["article"], omission["quotes"]) == ("post", [{"article": "courier", "quote": "Only here"}])
    assert change["quotes"] == [{"article": "courier", "quote": SAID}, {"article": "post", "quote": TOLD}]
    assert change["kinds"] == ["altered"]


def test_what_nobody_judged_may_be_found_since_lists_of_a_case_are_closed() -> None:
    built = build(say("contradictions"))
    assert {one["expect"] for one in built.sections["claims"]} == {"may"}
    assert len(built.sections["claims"]) == 5
    for section in ("disputes", "updates", "scope_differences", "agreements", "quote_changes", "omissions"):
        assert [one["expect"] for one in built.sections[section]] == ["may"]
    assert built.sections["summary"] == []


def test_what_was_missed_must_be_found() -> None:
    text = made().articles[0].text
    sides = [
        {"article_id": one, "start": text.index("burned"), "end": text.index(" on M")} for one in ("courier", "post")
    ]
    missed = [
        {"section": "contradictions", "type": "cause", "why": "how", "positions": sides},
        {"section": "agreements", "type": None, "why": "", "positions": sides},
    ]
    built = build(missed=missed)
    assert built.problems == []
    places = [{"article": one, "quote": "burned down"} for one in ("courier", "post")]
    conflict = built.sections["contradictions"][-1]
    assert conflict == {"expect": "must", "types": ["cause"], "positions": [[places[0]], [places[1]]], "why": "how"}
    agreement = built.sections["agreements"][-1]
    assert agreement == {"expect": "must", "quotes": places, "why": "The desk missed this finding."}


@pytest.mark.parametrize(
    ("feedback", "missed", "problem"),
    [
        ([], [], "feedback: is empty"),
        ([{**say("disputes"), "finding_id": "nowhere"}], [], "feedback[0].finding_id: is no finding"),
        ([say("disputes"), say("disputes", "wrong")], [], "feedback[1].finding_id: is judged by feedback[0] already"),
        ([], [("courier", 0, 5), ("nowhere", 0, 5)], "missed[0].positions[1]: names an article"),
        ([], [("courier", 0, 5), ("post", 5, 5)], "missed[0].positions[1]: is no stretch"),
        ([], [("courier", 0, 5), ("post", 0, 5_000)], "missed[0].positions[1]: is no stretch"),
        ([], [("courier", 16, 18), ("post", 0, 5)], "missed[0].positions[0]: the words 16 to 18 of articles[0] cannot"),
        ([], [("courier", 0, 5), ("courier", 5, 9)], "missed[0].positions: must come from two articles"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(feedback: Any, missed: Any, problem: str) -> None:
    positions = [{"article_id": name, "start": start, "end": end} for name, start, end in missed]
    added = [{"section": "agreements", "positions": positions}] if missed else []
    assert any(told.startswith(problem) for told in refused(*feedback, missed=added)), refused(*feedback, missed=added)


def repeating() -> Report:
    """The made report, where one side of every conflict rests on words that stand again and again."""
    report = made()
    text = report.articles[1].text + " " + "ha " * 300
    paper = report.articles[1].model_copy(update={"text": text})
    start = len(text) - 450
    span = report.claims[1].spans[0].model_copy(update={"start": start, "end": start + 2, "quote": "ha"})
    claims = (report.claims[0], report.claims[1].model_copy(update={"spans": (span,)}), *report.claims[2:])
    return made(articles=(report.articles[0], paper), claims=claims)


def test_a_judged_finding_whose_words_cannot_be_told_apart_is_refused_and_others_are_left_out_by_name() -> None:
    built = build(say("contradictions"), report=repeating())
    (problem,) = built.problems
    assert problem.field == "feedback[0]"
    assert "of articles[1] cannot be quoted so that they stand in their article once" in problem.detail
    assert any(line.startswith("disputes 1, which nobody judged: the words") for line in built.left_out)
    assert built.sections["disputes"] == []


@pytest.mark.parametrize("name", ["", "Pier", "a/b", "..", "a--b", "-a", "a" * 81, "pier\n", "piér"])
def test_a_name_is_that_of_a_folder(name: str) -> None:
    with pytest.raises(InvalidReport) as caught:
        read(say("disputes"), name=name)
    assert [problem.field for problem in caught.value.problems] == ["name"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"feedback": [{**say("disputes"), "verdict": "perhaps"}]}, "feedback[0].verdict"),
        ({"feedback": [{**say("disputes"), "why": "a" * 301}]}, "feedback[0].why"),
        ({"feedback": [say("claims")]}, "feedback[0].section"),
        ({"missed": [{"section": "omissions", "positions": []}]}, "missed[0].section"),
        ({"missed": [{"section": "disputes", "positions": [{"article_id": "a", "start": -1, "end": 2}]}]},
         "missed[0].positions[0].start"),
        ({"other": 1}, "other"),
    ],
)  # fmt: skip
def test_a_body_of_another_shape_is_refused_by_its_field(body: dict[str, Any], field: str) -> None:
    sent = {"report": json.loads(made().model_dump_json()), "name": "pier", **body}
    with pytest.raises(InvalidReport) as caught:
        asked.read(json.dumps(sent).encode())
    assert field in [problem.field for problem in caught.value.problems]


def test_what_is_wrong_with_the_report_is_told_as_of_the_report() -> None:
    document = json.loads(made().model_dump_json())
    document["claims"][0]["spans"][0]["end"] = 4
    with pytest.raises(InvalidReport) as caught:
        asked.read(json.dumps({"report": document, "name": "pier"}).encode())
    assert [problem.field for problem in caught.value.problems] == ["report.claims[0].spans[0]"]
