"""A server that is killed at any moment and started again: every job it took is finished, nothing known is asked."""

import json
import signal
import time
from pathlib import Path
from typing import Any

from tests.jobs.stub import Stub, story
from tests.served import Served

JOBS = 6
SOON_S = 90.0


def served(stub: Stub, folder: Path) -> Served:
    here = {"RASHOMON_DATA_DIR": str(folder), "RASHOMON_WORKER_DEAD_AFTER_S": "2", "RASHOMON_JOBS_PARALLEL": "3"}
    return Served(**stub.settings(), **here)


def ready(server: Served) -> None:
    ends = time.monotonic() + SOON_S
    while server.ask("/readyz").body.get("jobs") != "ready":
        assert time.monotonic() < ends
        time.sleep(0.1)


def ended(server: Served, job_id: str) -> dict[str, Any]:
    ends = time.monotonic() + SOON_S
    while (told := server.ask(f"/jobs/{job_id}").body)["state"] not in ("succeeded", "failed", "cancelled"):
        assert time.monotonic() < ends
        time.sleep(0.1)
    return told


# After the server was ready: jobs just taken, some under way.
MOMENTS = (0.3, 1.2)


def test_every_job_is_finished_and_no_kept_reply_asked_for_again(tmp_path: Path) -> None:
    stub = Stub(0.3)
    with stub.server:
        with served(stub, tmp_path) as server:
            ready(server)
            ids = [
                server.ask("/jobs", story(number), Idempotency_Key=f"story-{number}").body["id"]
                for number in range(JOBS)
            ]
            time.sleep(MOMENTS[0])
            stub.note_kill()
            server.process.send_signal(signal.SIGKILL)
            server.end()
        with served(stub, tmp_path) as server:
            ready(server)
            time.sleep(MOMENTS[1])
            stub.note_kill()
            server.process.send_signal(signal.SIGKILL)
            server.end()
        with served(stub, tmp_path) as server:
            ready(server)
            told = [ended(server, job_id) for job_id in ids]
            again = server.ask("/jobs", story(0), Idempotency_Key="story-0").body
    assert [one["state"] for one in told] == ["succeeded"] * JOBS
    assert again["id"] == ids[0]
    assert again["state"] == "succeeded"
    assert stub.asked_again_though_answered() == []
    # A call in flight is repeated once for each time the process was killed, at most.
    assert stub.most_asked() <= 3
    assert json.dumps(told[0]["report"]) != json.dumps(told[1]["report"])
