"""The command line's syntax, and the program as others start it."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service import __version__, cli


@pytest.mark.parametrize(
    "argv", [[], ["analyse"], ["analyze"], ["serve", "--port", "http"], ["serve", "--port", "70000"], ["cache"]]
)
def test_a_command_line_that_is_none_is_explained_with_exit_code_2(
    argv: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as raised:
        cli.run(argv, {}, tmp_path)
    assert raised.value.code == 2
    assert "usage: rashomon" in capsys.readouterr().err


def program(*argv: str, **variables: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "service", *argv]
    environ = {**os.environ, **variables}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ)


def test_the_program_tells_its_version() -> None:
    printed, told = program("--version").communicate()
    assert (printed, told) == (f"rashomon {__version__}\n", "")


def test_a_reader_that_stops_reading_is_no_error() -> None:
    with program("cache", "stats") as started:
        assert started.stdout
        assert started.stderr
        started.stdout.close()
        assert started.stderr.read() == ""


def test_a_server_that_cannot_be_built_says_why_and_ends(tmp_path: Path) -> None:
    started = program("serve", "--port", "0", RASHOMON_PROMPTS_DIR=str(tmp_path))
    _, told = started.communicate(timeout=60)
    assert started.returncode == 2
    assert told.splitlines()[-1].startswith("rashomon: RASHOMON_PROMPTS_DIR: ")
    assert "Traceback" not in told


@contextlib.contextmanager
def served_with(*options: str, **variables: str) -> Iterator[str]:
    """The address of `rashomon serve`, as a program of its own; it is interrupted in the end and must go quietly."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    unreachable = {"RASHOMON_MODEL": "openai/any", "RASHOMON_API_BASE": "http://127.0.0.1:9"}
    started = program("serve", "--port", str(port), *options, **unreachable, **variables)
    try:
        assert started.stderr
        for line in started.stderr:
            if "running on" in line:
                break
        yield f"http://127.0.0.1:{port}"
    finally:
        started.send_signal(signal.SIGINT)
        _, told = started.communicate(timeout=30)
        assert "Traceback" not in told
        assert started.returncode == 130


@pytest.fixture
def served() -> Iterator[str]:
    with served_with() as address:
        yield address


def get(address: str, key: str = "") -> tuple[int, dict[str, Any]]:
    try:
        with urllib.request.urlopen(
            urllib.request.Request(address, headers={"X-API-Key": key}), timeout=30
        ) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


def test_the_server_answers_while_its_model_cannot(served: str) -> None:
    assert get(f"{served}/healthz") == (200, {"status": "ok"})
    status, told = get(f"{served}/readyz")
    assert (status, told["type"]) == (503, "/problems/model-down")


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_a_server_that_others_could_reach_without_a_key_refuses_to_start(host: str) -> None:
    started = program("serve", "--host", host, "--port", "0")
    _, told = started.communicate(timeout=60)
    assert started.returncode == 2
    assert "rashomon key new NAME" in told
    assert "Traceback" not in told


def test_a_new_key_opens_a_server_that_listens_everywhere(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.run(["key", "new", "desk"], dict(os.environ), tmp_path) == 0
    key, line = (told.rpartition(": ")[2] for told in capsys.readouterr().out.splitlines())
    with served_with("--host", "0.0.0.0", RASHOMON_API_KEYS=line) as address:
        assert get(f"{address}/readyz")[0] == 401
        assert get(f"{address}/readyz", key)[0] == 503


def test_a_name_no_key_can_have_is_explained(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.run(["key", "new", "the desk"], dict(os.environ), tmp_path) == 2
    assert "NAME: must be 1 to 50 letters" in capsys.readouterr().err


def test_the_document_is_printed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.run(["openapi"], dict(os.environ), tmp_path) == 0
    assert "/analyze" in json.loads(capsys.readouterr().out)["paths"]
