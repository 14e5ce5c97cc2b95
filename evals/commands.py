"""What each action of `rashomon eval` does: loads cases, runs, writes, prints. Knows no evaluator.

Tables go to standard output, progress to standard error. Exit codes: 0 done, 1 a case failed or the gate stops it.
"""

import argparse
import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from evals import cases as stored_cases
from evals import changes, gate, measured_prompts, page, receipts, recordings, runs, subjects, table
from evals.bench import suite, written_pairs
from evals.bench import table as published
from evals.bench.figures import Figure
from evals.cases import Case
from evals.recordings import Head, Recorded, Recording
from evals.results import Result
from evals.runs import Subject
from evals.subjects import Build
from service import wiring
from service.errors import Invalid, Problem
from service.progress import Display
from service.settings import Settings

WIDTH = 110

Measured = tuple[Result, Sequence[Recorded]]


@dataclass(frozen=True)
class Evaluation:
    """One action with its arguments and settings; `build` makes a deployment as settings ask for, on a store."""

    arguments: argparse.Namespace
    settings: Settings
    build: Build = wiring.deploy


def run(asked: Evaluation) -> int:
    """Runs the cases on every model asked for; prints the tables, writes JSON and HTML."""
    arguments = asked.arguments
    baseline = receipts.read_result(arguments.baseline) if arguments.baseline else None
    results = [result for result, _ in _measure_all(asked, _load_cases(arguments))]
    console = _console()
    table.write(results, console, baseline=baseline)
    _write(arguments.output, results, baseline)
    console.print(f"Written to {arguments.output}: a JSON file a model, and index.html", markup=False)
    return 1 if any(_failed(result) for result in results) else 0


def diff(asked: Evaluation) -> int:
    """Shows what changed from one result to another."""
    before, after = (receipts.read_result(path) for path in (asked.arguments.before, asked.arguments.after))
    table.write_changes(changes.compare(before, after), _console())
    return 0


def judge(asked: Evaluation) -> int:
    """Exits 1 where a result may not ship; names metric, case and both outputs."""
    baseline = receipts.read_result(asked.arguments.baseline)
    candidate = _candidate(asked)
    verdict = gate.judge(baseline, candidate, exactly=candidate.is_replay)
    console = _console()
    table.write_changes(verdict.worse, console)
    for reason in verdict.reasons:
        console.print(f"STOP: {reason}", markup=False)
    if candidate.is_replay and verdict.worse.changed:
        console.print("Recorded replies give other scores than the receipt. Where that is meant: rashomon eval accept")
    label = "a replay of recorded replies" if candidate.is_replay else f"a run of {candidate.model}"
    may = "May ship" if verdict.ships else "May not ship"
    console.print(f"{may}: {len(candidate.cases)} cases, {label}, {candidate.effort.seconds} s.", markup=False)
    return 0 if verdict.ships else 1


def accept(asked: Evaluation) -> int:
    """Runs the cases and keeps receipt and replies; nothing is kept where a case failed."""
    folder = asked.arguments.into or stored_cases.shipped_folder().parent
    ((result, replies),) = _measure_all(asked, _load_cases(asked.arguments))
    console = _console()
    table.write([result], console)
    if _failed(result):
        console.print(f"Nothing kept: {', '.join(_failed(result))} failed.", markup=False)
        return 1
    recorded = recordings.path_for(folder / "recordings", result.model)
    recordings.write(recorded, Head(model=result.model, identity=result.identity), replies)
    prompts = measured_prompts.ids(subjects.load_prompts(asked.settings.prompts_dir))
    receipt = receipts.make(result, prompts, recorded, f"{datetime.now(UTC):%Y-%m-%d}")
    kept = receipts.path_for(folder / "receipts", result.model)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(receipt.model_dump_json(indent=1, exclude_defaults=True) + "\n", "utf-8")
    console.print(f"Kept: {kept} and {recorded}; commit both.", markup=False)
    return 0


