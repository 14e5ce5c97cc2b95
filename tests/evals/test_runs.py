"""A run judges every case; what fails is named and never scores."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from evals import cases, runs, scores
from evals.evaluators import registry
from evals.outcomes import Outcome
from evals.recordings import Recording
from evals.results import Fault, Result
from evals.runs import Subject
from service.errors import ModelDown
from service.llm.port import Call
from service.llm.scripted import Scripted
from tests.evals.small_suite import answer_well, services, write_suite


@pytest.fixture
def suite(tmp_path: Path) -> tuple[cases.Case, ...]:
    return cases.load_all(write_suite(tmp_path / "cases"))


def run(suite: tuple[cases.Case, ...], script: Callable[[Call], str] = answer_well) -> Result:
    subject = Subject(services(Scripted(script)), ("embedded/scripted",))
    return asyncio.run(runs.run(suite, subject, Recording(subject.services.llm)))


def test_every_case_is_judged_by_every_evaluator(suite: tuple[cases.Case, ...]) -> None:
    result = run(suite)
    assert [case.name for case in result.cases] == ["agreeing", "parting"]
    assert all(set(case.faults) == set(registry.EVALUATORS) for case in result.cases)
    assert all(set(case.counts) == set(registry.COUNTERS) for case in result.cases)
    assert all(not case.failure and not case.crashed for case in result.cases)


def test_what_was_expected_and_found_is_counted(suite: tuple[cases.Case, ...]) -> None:
    agreeing, parting = run(suite).cases
    assert parting.counts["contradictions"].tp == 1
    assert parting.counts["claims"].tp == 2
    assert agreeing.counts["contradictions"].tp == 0
    assert agreeing.faults["missed_contradiction"] == ()


def test_the_gold_is_counted_with_every_score(suite: tuple[cases.Case, ...]) -> None:
    gold = run(suite).gold
    assert (gold.cases, gold.conflicts, gold.near_misses) == (2, 1, 0)


def test_a_case_that_fails_is_named_and_the_others_go_on(suite: tuple[cases.Case, ...]) -> None:
    def fail_on_twelve(call: Call) -> str:
        if "Twelve" in call.messages[-1].content:
            raise ModelDown("the model is gone")
        return answer_well(call)

    agreeing, parting = run(suite, fail_on_twelve).cases
    assert parting.failure is not None
    assert "the model is gone" in parting.failure
    assert parting.counts == {}
    assert agreeing.failure is None


def test_an_evaluator_that_crashes_is_a_failure_and_no_score(
    suite: tuple[cases.Case, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(outcome: Outcome) -> list[Fault]:
        raise ZeroDivisionError(outcome.case.name)

    monkeypatch.setitem(registry.EVALUATORS, "missed_claim", crash)
    (agreeing, _) = run(suite).cases
    assert "missed_claim" not in agreeing.faults
    assert "agreeing" in agreeing.crashed["missed_claim"]


def test_equal_replies_give_equal_results_but_for_the_effort(suite: tuple[cases.Case, ...]) -> None:
    one, other = run(suite), run(suite)
    assert one.model_dump(exclude={"effort"}) == other.model_dump(exclude={"effort"})
    assert one.effort.calls > 0


def test_repeats_give_the_spread_of_every_metric(suite: tuple[cases.Case, ...]) -> None:
    def say_nothing(call: Call) -> str:
        return answer_well(call) if call.step != "claims" else json.dumps({"claims": ["Nothing happened"]})

    well, badly = run(suite), run(suite, say_nothing)
    joined = runs.join([well, badly])
    fell = scores.metrics(well.cases)["claims.f1"] - scores.metrics(badly.cases)["claims.f1"]
    assert joined.repeats == 2
    assert joined.cases == well.cases
    assert joined.spread["claims.f1"] == pytest.approx(abs(fell))
    assert joined.effort.calls == well.effort.calls + badly.effort.calls
