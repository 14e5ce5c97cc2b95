"""The commands that work on jobs, as programs of their own: killed, stopped, and run again."""

import json
import signal
import time
from pathlib import Path

import pytest

from service.cli import run
from tests.jobs.stub import Stub, story
from tests.served import UNREACHABLE, program

STORIES = 6
SOON_S = 90.0


def test_a_batch_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    source, output = tmp_path / "stories.jsonl", tmp_path / "reports.jsonl"
    source.write_text("".join(json.dumps(story(number)) + "\n" for number in range(STORIES)))
    stub = Stub(0.3)
    with stub.server:
        here = {**stub.settings(), "RASHOMON_DATA_DIR": str(tmp_path / "data"), "RASHOMON_WORKER_DEAD_AFTER_S": "2"}
        command = ("batch", str(source), "-o", str(output))
        first = program(*command, **here, RASHOMON_JOBS_PARALLEL="2")
        ends = time.monotonic() + SOON_S
        while not output.exists() or not output.read_bytes().count(b"\n"):
            assert time.monotonic() < ends
            time.sleep(0.02)
        stub.note_kill()
        first.send_signal(signal.SIGKILL)
        first.communicate()
        second = program(*command, **here, RASHOMON_JOBS_PARALLEL="2")
        _, told = second.communicate(timeout=SOON_S)
    assert second.returncode == 0, told
    assert f"{STORIES:,} reports" not in told
    written = [json.loads(line) for line in output.read_text().splitlines()]
    assert sorted(one["line"] for one in written) == list(range(1, STORIES + 1))
    assert stub.asked_again_though_answered() == []
    assert (tmp_path / "reports.failed.jsonl").read_bytes() == b""


def test_a_worker_ends_when_it_is_told_to(tmp_path: Path) -> None:
    worker = program("worker", **UNREACHABLE, RASHOMON_DATA_DIR=str(tmp_path))
    ends = time.monotonic() + SOON_S
    while not (tmp_path / "jobs" / "jobs.db").exists():
        assert time.monotonic() < ends
        time.sleep(0.05)
    worker.send_signal(signal.SIGTERM)
    _, told = worker.communicate(timeout=SOON_S)
    assert (worker.returncode, "Traceback" in told) == (0, False)


def test_a_purge_says_what_it_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The ferry sank.")
    here = {"RASHOMON_DATA_DIR": str(tmp_path / "data")}
    assert run(["purge", "--article", str(article)], here, tmp_path) == 0
    assert capsys.readouterr().out == "0 jobs with their reports and 0 replies removed\n"
