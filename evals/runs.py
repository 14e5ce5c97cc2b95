"""Runs the cases through the product and every evaluator over what comes out. Knows nothing of files or screens.

pydantic-evals runs task and evaluators and keeps what fails apart from what scores: a case that fails, or an evaluator
that crashes, is never a good score. Each story is analysed twice, the second time with its articles the other way
round and the same replies.
"""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic_evals import Case as Trial
from pydantic_evals import Dataset
from pydantic_evals.evaluators import EvaluationReason, Evaluator, EvaluatorContext
from pydantic_evals.reporting import EvaluationReport, ReportCase, ReportCaseFailure

from evals import measured_prompts, scores
from evals.cases import Case
from evals.evaluators import registry
from evals.expected import ConflictExpectation
from evals.outcomes import Outcome
from evals.recordings import Recording
from evals.results import CaseResult, Counts, Effort, Family, Fault, Gold, Result
from service import __version__
from service.analyze import analyze
from service.report_models import Totals
from service.services import Services

# A remote model is asked about so many stories at once.
PARALLEL_CASES = 4

Watch = Callable[[str, int], None]


@dataclass(frozen=True)
class Subject:
    """What is measured. `is_replay`: its replies come from recordings."""

    services: Services
    identity: tuple[str, ...]
    is_replay: bool = False


def ignore(_: str, __: int) -> None:
    """Progress nobody watches."""


async def run(
    cases: Sequence[Case],
    subject: Subject,
    recording: Recording,
    watch: Watch = ignore,
    keep: list[Outcome] | None = None,
) -> Result:
    """One run over `cases`. `recording` answers and keeps what it answered; `watch` is told each case that is done
    and how many calls it took; the outcomes are put into `keep` where that is given.

    A case whose analysis fails, and an evaluator that crashes, are in the result by name; nothing is raised for them.
    """
    services, began = replace(subject.services, llm=recording), time.perf_counter()
    efforts: list[Effort] = []

    async def task(case: Case) -> Outcome:
        try:
            outcome = await _tell(case, services)
            efforts.append(_spent(outcome.report.provenance.run.totals))
            if keep is not None:
                keep.append(outcome)
            return outcome
        finally:
            watch(case.name, len(recording.taken))

    dataset: Dataset[Case, Outcome, None] = Dataset(
        name="rashomon",
        cases=[Trial(name=case.name, inputs=case) for case in cases],
        evaluators=[*(Fearing(name) for name in registry.EVALUATORS), *(Counting(name) for name in registry.COUNTERS)],
    )
    at_once = 1 if subject.is_replay or services.parallel_calls == 1 else PARALLEL_CASES
    report = await dataset.evaluate(task, max_concurrency=at_once, progress=False)
    return Result(
        model=services.model,
        identity=subject.identity,
        is_replay=subject.is_replay,
        service_version=__version__,
        prompts=measured_prompts.asked(services),
        gold=count_gold(cases),
        cases=_results(cases, report),
        effort=_sum(efforts).model_copy(update={"seconds": round(time.perf_counter() - began, 1)}),
    )


def join(runs: Sequence[Result]) -> Result:
    """Repeated runs as one result: the first, with the spread of every metric over all."""
    first = runs[0]
    return first.model_copy(
        update={
            "repeats": len(runs),
            "spread": scores.spread([scores.metrics(one.cases) for one in runs]) if len(runs) > 1 else {},
            "effort": _sum([one.effort for one in runs]),
        }
    )


def count_gold(cases: Sequence[Case]) -> Gold:
    """How many contradictions and disputes the cases hold, and how many look-alikes they must not report as one."""

    def conflicts(case: Case) -> list[ConflictExpectation]:
        return [*case.expected.contradictions, *case.expected.disputes]

    listed = [one for case in cases for one in conflicts(case)]
    return Gold(
        cases=len(cases),
        held_out=sum(case.is_held_out for case in cases),
        conflicts=sum(one.expect == "must" for one in listed),
        near_misses=sum(one.expect == "must_not" for one in listed),
    )


