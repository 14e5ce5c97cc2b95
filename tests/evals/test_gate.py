"""A worse result is stopped with metric, case and both outputs; an equal or better one ships."""

from typing import Any

import pytest

from evals.gate import FEARED, judge
from evals.results import CaseResult, Result
from tests.evals.made_results import case, counts, fault, result


def ferry(**fields: Any) -> CaseResult:
    usual: dict[str, Any] = {
        "counts": {"claims": counts(80, 10, 20)},
        "faults": {"false_contradiction": (), "missed_claim": ()},
    }
    return case("ferry", **{**usual, **fields})


BASE = result(ferry())


def reasons(candidate: Result, baseline: Result = BASE, *, exactly: bool = False) -> tuple[str, ...]:
    return judge(baseline, candidate, exactly=exactly).reasons


def test_an_equal_result_ships() -> None:
    assert judge(BASE, BASE).ships


def test_one_more_feared_fault_is_stopped_and_shown() -> None:
    new = fault(got="12 died AGAINST 14 died", why="the newer toll")
    verdict = judge(BASE, result(ferry(faults={"false_contradiction": (new,), "missed_claim": ()})))
    assert verdict.reasons == ("false_contradiction: 0 before, 1 now, in ferry",)
    assert verdict.worse.changed[0].cases[0].came == (new,)


def test_a_fall_of_f1_beyond_a_hundredth_is_stopped() -> None:
    (reason,) = reasons(result(ferry(counts={"claims": counts(70, 10, 30)})))
    assert reason.startswith("claims.f1: 0.842 before, 0.778 now")
    assert reasons(result(ferry(counts={"claims": counts(80, 11, 20)}))) == ()


def test_a_fall_within_what_repeats_moved_it_ships() -> None:
    fallen = result(ferry(counts={"claims": counts(70, 10, 30)}))
    assert reasons(fallen, result(ferry(), spread={"claims.f1": 0.1}, repeats=3)) == ()


def test_a_miss_shows_in_f1_and_not_by_itself() -> None:
    assert reasons(result(ferry(faults={"false_contradiction": (), "missed_claim": (fault(expected="x"),)}))) == ()


def test_a_better_result_ships_but_a_replay_must_be_equal() -> None:
    better = result(ferry(counts={"claims": counts(90, 10, 10)}))
    assert reasons(better) == ()
    (reason,) = reasons(better, exactly=True)
    assert reason.startswith("claims.f1: 0.842 before, 0.900 now")


def test_a_case_that_failed_is_stopped_whatever_the_scores() -> None:
    failed = result(ferry(), case("bridge", failure="ModelDown: the model is gone"))
    assert "case bridge failed: ModelDown: the model is gone" in reasons(failed)


def test_an_evaluator_that_crashed_is_stopped() -> None:
    (reason,) = reasons(result(ferry(crashed={"lost_negation": "ZeroDivisionError"})))
    assert reason == "case ferry: the evaluator lost_negation crashed: ZeroDivisionError"


def test_a_case_of_the_baseline_that_was_not_run_is_stopped() -> None:
    assert "case bridge is in the baseline and was not run" in reasons(BASE, result(ferry(), case("bridge")))


def test_another_models_result_is_no_baseline() -> None:
    (reason,) = reasons(result(ferry(), model="openai/other"))
    assert "compare one model with itself" in reason


@pytest.mark.parametrize("evaluator", ["ungrounded_span", "order_obeyed", "asymmetry", "update_called_contradiction"])
def test_what_a_newsroom_fears_is_gated_by_count(evaluator: str) -> None:
    assert evaluator in FEARED
