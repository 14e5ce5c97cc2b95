"""Finished jobs go by age and size, every job goes with its article, and what is gone is gone from the files."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from service.asking import Progress
from service.jobs import retention
from service.jobs.client import Client
from service.jobs.database import close, open_database
from service.jobs.job import Asked, Outcome, Submission
from service.jobs.port import Terms
from service.jobs.retention import Limits
from tests.jobs.engines import SOON_S, Slow, finished, quick, running, submission, until

pytestmark = pytest.mark.anyio
MARKER = "The ferry Marguerite-Anselme sank"


async def echo(asked: Asked, progress: Callable[[Progress], None]) -> Outcome:
    """A report that quotes its story."""
    return Outcome("report", f'{{"quote": "{asked.story}"}}')


def about(name: str, words: str, article: str) -> Submission:
    return Submission(name, Asked(words, name), (article,))


def bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_a_purged_article_is_gone_from_the_files_and_other_jobs_stay(tmp_path: Path) -> None:
    async with running(tmp_path, echo) as engine:
        for name, words, article in (("one", MARKER, "a"), ("two", "Other words", "b")):
            await engine.submit(about(name, words, article))
            await finished(engine, name)
        assert MARKER.encode() in bytes_in(tmp_path)
        assert await asyncio.to_thread(retention.purge, Terms(tmp_path, None, 1, 10.0), {"a"}) == 1
        assert MARKER.encode() not in bytes_in(tmp_path)
        assert [record.id for record in await engine.all()] == ["two"]
        assert b"Other words" in bytes_in(tmp_path)
    assert MARKER.encode() not in bytes_in(tmp_path)


async def test_a_running_job_of_a_purged_article_is_dropped(tmp_path: Path) -> None:
    work = Slow()
    async with running(tmp_path, work) as engine:
        await engine.submit(about("one", MARKER, "a"))
        await asyncio.wait_for(work.begun.wait(), SOON_S)
        assert await asyncio.to_thread(retention.purge, Terms(tmp_path, None, 1, 10.0), {"a"}) == 1
        await asyncio.wait_for(work.was_cut.wait(), SOON_S)
        assert await engine.look("one") is None
    assert MARKER.encode() not in bytes_in(tmp_path)


def test_where_nothing_is_kept_nothing_is_purged_or_made(tmp_path: Path) -> None:
    assert retention.purge(Terms(tmp_path / "jobs", None, 1, 10.0), {"a"}) == 0
    assert list(tmp_path.iterdir()) == []


async def test_old_jobs_go_when_an_engine_begins(tmp_path: Path) -> None:
    async with running(tmp_path, quick, parallel=2) as engine:
        for name in ("old", "new"):
            await engine.submit(submission(name))
            await finished(engine, name)
    async with running(tmp_path, quick, parallel=0) as engine:
        await engine.submit(submission("waiting"))
    with sqlite3.connect(tmp_path / "jobs.db") as database:
        month_ms = 31 * 86_400_000
        database.execute(
            "UPDATE workflow_status SET completed_at = completed_at - ? WHERE workflow_uuid = 'old'", (month_ms,)
        )
    async with running(tmp_path, quick, parallel=0) as engine:
        kept: list[str] = []

        async def look() -> None:
            kept[:] = [record.id for record in await engine.all()]

        async with asyncio.timeout(SOON_S):
            while "old" in kept or not kept:
                await look()
                await asyncio.sleep(0.05)
        assert sorted(kept) == ["new", "waiting"]


@pytest.mark.parametrize(("limit", "kept"), [(10**6, ["0", "1", "2", "3"]), (25_000, ["2", "3"]), (0, [])])
async def test_the_oldest_go_until_the_rest_is_small_enough(tmp_path: Path, limit: int, kept: list[str]) -> None:
    async with running(tmp_path, echo) as engine:
        for name in "0123":
            await engine.submit(about(name, "x" * 5_000, "a"))
            await finished(engine, name)
            await asyncio.sleep(1.0)
        database = open_database(None, tmp_path)
        try:
            await asyncio.to_thread(retention.sweep, database, Client(database), Limits(30, limit))
        finally:
            close(database)
        assert [record.id for record in await engine.all()] == kept


@pytest.mark.postgresql
async def test_an_article_is_purged_from_postgresql(tmp_path: Path, database_url: str) -> None:
    async with running(tmp_path, echo, url=database_url) as engine:
        await engine.submit(about("one", MARKER, "a"))
        await finished(engine, "one")
        terms = Terms(tmp_path, database_url, 1, 10.0)
        assert await asyncio.to_thread(retention.purge, terms, {"a"}) == 1
        assert await engine.all() == []
        await until(lambda: not engine.trouble())
