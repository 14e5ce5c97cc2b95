"""What the routes do with a request before and around the analysis."""

import asyncio
import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from service.app import create_app
from service.deployment import Deployment
from service.doors.doors import Doors
from service.llm.capped import Capped
from service.llm.port import Call, LanguageModel
from service.llm.scripted import Scripted
from service.services import Services
from tests.asked import CAPABLE, STORY, Hanging, at_once, problem, send, unable

AppOn = Callable[[LanguageModel], FastAPI]


@pytest.fixture
def app_on(services_on: Callable[..., Services]) -> AppOn:
    """The application on a model: `app_on(Scripted(script))`."""
    return lambda llm: create_app(Deployment(services_on(llm), at_once, 60.0))


@pytest.fixture
def client(app_on: AppOn) -> Iterator[TestClient]:
    """A client of an application whose model cannot answer, and need not for a report."""
    with TestClient(app_on(Scripted(unable))) as client:
        yield client


SCOPE = {
    "type": "http",
    "http_version": "1.1",
    "method": "POST",
    "path": "/analyze",
    "raw_path": b"/analyze",
    "root_path": "",
    "query_string": b"",
    "headers": [(b"content-type", b"application/json")],
}


@pytest.mark.parametrize(
    "headers",
    [
        {"content_type": "text/plain"},
        {"content_type": "application/x-www-form-urlencoded"},
        {"content_type": ""},
        {"content_type": "application/json; charset=latin-1"},
        {"content_encoding": "gzip"},
    ],
)
def test_another_media_type_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    problem(send(client, json.dumps(STORY), **headers), 415, "wrong-media-type")


@pytest.mark.parametrize("content_type", ["application/json; charset=UTF-8", "Application/JSON"])
def test_the_media_type_is_read_as_the_standard_says(client: TestClient, content_type: str) -> None:
    assert send(client, json.dumps(STORY), content_type=content_type).status_code == 200


def test_a_body_over_the_limit_is_refused_whether_its_length_is_declared_or_not(client: TestClient) -> None:
    body = b" " * (8 * 1024 * 1024 + 1)
    problem(send(client, body), 413, "body-too-large")
    chunks = client.post(
        "/analyze", content=(body[:1_000_000] for _ in range(9)), headers={"content-type": "application/json"}
    )
    problem(chunks, 413, "body-too-large")
    assert client.post("/analyze", json=STORY).status_code == 200


def test_a_body_of_exactly_the_limit_is_read(client: TestClient) -> None:
    body = json.dumps(STORY).encode()
    assert send(client, body + b" " * (8 * 1024 * 1024 - len(body))).status_code == 200


@pytest.mark.anyio
async def test_a_client_that_goes_away_cancels_its_analysis(app_on: AppOn) -> None:
    llm = Hanging()
    app = app_on(llm)
    body = {"type": "http.request", "body": json.dumps(STORY).encode(), "more_body": False}
    incoming = [body]

    async def receive() -> dict[str, Any]:
        if incoming:
            return incoming.pop()
        await llm.asked.wait()
        return {"type": "http.disconnect"}

    sent: list[Any] = []

    async def remember(message: Any) -> None:
        sent.append(message)

    await app(dict(SCOPE), receive, remember)
    assert llm.ended.is_set()
    assert sent[0]["status"] == 499


def test_a_client_that_goes_away_before_its_body_is_whole_leaves_no_trace(
    app_on: AppOn, caplog: pytest.LogCaptureFixture
) -> None:
    app = app_on(Scripted(unable))

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def ignore(message: Any) -> None:
        """There is nobody to send it to."""

    asyncio.run(app(dict(SCOPE), receive, ignore))
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


def test_an_analysis_that_finds_the_line_full_is_told_when_to_come_again(
    services_on: Callable[..., Services],
) -> None:
    doors = Doors(analyses_parallel=1, analyses_waiting=0)
    llm = Hanging()
    with TestClient(create_app(Deployment(services_on(llm), at_once, 2.0, doors=doors))) as client:
        first = threading.Thread(target=client.post, args=("/analyze",), kwargs={"json": STORY})
        first.start()
        while not llm.asked.is_set():
            time.sleep(0.01)
        for headers in ({}, {"Accept": "text/event-stream"}):
            refused = client.post("/analyze", json=STORY, headers=headers)
            problem(refused, 503, "busy")
            assert int(refused.headers["retry-after"]) >= 1
        first.join()


def test_the_time_spent_waiting_counts_towards_the_deadline(services_on: Callable[..., Services]) -> None:
    doors = Doors(analyses_parallel=1, analyses_waiting=1)
    llm = Hanging()
    with TestClient(create_app(Deployment(services_on(llm), at_once, 2.0, doors=doors))) as client:
        first = threading.Thread(target=client.post, args=("/analyze",), kwargs={"json": STORY})
        first.start()
        while not llm.asked.is_set():
            time.sleep(0.01)
        told = problem(client.post("/analyze", json={**STORY, "options": {"deadline_s": 0.1}}), 504, "deadline-passed")
        assert "the deadline of 0.1 s passed" in told["detail"]
        first.join()


@pytest.mark.parametrize(
    "options",
    [{"deadline_s": 0}, {"deadline_s": "5"}, {"deadline_s": 1e6}, {"max_cost_usd": -1}, {"max_cost_usd": True}],
)
def test_an_option_that_cannot_be_kept_is_refused(client: TestClient, options: dict[str, Any]) -> None:
    told = client.post("/analyze", json={**STORY, "options": options}).json()
    assert told["status"] == 422
    assert told["problems"][0]["field"] == f"options.{next(iter(options))}"


def test_a_request_cannot_ask_for_more_time_than_the_settings_allow(services_on: Callable[..., Services]) -> None:
    with TestClient(create_app(Deployment(services_on(Hanging()), at_once, 0.1))) as client:
        told = problem(client.post("/analyze", json={**STORY, "options": {"deadline_s": 50}}), 504, "deadline-passed")
    assert "the deadline of 0.1 s" in told["detail"]


def test_an_analysis_over_its_cost_is_refused_before_a_call_and_costs_nothing_on_this_machine(
    services_on: Callable[..., Services],
) -> None:
    async def price(_: Call) -> float:
        return 0.30

    llm = Scripted(unable)
    here = services_on(Capped(llm, price), CAPABLE)
    story = {**STORY, "options": {"max_cost_usd": 0.25}}
    with TestClient(create_app(Deployment(replace(here, is_local=False), at_once, 60.0))) as client:
        told = problem(client.post("/analyze", json=story), 402, "cost-cap")
        assert told["step"] == "claims"
        assert "$0.25" in told["detail"]
        assert "$0.3" in told["detail"]
    assert llm.calls == []
    with TestClient(create_app(Deployment(replace(here, max_cost_usd=0.1), at_once, 60.0))) as client:
        problem(client.post("/analyze", json=STORY), 502, "bad-reply")
    assert llm.calls
