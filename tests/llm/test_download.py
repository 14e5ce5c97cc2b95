import os
import socket
from pathlib import Path

import pytest

from service.errors import ModelDown
from service.llm.download import Patience, download
from tests.llm.file_server import Behaviour, FileServer

CONTENT = os.urandom(700_000)
EAGER = Patience(tries=4, timeout_s=5, pause_s=0)


def fetch(server: FileServer, part: Path, patience: Patience = EAGER, size_bytes: int = len(CONTENT)) -> list[int]:
    """Downloads the server's file into `part`; the bytes done as progress told them."""
    told: list[int] = []

    def progress(done: int, total: int) -> None:
        assert total == size_bytes
        told.append(done)

    download(f"{server.address}/file", part, size_bytes, progress, patience)
    return told


def test_a_file_arrives_whole_and_progress_rises_to_its_size(tmp_path: Path) -> None:
    with FileServer(CONTENT) as server:
        told = fetch(server, tmp_path / "part")
    assert (tmp_path / "part").read_bytes() == CONTENT
    assert told == sorted(told)
    assert len(told) > 1
    assert told[-1] == len(CONTENT)


def test_a_connection_cut_in_the_middle_is_continued_where_it_stopped(tmp_path: Path) -> None:
    with FileServer(CONTENT, Behaviour(cut_after=300_000), Behaviour(cut_after=100_000), Behaviour()) as server:
        fetch(server, tmp_path / "part")
    assert (tmp_path / "part").read_bytes() == CONTENT
    assert server.ranges == [None, "bytes=300000-", "bytes=400000-"]


def test_bytes_of_an_earlier_run_are_not_asked_for_again(tmp_path: Path) -> None:
    (tmp_path / "part").write_bytes(CONTENT[:123_456])
    with FileServer(CONTENT) as server:
        told = fetch(server, tmp_path / "part")
    assert (tmp_path / "part").read_bytes() == CONTENT
    assert server.ranges == ["bytes=123456-"]
    assert told[0] > 123_456


def test_a_file_that_is_already_whole_asks_nobody(tmp_path: Path) -> None:
    (tmp_path / "part").write_bytes(CONTENT)
    with FileServer(CONTENT) as server:
        fetch(server, tmp_path / "part")
    assert server.requests == []


def test_leftovers_longer_than_the_file_are_thrown_away(tmp_path: Path) -> None:
    (tmp_path / "part").write_bytes(CONTENT + b"more")
    with FileServer(CONTENT) as server:
        fetch(server, tmp_path / "part")
    assert (tmp_path / "part").read_bytes() == CONTENT
    assert server.ranges == [None]


def test_a_server_that_ignores_the_range_starts_the_file_over(tmp_path: Path) -> None:
    (tmp_path / "part").write_bytes(b"x" * 1000)
    with FileServer(CONTENT, Behaviour(ignores_range=True)) as server:
        fetch(server, tmp_path / "part")
    assert (tmp_path / "part").read_bytes() == CONTENT


def test_another_part_than_the_one_asked_for_is_refused(tmp_path: Path) -> None:
    (tmp_path / "part").write_bytes(CONTENT[:1000])
    wrong = Behaviour(headers={"Content-Range": f"bytes 999-{len(CONTENT) - 1}/{len(CONTENT)}"})
    with FileServer(CONTENT, wrong) as server, pytest.raises(ModelDown, match="another part"):
        fetch(server, tmp_path / "part")
    assert (tmp_path / "part").read_bytes() == CONTENT[:1000]


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_a_status_that_can_pass_is_tried_again(tmp_path: Path, status: int) -> None:
    with FileServer(CONTENT, Behaviour(status=status, body=b"later"), Behaviour()) as server:
        fetch(server, tmp_path / "part")
    assert (tmp_path / "part").read_bytes() == CONTENT
    assert len(server.requests) == 2


@pytest.mark.parametrize("status", [401, 403, 404, 416])
def test_a_status_that_cannot_pass_fails_at_once_and_says_what_to_do(tmp_path: Path, status: int) -> None:
    with FileServer(CONTENT, Behaviour(status=status, body=b"no")) as server:
        with pytest.raises(ModelDown, match=rf"{status} .*RASHOMON_EMBEDDED_MODEL") as caught:
            fetch(server, tmp_path / "part")
        assert f"{server.address}/file" in str(caught.value)
    assert len(server.requests) == 1


def test_tries_are_bounded_and_what_arrived_is_kept(tmp_path: Path) -> None:
    with (
        FileServer(CONTENT, Behaviour(cut_after=1000)) as server,
        pytest.raises(ModelDown, match="gave up after 4 tries, 4000 of 700000 bytes .*again to continue"),
    ):
        fetch(server, tmp_path / "part")
    assert len(server.requests) == 4
    assert (tmp_path / "part").read_bytes() == CONTENT[:4000]


def test_a_page_in_place_of_the_file_is_refused_before_it_is_kept(tmp_path: Path) -> None:
    page = b"<html>Please log in to the office network</html>"
    with (
        FileServer(CONTENT, Behaviour(body=page)) as server,
        pytest.raises(ModelDown, match=f"another file: {len(page)} bytes, the one asked for has 700000"),
    ):
        fetch(server, tmp_path / "part")
    assert not (tmp_path / "part").exists()


def test_a_file_that_changed_its_size_since_the_first_part_is_refused(tmp_path: Path) -> None:
    (tmp_path / "part").write_bytes(CONTENT[:1000])
    with (
        FileServer(CONTENT, Behaviour(body=CONTENT + b"new")) as server,
        pytest.raises(ModelDown, match="another file: 700003 bytes"),
    ):
        fetch(server, tmp_path / "part")
    assert (tmp_path / "part").read_bytes() == CONTENT[:1000]


def test_a_server_that_states_no_size_and_sends_too_much_does_not_fill_the_disk(tmp_path: Path) -> None:
    endless = Behaviour(body=CONTENT * 3, headers={"Content-Length": ""})
    with FileServer(CONTENT, endless) as server:
        fetch(server, tmp_path / "part")
    assert (tmp_path / "part").stat().st_size == len(CONTENT)


def test_a_server_that_is_not_there_is_named_with_the_reason(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/file"
    with pytest.raises(ModelDown, match=rf"{url}: gave up after 2 tries.*refused"):
        download(url, tmp_path / "part", 10, lambda done, total: None, Patience(tries=2, timeout_s=5, pause_s=0))


def test_a_server_that_falls_silent_is_given_up_on(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/file"
        with pytest.raises(ModelDown, match="gave up after 1 tries.*timed out"):
            download(url, tmp_path / "part", 10, lambda done, total: None, Patience(tries=1, timeout_s=0.05))


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/model", "huggingface.co/model"])
def test_only_web_addresses_are_downloaded_from(tmp_path: Path, url: str) -> None:
    with pytest.raises(ModelDown, match="begins with https://"):
        download(url, tmp_path / "part", 10, lambda done, total: None, EAGER)
    assert not (tmp_path / "part").exists()
