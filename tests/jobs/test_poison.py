"""Rows that others planted in the job database: nothing in them is ever executed, and other jobs go on."""

import base64
import pickle
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from service.errors import JobLost
from tests.jobs.engines import finished, quick, running, submission

pytestmark = pytest.mark.anyio


class Bomb:
    """Unpickling it creates the file named in it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return open, (str(self.path), "w")


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    return tmp_path / "executed"


@pytest.fixture
def bomb(trap: Path) -> str:
    """A pickle as dbos keeps one; it goes off when it is loaded."""
    kept = base64.b64encode(pickle.dumps(Bomb(trap))).decode()
    pickle.loads(base64.b64decode(kept)).close()
    assert trap.exists()
    trap.unlink()
    return kept


def execute(folder: Path, statement: str, *values: object) -> None:
    with sqlite3.connect(folder / "jobs.db", timeout=30) as database:
        database.execute(statement, values)


async def test_poisoned_inputs_fail_their_job_alone(tmp_path: Path, trap: Path, bomb: str) -> None:
    async with running(tmp_path, quick, parallel=0) as engine:
        for name in ("bad", "good"):
            await engine.submit(submission(name))
    execute(tmp_path, "UPDATE workflow_status SET serialization = 'py_pickle' WHERE workflow_uuid = 'bad'")
    execute(tmp_path, "UPDATE workflow_input SET inputs = ? WHERE workflow_uuid = 'bad'", bomb)
    async with running(tmp_path, quick) as engine:
        assert (await finished(engine, "good")).state == "succeeded"
        bad = await finished(engine, "bad")
    assert bad.state == "failed"
    assert bad.outcome
    assert "job-lost" in bad.outcome.text
    assert not trap.exists()


@pytest.mark.parametrize("column", ["output", "error"])
async def test_a_poisoned_outcome_is_a_job_that_is_lost(tmp_path: Path, trap: Path, bomb: str, column: str) -> None:
    async with running(tmp_path, quick) as engine:
        await engine.submit(submission("bad"))
        await finished(engine, "bad")
        state = "SUCCESS" if column == "output" else "ERROR"
        execute(tmp_path, "UPDATE workflow_status SET serialization = 'py_pickle', status = ?", state)
        execute(tmp_path, f"UPDATE workflow_output SET {column} = ?", bomb)
        bad = await finished(engine, "bad")
        assert bad.state == "failed"
        assert bad.outcome
        assert bomb not in bad.outcome.text
    assert not trap.exists()


@pytest.mark.parametrize(
    "output", ['"text"', "{}", '{"kind": "report", "text": 7}', '{"kind": "x", "text": "{}"}', "["]
)
async def test_an_outcome_of_another_shape_is_no_report(tmp_path: Path, output: str) -> None:
    async with running(tmp_path, quick) as engine:
        await engine.submit(submission("bad"))
        await finished(engine, "bad")
        execute(tmp_path, "UPDATE workflow_output SET output = ?", output)
        assert (await finished(engine, "bad")).state == "failed"


async def test_poisoned_news_are_not_news(tmp_path: Path, trap: Path, bomb: str) -> None:
    async with running(tmp_path, quick) as engine:
        await engine.submit(submission("one"))
        await finished(engine, "one")
        for value, serialization in ((bomb, "py_pickle"), ('{"step": 1}', "portable_json"), ("7", "portable_json")):
            execute(tmp_path, "UPDATE streams SET value = ?, serialization = ?", value, serialization)
            assert await engine.news("one", -1) == []
        assert (await finished(engine, "one")).state == "succeeded"
    assert not trap.exists()


async def test_a_poisoned_step_is_not_read(tmp_path: Path, trap: Path, bomb: str) -> None:
    async with running(tmp_path, quick, parallel=0) as engine:
        await engine.submit(submission("one"))
    columns = "workflow_uuid, function_id, function_name, output, serialization, retention_timestamp"
    row = ("one", 1, "analysis", bomb, "py_pickle", 0)
    execute(tmp_path, f"INSERT INTO operation_outputs ({columns}) VALUES (?, ?, ?, ?, ?, ?)", *row)
    async with running(tmp_path, quick) as engine:
        assert (await finished(engine, "one")).state == "failed"
    assert not trap.exists()


async def test_a_job_of_a_name_that_is_none_of_ours_does_not_stop_the_others(tmp_path: Path) -> None:
    async with running(tmp_path, quick, parallel=0) as engine:
        for name in ("bad", "good"):
            await engine.submit(submission(name))
    execute(tmp_path, "UPDATE workflow_status SET name = 'os.system' WHERE workflow_uuid = 'bad'")
    async with running(tmp_path, quick) as engine:
        assert (await finished(engine, "good")).state == "succeeded"


async def test_attributes_that_are_no_object_do_no_harm(tmp_path: Path) -> None:
    async with running(tmp_path, quick) as engine:
        await engine.submit(submission("one"))
        await finished(engine, "one")
        for attributes in ("7", '["a"]', '{"owner": 7, "articles": "x", "losses": "many"}'):
            execute(tmp_path, "UPDATE workflow_status SET attributes = ?", attributes)
            assert (await finished(engine, "one")).state == "succeeded"


async def test_a_row_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    async with running(tmp_path, quick) as engine:
        for name in ("one", "bad", "two"):
            await engine.submit(submission(name))
            await finished(engine, name)
        execute(tmp_path, "UPDATE workflow_status SET attributes = '{broken' WHERE workflow_uuid = 'bad'")
        assert sorted(record.id for record in await engine.all()) == ["one", "two"]
        with pytest.raises(JobLost):
            await engine.look("bad")
        await engine.submit(submission("three"))
        assert (await finished(engine, "three")).state == "succeeded"
