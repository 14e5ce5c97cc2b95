"""The engine on a real PostgreSQL that the tests start and stop: one queue for many processes, and its restart."""

import asyncio
from pathlib import Path

import psycopg
import pytest

from service.jobs.database import open_database
from service.jobs.heartbeat import Heartbeat
from tests.jobs.engines import SOON_S, Slow, finished, quick, running, submission, until
from tests.postgresql import PostgreSQL

pytestmark = [pytest.mark.anyio, pytest.mark.postgresql]


async def test_jobs_are_kept_and_worked_on(tmp_path: Path, database_url: str) -> None:
    async with running(tmp_path, quick, url=database_url) as engine:
        assert await engine.submit(submission("one"))
        assert not await engine.submit(submission("one"))
        assert (await finished(engine, "one")).state == "succeeded"
        assert len(await engine.news("one", -1)) == 1
        await engine.forget(["one"])
        assert await engine.all() == []
    assert list(tmp_path.iterdir()) == []


async def test_the_jobs_of_a_process_that_died_are_taken_over(tmp_path: Path, database_url: str) -> None:
    async with running(tmp_path, quick, url=database_url, parallel=0) as engine:
        await engine.submit(submission("one"))
    # What a process leaves that was killed: a job it had taken, and a beat that grows old.
    with psycopg.connect(database_url) as connection:
        connection.execute("UPDATE dbos.workflow_status SET status = 'PENDING', executor_id = 'dead'")
        connection.execute("INSERT INTO rashomon.workers VALUES ('dead', extract(epoch FROM now()) - 5)")
    async with running(tmp_path, quick, url=database_url, dead_after_s=4.0) as engine:
        assert (await finished(engine, "one")).state == "succeeded"
    with psycopg.connect(database_url) as connection:
        assert connection.execute("SELECT id FROM rashomon.workers").fetchall() == []


async def test_the_jobs_of_a_process_nobody_has_heard_of_are_taken_over_too(tmp_path: Path, database_url: str) -> None:
    async with running(tmp_path, quick, url=database_url, parallel=0) as engine:
        await engine.submit(submission("one"))
    with psycopg.connect(database_url) as connection:
        connection.execute("UPDATE dbos.workflow_status SET status = 'PENDING', executor_id = 'unheard of'")
    async with running(tmp_path, quick, url=database_url, dead_after_s=2.0) as engine:
        assert (await finished(engine, "one")).state == "succeeded"


async def test_what_a_dead_process_left_is_claimed_by_one_alone(tmp_path: Path, database_url: str) -> None:
    database = open_database(database_url, tmp_path)
    beats = [Heartbeat(database, name, dead_after_s=3.0) for name in ("first", "second", "third")]
    for beat in beats:
        await asyncio.to_thread(beat.prepare)
        await asyncio.to_thread(beat.beat)
    with psycopg.connect(database_url) as connection:
        connection.execute("UPDATE rashomon.workers SET beat_at = beat_at - 10 WHERE id = 'first'")
    claims = await asyncio.gather(*(asyncio.to_thread(beat.claim_dead) for beat in beats[1:]))
    assert sorted(claims) == [[], ["first"]]
    database.dispose()


async def test_jobs_go_on_when_postgresql_was_restarted(
    tmp_path: Path, database_url: str, postgresql_server: PostgreSQL
) -> None:
    work = Slow()
    async with running(tmp_path, work, url=database_url, dead_after_s=8.0) as engine:
        for name in ("one", "two"):
            await engine.submit(submission(name))
        await asyncio.wait_for(work.begun.wait(), SOON_S)
        await asyncio.to_thread(postgresql_server.stop)
        await until(lambda: bool(engine.trouble()))
        await asyncio.to_thread(postgresql_server.start)
        await until(lambda: not engine.trouble())
        work.may_end.set()
        assert [(await finished(engine, name)).state for name in ("one", "two")] == ["succeeded"] * 2
