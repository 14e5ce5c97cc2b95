"""What each command does: reads files, calls, prints. Knows nothing of arguments' syntax (cli.py) or of adapters.

What a program may want stands on standard output; progress and everything else goes to standard error.
"""

import argparse
import asyncio
import json
import secrets
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from service import job_commands, output_files, report_commands
from service.errors import BadSettings, Invalid, Problem
from service.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

    from service.analyze import Options
    from service.deployment import Deployment
    from service.files import Loaded
    from service.llm.store import Stats
    from service.models import Article
    from service.report_models import Report

# Wider lines are hard to read, narrower ones cannot hold a quote beside its outlet.
WIDEST, NARROWEST = 110, 40


@dataclass(frozen=True)
class Invocation:
    """One command with its settings. `build` makes what they ask for; None: what wiring.py makes."""

    arguments: argparse.Namespace
    settings: Settings
    build: "Callable[[Settings], Deployment] | None" = None

    def deploy(self) -> "Deployment":
        """What the settings ask for, ready to be called; nothing is loaded by it."""
        from service import wiring

        return (self.build or wiring.deploy)(self.settings)


def analyze(invocation: Invocation) -> int:
    """Compares the articles of the given files; prints the report and writes it where asked."""
    from service import files

    arguments = invocation.arguments
    loaded = files.load(arguments.paths)
    if arguments.output:
        output_files.refuse_unwritable(arguments.output)
    options = loaded.options.model_copy(
        update={"allow_partial": arguments.allow_partial or loaded.options.allow_partial}
    )
    if arguments.url:
        report = _analyze_elsewhere(loaded, options, invocation)
    else:
        report = asyncio.run(_analyze(loaded, options, invocation.deploy()))
    is_kept = _write(report, arguments.output) if arguments.output else True
    _print(report, as_json=arguments.json)
    return 0 if is_kept else 1


async def _analyze(loaded: "Loaded", options: "Options", deployment: "Deployment") -> "Report":
    from rich.console import Console

    from service import deadline
    from service.analyze import analyze
    from service.progress import Display

    try:
        with Display(Console(stderr=True, highlight=False)) as display:
            seconds = deadline.shorter(deployment.deadline_s, options.deadline_s)
            async with deadline.within(seconds, display.tell) as progress:
                return await analyze(
                    loaded.articles,
                    deployment.services,
                    options=options,
                    request_id=secrets.token_hex(8),
                    progress=progress,
                )
    finally:
        await deployment.close()


def _analyze_elsewhere(loaded: "Loaded", options: "Options", invocation: Invocation) -> "Report":
    from rich.console import Console

    from service import elsewhere
    from service.client import Rashomon
    from service.progress import Display

    arguments = invocation.arguments
    address = elsewhere.read_address(arguments.url)
    key = elsewhere.read_key(arguments.key_file, invocation.settings.client_key)
    with Display(Console(stderr=True, highlight=False)) as display, Rashomon(address, key) as rashomon:
        return elsewhere.analyze(rashomon, elsewhere.to_story(loaded.articles, options), display.tell)


def _write(report: "Report", path: Path) -> bool:
    """Whether the report could be written. Where not, it is still to be printed: minutes of work are in it."""
    try:
        output_files.replace(path, f"{report.model_dump_json(indent=2)}\n".encode())
    except OSError as error:
        sys.stderr.write(f"rashomon: {path} could not be written: {error.strerror}; the report is printed instead\n")
        return False
    return True


def _print(report: "Report", *, as_json: bool) -> None:
    from rich.console import Console

    from service import terminal

    if as_json:
        sys.stdout.write(report.model_dump_json(indent=2) + "\n")
        return
    console = Console(highlight=False)
    console.width = max(NARROWEST, min(console.width, WIDEST))
    terminal.write(report, console)


