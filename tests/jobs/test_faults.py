"""A job database that is full, locked away or overwritten while jobs are taken: said clearly, and recovered from."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy

from service.errors import JobsDown, StorageFull
from service.jobs.client import Client
from service.jobs.database import close, open_database, telling
from tests.jobs.engines import finished, quick, running, submission

pytestmark = pytest.mark.anyio


async def test_a_full_disk_is_a_problem_of_its_own_and_what_was_kept_stays(tmp_path: Path) -> None:
    async with running(tmp_path, quick) as engine:
        await engine.submit(submission("one"))
        await finished(engine, "one")
    database = open_database(None, tmp_path)

    # As if the disk had no room for one more page.
    @sqlalchemy.event.listens_for(database, "connect")
    def fill(connection: sqlite3.Connection, _: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    client = await asyncio.to_thread(Client, database)
    try:
        with pytest.raises(StorageFull, match="make room"):
            await asyncio.to_thread(client.submit, submission("more", "x" * 2_000_000))
        record = await asyncio.to_thread(client.look, "one")
        assert record
        assert record.state == "succeeded"
    finally:
        close(database)
    async with running(tmp_path, quick) as engine:
        await engine.submit(submission("after", "x" * 100_000))
        assert (await finished(engine, "after")).state == "succeeded"


def test_an_address_nobody_answers_at_is_told_without_the_password(tmp_path: Path) -> None:
    database = open_database("postgresql://desk:secret-word@127.0.0.1:1/none", tmp_path)
    with pytest.raises(JobsDown) as told, telling(), database.connect():
        pass
    assert "cannot be reached" in str(told.value)
    assert "secret-word" not in str(told.value)


def test_words_of_rows_stay_out_of_what_is_told(tmp_path: Path) -> None:
    database = open_database(None, tmp_path)
    try:
        with (
            pytest.raises(JobsDown) as told,
            telling(),
            database.connect() as connection,
        ):
            connection.execute(sqlalchemy.text("INSERT INTO nowhere VALUES (:words)"), {"words": "Twelve people died"})
        assert "Twelve" not in str(told.value)
    finally:
        close(database)
