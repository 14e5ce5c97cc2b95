"""Keeps texts on disk by key. Knows nothing of what a key or a text means, or of any model.

diskcache on SQLite, with a Disk that reads and writes text alone: nothing on disk can execute (CVE-2025-69872 is a
row that diskcache unpickles). A row's tag holds the hashes of all articles it saw, so that one can be purged.
A disk that fails never fails an analysis: it counts as a miss and is reported.
"""

import contextlib
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import diskcache

from service.errors import CacheFailed

DATABASE = "cache.db"
SET_ASIDE = "cache.db.unreadable"
# Not our tables, corrupt, not a database at all: such a file will not heal. Any other failure may pass.
UNREADABLE = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

T = TypeVar("T")


class NotText(ValueError):
    """A row that this program cannot have written; it is never decoded."""


class TextDisk(diskcache.Disk):  # type: ignore[misc]
    """Text in, text out, inside the database. What diskcache would unpickle, or read from a file, is refused."""

    def put(self, key: Any) -> tuple[str, bool]:
        """The columns of a key."""
        if type(key) is not str:
            raise NotText("a key must be text")
        return key, True

    def get(self, key: Any, raw: Any) -> str:
        """The key in its columns."""
        if not raw or type(key) is not str:
            raise NotText("a key that is no text")
        return key

    def store(self, value: Any, read: Any, key: Any = None) -> tuple[int, int, None, str]:
        """The columns of a value: size on disk, mode, file name, content."""
        if type(value) is not str:
            raise NotText("a value must be text")
        return 0, diskcache.core.MODE_RAW, None, value

    def fetch(self, mode: Any, filename: Any, value: Any, read: Any) -> str:
        """The value in its columns."""
        if mode != diskcache.core.MODE_RAW or filename is not None or type(value) is not str:
            raise NotText("a value that is no text")
        return value

    def remove(self, file_path: Any) -> None:
        """Nothing: no row of ours has a file, and a planted one may name any file at all."""


@dataclass(frozen=True)
class Stats:
    """`size_bytes` is what the folder takes on disk; `oldest` when its oldest text was stored (None if empty)."""

    folder: Path
    entries: int
    size_bytes: int
    oldest: datetime | None
    size_limit_bytes: int
    max_age_s: float


