import hashlib
import json
import os
from pathlib import Path

import pytest

from service.llm.checksums import remember, remembered, sha256_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "weights.gguf"
    path.write_bytes(b"first content")
    return path


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "models" / "checked.json"


def replace_keeping_stamp(path: Path, content: bytes) -> None:
    """Other bytes of the same length under the same modification time: only a re-read could notice."""
    stat = path.stat()
    path.write_bytes(content)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def test_a_hash_is_the_files_sha256(file: Path, memory: Path) -> None:
    assert sha256_of(file, memory) == hashlib.sha256(b"first content").hexdigest()


def test_a_file_is_read_once_per_path_size_and_time(file: Path, memory: Path) -> None:
    first = sha256_of(file, memory)
    replace_keeping_stamp(file, b"other content")
    assert sha256_of(file, memory) == first


def test_another_time_or_size_or_path_is_read_again(file: Path, memory: Path, tmp_path: Path) -> None:
    first = sha256_of(file, memory)
    replace_keeping_stamp(file, b"other content")
    os.utime(file, ns=(0, 0))
    assert sha256_of(file, memory) == hashlib.sha256(b"other content").hexdigest() != first
    stat = file.stat()
    file.write_bytes(b"longer content than before")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert sha256_of(file, memory) == hashlib.sha256(b"longer content than before").hexdigest()
    moved = file.rename(tmp_path / "moved.gguf")
    assert remembered(moved, memory) is None


def test_nothing_is_remembered_before_it_was_computed(file: Path, memory: Path) -> None:
    assert remembered(file, memory) is None
    sha256_of(file, memory)
    assert remembered(file, memory) == hashlib.sha256(b"first content").hexdigest()


def test_files_that_are_gone_leave_the_memory(file: Path, memory: Path, tmp_path: Path) -> None:
    sha256_of(file, memory)
    file.unlink()
    other = tmp_path / "other.gguf"
    other.write_bytes(b"x")
    sha256_of(other, memory)
    assert list(json.loads(memory.read_text())) == [str(other)]


@pytest.mark.parametrize("damage", ["", "not json", "[]", '{"a": 1}', "\udcff"])
def test_a_damaged_memory_only_costs_a_reading(file: Path, memory: Path, damage: str) -> None:
    memory.parent.mkdir()
    memory.write_bytes(damage.encode("utf-8", "surrogateescape"))
    assert sha256_of(file, memory) == hashlib.sha256(b"first content").hexdigest()
    assert remembered(file, memory) is not None


def test_a_row_of_another_shape_counts_as_unknown(file: Path, memory: Path) -> None:
    memory.parent.mkdir()
    memory.write_text(json.dumps({str(file): "deadbeef"}))
    assert remembered(file, memory) is None


def test_a_memory_that_cannot_be_written_is_no_error(file: Path, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("in the way of the folder")
    memory = tmp_path / "a file" / "checked.json"
    remember(file, "0" * 64, memory)
    assert sha256_of(file, memory) == hashlib.sha256(b"first content").hexdigest()


def test_a_file_that_is_not_there_is_an_error(memory: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sha256_of(tmp_path / "nothing", memory)
