"""The engine on a real SQLite file: jobs are kept once, worked on, cancelled, handed back, and read without harm."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from service.asking import Progress
from service.errors import JobsDown
from service.jobs.durable import Durable
from service.jobs.job import Asked, Outcome
from service.jobs.port import Terms
from tests.jobs.engines import REPORT, SOON_S, Slow, finished, quick, running, submission, until

pytestmark = pytest.mark.anyio


async def test_a_job_is_kept_worked_on_and_keeps_what_came_of_it(tmp_path: Path) -> None:
    async with running(tmp_path, quick) as engine:
        assert await engine.submit(submission("one"))
        record = await finished(engine, "one")
        assert (record.state, record.outcome) == ("succeeded", Outcome("report", REPORT))
        assert (record.owner, record.articles) == ("desk", ("hash-a", "hash-b"))
        assert record.fingerprint == submission("one").fingerprint
        assert [(news.number, news.progress.step) for news in await engine.news("one", -1)] == [(0, "claims")]
        assert await engine.news("one", 0) == []


async def test_an_id_that_is_taken_is_not_taken_again(tmp_path: Path) -> None:
    done = []

    async def counted(asked: Asked, progress: Callable[[Progress], None]) -> Outcome:
        done.append(asked.request_id)
        return Outcome("report", REPORT)

    async with running(tmp_path, counted) as engine:
        taken = [await engine.submit(submission("one", words)) for words in ("words", "words", "other words")]
        assert taken == [True, False, False]
        assert (await finished(engine, "one")).fingerprint == submission("one").fingerprint
    assert done == ["request-one"]


async def test_what_nobody_submitted_is_not_there(tmp_path: Path) -> None:
    async with running(tmp_path, quick) as engine:
        assert await engine.look("none") is None
        assert await engine.states([]) == []
        assert await engine.news("none", -1) == []
        await engine.forget([])


async def test_a_problem_makes_a_job_fail(tmp_path: Path) -> None:
    async def failing(asked: Asked, progress: Callable[[Progress], None]) -> Outcome:
        return Outcome("problem", '{"type": "/problems/model-down"}')

    async with running(tmp_path, failing) as engine:
        await engine.submit(submission("one"))
        assert (await finished(engine, "one")).state == "failed"


async def test_a_running_job_that_is_cancelled_stops_soon_and_stays_cancelled(tmp_path: Path) -> None:
    work = Slow()
    async with running(tmp_path, work) as engine:
        await engine.submit(submission("one"))
        await asyncio.wait_for(work.begun.wait(), SOON_S)
        await engine.cancel("one")
        await asyncio.wait_for(work.was_cut.wait(), SOON_S)
        assert (await finished(engine, "one")).state == "cancelled"


async def test_a_queued_job_that_is_cancelled_is_never_worked_on(tmp_path: Path) -> None:
    async with running(tmp_path, quick, parallel=0) as engine:
        await engine.submit(submission("one"))
        await engine.cancel("one")
    async with running(tmp_path, quick) as engine:
        await engine.submit(submission("two"))
        await finished(engine, "two")
        assert (await finished(engine, "one")).state == "cancelled"


async def test_a_finished_job_is_not_cancelled(tmp_path: Path) -> None:
    async with running(tmp_path, quick) as engine:
        await engine.submit(submission("one"))
        await finished(engine, "one")
        await engine.cancel("one")
        assert (await finished(engine, "one")).state == "succeeded"


async def test_what_is_not_finished_when_a_process_stops_goes_back_to_the_queue(tmp_path: Path) -> None:
    work = Slow()
    async with running(tmp_path, work) as engine:
        await engine.submit(submission("one"))
        await asyncio.wait_for(work.begun.wait(), SOON_S)
    assert work.was_cut.is_set()
    async with running(tmp_path, quick) as engine:
        assert (await finished(engine, "one")).state == "succeeded"


async def test_no_more_jobs_run_at_once_than_allowed(tmp_path: Path) -> None:
    work = Slow()
    async with running(tmp_path, work, parallel=2) as engine:
        for name in ("one", "two", "three"):
            await engine.submit(submission(name))
        await asyncio.wait_for(work.begun.wait(), SOON_S)
        await asyncio.sleep(1.0)
        states = [record.state for record in await engine.states(["one", "two", "three"])]
        assert sorted(states) == ["queued", "running", "running"]
        work.may_end.set()
        assert [(await finished(engine, name)).state for name in ("one", "two", "three")] == ["succeeded"] * 3


async def test_a_forgotten_job_leaves_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, quick) as engine:
        for name in ("one", "two"):
            await engine.submit(submission(name))
            await finished(engine, name)
        await engine.forget(["one"])
        assert [record.id for record in await engine.all()] == ["two"]


async def test_a_database_that_cannot_be_opened_is_told_and_tried_again(tmp_path: Path) -> None:
    (tmp_path / "jobs").write_text("a file where the folder should be")
    engine = Durable(Terms(tmp_path / "jobs", None, 1, 10.0), quick)
    await engine.start()
    try:
        await until(lambda: "cannot be used" in engine.trouble())
        with pytest.raises(JobsDown):
            await engine.submit(submission("one"))
        (tmp_path / "jobs").unlink()
        await until(lambda: not engine.trouble())
        await engine.submit(submission("one"))
        assert (await finished(engine, "one")).state == "succeeded"
    finally:
        await engine.stop(0.0)


async def test_a_damaged_database_is_told_left_alone_and_replaced_without_a_restart(tmp_path: Path) -> None:
    database = tmp_path / "jobs.db"
    database.write_bytes(b"no database at all " * 1000)
    engine = Durable(Terms(tmp_path, None, 1, 10.0), quick)
    await engine.start()
    try:
        await until(lambda: "damaged" in engine.trouble())
        assert database.read_bytes().startswith(b"no database")
        database.rename(tmp_path / "jobs.db.damaged")
        await until(lambda: not engine.trouble())
    finally:
        await engine.stop(0.0)