class Store:
    """Texts in `folder`, about `size_limit_bytes` of them (the oldest go first), each at most `max_age_s` old.

    Opened on first use. Any thread may use it, and several processes the same folder; it waits at most `patience_s`
    for them. `on_trouble` gets one line for every new kind of failure, from whichever thread met it.
    """

    def __init__(
        self,
        folder: Path,
        on_trouble: Callable[[str], None],
        *,
        size_limit_bytes: int,
        max_age_s: float,
        patience_s: float = 5.0,
    ) -> None:
        self._folder = folder
        self._on_trouble = on_trouble
        self._size_limit_bytes = size_limit_bytes
        self._max_age_s = max_age_s
        self._patience_s = patience_s
        self._lock = threading.Lock()
        self._cache: Any = None
        self._told: set[str] = set()

    def get(self, key: str, article_hashes: Sequence[str] = ()) -> str | None:
        """The text stored under `key`, None if there is none; what is there but is no text is deleted.

        `article_hashes` are the articles it is now used for; it is purged with any of them from here on.
        """
        return self._try(lambda cache: _get_text(cache, key, article_hashes))

    def put(self, key: str, text: str, article_hashes: Sequence[str]) -> None:
        """Keeps `text` under `key`; `article_hashes` name every article whose words it may hold."""
        self._try(lambda cache: _put_text(cache, key, text, self._max_age_s, article_hashes))

    def drop(self, key: str) -> None:
        """Forgets `key`."""
        self._try(lambda cache: cache.delete(key))

    def close(self) -> None:
        """Closes this thread's connection. The store opens again when used."""
        with self._lock:
            if self._cache is not None:
                self._cache.close()
                self._cache = None

    def stats(self) -> Stats:
        """What the cache holds now. Raises CacheFailed."""
        with self._commanding("inspected") as database:
            query = "SELECT COUNT(*), MIN(store_time) FROM Cache"
            count, oldest = database.execute(query).fetchone() if database else (0, None)
            return Stats(
                folder=self._folder,
                entries=count,
                size_bytes=sum(path.stat().st_size for path in self._folder.glob(f"{DATABASE}*")),
                oldest=datetime.fromtimestamp(oldest, UTC) if oldest else None,
                size_limit_bytes=self._size_limit_bytes,
                max_age_s=self._max_age_s,
            )

    def purge(self, article_hash: str) -> int:
        """Removes every text that saw the article, from the files too; how many. Raises CacheFailed."""
        return self._remove("DELETE FROM Cache WHERE instr(tag, ?) OR tag IS NULL", article_hash)

    def clear(self) -> int:
        """Removes every text, from the files too; how many. Raises CacheFailed."""
        return self._remove("DELETE FROM Cache")

    def _remove(self, statement: str, *values: str) -> int:
        with self._commanding("emptied") as database:
            # What could not be read cannot be searched for an article either.
            (self._folder / SET_ASIDE).unlink(missing_ok=True)
            if database is None:
                return 0
            try:
                removed = database.execute(statement, values).rowcount
                self._cut_log(database)
            except sqlite3.Error as error:
                if not _is_unreadable(error):
                    raise
                _delete_files(self._folder)
                return 0
            return removed

    def _cut_log(self, database: sqlite3.Connection) -> None:
        """Deleted text still stands in the write-ahead log until that is written back and cut to nothing."""
        is_busy, _, _ = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_busy:
            raise CacheFailed(f"the cache in {self._folder} is in use and keeps removed text in its log; try again")

    @contextlib.contextmanager
    def _commanding(self, what: str) -> Iterator[sqlite3.Connection | None]:
        """A connection of a command's own, None where nothing is stored yet. Its failures become CacheFailed."""
        try:
            if not (self._folder / DATABASE).exists():
                yield None
                return
            with contextlib.closing(_connect(self._folder, self._patience_s)) as database:
                yield database
        except (OSError, sqlite3.Error) as error:
            raise CacheFailed(f"the cache in {self._folder} could not be {what}: {_reason(error)}") from None

    def _try(self, action: Callable[[Any], T]) -> T | None:
        """What `action` makes of the open cache, None where that fails."""
        cache = None
        try:
            cache = self._open()
            return action(cache)
        except Exception as error:  # a file that somebody else wrote can make diskcache raise anything
            self._recover(error, cache)
            return None

    def _open(self) -> Any:
        with self._lock:
            if self._cache is None:
                self._cache = self._opened()
            return self._cache

    def _opened(self) -> Any:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder.chmod(0o700)
        cache = diskcache.Cache(
            str(self._folder),
            timeout=self._patience_s,
            disk=TextDisk,
            size_limit=self._size_limit_bytes,
            eviction_policy="least-recently-stored",
            # What is deleted is overwritten, also when age or size is the reason.
            sqlite_secure_delete=1,
            # A mapped file that another process cuts short would kill this one.
            sqlite_mmap_size=0,
        )
        with contextlib.closing(_connect(self._folder, self._patience_s)) as database:
            # A lower age limit holds for what is there already; keys that are no text can only be planted.
            database.execute("DELETE FROM Cache WHERE store_time < ?", (time.time() - self._max_age_s,))
            database.execute("DELETE FROM Cache WHERE raw <> 1")
        return cache

    def _recover(self, error: Exception, cache: Any) -> None:
        """Reports `error`; begins anew where the database that raised it (`cache`, None if not opened) stays broken."""
        if not _is_unreadable(error):
            self._tell(f"the cache in {self._folder} is not used: {_reason(error)}")
            return
        with self._lock:
            if self._cache is not cache:
                return  # another thread has begun anew already
            self._cache = None
            with contextlib.suppress(OSError):
                os.replace(self._folder / DATABASE, self._folder / SET_ASIDE)
                _delete_files(self._folder, but=SET_ASIDE)
        self._tell(f"the cache in {self._folder} was unreadable ({_reason(error)}); a new one is begun")

    def _tell(self, trouble: str) -> None:
        if trouble not in self._told:
            self._told.add(trouble)
            self._on_trouble(trouble)


def _get_text(cache: Any, key: str, article_hashes: Sequence[str]) -> str | None:
    text, expires, tag = _read(cache, key)
    if text is not None and not set(article_hashes) <= set(tag.split()):
        # The same words in two articles make the same call; purging either removes what it left.
        _put_text(cache, key, text, expires - time.time(), article_hashes)
    return text


def _put_text(cache: Any, key: str, text: str, age_s: float, article_hashes: Sequence[str]) -> None:
    # Another process may have stored the key for another article meanwhile.
    with cache.transact():
        _, _, tag = _read(cache, key)
        cache.set(key, text, expire=age_s, tag=" ".join(sorted({*tag.split(), *article_hashes})))


def _read(cache: Any, key: str) -> tuple[str | None, float, str]:
    """The text under `key`, when it expires, and its tag."""
    try:
        text, expires, tag = cache.get(key, expire_time=True, tag=True)
    except (NotText, sqlite3.OperationalError) as error:
        # Python's own complaint about bytes that are no UTF-8 carries no SQLite code, and quotes them.
        if hasattr(error, "sqlite_errorcode"):
            raise
        cache.delete(key)
        return None, 0.0, ""
    return text, expires or 0.0, tag or ""


def _connect(folder: Path, patience_s: float) -> sqlite3.Connection:
    database = sqlite3.connect(folder / DATABASE, timeout=patience_s, isolation_level=None)
    database.execute("PRAGMA secure_delete = ON")
    return database


def _is_unreadable(error: Exception) -> bool:
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in UNREADABLE
    return not isinstance(error, OSError | diskcache.Timeout)


def _reason(error: Exception) -> str:
    """What went wrong, without words of any row."""
    if isinstance(error, diskcache.Timeout):
        return "it is locked by others, or cannot be written"
    if hasattr(error, "sqlite_errorcode"):
        return str(error)
    return str(getattr(error, "strerror", None) or type(error).__name__)


def _delete_files(folder: Path, but: str = "") -> None:
    for path in folder.glob(f"{DATABASE}*"):
        if path.name != but:
            path.unlink(missing_ok=True)