def bench(asked: Evaluation) -> int:
    """The pipeline's own steps on public data, beside published figures, and on the pairs written for this."""
    deployment, subject = subjects.live(asked.settings, asked.build, fresh=False)

    async def measure() -> Sequence[Figure]:
        try:
            with Display(Console(stderr=True, highlight=False)) as display:
                data, written = asked.arguments.data, asked.arguments.pairs or written_pairs.shipped_folder()
                return await suite.run(data, written, subject.services, display.tell)
        finally:
            await deployment.close()

    figures = asyncio.run(measure())
    published.write(figures, _console())
    if asked.arguments.output:
        text = json.dumps(published.to_json(figures), indent=2, ensure_ascii=False)
        asked.arguments.output.write_text(text + "\n", "utf-8")
    return 0


BY_NAME: dict[str, Callable[[Evaluation], int]] = {
    "run": run,
    "diff": diff,
    "gate": judge,
    "accept": accept,
    "bench": bench,
}


def _load_cases(arguments: argparse.Namespace) -> tuple[Case, ...]:
    found = stored_cases.load_all(arguments.cases or stored_cases.shipped_folder())
    names = [case.name for case in found]
    for name in arguments.only:
        if name not in names:
            raise Invalid([Problem("--only", f"no case {name!r}; there are {', '.join(names)}")])
    return tuple(case for case in found if not arguments.only or case.name in arguments.only)


def _candidate(asked: Evaluation) -> Result:
    if asked.arguments.candidate:
        return receipts.read_result(asked.arguments.candidate)
    ((candidate, _),) = _measure_all(asked, _load_cases(asked.arguments))
    return candidate


def _measure_all(asked: Evaluation, cases: Sequence[Case]) -> list[Measured]:
    arguments, settings = asked.arguments, asked.settings
    if arguments.replay:
        subject = subjects.replay(recordings.read(arguments.replay), settings.prompts_dir)
        return [asyncio.run(_measure(subject, cases))]
    models = arguments.models or [settings.model]
    return [asyncio.run(_measure_live(asked, replace(settings, model=model), cases)) for model in models]


async def _measure_live(asked: Evaluation, settings: Settings, cases: Sequence[Case]) -> Measured:
    repeats = asked.arguments.repeat
    # Repeats of kept replies would all be the same.
    deployment, subject = subjects.live(settings, asked.build, fresh=asked.arguments.fresh or repeats > 1)
    try:
        if asked.arguments.recorded:
            subject = subjects.resume(subject, recordings.read(asked.arguments.recorded))
        measured = [await _measure(subject, cases, turn) for turn in range(1, repeats + 1)]
    finally:
        await deployment.close()
    return runs.join([result for result, _ in measured]), measured[0][1]


async def _measure(subject: Subject, cases: Sequence[Case], turn: int = 1) -> Measured:
    recording = Recording(subject.services.llm)
    with _bar(f"{subject.services.model}, run {turn}", len(cases)) as tell:
        result = await runs.run(cases, subject, recording, tell)
    return result, list(recording.taken.values())


@contextmanager
def _bar(title: str, total: int) -> Iterator[Callable[[str, int], None]]:
    """Gives what tells the bar that one more case is done, its name, and how many calls there were so far."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        bar = progress.add_task(title, total=total)

        def tell(name: str, calls: int) -> None:
            progress.update(bar, advance=1, description=f"{title}, {calls} calls, {name} done")

        yield tell


def _failed(result: Result) -> list[str]:
    return [case.name for case in result.cases if case.failure or case.crashed]


def _write(folder: Path, results: Sequence[Result], baseline: Result | None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for result in results:
        path = folder / f"{recordings.slug(result.model)}.json"
        path.write_text(result.model_dump_json(indent=1) + "\n", "utf-8")
    (folder / "index.html").write_text(page.build(results, baseline=baseline), "utf-8")


def _console() -> Console:
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = WIDTH
    return console
