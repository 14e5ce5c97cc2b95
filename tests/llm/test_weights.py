import hashlib
import multiprocessing
import os
import shutil
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from service.errors import ModelDown
from service.llm.download import Patience
from service.llm.weights import QWEN, Publication, Weights
from tests.llm.file_server import Behaviour, FileServer
from tests.llm.weight_folders import CONTENT, CONTENTS, PUBLICATION, install

EAGER = Patience(tries=3, timeout_s=5, pause_s=0)
DAMAGED = CONTENT[:-1] + b"?"


def weights(tmp_path: Path, named: Path | None = None, publication: Publication = PUBLICATION) -> Weights:
    return Weights(tmp_path / "data", named, publication, [str(tmp_path / "site")])


def store(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "data" / "models" / PUBLICATION.file_name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def silent(done: int, total: int) -> None:
    pass


def pull(tmp_path: Path, server: FileServer) -> Path:
    return weights(tmp_path).pull(silent, server.address, EAGER)


def test_the_file_in_the_data_folder_is_used_when_its_hash_is_right(tmp_path: Path) -> None:
    path = store(tmp_path, CONTENT)
    assert weights(tmp_path).locate() == path


def test_a_wrong_hash_names_the_file_both_hashes_and_the_way_out(tmp_path: Path) -> None:
    path = store(tmp_path, DAMAGED)
    with pytest.raises(ModelDown) as caught:
        weights(tmp_path).locate()
    for told in (str(path), PUBLICATION.sha256, hashlib.sha256(DAMAGED).hexdigest(), "rashomon model pull"):
        assert told in str(caught.value)


def test_a_file_replaced_after_it_was_checked_is_checked_again(tmp_path: Path) -> None:
    path = store(tmp_path, CONTENT)
    weights(tmp_path).locate()
    path.write_bytes(DAMAGED)
    os.utime(path, ns=(1, 1))
    with pytest.raises(ModelDown, match="SHA-256"):
        weights(tmp_path).locate()


def test_installed_packages_are_assembled_once_into_the_data_folder(tmp_path: Path) -> None:
    install(tmp_path / "site")
    path = weights(tmp_path).locate()
    assert path == tmp_path / "data" / "models" / "tiny.gguf"
    assert path.read_bytes() == CONTENT
    shutil.rmtree(tmp_path / "site")
    assert weights(tmp_path).locate() == path
    assert not list(path.parent.glob("*.joining"))


def test_packages_that_join_to_another_file_are_refused_and_leave_nothing(tmp_path: Path) -> None:
    install(tmp_path / "site", (*CONTENTS[:2], b"?" * 17))
    with pytest.raises(ModelDown, match=f"tiny-part1 to 3, joined, have SHA-256 .*{PUBLICATION.sha256}"):
        weights(tmp_path).locate()
    assert not list((tmp_path / "data" / "models").glob("tiny.gguf*[!k]"))


def test_a_missing_package_is_named_with_what_to_do(tmp_path: Path) -> None:
    install(tmp_path / "site", CONTENTS[:2])
    with pytest.raises(ModelDown, match="tiny-part3 are missing: run `rashomon model pull`"):
        weights(tmp_path).locate()


def test_looking_for_weights_never_reaches_out(tmp_path: Path) -> None:
    with pytest.raises(ModelDown, match=r"not on this machine: run `rashomon model pull` .*RASHOMON_EMBEDDED_MODEL"):
        weights(tmp_path).locate()


# Large enough that processes without a lock would write into each other's work.
LARGE = tuple(bytes([number]) * 4_000_000 for number in range(3))


def _locate_in_a_process(tmp_path: Path, start: Barrier) -> None:
    sha256 = hashlib.sha256(b"".join(LARGE)).hexdigest()
    publication = Publication("a/b", "large.gguf", 12_000_000, sha256, "tiny-part", 3)
    start.wait()
    assert weights(tmp_path, publication=publication).locate().read_bytes() == b"".join(LARGE)


def test_processes_that_assemble_at_once_all_get_the_whole_file(tmp_path: Path) -> None:
    install(tmp_path / "site", LARGE)
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(3)
    processes = [context.Process(target=_locate_in_a_process, args=(tmp_path, start)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]


def test_too_little_room_is_said_before_a_byte_is_written(tmp_path: Path) -> None:
    install(tmp_path / "site")
    huge = Publication("a/b", "huge.gguf", 1 << 60, "0" * 64, "tiny-part", 3)
    with pytest.raises(ModelDown, match=r"need 1,152,921,504,606,846,976 bytes in .* are free; make room or set RASH"):
        weights(tmp_path, publication=huge).locate()
    with pytest.raises(ModelDown, match="are free"):
        Weights(tmp_path / "data", None, huge, []).pull(silent, "http://127.0.0.1:9", EAGER)


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in its place")
    with pytest.raises(ModelDown, match=r"data/models cannot be written: .*set RASHOMON_DATA_DIR"):
        weights(tmp_path).locate()


def test_a_named_file_needs_no_fixed_hash_and_its_own_is_its_identity(tmp_path: Path) -> None:
    store(tmp_path, CONTENT)
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF of somebody else")
    assert weights(tmp_path, own).locate() == own
    assert weights(tmp_path, own).identity() == hashlib.sha256(own.read_bytes()).hexdigest()
    assert weights(tmp_path, own).pull(silent) == own


def test_a_named_file_that_is_missing_or_no_model_is_an_error_naming_the_setting(tmp_path: Path) -> None:
    with pytest.raises(ModelDown, match=r"RASHOMON_EMBEDDED_MODEL names .*gone.gguf, which cannot be read: No such"):
        weights(tmp_path, tmp_path / "gone.gguf").locate()
    (tmp_path / "text.gguf").write_text("just text")
    with pytest.raises(ModelDown, match=r"RASHOMON_EMBEDDED_MODEL names .*text.gguf, which is not a GGUF file"):
        weights(tmp_path, tmp_path / "text.gguf").identity()


def test_the_identity_of_the_published_file_needs_no_file(tmp_path: Path) -> None:
    assert weights(tmp_path).identity() == PUBLICATION.sha256
    assert not (tmp_path / "data").exists()


def test_pulling_downloads_from_the_publishers_address_and_checks(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with FileServer(CONTENT) as server:
        path = weights(tmp_path).pull(lambda *sizes: told.append(sizes), f"{server.address}/", EAGER)
    assert path.read_bytes() == CONTENT
    assert server.requests == [("/Newsroom/Tiny-GGUF/resolve/main/tiny.gguf", None)]
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert weights(tmp_path).locate() == path


def test_a_download_cut_short_is_continued_by_the_next_pull(tmp_path: Path) -> None:
    with FileServer(CONTENT, *[Behaviour(cut_after=1000)] * 3, Behaviour()) as server:
        with pytest.raises(ModelDown, match="3000 of 8021 bytes"):
            pull(tmp_path, server)
        assert pull(tmp_path, server).read_bytes() == CONTENT
    assert server.ranges[-1] == "bytes=3000-"
    assert not list((tmp_path / "data" / "models").glob("*.part"))


def test_a_download_with_a_wrong_hash_is_deleted_and_never_used(tmp_path: Path) -> None:
    with FileServer(DAMAGED) as server, pytest.raises(ModelDown, match=f"{PUBLICATION.sha256}; it was deleted"):
        pull(tmp_path, server)
    assert weights(tmp_path).status().place == "nowhere"
    assert not list((tmp_path / "data" / "models").glob("*.part"))


def test_pulling_replaces_a_damaged_file_and_keeps_it_until_then(tmp_path: Path) -> None:
    path = store(tmp_path, DAMAGED)
    with FileServer(CONTENT, Behaviour(status=404), Behaviour()) as server:
        with pytest.raises(ModelDown, match="404"):
            pull(tmp_path, server)
        assert path.read_bytes() == DAMAGED
        assert pull(tmp_path, server) == path
    assert path.read_bytes() == CONTENT
    assert weights(tmp_path).status().check == "ok"


def test_pulling_what_is_here_or_installed_asks_nobody(tmp_path: Path) -> None:
    install(tmp_path / "site")
    with FileServer(CONTENT) as server:
        assert pull(tmp_path, server).read_bytes() == CONTENT
        pull(tmp_path, server)
    assert server.requests == []


def test_status_tells_each_place_without_reading_the_weights(tmp_path: Path) -> None:
    status = weights(tmp_path).status()
    assert (status.place, status.is_ready, status.path) == ("nowhere", False, None)
    assert "rashomon model pull" in status.detail
    install(tmp_path / "site")
    status = weights(tmp_path).status()
    assert (status.place, status.is_ready, status.check) == ("packages", True, "not_checked")
    path = store(tmp_path, CONTENT)
    status = weights(tmp_path).status()
    assert (status.place, status.path, status.size_bytes, status.check) == ("data_folder", path, 8021, "not_checked")
    weights(tmp_path).locate()
    status = weights(tmp_path).status()
    assert (status.check, status.sha256, status.is_ready) == ("ok", PUBLICATION.sha256, True)


def test_status_of_a_damaged_file_says_so_once_it_was_read(tmp_path: Path) -> None:
    store(tmp_path, DAMAGED)
    with pytest.raises(ModelDown):
        weights(tmp_path).locate()
    status = weights(tmp_path).status()
    assert (status.check, status.is_ready, status.sha256) == ("wrong", False, hashlib.sha256(DAMAGED).hexdigest())


def test_status_of_a_named_file_shows_its_own_hash(tmp_path: Path) -> None:
    own = tmp_path / "own.gguf"
    assert weights(tmp_path, own).status().place == "nowhere"
    own.write_bytes(b"GGUF of somebody else")
    assert weights(tmp_path, own).status().check == "not_checked"
    weights(tmp_path, own).locate()
    status = weights(tmp_path, own).status()
    assert (status.place, status.check, status.sha256) == (
        "named",
        "ok",
        hashlib.sha256(b"GGUF of somebody else").hexdigest(),
    )


def test_the_shipped_publication_names_one_file_by_content() -> None:
    assert (QWEN.size_bytes, len(QWEN.sha256), QWEN.parts) == (1_117_320_768, 64, 22)
