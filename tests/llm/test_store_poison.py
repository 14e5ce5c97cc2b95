"""Rows that others planted in the cache: none is ever executed, and none names a file that is read or removed."""

import pickle
import time
from pathlib import Path
from typing import Any

import pytest

from service.llm.store import NotText, Store, TextDisk
from tests.llm.cache_folder import A, execute


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
def bomb(trap: Path) -> bytes:
    bomb = pickle.dumps(Bomb(trap))
    pickle.loads(bomb).close()
    assert trap.exists()
    trap.unlink()
    return bomb


def plant(folder: Path, key: object, *, raw: int, mode: int, value: object, filename: str | None = None) -> None:
    columns = "key, raw, store_time, mode, filename, value"
    row = (key, raw, time.time(), mode, filename, value)
    execute(folder, f"INSERT INTO Cache ({columns}) VALUES (?, ?, ?, ?, ?, ?)", *row)


def test_a_row_marked_as_pickle_is_a_miss_and_deleted(
    store: Store, folder: Path, trap: Path, bomb: bytes, troubles: list[str]
) -> None:
    store.get("open it")
    plant(folder, "key", raw=1, mode=4, value=bomb)
    assert store.get("key") is None
    assert not trap.exists()
    assert execute(folder, "SELECT * FROM Cache") == []
    assert troubles == []


def test_a_row_whose_pickle_lies_in_a_file_is_a_miss(store: Store, folder: Path, trap: Path, bomb: bytes) -> None:
    store.get("open it")
    (folder / "bomb.val").write_bytes(bomb)
    plant(folder, "key", raw=1, mode=4, filename="bomb.val", value=None)
    assert store.get("key") is None
    assert not trap.exists()


def test_a_row_that_points_to_another_file_is_a_miss(store: Store, folder: Path, tmp_path: Path) -> None:
    store.get("open it")
    (tmp_path / "private").write_text("private")
    plant(folder, "key", raw=1, mode=3, filename="../../private", value=None)
    assert store.get("key") is None
    assert (tmp_path / "private").exists()


@pytest.mark.parametrize("value", [b"bytes", 7, None])
def test_a_value_that_is_no_text_is_a_miss(value: object, store: Store, folder: Path) -> None:
    store.get("open it")
    plant(folder, "key", raw=1, mode=1, value=value)
    assert store.get("key") is None
    assert execute(folder, "SELECT * FROM Cache") == []


def test_a_value_that_is_not_utf_8_is_a_miss_whose_bytes_are_not_reported(
    store: Store, folder: Path, troubles: list[str]
) -> None:
    store.put("key", "text", [A])
    execute(folder, "UPDATE Cache SET value = CAST(X'FF' AS TEXT)")
    assert store.get("key") is None
    assert execute(folder, "SELECT * FROM Cache") == []
    assert troubles == []


def test_a_pickled_key_is_never_loaded_and_swept_out(store: Store, folder: Path, trap: Path, bomb: bytes) -> None:
    store.put("key", "text", [A])
    plant(folder, bomb, raw=0, mode=4, value=bomb)
    assert store.get("key") == "text"
    store.close()
    assert store.get("key") == "text"
    assert execute(folder, "SELECT key FROM Cache") == [("key",)]
    assert not trap.exists()


def test_the_disk_itself_refuses_pickled_keys_and_values(folder: Path, trap: Path, bomb: bytes) -> None:
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


def test_settings_planted_in_the_database_do_no_harm(store: Store, folder: Path, troubles: list[str]) -> None:
    store.put("key", "text", [A])
    execute(folder, "INSERT INTO Settings VALUES ('disk_of_mine', 1)")
    store.close()
    assert store.get("key") is None
    store.put("key", "text", [A])
    assert store.get("key") == "text"
    assert len(troubles) == 1
