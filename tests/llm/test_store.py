"""The store on a real SQLite file: what it keeps, what it never runs, what purging leaves, how it fails."""

import os
import pickle
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from service.errors import CacheFailed
from service.llm.store import DATABASE, SET_ASIDE, NotText, Store, TextDisk

A, B, C = "a" * 64, "b" * 64, "c" * 64
SECRET = "the words of an article "
DAY_S = 86_400.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "cache"


@pytest.fixture
def troubles() -> list[str]:
    return []


def open_store(folder: Path, troubles: list[str], **limits: float) -> Store:
    return Store(folder, troubles.append, **{"size_limit_bytes": 10**8, "max_age_s": DAY_S} | limits)  # type: ignore[arg-type]


@pytest.fixture
def store(folder: Path, troubles: list[str]) -> Iterator[Store]:
    store = open_store(folder, troubles)
    yield store
    store.close()


def execute(folder: Path, statement: str, *values: Any) -> list[Any]:
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as database:
        return database.execute(statement, values).fetchall()


def holding(folder: Path, words: str) -> list[str]:
    """The files in which `words` still stand."""
    return [path.name for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


class TestKeeping:
    def test_a_text_comes_back_as_it_was(self, store: Store) -> None:
        store.put("key", "один\ntwo 😀\x00", [A])
        assert store.get("key") == "один\ntwo 😀\x00"
        assert store.get("another") is None

    def test_a_long_text_stays_inside_the_database(self, store: Store, folder: Path) -> None:
        store.put("key", SECRET * 10_000, [A])
        assert store.get("key") == SECRET * 10_000
        assert all(path.name.startswith(DATABASE) for path in folder.iterdir())

    def test_a_text_outlives_the_process(self, store: Store, folder: Path, troubles: list[str]) -> None:
        store.put("key", "text", [A])
        store.close()
        assert open_store(folder, troubles).get("key") == "text"

    def test_a_dropped_text_is_gone(self, store: Store) -> None:
        store.put("key", "text", [A])
        store.drop("key")
        assert store.get("key") is None

    def test_only_the_owner_may_look_into_the_folder(self, store: Store, folder: Path) -> None:
        folder.mkdir(parents=True, mode=0o755)
        folder.chmod(0o755)
        store.put("key", "text", [A])
        assert folder.stat().st_mode & 0o777 == 0o700

    def test_making_a_store_touches_no_file(self, store: Store, folder: Path) -> None:
        assert not folder.parent.exists()

    def test_the_oldest_texts_go_when_there_is_no_room(self, folder: Path, troubles: list[str]) -> None:
        store = open_store(folder, troubles, size_limit_bytes=500_000)
        for number in range(200):
            store.put(str(number), "x" * 10_000, [A])
        assert store.get("0") is None
        assert store.get("199") == "x" * 10_000
        assert 10 < store.stats().entries < 60

    def test_a_text_past_its_age_is_not_given(self, store: Store, folder: Path) -> None:
        store.put("key", "text", [A])
        execute(folder, "UPDATE Cache SET expire_time = ?", time.time() - 1)
        assert store.get("key") is None

    def test_a_lower_age_limit_holds_for_what_is_there_already(self, store: Store, folder: Path) -> None:
        store.put("key", SECRET, [A])
        execute(folder, "UPDATE Cache SET store_time = store_time - 3600")
        store.close()
        assert open_store(folder, [], max_age_s=60.0).get("key") is None
        assert execute(folder, "SELECT * FROM Cache") == []

    def test_stats_tell_entries_size_age_and_limits(self, store: Store, folder: Path) -> None:
        empty = store.stats()
        assert (empty.entries, empty.size_bytes, empty.oldest) == (0, 0, None)
        store.put("key", "text", [A])
        stats = store.stats()
        assert (stats.folder, stats.entries, stats.size_limit_bytes, stats.max_age_s) == (folder, 1, 10**8, DAY_S)
        assert stats.size_bytes > 0
        assert stats.oldest is not None
        assert abs(stats.oldest.timestamp() - time.time()) < 3600


class Bomb:
    """Unpickling it creates the file named in it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return open, (str(self.path), "w")


class TestPoison:
    @pytest.fixture
    def trap(self, tmp_path: Path) -> Path:
        return tmp_path / "executed"

    @pytest.fixture
    def bomb(self, trap: Path) -> bytes:
        bomb = pickle.dumps(Bomb(trap))
        pickle.loads(bomb).close()
        assert trap.exists()
        trap.unlink()
        return bomb

    def plant(
        self, folder: Path, key: object, *, raw: int, mode: int, value: object, filename: str | None = None
    ) -> None:
        columns = "key, raw, store_time, mode, filename, value"
        row = (key, raw, time.time(), mode, filename, value)
        execute(folder, f"INSERT INTO Cache ({columns}) VALUES (?, ?, ?, ?, ?, ?)", *row)

    def test_a_row_marked_as_pickle_is_a_miss_and_deleted(
        self, store: Store, folder: Path, trap: Path, bomb: bytes, troubles: list[str]
    ) -> None:
        store.get("open it")
        self.plant(folder, "key", raw=1, mode=4, value=bomb)
        assert store.get("key") is None
        assert not trap.exists()
        assert execute(folder, "SELECT * FROM Cache") == []
        assert troubles == []

    def test_a_row_whose_pickle_lies_in_a_file_is_a_miss(
        self, store: Store, folder: Path, trap: Path, bomb: bytes
    ) -> None:
        store.get("open it")
        (folder / "bomb.val").write_bytes(bomb)
        self.plant(folder, "key", raw=1, mode=4, filename="bomb.val", value=None)
        assert store.get("key") is None
        assert not trap.exists()

    def test_a_row_that_points_to_another_file_is_a_miss(self, store: Store, folder: Path, tmp_path: Path) -> None:
        store.get("open it")
        (tmp_path / "private").write_text("private")
        self.plant(folder, "key", raw=1, mode=3, filename="../../private", value=None)
        assert store.get("key") is None
        assert (tmp_path / "private").exists()

    @pytest.mark.parametrize("value", [b"bytes", 7, None])
    def test_a_value_that_is_no_text_is_a_miss(self, value: object, store: Store, folder: Path) -> None:
        store.get("open it")
        self.plant(folder, "key", raw=1, mode=1, value=value)
        assert store.get("key") is None
        assert execute(folder, "SELECT * FROM Cache") == []

    def test_a_value_that_is_not_utf_8_is_a_miss_whose_bytes_are_not_reported(
        self, store: Store, folder: Path, troubles: list[str]
    ) -> None:
        store.put("key", "text", [A])
        execute(folder, "UPDATE Cache SET value = CAST(X'FF' AS TEXT)")
        assert store.get("key") is None
        assert execute(folder, "SELECT * FROM Cache") == []
        assert troubles == []

    def test_a_pickled_key_is_never_loaded_and_swept_out(
        self, store: Store, folder: Path, trap: Path, bomb: bytes
    ) -> None:
        store.put("key", "text", [A])
        self.plant(folder, bomb, raw=0, mode=4, value=bomb)
        assert store.get("key") == "text"
        store.close()
        assert store.get("key") == "text"
        assert execute(folder, "SELECT key FROM Cache") == [("key",)]
        assert not trap.exists()

    def test_the_disk_itself_refuses_pickled_keys_and_values(self, folder: Path, trap: Path, bomb: bytes) -> None:
        disk = TextDisk(str(folder))
        with pytest.raises(NotText):
            disk.get(bomb, raw=False)
        with pytest.raises(NotText):
            disk.fetch(4, None, bomb, False)
        with pytest.raises(NotText):
            disk.put(("not", "text"))
        with pytest.raises(NotText):
            disk.store({"not": "text"}, False)
        assert not trap.exists()

    def test_settings_planted_in_the_database_do_no_harm(self, store: Store, folder: Path, troubles: list[str]) -> None:
        store.put("key", "text", [A])
        execute(folder, "INSERT INTO Settings VALUES ('disk_of_mine', 1)")
        store.close()
        assert store.get("key") is None
        store.put("key", "text", [A])
        assert store.get("key") == "text"
        assert len(troubles) == 1


class TestPurging:
    def test_purging_an_article_removes_all_that_saw_it_and_nothing_else(self, store: Store) -> None:
        store.put("of a", "1", [A])
        store.put("of both", "2", [A, B])
        store.put("of b", "3", [B])
        assert store.purge(A) == 2
        assert [store.get(key) for key in ("of a", "of both", "of b")] == [None, None, "3"]

    def test_purged_words_are_in_no_file_any_more(self, store: Store, folder: Path) -> None:
        for number in range(50):
            store.put(f"key {number}", SECRET * 100, [A])
        store.put("other", "other words", [B])
        assert holding(folder, SECRET)
        assert store.purge(A) == 50
        assert holding(folder, SECRET) == []
        assert store.get("other") == "other words"

    def test_cleared_words_are_in_no_file_any_more(self, store: Store, folder: Path) -> None:
        store.put("key", SECRET * 100, [A])
        store.put("key", SECRET * 90, [A])
        assert store.clear() == 1
        assert holding(folder, SECRET) == []
        assert store.stats().entries == 0
        store.put("key", "anew", [A])
        assert store.get("key") == "anew"

    def test_a_text_used_again_for_another_article_goes_with_that_one_too(self, store: Store, folder: Path) -> None:
        store.put("key", "text", [A])
        (before,) = execute(folder, "SELECT expire_time FROM Cache")
        assert store.get("key", [B]) == "text"
        (after,) = execute(folder, "SELECT expire_time FROM Cache")
        assert after[0] == pytest.approx(before[0], abs=1)
        assert store.purge(B) == 1

    def test_a_text_stored_again_for_another_article_still_goes_with_the_first(self, store: Store) -> None:
        store.put("key", "text", [A])
        store.put("key", "text", [B, C])
        assert store.purge(A) == 1

    def test_what_names_no_article_may_have_seen_any(self, store: Store, folder: Path) -> None:
        store.put("key", SECRET, [A])
        execute(folder, "UPDATE Cache SET tag = NULL")
        assert store.purge(B) == 1

    def test_purging_where_nothing_was_ever_stored_makes_no_folder(self, store: Store, folder: Path) -> None:
        assert (store.purge(A), store.clear()) == (0, 0)
        assert not folder.exists()

    def test_two_processes_writing_at_once_lose_no_article(
        self, store: Store, folder: Path, troubles: list[str]
    ) -> None:
        script = """
import sys
from pathlib import Path
from service.llm.store import Store
store = Store(Path(sys.argv[1]), print, size_limit_bytes=10**8, max_age_s=1000)
for number in range(150):
    store.put(f"shared {number}", "words of two articles", [sys.argv[2]])
    store.put(f"{sys.argv[2]} {number}", "words of one article", [sys.argv[2]])
"""
        command = [sys.executable, "-c", script, str(folder)]
        writers = [subprocess.Popen([*command, tag], stdout=subprocess.PIPE) for tag in (A, B)]
        assert [(writer.communicate()[0], writer.returncode) for writer in writers] == [(b"", 0)] * 2
        assert store.stats().entries == 450
        assert store.purge(A) == 300
        assert store.purge(B) == 150
        assert holding(folder, "words of") == []

    def test_a_reader_in_the_way_of_wiping_is_an_error_that_says_so(self, folder: Path) -> None:
        store = open_store(folder, [], patience_s=0.05)
        store.put("key", SECRET, [A])
        with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM Cache").fetchone()
            with pytest.raises(CacheFailed, match="in use and keeps removed text in its log; try again"):
                store.purge(A)
        assert store.purge(A) == 0
        assert holding(folder, SECRET) == []


class TestTrouble:
    def test_a_corrupt_database_is_set_aside_and_a_new_one_begun(
        self, store: Store, folder: Path, troubles: list[str]
    ) -> None:
        folder.mkdir(parents=True)
        (folder / DATABASE).write_bytes(b"no database " * 1_000)
        assert store.get("key") is None
        store.put("key", "text", [A])
        assert store.get("key") == "text"
        assert (folder / SET_ASIDE).read_bytes().startswith(b"no database")
        (trouble,) = troubles
        assert str(folder) in trouble
        assert "a new one is begun" in trouble

    def test_a_database_corrupted_while_open_is_replaced_as_well(
        self, store: Store, folder: Path, troubles: list[str]
    ) -> None:
        for number in range(100):
            store.put(f"key {number}", "x" * 4_000, [A])
        store.close()
        assert store.get("key 1") is not None
        size = (folder / DATABASE).stat().st_size
        with (folder / DATABASE).open("r+b") as file:
            file.seek(4096)
            file.write(os.urandom(size - 4096))
        for number in range(100):
            store.get(f"key {number}")
        store.put("key", "text", [A])
        assert store.get("key") == "text"
        assert len(troubles) == 1

    def test_purging_deletes_what_was_set_aside_because_it_cannot_be_searched(self, store: Store, folder: Path) -> None:
        folder.mkdir(parents=True)
        (folder / DATABASE).write_bytes(SECRET.encode() * 1_000)
        assert store.get("key") is None
        assert holding(folder, SECRET) == [SET_ASIDE]
        store.put("key", "text", [B])
        store.purge(A)
        assert holding(folder, SECRET) == []
        assert store.get("key") == "text"

    def test_purging_an_unreadable_database_deletes_it(self, store: Store, folder: Path) -> None:
        folder.mkdir(parents=True)
        (folder / DATABASE).write_bytes(SECRET.encode() * 1_000)
        assert store.purge(A) == 0
        assert list(folder.iterdir()) == []

    def test_stats_of_an_unreadable_database_are_an_error_with_its_reason(self, store: Store, folder: Path) -> None:
        folder.mkdir(parents=True)
        (folder / DATABASE).write_bytes(b"no database " * 1_000)
        with pytest.raises(CacheFailed, match="could not be inspected: file is not a database"):
            store.stats()

    def test_a_folder_that_cannot_be_made_is_a_miss_reported_once(
        self, folder: Path, store: Store, troubles: list[str]
    ) -> None:
        folder.parent.mkdir()
        folder.write_text("a file where the folder should be")
        for _ in range(3):
            store.put("key", "text", [A])
            assert store.get("key") is None
        assert troubles == [f"the cache in {folder} is not used: File exists"]

    def test_a_database_that_cannot_be_opened_is_a_miss(self, folder: Path, store: Store, troubles: list[str]) -> None:
        (folder / DATABASE).mkdir(parents=True)
        store.put("key", "text", [A])
        assert store.get("key") is None
        assert troubles == [f"the cache in {folder} is not used: unable to open database file"]

    def test_a_full_disk_is_a_miss_and_what_was_stored_stays(self, folder: Path) -> None:
        script = """
import resource, sys
from pathlib import Path
from service.llm.store import Store
told = []
store = Store(Path(sys.argv[1]), told.append, size_limit_bytes=10**9, max_age_s=1000)
store.put("first", "text", [])
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
store.put("big", "x" * 1_000_000, [])
print(store.get("first"), store.get("big"), len(told))
"""
        ran = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True)
        assert ran.stdout == "text None 1\n"

    def test_a_writer_that_holds_the_database_is_not_waited_for_long(self, folder: Path, troubles: list[str]) -> None:
        store = open_store(folder, troubles, patience_s=0.05)
        store.put("key", "text", [A])
        with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as writer:
            writer.execute("BEGIN EXCLUSIVE")
            assert store.get("key") == "text"
            store.put("other", "text", [A])
        assert store.get("other") is None
        assert troubles == [f"the cache in {folder} is not used: it is locked by others, or cannot be written"]

    def test_many_threads_use_one_store(self, store: Store, troubles: list[str]) -> None:
        def work(name: int) -> None:
            for number in range(30):
                store.put(f"{name} {number}", str(number), [A])
                assert store.get(f"{name} {number}") == str(number)

        threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert store.stats().entries == 120
        assert troubles == []
