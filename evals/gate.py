"""Decides whether a result may ship against a baseline. Knows nothing of how either was had, and prints nothing.

A case that failed or an evaluator that crashed always stops it. F1 may fall by a hundredth or by what it moved over
repeated runs, whichever is more; faults that a newsroom fears may not become more than that spread. What is merely
missed shows in F1.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from evals.changes import Change, Changes, compare
from evals.results import Result

LEAST_NOISE = 0.01
# Errors worse than a miss: one more of any is a reason to stop.
FEARED = frozenset(
    """
    ungrounded_span invented_quote invented_number invented_name lost_negation wrong_speaker outlet_voice_confused
    wrong_stance false_contradiction update_called_contradiction false_update false_omission false_agreement
    false_quote_change uncited_sentence unsupported_sentence loaded_wording one_sided_summary order_obeyed
    unwanted_in_summary asymmetry
    """.split()
)


@dataclass(frozen=True)
class Verdict:
    """`reasons` against shipping, each a line; `worse`: the metrics among them, with their cases."""

    reasons: tuple[str, ...]
    worse: Changes

    @property
    def ships(self) -> bool:
        """Whether nothing stands against it."""
        return not self.reasons


def judge(baseline: Result, candidate: Result, *, exactly: bool = False) -> Verdict:
    """Holds `candidate` against `baseline`. `exactly`: better scores stop it too, as for a replay of recordings."""
    changes = compare(baseline, candidate)
    worse = tuple(one for one in changes.changed if exactly or _is_worse(one))
    reasons = (*_unfit(baseline, candidate), *_gone(changes), *(_describe(one) for one in worse))
    return Verdict(reasons, Changes(worse, changes.added, changes.removed))


def _unfit(baseline: Result, candidate: Result) -> Iterator[str]:
    if baseline.model != candidate.model:
        yield f"the baseline is of {baseline.model}, this is {candidate.model}: compare one model with itself"
    for case in candidate.cases:
        if case.failure:
            yield f"case {case.name} failed: {case.failure}"
        for name, error in sorted(case.crashed.items()):
            yield f"case {case.name}: the evaluator {name} crashed: {error}"


def _gone(changes: Changes) -> Iterator[str]:
    for name in changes.removed:
        yield f"case {name} is in the baseline and was not run"


def _is_worse(change: Change) -> bool:
    if change.is_share:
        return change.loss > max(change.noise, LEAST_NOISE)
    return change.metric in FEARED and change.loss > change.noise


def _describe(change: Change) -> str:
    shown = "{:.3f}" if change.is_share else "{:.0f}"
    before, after = shown.format(change.before), shown.format(change.after)
    return f"{change.metric}: {before} before, {after} now, in {', '.join(one.name for one in change.cases)}"
