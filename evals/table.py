"""Writes results of the evals, and what changed between two, for a person at a terminal. Knows not how they came.

Names, quotes and errors hold strangers' words: they are printed on one line and harmless, and never read as markup.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from evals import cells
from evals.cells import Cell, Shown, Tone
from evals.changes import CaseChange, Change, Changes
from evals.results import FAMILIES, CaseResult, Fault, Result
from evals.splits import PARTS
from service.visible import one_line

_STYLES: dict[Tone, str] = {"plain": "", "quiet": "dim", "good": "green", "bad": "red"}
_GAP = 2


@dataclass(frozen=True)
class _Group:
    """The columns of one model, under its name."""

    heading: str
    headings: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


def write(results: Sequence[Result], console: Console, *, baseline: Result | None = None) -> None:
    """Prints scores, faults, failures and effort of `results` side by side.

    With a baseline, a column says how far each figure moved on the cases both hold; `write_changes` says in which.
    """
    shown = Shown(tuple(results), baseline)
    for result in results:
        _write_about(result, console)
    if baseline:
        console.print(_text(f"Baseline: {cells.label(baseline)}, {cells.counted(baseline.gold)}"))
        console.print()
    for part in PARTS:
        headings = shown.score_headings(part)
        groups = []
        for result in results:
            rows = [shown.score_cells(result, part, family) for family in FAMILIES]
            groups.append(_Group(f"{cells.label(result)}\n{cells.counted_in(result, part)}", headings, rows))
        _write_groups(f"SCORES, {part.name.upper()} CASES", FAMILIES, groups, console)
    evaluators = shown.evaluators
    faults = [
        _Group(cells.label(result), shown.fault_headings(), [shown.fault_cells(result, name) for name in evaluators])
        for result in results
    ]
    _write_groups("FAULTS BY EVALUATOR", evaluators, faults, console)
    _write_failures(results, console)
    _write_effort(results, console)


def write_changes(changes: Changes, console: Console, limit: int = 20) -> None:
    """Prints each metric that moved, then the cases it moved in. `limit`: how many faults are shown for a metric."""
    if not changes.changed:
        console.print(_text("No metric changed."))
    for change in changes.changed:
        console.print(_moved(change))
        left = limit
        for case in change.cases:
            left = _write_case(case, console, left)
        if left < 0:
            console.print(_indented(f"and {-left} more faults", "dim"))
    for heading, names in (("Only in the new result", changes.added), ("Only in the baseline", changes.removed)):
        if names:
            console.print(_text(f"{heading}: {', '.join(map(one_line, names))}"))


def _write_about(result: Result, console: Console) -> None:
    console.print(_text(cells.label(result), "bold"))
    prompts = ", ".join(f"{name} {prompt_id}" for name, prompt_id in sorted(result.prompts.items()))
    for line in (
        cells.counted(result.gold),
        f"Identity: {', '.join(result.identity) or cells.NONE}; service {result.service_version}",
        f"Prompts: {prompts or cells.NONE}",
        *cells.notes(result),
    ):
        console.print(_indented(line))
    console.print()


def _write_groups(title: str, labels: Sequence[str], groups: Sequence[_Group], console: Console) -> None:
    """One column group a model; groups that do not fit beside each other follow below."""
    console.print(_text(title, "bold"))
    names = _columns(("",), [(Cell(one_line(label)),) for label in labels])
    tables = [(group, _columns(group.headings, group.rows)) for group in groups]
    for beside in _fitting(names, tables, console):
        outer = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False)
        outer.add_column("")
        for group, table in beside:
            # Rich would widen the columns for a long name.
            heading = Text("\n", style="bold").join(map(_text, group.heading.split("\n")))
            width = _width(table, console)
            outer.add_column(heading, min_width=width, max_width=width, overflow="fold")
        outer.add_row(names, *(table for _, table in beside))
        console.print(outer)
        console.print()


def _fitting(
    names: Table, tables: Sequence[tuple[_Group, Table]], console: Console
) -> Iterator[list[tuple[_Group, Table]]]:
    room = console.width - _width(names, console)
    beside: list[tuple[_Group, Table]] = []
    taken = 0
    for group, table in tables:
        width = _width(table, console) + _GAP
        if beside and taken + width > room:
            yield beside
            beside, taken = [], 0
        beside.append((group, table))
        taken += width
    yield beside


def _width(table: Table, console: Console) -> int:
    return console.measure(table).maximum


def _columns(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Table:
    """Rows of one line each, so that tables stand beside each other line by line."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    for heading in headings:
        table.add_column(_text(heading, "dim"), justify="right" if heading else "left", no_wrap=True)
    for row in rows:
        table.add_row(*(_text(cell.text, _STYLES[cell.tone]) for cell in row))
    return table


def _write_failures(results: Sequence[Result], console: Console) -> None:
    lines = [line for result in results for case in result.cases for line in _failures(result, case)]
    console.print(_text("FAILED CASES AND CRASHED EVALUATORS" + ("" if lines else ": none"), "bold"))
    for line in lines:
        console.print(_indented(line, "red"))
    console.print()


def _failures(result: Result, case: CaseResult) -> Iterator[str]:
    where = f"{cells.label(result)}, {case.name}{' (held out)' if case.is_held_out else ''}"
    if case.failure is not None:
        yield f"{where}: failed: {case.failure}"
    for evaluator, error in sorted(case.crashed.items()):
        yield f"{where}: {evaluator} crashed: {error}"


def _write_effort(results: Sequence[Result], console: Console) -> None:
    console.print(_text("EFFORT", "bold"))
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False)
    table.add_column("", overflow="fold")
    for heading in cells.EFFORT_HEADINGS:
        table.add_column(_text(heading, "dim"), justify="right", no_wrap=True)
    for result in results:
        table.add_row(_text(cells.label(result)), *map(_text, cells.effort_cells(result.effort)))
    console.print(table)


def _moved(change: Change) -> Text:
    before, after, noise = cells.figures(change)
    figures = f"{before} -> {after}, noise {noise}"
    verdict = cells.verdict(change)
    return _text(f"{change.metric}: {figures} ({verdict.text})", f"bold {_STYLES[verdict.tone]}".strip())


def _write_case(case: CaseChange, console: Console, left: int) -> int:
    """Prints at most `left` faults, and returns `left` less all there are."""
    marked = cells.marked(case)
    counts = cells.moved_counts(case)
    if left > 0:
        console.print(_indented(f"{case.name}{counts and ': '}{counts}"))
    for mark, fault in marked[: max(left, 0)]:
        console.print(_indented(f"{mark}: {_told(fault)}", "red" if mark == "came" else "green", 4))
    return left - len(marked)


def _told(fault: Fault) -> str:
    told = {"expected": fault.expected, "got": fault.got, "why": fault.why}
    return "; ".join(f"{name}: {words or 'nothing'}" for name, words in told.items() if words or name != "why")


def _indented(line: str, style: str = "", by: int = 2) -> Padding:
    return Padding(_text(line, style), (0, 0, 0, by), expand=False)


def _text(words: str, style: str = "") -> Text:
    return Text(one_line(words), style=style)