@dataclass
class Fearing(Evaluator[Case, Outcome, None]):
    """One evaluator of ours, by its name: how many faults, and as the reason the faults themselves."""

    fault: str

    def evaluate(self, ctx: EvaluatorContext[Case, Outcome, None]) -> EvaluationReason:
        faults = registry.EVALUATORS[self.fault](ctx.output)
        return EvaluationReason(float(len(faults)), json.dumps([one.model_dump() for one in faults]))

    def get_default_evaluation_name(self) -> str:
        return self.fault


@dataclass
class Counting(Evaluator[Case, Outcome, None]):
    """The counts of one family, as the reason of a score that says how much was expected."""

    family: Family

    def evaluate(self, ctx: EvaluatorContext[Case, Outcome, None]) -> EvaluationReason:
        counts = registry.COUNTERS[self.family](ctx.output)
        return EvaluationReason(float(counts.tp + counts.fn), counts.model_dump_json())

    def get_default_evaluation_name(self) -> str:
        return f"count {self.family}"


async def _tell(case: Case, services: Services) -> Outcome:
    report = await analyze(case.articles, services, options=case.options, request_id=case.name)
    swapped = await analyze(case.articles[::-1], services, options=case.options, request_id=case.name)
    return Outcome(case, report, swapped)


def _results(cases: Sequence[Case], report: EvaluationReport[Case, Outcome, None]) -> tuple[CaseResult, ...]:
    done = {one.name: one for one in report.cases}
    failed = {one.name: one for one in report.failures}
    return tuple(_result(case, done.get(case.name), failed.get(case.name)) for case in cases)


def _result(
    case: Case,
    done: ReportCase[Case, Outcome, None] | None,
    failed: ReportCaseFailure[Case, Outcome, None] | None,
) -> CaseResult:
    if done is None:
        failure = failed.error_message if failed else "it was never run"
        return CaseResult(name=case.name, is_held_out=case.is_held_out, failure=failure)
    reasons = {name: score.reason or "" for name, score in done.scores.items()}
    return CaseResult(
        name=case.name,
        is_held_out=case.is_held_out,
        counts=_counts(reasons),
        faults={name: _faults(reasons[name]) for name in registry.EVALUATORS if name in reasons},
        crashed={one.name: one.error_message for one in done.evaluator_failures},
    )


def _counts(reasons: Mapping[str, str]) -> dict[Family, Counts]:
    named = {family: reasons.get(f"count {family}") for family in registry.COUNTERS}
    return {family: Counts.model_validate_json(text) for family, text in named.items() if text}


def _faults(reason: str) -> tuple[Fault, ...]:
    return tuple(Fault.model_validate(one) for one in json.loads(reason))


def _spent(totals: Totals) -> Effort:
    """What one story took, but for the time: stories may run side by side."""
    return Effort(
        calls=totals.calls,
        cached_calls=totals.cached_calls,
        prompt_tokens=totals.prompt_tokens,
        completion_tokens=totals.completion_tokens,
        cost_usd=totals.cost_usd,
    )


def _sum(efforts: Sequence[Effort]) -> Effort:
    return Effort(
        seconds=round(sum(one.seconds for one in efforts), 1),
        calls=sum(one.calls for one in efforts),
        cached_calls=sum(one.cached_calls for one in efforts),
        prompt_tokens=sum(one.prompt_tokens for one in efforts),
        completion_tokens=sum(one.completion_tokens for one in efforts),
        cost_usd=_total([one.cost_usd for one in efforts]),
    )


def _total(costs: Sequence[float | None]) -> float | None:
    """None where any cost is unknown: never 0 for that."""
    known = [cost for cost in costs if cost is not None]
    return sum(known) if known and len(known) == len(costs) else None
