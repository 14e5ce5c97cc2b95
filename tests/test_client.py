"""The client against the real service, and against one that answers from a script."""

import asyncio
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from service import client, openapi
from service.client import (
    AsyncRashomon,
    Cancelled,
    Event,
    KeyRefused,
    NotReached,
    Progress,
    Rashomon,
    Refused,
    StoryRefused,
    TooDear,
    Unavailable,
)
from service.doors import keys
from tests.llm import fault_table
from tests.llm.openai_server import OpenAIServer
from tests.served import Served

KEY, LINE = keys.new("desk")
REPORT = openapi.read_example()["answer"]
STORY = {"articles": [{"text": "a"}, {"text": "b"}]}
Answer = tuple[int, dict[str, str], Any]


class Script:
    """A server that gives `answers` in turn, and the last from then on; `seen` holds what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        self._answers = list(answers)
        self.seen: list[tuple[str, str, dict[str, str], Any]] = []

    def take(self, method: str, path: str, headers: dict[str, str], body: Any) -> Answer:
        self.seen.append((method, path, headers, body))
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


@contextmanager
def serving(*answers: Answer) -> Iterator[tuple[str, Script]]:
    script = Script(*answers)

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length)) if length else None
            headers = {name.lower(): value for name, value in self.headers.items()}
            status, sent, content = script.take(self.command, self.path, headers, body)
            raw = content.encode() if isinstance(content, str) else json.dumps(content).encode()
            self.send_response(status)
            for name, value in {"content-type": "application/json", "content-length": str(len(raw)), **sent}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(raw)

        do_GET = do_POST = do_DELETE = _answer

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", script
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def problem(status: int, kind: str) -> dict[str, Any]:
    return {"type": f"/problems/{kind}", "title": "t", "status": status, "detail": "what to do", "request_id": "r-1"}


def stream(*events: tuple[str, Any]) -> Answer:
    text = ": ping\n\n" + "".join(
        f"id: {number}\nevent: {name}\ndata: {json.dumps(data)}\n\n" for number, (name, data) in enumerate(events)
    )
    return 200, {"content-type": "text/event-stream; charset=utf-8"}, text


STEP = {"step": "claims", "done": 1, "total": 2, "prompt_tokens": 11, "completion_tokens": 7}
JOB = {"id": "j1", "state": "queued", "progress": None, "report": None, "problem": None}
DONE = {**JOB, "state": "succeeded", "report": REPORT}


def test_a_story_gets_its_report_from_the_real_service_with_the_right_key() -> None:
    with OpenAIServer(fault_table.right) as model:
        settings = {"RASHOMON_MODEL": "openai/any", "RASHOMON_API_BASE": model.api_base, "RASHOMON_API_KEYS": LINE}
        with Served(**settings) as served:
            with Rashomon(served.address, KEY) as rashomon:
                assert rashomon.analyze(fault_table.STORY).claims
                told: list[Progress] = []
                assert rashomon.analyze(fault_table.STORY, told.append).claims
                assert {now.step for now in told} == {"claims", "verdicts", "summary"}
                left = rashomon.submit(fault_table.STORY, "once")
                assert rashomon.wait(left.id, told.append).claims
                assert rashomon.submit(fault_table.STORY, "once").id == left.id
                assert rashomon.job(left.id).is_finished
                with pytest.raises(StoryRefused) as raised:
                    rashomon.analyze({"articles": []})
                assert raised.value.type == "too-few-articles"
                assert raised.value.problem["problems"][0]["field"] == "articles"
            with Rashomon(served.address, "wrong") as stranger, pytest.raises(KeyRefused, match="not known"):
                stranger.analyze(fault_table.STORY)


@pytest.mark.anyio
async def test_it_can_be_awaited_and_used_for_several_at_once() -> None:
    with serving((200, {}, REPORT)) as (address, script):
        async with AsyncRashomon(address, "k") as rashomon:
            reports = await asyncio.gather(*(rashomon.analyze(STORY) for _ in range(5)))
    assert len(reports) == len(script.seen) == 5
    method, path, headers, body = script.seen[0]
    assert (method, path, body, headers["x-api-key"]) == ("POST", "/analyze", STORY, "k")


def test_progress_is_told_as_it_comes() -> None:
    told: list[Progress] = []
    with serving(stream(("progress", STEP), ("report", REPORT))) as (address, script), Rashomon(address) as rashomon:
        report = rashomon.analyze(STORY, told.append)
    assert report.claims
    assert told == [Progress("claims", 1, 2, 11, 7)]
    assert script.seen[0][2]["accept"] == "text/event-stream"


def test_a_service_that_streams_nothing_is_answered_all_the_same() -> None:
    with serving((200, {}, REPORT)) as (address, _), Rashomon(address) as rashomon:
        assert rashomon.analyze(STORY, lambda _: None).claims


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_service_is_waited_for_as_long_as_it_asks(status: int) -> None:
    busy = (status, {"retry-after": "1"}, problem(status, "busy"))
    with serving(busy, (200, {}, REPORT)) as (address, script), Rashomon(address) as rashomon:
        began = time.monotonic()
        assert rashomon.analyze(STORY).claims
    assert time.monotonic() - began >= 1
    assert len(script.seen) == 2


def test_a_service_that_stays_busy_or_asks_for_too_long_a_wait_is_given_up() -> None:
    with serving((503, {"retry-after": "0"}, problem(503, "busy"))) as (address, script):
        with Rashomon(address, attempts=3) as rashomon, pytest.raises(Unavailable, match="what to do"):
            rashomon.analyze(STORY)
        assert len(script.seen) == 3
    with serving((429, {"retry-after": "3600"}, problem(429, "limit-reached"))) as (address, script):
        with Rashomon(address) as rashomon, pytest.raises(Unavailable):
            rashomon.analyze(STORY)
        assert len(script.seen) == 1


@pytest.mark.parametrize(
    ("status", "kind", "error"),
    [
        (401, "key-needed", KeyRefused),
        (402, "cost-cap", TooDear),
        (413, "body-too-large", StoryRefused),
        (500, "internal-error", Refused),
        (504, "deadline-passed", Refused),
    ],
)
def test_a_problem_is_raised_with_all_it_says(status: int, kind: str, error: type[Refused]) -> None:
    told = problem(status, kind)
    with (
        serving((status, {}, told)) as (address, script),
        Rashomon(address) as rashomon,
        pytest.raises(error) as raised,
    ):
        rashomon.analyze(STORY)
    assert type(raised.value) is error
    assert (raised.value.type, raised.value.status, raised.value.request_id) == (kind, status, "r-1")
    assert raised.value.problem == told
    assert len(script.seen) == 1


def test_what_is_no_problem_is_raised_by_its_status() -> None:
    with (
        serving((502, {"content-type": "text/html"}, "<h1>Bad gateway</h1>")) as (address, _),
        Rashomon(address) as rashomon,
        pytest.raises(Refused, match="HTTP status 502"),
    ):
        rashomon.analyze(STORY)


def test_nobody_at_the_address_is_said_so_without_the_key() -> None:
    with Rashomon("http://127.0.0.1:9", "secret") as rashomon, pytest.raises(NotReached, match="127.0.0.1:9") as raised:
        rashomon.analyze(STORY)
    assert "secret" not in str(raised.value)


def test_a_job_is_left_looked_at_followed_and_cancelled() -> None:
    running = {**JOB, "state": "running", "progress": STEP}
    answers: list[Answer] = [
        (202, {}, JOB),
        (200, {}, running),
        stream(("progress", STEP), ("succeeded", DONE)),
        stream(("progress", STEP), ("succeeded", DONE)),
        (200, {}, {**JOB, "state": "cancelled"}),
    ]
    told: list[Progress] = []
    with serving(*answers) as (address, script), Rashomon(address) as rashomon:
        assert rashomon.submit(STORY, "once").id == "j1"
        assert rashomon.job("j1").progress == Progress("claims", 1, 2, 11, 7)
        assert list(rashomon.events("j1", after="3"))[0] == Event("progress", STEP, "0")
        assert rashomon.wait("j1", told.append).claims
        assert rashomon.cancel("j1").is_finished
    assert [(method, path) for method, path, _, _ in script.seen] == [
        ("POST", "/jobs"),
        ("GET", "/jobs/j1"),
        ("GET", "/jobs/j1/events"),
        ("GET", "/jobs/j1/events"),
        ("DELETE", "/jobs/j1"),
    ]
    assert script.seen[0][2]["idempotency-key"] == "once"
    assert script.seen[2][2]["last-event-id"] == "3"
    assert len(told) == 1


@pytest.mark.parametrize(
    ("events", "error"),
    [
        ([("failed", {**JOB, "state": "failed", "problem": problem(502, "bad-reply")})], Refused),
        ([("problem", problem(402, "cost-cap"))], TooDear),
        ([("cancelled", {**JOB, "state": "cancelled"})], Cancelled),
        ([("progress", STEP)], NotReached),
    ],
)
def test_a_job_that_ends_without_a_report_says_why(events: Any, error: type[Exception]) -> None:
    with serving(stream(*events)) as (address, _), Rashomon(address) as rashomon, pytest.raises(error):
        rashomon.wait("j1")


def test_the_file_needs_nothing_of_the_service_but_the_models_of_the_report() -> None:
    assert client.__file__
    with open(client.__file__, encoding="utf-8") as file:
        imports = [line for line in file if line.startswith(("from service", "import service"))]
    assert imports == ["from service.report_models import Report\n"]