def serve(invocation: Invocation) -> int:
    """Answers HTTP requests until it is told to stop."""
    from service import logs, serving, tracing
    from service.doors import binding
    from service.stopping import Work

    arguments, settings = invocation.arguments, invocation.settings
    binding.refuse_open(arguments.host, has_keys=bool(settings.api_keys))
    logs.configure(sys.stderr, shows_content=settings.log_content)
    work, traced = Work(), tracing.to(settings.otel_exporter_otlp_endpoint)

    def build() -> "FastAPI":
        from service import wiring
        from service.app import Watch, create_app

        deployment = invocation.deploy()
        jobs = wiring.open_jobs(settings, deployment)
        return create_app(deployment, Watch(work, traced, settings.log_content), jobs)

    at = serving.Address(arguments.host, arguments.port)
    return 0 if serving.serve(build, work, at, settings.stop_s) else 1


def cache(invocation: Invocation) -> int:
    """Shows or empties the cache of model replies."""
    from service import wiring

    store, action = wiring.open_store(invocation.settings), invocation.arguments.action
    if action == "stats":
        _say(_described(store.stats()))
    elif action == "clear":
        _say(f"{store.clear():,} replies removed")
    else:
        articles = _articles_in(invocation.arguments.article)
        _say(f"{sum(store.purge(one.text_sha256) for one in articles):,} replies removed")
    return 0


def _articles_in(path: Path) -> "Sequence[Article]":
    from service import files

    return files.load([path]).articles if path.suffix == ".json" else [files.load_article(path)]


def _described(stats: "Stats") -> str:
    size = f"{stats.size_bytes / 1e6:.1f} MB of {stats.size_limit_bytes / 1e6:.0f} MB at most"
    oldest = f", the oldest from {stats.oldest:%Y-%m-%d %H:%M} UTC" if stats.oldest else ""
    days = f"kept for {stats.max_age_s / 86_400:.0f} days"
    return f"{stats.entries:,} replies in {stats.folder}, {size}, {days}{oldest}"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def model(invocation: Invocation) -> int:
    """Gets the embedded model's weights, or says where they are."""
    from service import wiring

    weights = wiring.find_weights(invocation.settings)
    if invocation.arguments.action == "pull":
        with _Bar() as bar:
            weights.pull(bar.tell)
    status = weights.status()
    _say(f"{status.path or 'no file'}: {status.detail}")
    return 0 if status.is_ready else 1


class _Bar:
    """Bytes done and to do, on standard error."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

        columns = (BarColumn(), DownloadColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task("", total=None)

    def __enter__(self) -> "_Bar":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def tell(self, done: int, total: int) -> None:
        self._progress.update(self._task, completed=done, total=total)


def key(invocation: Invocation) -> int:
    """Makes an API key; it is shown this once, and only its hash goes into the settings."""
    from service.doors import keys

    try:
        made, line = keys.new(invocation.arguments.name)
    except ValueError as error:
        raise Invalid([Problem("NAME", f"must be {error}", "wrong-value")]) from None
    _say(f"key, for whoever asks, shown this once: {made}")
    _say(f"line, for RASHOMON_API_KEYS: {line}")
    return 0


def openapi(invocation: Invocation) -> int:
    """Prints the OpenAPI document."""
    from service.app import create_app

    _say(json.dumps(create_app(invocation.deploy()).openapi(), indent=2, ensure_ascii=False))
    return 0


def evaluate(invocation: Invocation) -> int:
    """Measures on hand-written cases, or on public data."""
    try:
        from evals import commands
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("evals."):
            raise
        missing = f"rashomon eval needs {error.name}; install the extra: pip install 'rashomon[evals]'"
        raise BadSettings(missing) from None
    asked = commands.Evaluation(invocation.arguments, invocation.settings)
    return commands.BY_NAME[invocation.arguments.action](asked)


BY_NAME: dict[str, Callable[[Invocation], int]] = {
    "analyze": analyze,
    "serve": serve,
    "cache": cache,
    "model": model,
    "key": key,
    "openapi": openapi,
    "eval": evaluate,
    "worker": job_commands.worker,
    "batch": job_commands.batch,
    "purge": job_commands.purge,
    "report": report_commands.report,
}
