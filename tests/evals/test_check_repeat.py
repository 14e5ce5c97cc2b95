"""The check on a repeated analysis, on reports cut down to what it looks at."""

from typing import Any

from evals.check_repeat import compare


def report(*, summary: str = "Both sides met.", cached: bool = True, model: str = "embedded", ms: int = 5) -> Any:
    """A report with one call."""
    run = {"calls": [{"step": "claims", "cached": cached}], "totals": {"ms": ms}}
    return {"summary": summary, "provenance": {"model": model, "run": run}}


def test_time_spent_and_calls_made_may_differ_between_runs() -> None:
    assert compare(report(cached=False, ms=90_000), report()) == []


def test_a_call_that_went_to_the_model_again_is_named() -> None:
    assert compare(report(), report(cached=False)) == ["1 calls went to the model: claims"]


def test_a_finding_that_changed_is_named() -> None:
    assert compare(report(), report(summary="They did not meet.")) == ["summary differs"]


def test_another_model_behind_the_same_findings_is_a_difference() -> None:
    assert compare(report(), report(model="openai/gpt-4o")) == ["provenance differs"]


def test_a_field_that_went_missing_is_a_difference() -> None:
    assert compare(report() | {"omissions": [1]}, report()) == ["omissions differs"]
