"""A cache's folder as tests look at it: a store on it, its rows by SQL, and what still stands in its files."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from service.llm.store import DATABASE, Store

A, B, C = "a" * 64, "b" * 64, "c" * 64
SECRET = "the words of an article "
DAY_S = 86_400.0


def open_store(folder: Path, troubles: list[str], **limits: float) -> Store:
    return Store(folder, troubles.append, **{"size_limit_bytes": 10**8, "max_age_s": DAY_S} | limits)  # type: ignore[arg-type]


def execute(folder: Path, statement: str, *values: Any) -> list[Any]:
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as database:
        return database.execute(statement, values).fetchall()


def holding(folder: Path, words: str) -> list[str]:
    """The files in which `words` still stand."""
    return [path.name for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]
