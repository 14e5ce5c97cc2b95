"""What a table of scores or faults holds, cell by cell, on a terminal as on a page. Knows neither of the two.

Scores are given for all cases, for those people may tune on and for those held out, each apart. A baseline is held
against a result on the cases both hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from evals import scores
from evals.changes import CaseChange, Change
from evals.results import CaseResult, Counts, Effort, Family, Fault, Gold, Result
from evals.splits import ALL, PARTS, Part

Tone = Literal["plain", "quiet", "good", "bad"]
NONE = "-"
REPLAY = "replay"


@dataclass(frozen=True)
class Cell:
    """What one cell says, and how it is meant."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True)
class Shown:
    """Results to be shown side by side, and the baseline they are held against."""

    results: tuple[Result, ...]
    baseline: Result | None = None

    @property
    def has_repeats(self) -> bool:
        """Whether there is a spread to show."""
        return any(result.repeats > 1 for result in self.results)

    @property
    def evaluators(self) -> tuple[str, ...]:
        """Every evaluator that ran or crashed on some case, by name."""
        cases = [case for result in self.results for case in result.cases]
        return tuple(sorted({name for case in cases for name in (*case.faults, *case.crashed)}))

    def score_headings(self, part: Part) -> tuple[str, ...]:
        """What `score_cells` holds. `found` leaves out what a case says may be found; `right` is what matches gold."""
        return ("gold", "found", "right", "precision", "recall", "F1", "95 %", *self._moving_headings(part))

    def score_cells(self, result: Result, part: Part, family: Family) -> tuple[Cell, ...]:
        """One family's score over one part of the cases."""
        score = scores.family(part.of(result), family)
        counts = score.counts
        right, found, gold = counts.tp, counts.tp + counts.fp, counts.tp + counts.fn
        interval = NONE if score.low is None or score.high is None else f"{score.low:.2f}-{score.high:.2f}"
        tone: Tone = "plain" if found or gold else "quiet"
        words = (str(gold), str(found), str(right), _share(score.precision), _share(score.recall), _share(score.f1))
        cells = [Cell(word, tone) for word in (*words, interval)]
        if self._spread_in(part):
            cells.append(_spread(result, f"{family}.f1", "{:.2f}"))
        if self.baseline:
            cells.append(_share_change(*(_f1(some, family) for some in self._shared(result, part))))
        return tuple(cells)

    def fault_headings(self) -> tuple[str, ...]:
        """What `fault_cells` holds. `crashed`: in how many cases the evaluator did."""
        return (*(part.name for part in PARTS), "crashed", *self._moving_headings(ALL))

    def fault_cells(self, result: Result, evaluator: str) -> tuple[Cell, ...]:
        """One evaluator's faults by part of the cases."""
        cells = [_count(scores.faults(part.of(result)).get(evaluator)) for part in PARTS]
        crashed = sum(evaluator in case.crashed for case in result.cases)
        cells.append(Cell(str(crashed), "bad" if crashed else "quiet"))
        if self._spread_in(ALL):
            cells.append(_spread(result, evaluator, "{:.0f}"))
        if self.baseline:
            before, after = (scores.faults(some).get(evaluator) for some in self._shared(result, ALL))
            cells.append(_count_change(before, after))
        return tuple(cells)

    def _moving_headings(self, part: Part) -> tuple[str, ...]:
        return (*(("spread",) if self._spread_in(part) else ()), *(("change",) if self.baseline else ()))

    def _spread_in(self, part: Part) -> bool:
        # A result holds the spread over all its cases only.
        return part is ALL and self.has_repeats

    def _shared(self, result: Result, part: Part) -> tuple[list[CaseResult], list[CaseResult]]:
        ours = {case.name: case for case in self.baseline.cases} if self.baseline else {}
        after = [case for case in part.of(result) if case.name in ours]
        return [ours[case.name] for case in after], after


def label(result: Result) -> str:
    """The model, marked where its replies came from recordings."""
    return f"{result.model} ({REPLAY})" if result.is_replay else result.model


def counted(gold: Gold) -> str:
    """How much the cases hold."""
    cases = f"{gold.cases} cases ({gold.held_out} held out)"
    return f"{cases}, {gold.conflicts} gold conflicts, {gold.near_misses} near-misses"


