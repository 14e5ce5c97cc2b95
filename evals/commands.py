"""What each action of `rashomon eval` does: loads cases, runs, writes, prints. Knows no evaluator.

Tables go to standard output, progress to standard error. Exit codes: 0 done, 1 a case failed or the gate stops it.
"""

import argparse
import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from evals import cases as stored_cases
from evals import changes, gate, measured_prompts, page, receipts, recordings, runs, subjects, table


from evals.cases import Case
from evals.recordings import Head, Recorded, Recording
from evals.results import Result
from evals.runs import Subject
from service.errors import Invalid, Problem
from service.settings import Settings

WIDTH = 110


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Runs the cases on every model asked for; prints the tables, writes JSON and HTML."""
    cases = _load_cases(arguments)
    baseline = receipts.read_result(arguments.baseline) if arguments.baseline else None
    results = [result for result, _ in _measure_all(arguments, settings, cases)]
    _print(lambda console: table.write(results, console, baseline=baseline))
    _write(arguments.output, results, baseline)
    return 1 if any(case.failure or case.crashed for result in results for case in result.cases) else 0


def diff(arguments: argparse.Namespace, _: Settings) -> int:
    """Shows what changed from one result to another."""
    before, after = receipts.read_result(arguments.before), receipts.read_result(arguments.after)
    _print(lambda console: table.write_changes(changes.compare(before, after), console))
    return 0


def judge(arguments: argparse.Namespace, settings: Settings) -> int:
    """Exits 1 where a result may not ship; names metric, case and both outputs."""
    baseline = receipts.read_result(arguments.baseline)
    candidate = _candidate(arguments, settings)
    verdict = gate.judge(baseline, candidate, exactly=candidate.is_replay)
    console = _console()
    table.write_changes(verdict.worse, console)
    for reason in verdict.reasons:
        console.print(f"STOP: {reason}", markup=False)
    if candidate.is_replay and verdict.worse.changed:
        console.print("Recorded replies give other scores than the receipt. Where that is meant: rashomon eval accept")
    label = "a replay of recorded replies" if candidate.is_replay else f"a run of {candidate.model}"
    console.print(f"{'May ship' if verdict.ships else 'May not ship'}: {len(candidate.cases)} cases, {label}.")
    return 0 if verdict.ships else 1


def accept(arguments: argparse.Namespace, settings: Settings) -> int:
    """Runs the cases and keeps receipt and replies; nothing is kept where a case failed."""
    cases = _load_cases(arguments)
    folder = arguments.into or stored_cases.shipped_folder().parent
    ((result, replies),) = _measure_all(arguments, settings, cases)
    console = _console()
    table.write([result], console)
    failed = [case.name for case in result.cases if case.failure or case.crashed]
    if failed:
        console.print(f"Nothing kept: {', '.join(failed)} failed.", markup=False)
        return 1
    recorded = recordings.path_for(folder / "recordings", result.model)
    recordings.write(recorded, Head(model=result.model, identity=result.identity), replies)
    prompts = measured_prompts.ids(subjects.load_prompts(settings.prompts_dir))
    receipt = receipts.make(result, prompts, recorded, f"{datetime.now(UTC):%Y-%m-%d}")
    kept = receipts.path_for(folder / "receipts", result.model)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(receipt.model_dump_json(indent=1, exclude_defaults=True) + "\n", "utf-8")
    console.print(f"Kept: {kept} and {recorded}; commit both.", markup=False)
    return 0


BY_NAME: dict[str, Callable[[argparse.Namespace, Settings], int]] = {
    "run": run,
    "diff": diff,
    "gate": judge,
    "accept": accept,
}

Measured = tuple[Result, Sequence[Recorded]]


def _load_cases(arguments: argparse.Namespace) -> tuple[Case, ...]:
    found = stored_cases.load_all(arguments.cases or stored_cases.shipped_folder())
    names = {case.name for case in found}
    unknown = [name for name in arguments.only if name not in names]
    if unknown:
        raise Invalid([Problem("--only", f"no case {unknown[0]!r}; there are {', '.join(sorted(names))}")])
    return tuple(case for case in found if not arguments.only or case.name in arguments.only)


def _candidate(arguments: argparse.Namespace, settings: Settings) -> Result:
    if arguments.candidate:
        return receipts.read_result(arguments.candidate)
    ((candidate, _),) = _measure_all(arguments, settings, _load_cases(arguments))
    return candidate


def _measure_all(arguments: argparse.Namespace, settings: Settings, cases: Sequence[Case]) -> list[Measured]:
    if getattr(arguments, "replay", None):
        subject = subjects.replay(recordings.read(arguments.replay), settings.prompts_dir)
        return [asyncio.run(_measure(subject, cases))]
    models = getattr(arguments, "models", []) or [settings.model]
    return [asyncio.run(_measure_live(arguments, settings, model, cases)) for model in models]


async def _measure_live(
    arguments: argparse.Namespace, settings: Settings, model: str, cases: Sequence[Case]
) -> Measured:
    # Repeats of kept replies would all be the same.
    fresh = arguments.fresh or arguments.repeat > 1
    deployment, subject = subjects.live(settings, model, fresh=fresh)
    try:
        measured = [await _measure(subject, cases, turn) for turn in range(1, arguments.repeat + 1)]
    finally:
        await deployment.close()
    return runs.join([result for result, _ in measured]), measured[0][1]


async def _measure(subject: Subject, cases: Sequence[Case], turn: int = 1) -> Measured:
    recording = Recording(subject.services.llm)
    with _bar(f"{subject.services.model}, run {turn}", len(cases)) as tell:
        result = await runs.run(cases, subject, recording, tell)
    return result, list(recording.taken.values())


@contextmanager
def _bar(title: str, total: int | None = None) -> Iterator[Callable[[str, int], None]]:
    """Gives what tells the bar that one more thing is done, its name, and how many calls there were so far."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        bar = progress.add_task(title, total=total)

        def tell(name: str, calls: int) -> None:
            progress.update(bar, advance=1, description=f"{title}, {calls} calls, {name} done")

        yield tell


def _write(folder: Path, results: Sequence[Result], baseline: Result | None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for result in results:
        name = recordings.slug(result.model)
        (folder / f"{name}.json").write_text(result.model_dump_json(indent=1) + "\n", "utf-8")
    (folder / "index.html").write_text(page.build(results, baseline=baseline), "utf-8")
    _print(lambda console: console.print(f"Written to {folder}: a JSON file a model, index.html", markup=False))


def _print(write: Callable[[Console], None]) -> None:
    write(_console())


def _console() -> Console:
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = WIDTH
    return console
