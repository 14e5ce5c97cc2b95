"""Results made by hand, as a run would leave them."""

from typing import Any

from evals.results import CaseResult, Counts, Fault, Gold, Result


def fault(got: str = "", expected: str = "", why: str = "") -> Fault:
    return Fault(expected=expected, got=got, why=why)


def counts(tp: int, fp: int = 0, fn: int = 0) -> Counts:
    return Counts(tp=tp, fp=fp, fn=fn)


def case(name: str, *, is_held_out: bool = False, **fields: Any) -> CaseResult:
    return CaseResult(name=name, is_held_out=is_held_out, **fields)


def result(*cases: CaseResult, **fields: Any) -> Result:
    """One model's result; the counts of the cases follow from them."""
    held_out = sum(one.is_held_out for one in cases)
    known = {
        "model": "local/small",
        "identity": ("small.gguf", "sha256:abc"),
        "is_replay": False,
        "service_version": "0.3.0",
        "prompts": {"claims.sentence": "0f0f0f"},
        "gold": Gold(cases=len(cases), held_out=held_out, conflicts=41, near_misses=67),
    }
    return Result.model_validate({**known, "cases": cases, **fields})


def two_cases(**fields: Any) -> Result:
    """An open case with one false contradiction, and a held-out one where a claim was missed."""
    false = fault("12 died / 14 died", why="the newer toll")
    missed = fault(expected="The bridge closed", why="the lead")
    return result(
        case(
            "ferry",
            counts={"claims": counts(4), "contradictions": counts(0, fp=1)},
            faults={"false_contradiction": (false,), "missed_claim": (), "lost_negation": ()},
        ),
        case(
            "bridge",
            is_held_out=True,
            counts={"claims": counts(1, fn=1)},
            faults={"false_contradiction": (), "missed_claim": (missed,), "lost_negation": ()},
        ),
        **fields,
    )
