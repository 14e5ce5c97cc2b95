"""Candidates of a real case are labelled by what the case says of them."""

import asyncio

import pytest

from evals import recordings, runs, subjects
from evals.cases import load_all, shipped_folder
from evals.judge import stories
from evals.outcomes import Outcome
from evals.recordings import Recording

CASE = "bridge-collapse"


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    kept = recordings.read(next((shipped_folder().parent / "recordings").glob("embedded-*.jsonl")))
    case = next(one for one in load_all(shipped_folder()) if one.name == CASE)
    outcomes: list[Outcome] = []
    subject = subjects.replay(kept, None)
    asyncio.run(runs.run([case], subject, Recording(subject.services.llm), keep=outcomes))
    return outcomes[0]


def test_every_label_is_there_and_texts_are_of_one_line(outcome: Outcome) -> None:
    found = [pair for pair, _ in stories.candidates(outcome, 24)]
    assert {pair.label for pair in found} == {"agrees", "contradicts", "not_stated"}
    assert {pair.group for pair in found} == {CASE}
    assert all(pair.a and pair.b and "\n" not in pair.a + pair.b for pair in found)


def test_conflicts_are_taken_however_far_down_they_stand(outcome: Outcome) -> None:
    few, many = (list(stories.candidates(outcome, foremost)) for foremost in (0, 24))
    assert {pair.label for pair, _ in few} == {"contradicts"}
    assert {pair for pair, _ in few} <= {pair for pair, _ in many}


def test_what_the_rules_take_for_agreement_and_the_case_does_not_name_is_left_out(outcome: Outcome) -> None:
    assert all(
        pair.label != "not_stated" or verdict.relation != "agrees" for pair, verdict in stories.candidates(outcome, 200)
    )
