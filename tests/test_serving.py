"""The program's end: real signals to a real process, with a real analysis under way."""

import contextlib
import http.client
import signal
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from evals.benchmarks import made_stories
from evals.benchmarks.places import Places
from evals.benchmarks.stub_model import script
from tests.llm.openai_server import HANG, OpenAIServer, in_turn
from tests.served import Answer, Served

STORY = made_stories.make(0, 2)


class Asked:
    """A story posted in the background; `answer` waits for what comes back."""

    def __init__(self, served: Served, model: OpenAIServer) -> None:
        self._answers: list[Answer] = []

        def ask() -> None:
            # A service that is made to end hangs up on whoever waits, or says so in plain text.
            with contextlib.suppress(OSError, http.client.HTTPException, ValueError):
                self._answers.append(served.ask("/analyze", STORY))

        self._thread = threading.Thread(target=ask)
        self._thread.start()
        until = time.monotonic() + 60
        while not model.requests and time.monotonic() < until:
            time.sleep(0.01)

    def answer(self) -> Answer:
        self._thread.join(60)
        return self._answers[0]


def stopping(served: Served) -> Answer:
    """The readiness of a service that has been told to stop."""
    until = time.monotonic() + 10
    while (told := served.ask("/readyz")).status == 200 and time.monotonic() < until:
        time.sleep(0.01)
    return told


@pytest.fixture
def slow() -> Iterator[OpenAIServer]:
    """A model that answers right, each call after a second."""
    with OpenAIServer(script(Places(16, 1.0))) as model:
        yield model


def at(model: OpenAIServer, **more: Any) -> dict[str, str]:
    return {"RASHOMON_MODEL": "openai/any", "RASHOMON_API_BASE": model.api_base, **more}


def test_what_runs_is_finished_and_nothing_new_begun_and_the_exit_code_is_0(slow: OpenAIServer) -> None:
    with Served(**at(slow)) as served:
        running = Asked(served, slow)
        served.process.send_signal(signal.SIGTERM)
        told = stopping(served)
        assert (told.status, told.body["type"]) == (503, "/problems/stopping")
        refused = served.ask("/analyze", STORY)
        assert (refused.status, refused.body["type"]) == (503, "/problems/stopping")
        assert int(refused.headers["retry-after"]) > 0
        assert served.ask("/healthz").status == 200
        answer = running.answer()
        assert answer.status == 200
        assert answer.body["report_version"] == "1"
        assert served.end() == 0


def test_what_does_not_finish_in_time_is_told_why_and_the_exit_code_is_0() -> None:
    with OpenAIServer(in_turn(HANG)) as model, Served(**at(model, RASHOMON_STOP_S="0.5")) as served:
        running = Asked(served, model)
        served.process.send_signal(signal.SIGTERM)
        answer = running.answer()
        assert (answer.status, answer.body["type"]) == (503, "/problems/stopping")
        assert "finished replies are kept" in answer.body["detail"]
        assert answer.body["request_id"]
        assert model.saw_hang_up()
        assert served.end() == 0


def test_a_second_signal_does_not_wait() -> None:
    with OpenAIServer(in_turn(HANG)) as model, Served(**at(model)) as served:
        Asked(served, model)
        served.process.send_signal(signal.SIGTERM)
        stopping(served)
        began = time.monotonic()
        served.process.send_signal(signal.SIGTERM)
        assert served.end() != 0
        assert time.monotonic() - began < 15


def test_an_idle_service_stops_at_once() -> None:
    with Served() as served:
        began = time.monotonic()
        served.process.send_signal(signal.SIGTERM)
        assert served.end() == 0
        assert time.monotonic() - began < 5
