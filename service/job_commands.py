"""The commands that work on jobs: worker, batch, purge. Knows nothing of arguments' syntax (cli.py) or of adapters."""

import asyncio
import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from service.commands import Invocation
    from service.jobs.batch import Counts
    from service.jobs.batch_files import Reports, Stories

WINDOW_PER_PLACE, MORE_WINDOW = 4, 4


def worker(invocation: "Invocation") -> int:
    """Works on the jobs of the queue until it is told to stop."""
    from service import logs

    logs.configure(sys.stderr, shows_content=invocation.settings.log_content)
    asyncio.run(_work(invocation))
    return 0


async def _work(invocation: "Invocation") -> None:
    from service import wiring

    told_to_stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told_to_stop.set)
    deployment = invocation.deploy()
    engine = wiring.open_jobs(invocation.settings, deployment)
    await engine.start()
    try:
        await told_to_stop.wait()
    finally:
        await engine.stop(invocation.settings.stop_s)
        await deployment.close()


def batch(invocation: "Invocation") -> int:
    """Analyses a file of stories, a line each; exit code 1 where a line failed."""
    from service.jobs.batch_files import Reports, Stories

    arguments = invocation.arguments
    with Stories(arguments.stories) as stories, Reports(arguments.output) as reports:
        counts = asyncio.run(_batch(invocation, stories, reports))
        failures = f", {counts.failed:,} failed: see {reports.failures_path}" if counts.failed else ""
    sys.stderr.write(f"rashomon: {counts.done:,} reports written, {counts.skipped:,} were there{failures}\n")
    return 1 if counts.failed else 0


async def _batch(invocation: "Invocation", stories: "Stories", reports: "Reports") -> "Counts":
    from service import wiring
    from service.jobs.batch import Batch

    deployment = invocation.deploy()
    engine = wiring.open_jobs(invocation.settings, deployment)
    # With many workers on one PostgreSQL the window is theirs too.
    window = invocation.arguments.window or WINDOW_PER_PLACE * invocation.settings.jobs_parallel + MORE_WINDOW
    await engine.start()
    try:
        with _Bar(stories) as bar:
            name = os.path.realpath(invocation.arguments.output)
            return await Batch(engine, reports, name, window).run(stories, bar.tell)
    finally:
        await engine.stop(0.0)
        await deployment.close()


def purge(invocation: "Invocation") -> int:
    """Removes every reply, job and report that saw an article, from the files too."""
    from service import files, wiring
    from service.jobs import retention

    settings, path = invocation.settings, invocation.arguments.article
    articles = files.load([path]).articles if path.suffix == ".json" else [files.load_article(path)]
    hashes = {article.text_sha256 for article in articles}
    store = wiring.open_store(settings)
    # Jobs first: one that runs would keep new replies.
    jobs = retention.purge(wiring.job_terms(settings), hashes)
    replies = sum(store.purge(one) for one in hashes)
    sys.stdout.write(f"{jobs:,} jobs with their reports and {replies:,} replies removed\n")
    return 0


class _Bar:
    """Stories read and to read, on standard error."""

    def __init__(self, stories: "Stories") -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

        columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
        self._stories = stories
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task("", total=stories.size or None)

    def __enter__(self) -> "_Bar":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def tell(self, counts: "Counts") -> None:
        """Takes the news."""
        said = f"{counts.done:,} done, {counts.failed:,} failed, {counts.skipped:,} there already"
        self._progress.update(self._task, completed=self._stories.position, description=said)
