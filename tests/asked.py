"""Requests and models for tests of the HTTP edge."""

import asyncio
from collections.abc import Callable
from typing import Any

from fastapi.testclient import TestClient
from httpx2 import Response

from service.errors import BadReply
from service.llm.port import Call, Reply
from service.llm.profiles import remote

# Each tells two things in one sentence, so that a model is asked about it.
POST = {
    "id": "post",
    "outlet": "The Post",
    "text": "The ferry sank off Port Ansel on Monday evening and twelve of those aboard died in the cold water.",
}
ECHO = {
    "id": "echo",
    "outlet": "Echo",
    "text": "The ferry went down near the harbour late on Monday and nine people died before help could reach them.",
}
STORY = {"articles": [POST, ECHO]}
CAPABLE = remote("openai/any")


def unable(call: Call) -> str:
    """A model whose replies never validate: with the embedded profile, code stands in for all of them."""
    raise BadReply("no reply validated")


def raising(error: Exception) -> Callable[[Call], str]:
    def script(call: Call) -> str:
        raise error

    return script


class Hanging:
    """A model that never answers; `ended` is set when it is told to stop."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.ended = asyncio.Event()

    async def complete(self, call: Call) -> Reply:
        self.asked.set()
        try:
            await asyncio.sleep(60)
        finally:
            self.ended.set()
        raise AssertionError("nobody waited")


async def at_once() -> None:
    """A model that is always ready."""


def send(client: TestClient, body: bytes | str, **headers: str) -> Response:
    declared = {"content-type": "application/json", **{name.replace("_", "-"): text for name, text in headers.items()}}
    return client.post("/analyze", content=body, headers=declared)


def problem(response: Response, status: int, kind: str) -> dict[str, Any]:
    """The problem a reply tells, after checking what every problem must have."""
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = response.json()
    assert (told["status"], told["type"]) == (status, f"/problems/{kind}")
    assert told["title"]
    assert told["detail"]
    assert told["request_id"] == response.headers["x-request-id"]
    return told
