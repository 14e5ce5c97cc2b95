"""What changed from one result to another: which metric, in which cases, with both outputs. Decides nothing.

Only cases that both results hold are compared; those that only one holds are named.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from evals import scores
from evals.results import CaseResult, Counts, Family, Fault, Result

# What a wrong or missing entry of a family is reported as, by evaluators.
EVALUATORS_OF: dict[Family, tuple[str, ...]] = {
    "claims": ("missed_claim", "invented_claim"),
    "agreements": ("missed_agreement", "false_agreement"),
    "contradictions": ("missed_contradiction", "false_contradiction", "wrong_type", "update_called_contradiction"),
    "disputes": ("missed_contradiction", "false_contradiction", "wrong_type"),
    "updates": ("missed_update", "update_called_contradiction", "wrong_type"),
    "scope_differences": ("wrong_type",),
    "quote_changes": ("altered_quote_missed", "false_quote_change"),
    "omissions": ("missed_omission", "false_omission"),
    "summary": ("missed_in_summary",),
    "voice": ("outlet_voice_confused",),
    "speaker": ("wrong_speaker",),
    "stance": ("wrong_stance",),
}


@dataclass(frozen=True)
class CaseChange:
    """One case in which a metric changed: the faults that came and those that went, and the counts for a family."""

    name: str
    came: tuple[Fault, ...]
    went: tuple[Fault, ...]
    before: Counts | None = None
    after: Counts | None = None


@dataclass(frozen=True)
class Change:
    """A metric before and after. `noise`: how far it moved over the repeats of either result."""

    metric: str
    before: float
    after: float
    noise: float
    cases: tuple[CaseChange, ...]

    @property
    def is_share(self) -> bool:
        """Whether more is better: F1, and not a count of faults."""
        return self.metric.endswith(".f1")

    @property
    def loss(self) -> float:
        """How much worse it got; negative where it got better."""
        return self.before - self.after if self.is_share else self.after - self.before


@dataclass(frozen=True)
class Changes:
    """All metrics that differ, and the cases only one result holds."""

    changed: tuple[Change, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]


def compare(baseline: Result, candidate: Result) -> Changes:
    """What differs, from `baseline` to `candidate`, on the cases both hold."""
    before = {case.name: case for case in baseline.cases}
    after = {case.name: case for case in candidate.cases}
    shared = sorted(before.keys() & after.keys())
    ours, theirs = [before[name] for name in shared], [after[name] for name in shared]
    old, new = scores.metrics(ours), scores.metrics(theirs)
    changed = []
    for metric in sorted(old.keys() | new.keys()):
        # A share that cannot be had is as bad as none; faults nobody counted are no faults.
        was, now = old.get(metric, 0.0), new.get(metric, 0.0)
        if was != now:
            noise = max(baseline.spread.get(metric, 0.0), candidate.spread.get(metric, 0.0))
            changed.append(Change(metric, was, now, noise, _by_case(metric, ours, theirs)))
    added, removed = sorted(after.keys() - before.keys()), sorted(before.keys() - after.keys())
    return Changes(tuple(changed), tuple(added), tuple(removed))


def _by_case(metric: str, before: Sequence[CaseResult], after: Sequence[CaseResult]) -> tuple[CaseChange, ...]:
    changes = (_change(metric, *pair) for pair in zip(before, after, strict=True))
    return tuple(one for one in changes if one.came or one.went or one.before != one.after)


def _change(metric: str, before: CaseResult, after: CaseResult) -> CaseChange:
    name = metric.removesuffix(".f1")
    family = next((one for one in EVALUATORS_OF if metric == f"{one}.f1"), None)
    evaluators = EVALUATORS_OF[family] if family else (name,)
    old = [fault for one in evaluators for fault in before.faults.get(one, ())]
    new = [fault for one in evaluators for fault in after.faults.get(one, ())]
    counts = (before.counts.get(family, Counts()), after.counts.get(family, Counts())) if family else (None, None)
    # Counted, not compared as sets: one fault may be found twice.
    came, went = Counter(new) - Counter(old), Counter(old) - Counter(new)
    return CaseChange(before.name, tuple(came.elements()), tuple(went.elements()), *counts)
