"""Opens the job database, SQLite in the data folder or PostgreSQL, and says in our words what is wrong with it.

Knows nothing of jobs. Parameters never reach an error's text: they hold what articles say.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from service.errors import JobsDown, StorageFull

FILE_NAME = "jobs.db"
SCHEMA = "rashomon"
CONNECT_S = 5
CONNECTIONS = 20
_DISK_FULL = "53100"
_SQLITE_PRAGMAS = (
    "busy_timeout = 30000",
    "foreign_keys = ON",
    "journal_mode = WAL",
    # An accepted job outlives a power cut.
    "synchronous = FULL",
    # What is deleted is overwritten.
    "secure_delete = ON",
    # A mapped file that another process cuts short would kill this one.
    "mmap_size = 0",
)


def open_database(url: str | None, folder: Path) -> sqlalchemy.Engine:
    """The database at `url`, or the file in `folder` where there is none; nothing is connected yet. Raises JobsDown."""
    return _open_postgresql(url) if url else _open_sqlite(folder)


def _open_postgresql(url: str) -> sqlalchemy.Engine:
    address = sqlalchemy.make_url(url).set(drivername="postgresql+psycopg")
    arguments = {"connect_timeout": CONNECT_S, "application_name": "rashomon"}
    engine = sqlalchemy.create_engine(
        address, connect_args=arguments, pool_size=CONNECTIONS, pool_pre_ping=True, hide_parameters=True
    )
    return engine.execution_options(schema_translate_map={None: SCHEMA})


def _open_sqlite(folder: Path) -> sqlalchemy.Engine:
    with telling():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    engine = sqlalchemy.create_engine(
        f"sqlite:///{folder / FILE_NAME}",
        connect_args={"timeout": 30, "check_same_thread": False},
        pool_size=CONNECTIONS,
        hide_parameters=True,
    )

    @sqlalchemy.event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        # Writers queue up instead of failing half-way: a transaction takes its lock when it begins.
        connection.isolation_level = "IMMEDIATE"
        for pragma in _SQLITE_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    return engine


class Closed(Exception):
    """A database that this process has done with."""


def close(database: sqlalchemy.Engine) -> None:
    """Lets go of the database for good: a thread of dbos that still waits for something in it ends."""

    @sqlalchemy.event.listens_for(database, "do_connect")
    def refuse(*_: Any) -> None:
        raise Closed

    database.dispose()


@contextlib.contextmanager
def telling() -> Iterator[None]:
    """Turns whatever the database raises in the body into JobsDown or StorageFull, without a word of any row."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if _is_full(cause):
            raise StorageFull("the disk of the job database is full; make room and send the job again") from None
        raise JobsDown(f"the job database cannot be used: {_reason(cause)}") from None


def is_unreadable(error: BaseException) -> bool:
    """Whether the file behind `error` is no database of ours, which waiting does not heal."""
    cause = getattr(error, "orig", error)
    return _sqlite_code(cause) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _is_full(cause: Any) -> bool:
    is_disk = isinstance(cause, OSError) and cause.errno == 28
    return is_disk or _sqlite_code(cause) == sqlite3.SQLITE_FULL or getattr(cause, "sqlstate", None) == _DISK_FULL


def _sqlite_code(cause: Any) -> int:
    return int(getattr(cause, "sqlite_errorcode", 0)) & 0xFF


def _reason(cause: Any) -> str:
    """What went wrong, without an address or a statement in it."""
    if _sqlite_code(cause) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return f"{FILE_NAME} is damaged; move it away or put a copy back, and jobs are taken again"
    if isinstance(cause, sqlite3.Error):
        return str(cause)
    if isinstance(cause, OSError):
        return str(cause.strerror or "the file cannot be used").lower()
    sqlstate = getattr(cause, "sqlstate", None)
    return f"PostgreSQL says {sqlstate}" if sqlstate else "it cannot be reached, or does not answer"
