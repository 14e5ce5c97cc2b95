"""The store on a real SQLite file: what it keeps and for how long, and how it fails."""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from service.errors import CacheFailed
from service.llm.store import DATABASE, SET_ASIDE, Store
from tests.llm.cache_folder import DAY_S, SECRET, A, B, execute, holding, open_store


def test_a_text_comes_back_as_it_was(store: Store) -> None:
    store.put("key", "один\ntwo 😀\x00", [A])
    assert store.get("key") == "один\ntwo 😀\x00"
    assert store.get("another") is None


def test_a_long_text_stays_inside_the_database(store: Store, folder: Path) -> None:
    store.put("key", SECRET * 10_000, [A])
    assert store.get("key") == SECRET * 10_000
    assert all(path.name.startswith(DATABASE) for path in folder.iterdir())


def test_a_text_outlives_the_process(store: Store, folder: Path, troubles: list[str]) -> None:
    store.put("key", "text", [A])
    store.close()
    assert open_store(folder, troubles).get("key") == "text"


def test_a_dropped_text_is_gone(store: Store) -> None:
    store.put("key", "text", [A])
    store.drop("key")
    assert store.get("key") is None


def test_only_the_owner_may_look_into_the_folder(store: Store, folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o755)
    folder.chmod(0o755)
    store.put("key", "text", [A])
    assert folder.stat().st_mode & 0o777 == 0o700


def test_making_a_store_touches_no_file(store: Store, folder: Path) -> None:
    assert not folder.parent.exists()


def test_the_oldest_texts_go_when_there_is_no_room(folder: Path, troubles: list[str]) -> None:
    store = open_store(folder, troubles, size_limit_bytes=500_000)
    for number in range(200):
        store.put(str(number), "x" * 10_000, [A])
    assert store.get("0") is None
    assert store.get("199") == "x" * 10_000
    assert 10 < store.stats().entries < 60


def test_a_text_past_its_age_is_not_given(store: Store, folder: Path) -> None:
    store.put("key", "text", [A])
    execute(folder, "UPDATE Cache SET expire_time = ?", time.time() - 1)
    assert store.get("key") is None


def test_a_lower_age_limit_holds_for_what_is_there_already(store: Store, folder: Path) -> None:
    store.put("key", SECRET, [A])
    execute(folder, "UPDATE Cache SET store_time = store_time - 3600")
    store.close()
    assert open_store(folder, [], max_age_s=60.0).get("key") is None
    assert execute(folder, "SELECT * FROM Cache") == []


def test_stats_tell_entries_size_age_and_limits(store: Store, folder: Path) -> None:
    empty = store.stats()
    assert (empty.entries, empty.size_bytes, empty.oldest) == (0, 0, None)
    store.put("key", "text", [A])
    stats = store.stats()
    assert (stats.folder, stats.entries, stats.size_limit_bytes, stats.max_age_s) == (folder, 1, 10**8, DAY_S)
    assert stats.size_bytes > 0
    assert stats.oldest is not None
    assert abs(stats.oldest.timestamp() - time.time()) < 3600


def test_a_corrupt_database_is_set_aside_and_a_new_one_begun(store: Store, folder: Path, troubles: list[str]) -> None:
    folder.mkdir(parents=True)
    (folder / DATABASE).write_bytes(b"no database " * 1_000)
    assert store.get("key") is None
    store.put("key", "text", [A])
    assert store.get("key") == "text"
    assert (folder / SET_ASIDE).read_bytes().startswith(b"no database")
    (trouble,) = troubles
    assert str(folder) in trouble
    assert "a new one is begun" in trouble


def test_a_database_corrupted_while_open_is_replaced_as_well(store: Store, folder: Path, troubles: list[str]) -> None:
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


def test_purging_deletes_what_was_set_aside_because_it_cannot_be_searched(store: Store, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / DATABASE).write_bytes(SECRET.encode() * 1_000)
    assert store.get("key") is None
    assert holding(folder, SECRET) == [SET_ASIDE]
    store.put("key", "text", [B])
    store.purge(A)
    assert holding(folder, SECRET) == []
    assert store.get("key") == "text"


def test_purging_an_unreadable_database_deletes_it(store: Store, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / DATABASE).write_bytes(SECRET.encode() * 1_000)
    assert store.purge(A) == 0
    assert list(folder.iterdir()) == []


def test_stats_of_an_unreadable_database_are_an_error_with_its_reason(store: Store, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / DATABASE).write_bytes(b"no database " * 1_000)
    with pytest.raises(CacheFailed, match="could not be inspected: file is not a database"):
        store.stats()


def test_a_folder_that_cannot_be_made_is_a_miss_reported_once(folder: Path, store: Store, troubles: list[str]) -> None:
    folder.parent.mkdir()
    folder.write_text("a file where the folder should be")
    for _ in range(3):
        store.put("key", "text", [A])
        assert store.get("key") is None
    assert troubles == [f"the cache in {folder} is not used: File exists"]


def test_a_database_that_cannot_be_opened_is_a_miss(folder: Path, store: Store, troubles: list[str]) -> None:
    (folder / DATABASE).mkdir(parents=True)
    store.put("key", "text", [A])
    assert store.get("key") is None
    assert troubles == [f"the cache in {folder} is not used: unable to open database file"]


def test_a_full_disk_is_a_miss_and_what_was_stored_stays(folder: Path) -> None:
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


def test_a_writer_that_holds_the_database_is_not_waited_for_long(folder: Path, troubles: list[str]) -> None:
    store = open_store(folder, troubles, patience_s=0.05)
    store.put("key", "text", [A])
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        assert store.get("key") == "text"
        store.put("other", "text", [A])
    assert store.get("other") is None
    assert troubles == [f"the cache in {folder} is not used: it is locked by others, or cannot be written"]


def test_many_threads_use_one_store(store: Store, troubles: list[str]) -> None:
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
