"""How long jobs and reports are kept, and how they are made to go: by age, by size, by article.

What is gone is gone from SQLite's files: freed pages are overwritten, the write-ahead log is cut. In PostgreSQL rows
are deleted and their tables vacuumed; its own log, backups and replicas keep them for as long as they are set to.
"""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy
from sqlalchemy import text

from service.errors import JobsDown
from service.jobs.client import Client
from service.jobs.database import FILE_NAME, close, open_database, telling
from service.jobs.job import Record
from service.jobs.port import Terms

AT_ONCE = 200
_TABLES = ("workflow_status", "workflow_input", "workflow_output", "operation_outputs", "streams")
_SIZES = """\
SELECT id, SUM(size) FROM (
  SELECT workflow_uuid AS id, LENGTH(inputs) AS size FROM {schema}workflow_input
  UNION ALL SELECT workflow_uuid AS id, LENGTH(output) AS size FROM {schema}workflow_output
) AS texts GROUP BY id"""
CUT_TRIES, CUT_PAUSE_S = 20, 0.25


@dataclass(frozen=True)
class Limits:
    """Finished jobs older than `max_age_days` go, then the oldest until their texts take at most `max_bytes`."""

    max_age_days: float
    max_bytes: int


def sweep(database: sqlalchemy.Engine, client: Client, limits: Limits) -> int:
    """Removes the finished jobs that are over the limits; how many."""
    finished = [record for record in client.all() if record.is_finished and record.finished_at]
    since = datetime.now(UTC) - timedelta(days=limits.max_age_days)
    old = [record for record in finished if _end(record) < since]
    kept = [record for record in finished if _end(record) >= since]
    ids = [record.id for record in old + _surplus(sorted(kept, key=_end), _sizes(database), limits.max_bytes)]
    _remove(client, ids)
    if ids:
        overwrite(database)
    return len(ids)


def purge(terms: Terms, article_hashes: set[str]) -> int:
    """Removes every job that saw one of the articles, finished or not, from the files too; how many."""
    if not terms.database_url and not (terms.folder / FILE_NAME).exists():
        return 0
    database = open_database(terms.database_url, terms.folder)
    try:
        client = Client(database)
        ids = [record.id for record in client.all() if article_hashes.intersection(record.articles)]
        # Who works on one of them notices that it is gone, and what it writes afterwards is refused.
        _remove(client, ids)
        overwrite(database)
        return len(ids)
    finally:
        close(database)


def overwrite(database: sqlalchemy.Engine) -> None:
    """Sees to it that what was deleted does not stay readable. Raises JobsDown where others keep the file busy."""
    with telling(), database.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if database.dialect.name == "postgresql":
            for table in _TABLES:
                connection.execute(text(f"VACUUM dbos.{table}"))
            return
        for _ in range(CUT_TRIES):
            is_busy, _, _ = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).one()
            if not is_busy:
                return
            time.sleep(CUT_PAUSE_S)
    raise JobsDown("the job database is in use and keeps removed text in its log; purge again", retry_after_s=None)


def _remove(client: Client, ids: list[str]) -> None:
    for first in range(0, len(ids), AT_ONCE):
        client.forget(ids[first : first + AT_ONCE])


def _surplus(by_age: list[Record], sizes: dict[str, int], max_bytes: int) -> list[Record]:
    """The oldest whose removal brings the rest under `max_bytes`."""
    left, surplus = sum(sizes.values()), []
    for record in by_age:
        if left <= max_bytes:
            break
        left -= sizes.get(record.id, 0)
        surplus.append(record)
    return surplus


def _sizes(database: sqlalchemy.Engine) -> dict[str, int]:
    schema = "dbos." if database.dialect.name == "postgresql" else ""
    with telling(), database.connect() as connection:
        return {job_id: int(size or 0) for job_id, size in connection.execute(text(_SIZES.format(schema=schema)))}


def _end(record: Record) -> datetime:
    return record.finished_at or record.created_at
