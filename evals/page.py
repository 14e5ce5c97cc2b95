"""Builds one self-contained HTML page of results of the evals: scores, faults, and each case against its baseline.

Knows nothing of how results came, and loads nothing from anywhere: no script, font or image. Names, quotes and errors
hold strangers' words: all are escaped, on one line, with control characters made visible.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from evals import cells, changes
from evals.cells import Cell, Shown
from evals.changes import CaseChange, Change, Changes
from evals.results import FAMILIES, CaseResult, Fault, Result
from evals.splits import PARTS, Part
from service.visible import one_line

TEMPLATE = Path(__file__).with_name("page.html")


@dataclass(frozen=True)
class Attempt:
    """How a case went with one model, how it went in the baseline, and the metrics that moved in it."""

    model: str
    case: CaseResult
    was: CaseResult | None
    moved: tuple[tuple[Change, CaseChange], ...]

    @property
    def faults(self) -> tuple[tuple[str, Fault], ...]:
        """Every fault with the evaluator that found it."""
        return tuple((name, fault) for name, faults in sorted(self.case.faults.items()) for fault in faults)

    @property
    def is_broken(self) -> bool:
        """Whether there is no report, or an evaluator that could not say."""
        return self.case.failure is not None or bool(self.case.crashed)

    @property
    def status(self) -> str:
        """How it went, in two or three words."""
        if self.case.failure is not None:
            return "failed"
        count = len(self.faults)
        found = f"{count or 'no'} fault{'' if count == 1 else 's'}"
        return f"{found}, {len(self.case.crashed)} crashed" if self.case.crashed else found


@dataclass(frozen=True)
class Section:
    """One case with every model that ran it."""

    name: str
    is_held_out: bool
    attempts: tuple[Attempt, ...]


@dataclass(frozen=True)
class Grid:
    """One table with a column group a model; `counted` stands under the models' names, where there is any."""

    caption: str
    first: str
    headings: tuple[str, ...]
    counted: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def build(results: Sequence[Result], *, baseline: Result | None = None) -> str:
    """The page. With a baseline, it says how far each figure moved and in which cases, on those both hold."""
    against = [changes.compare(baseline, result) if baseline else None for result in results]
    shown = Shown(tuple(results), baseline)
    page = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_harmless
    ).from_string(TEMPLATE.read_text("utf-8"))
    return page.render(
        shown=shown,
        cells=cells,
        families=FAMILIES,
        score_grids=[_score_grid(shown, part) for part in PARTS],
        fault_grid=_fault_grid(shown),
        against=against,
        sections=_sections(results, against, baseline),
    ).lstrip()


def _harmless(value: Any) -> Any:
    """What the template puts out. Markup, which is what its own macros give, stays as it is."""
    return one_line(value) if type(value) is str else value


def _score_grid(shown: Shown, part: Part) -> Grid:
    rows = tuple(
        (family, tuple(cell for result in shown.results for cell in shown.score_cells(result, part, family)))
        for family in FAMILIES
    )
    counted = tuple(cells.counted_in(result, part) for result in shown.results)
    return Grid(f"Scores, {part.name} cases", "Family", shown.score_headings(part), counted, rows)


def _fault_grid(shown: Shown) -> Grid:
    rows = tuple(
        (name, tuple(cell for result in shown.results for cell in shown.fault_cells(result, name)))
        for name in shown.evaluators
    )
    return Grid("Faults", "Evaluator", shown.fault_headings(), (), rows)


def _sections(
    results: Sequence[Result], against: Sequence[Changes | None], baseline: Result | None
) -> tuple[Section, ...]:
    before = {case.name: case for case in baseline.cases} if baseline else {}
    attempts: dict[str, list[Attempt]] = {}
    for result, change in zip(results, against, strict=True):
        for case in result.cases:
            moved = _moved_in(case.name, change)
            attempt = Attempt(cells.label(result), case, before.get(case.name), moved)
            attempts.setdefault(case.name, []).append(attempt)
    return tuple(Section(name, found[0].case.is_held_out, tuple(found)) for name, found in sorted(attempts.items()))


def _moved_in(name: str, against: Changes | None) -> tuple[tuple[Change, CaseChange], ...]:
    changed = against.changed if against else ()
    return tuple((change, case) for change in changed for case in change.cases if case.name == name)