def counted_in(result: Result, part: Part) -> str:
    """How many cases a score over `part` rests on, and what else is known of them."""
    count = len(part.of(result))
    return counted(result.gold) if part is ALL else f"{count} {part.name} case{'' if count == 1 else 's'}"


def figures(change: Change) -> tuple[str, str, str]:
    """The metric before and after, and its noise."""
    form = "{:.3f}" if change.is_share else "{:.0f}"
    return form.format(change.before), form.format(change.after), form.format(change.noise)


def verdict(change: Change) -> Cell:
    """Whether the metric got better or worse, and whether that is more than its noise."""
    word = "better" if change.loss < 0 else "worse"
    if abs(change.loss) <= change.noise:
        return Cell(f"{word}, within noise", "quiet")
    return Cell(word, "good" if change.loss < 0 else "bad")


def moved_counts(case: CaseChange) -> str:
    """The counts of a case before and after; empty for a metric that has none."""
    if case.before is None or case.after is None:
        return ""
    before, after = case.before, case.after
    pairs = {"right": (before.tp, after.tp), "wrong": (before.fp, after.fp), "missed": (before.fn, after.fn)}
    return ", ".join(f"{name} {was} -> {now}" for name, (was, now) in pairs.items())


def marked(case: CaseChange) -> tuple[tuple[str, Fault], ...]:
    """The faults that came, then those that went, each with which it did."""
    return (*(("came", fault) for fault in case.came), *(("went", fault) for fault in case.went))


def notes(result: Result) -> tuple[str, ...]:
    """What to know before reading the figures of `result`."""
    failed = sum(case.failure is not None for case in result.cases)
    unscored = sum(case.failure is not None and not case.counts for case in result.cases)
    crashed = sum(len(case.crashed) for case in result.cases)
    said = {
        "Replay: every reply came from recordings, so this measures the code and not the model.": result.is_replay,
        f"{result.repeats} repeats: the figures are those of the first, spread is the largest minus the smallest.": (
            result.repeats > 1
        ),
        f"Failed cases: {failed}, of which {unscored} are in no score.": failed > 0,
        f"Crashed evaluators: {crashed}; they count no fault there.": crashed > 0,
    }
    return tuple(note for note, holds in said.items() if holds)


EFFORT_HEADINGS = ("seconds", "calls", "cached", "tokens read", "tokens written", "cost")


def effort_cells(effort: Effort) -> tuple[str, ...]:
    """What a run took, as `EFFORT_HEADINGS` names it."""
    cost = NONE if effort.cost_usd is None else f"${effort.cost_usd:.4f}"
    tokens = f"{effort.prompt_tokens:,}", f"{effort.completion_tokens:,}"
    return f"{effort.seconds:.1f}", f"{effort.calls:,}", f"{effort.cached_calls:,}", *tokens, cost


def _share(value: float | None) -> str:
    return NONE if value is None else f"{value:.2f}"


def _count(value: int | None) -> Cell:
    return Cell(NONE if value is None else str(value), "plain" if value else "quiet")


def _spread(result: Result, metric: str, form: str) -> Cell:
    known = result.repeats > 1 and metric in result.spread
    return Cell(form.format(result.spread[metric]) if known else NONE, "quiet")


def _f1(cases: Sequence[CaseResult], family: Family) -> float | None:
    return scores.f1(sum((case.counts.get(family, Counts()) for case in cases), Counts()))


def _share_change(before: float | None, after: float | None) -> Cell:
    if before is None or after is None:
        return Cell(NONE, "quiet")
    # Rounded first, so that what shows no change is not coloured as one.
    return _signed(round(after - before, 2), "{:+.2f}", is_more_better=True)


def _count_change(before: int | None, after: int | None) -> Cell:
    if before is None or after is None:
        return Cell(NONE, "quiet")
    return _signed(after - before, "{:+d}", is_more_better=False)


def _signed(change: float, form: str, *, is_more_better: bool) -> Cell:
    if change == 0:
        return Cell("0", "quiet")
    return Cell(form.format(change), "good" if (change > 0) is is_more_better else "bad")
