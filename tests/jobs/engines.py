"""Engines on a database of their own, and work for them that needs no model."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from service.asking import Progress
from service.jobs.durable import Durable
from service.jobs.job import Asked, Outcome, Record, Submission
from service.jobs.port import Terms, Work

SOON_S = 30.0
REPORT = '{"report_version": "1"}'


async def quick(asked: Asked, progress: Callable[[Progress], None]) -> Outcome:
    """Work that is done at once, with one piece of news."""
    progress(Progress("claims", 1, 1, 11, 7))
    return Outcome("report", REPORT)


class Slow:
    """Work that goes on until it is let go or cut short."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.may_end = asyncio.Event()
        self.was_cut = asyncio.Event()

    async def __call__(self, asked: Asked, progress: Callable[[Progress], None]) -> Outcome:
        progress(Progress("claims", 0, 2, 0, 0))
        self.begun.set()
        try:
            await self.may_end.wait()
        except asyncio.CancelledError:
            self.was_cut.set()
            raise
        return Outcome("report", REPORT)


def submission(name: str, words: str = "words") -> Submission:
    return Submission(name, Asked(words, f"request-{name}"), ("hash-a", "hash-b"), owner="desk")


@contextlib.asynccontextmanager
async def running(
    folder: Path, work: Work, *, url: str | None = None, parallel: int = 2, dead_after_s: float = 10.0
) -> AsyncIterator[Durable]:
    """An engine that has begun to work."""
    engine = Durable(Terms(folder, url, parallel, dead_after_s), work)
    await engine.start()
    try:
        await until(lambda: not engine.trouble())
        yield engine
    finally:
        await engine.stop(0.0)


async def finished(engine: Durable, job_id: str) -> Record:
    """The job, once it is finished."""
    async with asyncio.timeout(SOON_S):
        while not ((record := await engine.look(job_id)) and record.is_finished):
            await asyncio.sleep(0.05)
    return record


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(SOON_S):
        while not is_so():
            await asyncio.sleep(0.02)
