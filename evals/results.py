"""What a run of the suite leaves: per case the counts and the faults, as data. Knows nothing of how they were found.

Everything outside `effort` is a pure function of cases, code, prompts and replies: equal in, equal bytes out.
"""

from typing import Literal, get_args

from service.models import Model

# A section of the report whose entries are matched one to one with what the case expects; the last three are an
# attribute of every matched claim, right or wrong, whose F1 is its accuracy.
Family = Literal[
    "claims",
    "agreements",
    "contradictions",
    "disputes",
    "updates",
    "scope_differences",
    "quote_changes",
    "omissions",
    "summary",
    "voice",
    "speaker",
    "stance",
]
FAMILIES: tuple[Family, ...] = get_args(Family)


class Counts(Model):
    """True positives, false positives and false negatives; what a case says `may` be is counted nowhere."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(tp=self.tp + other.tp, fp=self.fp + other.fp, fn=self.fn + other.fn)


class Fault(Model):
    """One error of a report: what the case says, what the report has, and the line why, each "" where there is none."""

    expected: str = ""
    got: str = ""
    why: str = ""


class CaseResult(Model):
    """How one case went. `failure`: why there is no report; `crashed`: evaluators that failed, with their error.

    `faults` holds every evaluator that ran, by its name, with what it found.
    """

    name: str
    is_held_out: bool
    failure: str | None = None
    counts: dict[Family, Counts] = {}
    faults: dict[str, tuple[Fault, ...]] = {}
    crashed: dict[str, str] = {}


class Effort(Model):
    """What a run took: nothing here is compared. `cached_calls` were answered from the cache or from recordings."""

    seconds: float = 0.0
    calls: int = 0
    cached_calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None


class Gold(Model):
    """How much the cases hold: what must be found as contradiction or dispute, and what looks like one and is none."""

    cases: int
    held_out: int
    conflicts: int
    near_misses: int


class Result(Model):
    """One model over all cases. `prompts`: the id of each prompt asked, by its name.

    `is_replay`: every reply came from recordings, so this measures the code and not the model. `repeats` runs were
    made; `cases` is the first of them and `spread` the largest minus the smallest value of each metric over all.
    """

    model: str
    identity: tuple[str, ...]
    is_replay: bool
    service_version: str
    prompts: dict[str, str]
    gold: Gold
    cases: tuple[CaseResult, ...]
    repeats: int = 1
    spread: dict[str, float] = {}
    effort: Effort = Effort()
