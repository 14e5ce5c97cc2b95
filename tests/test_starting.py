import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.types import Message

from service.errors import BadSettings
from service.starting import Starting

pytestmark = pytest.mark.anyio


class Server:
    """What a server does around `starting`: tells it to start and stop, and hands it requests."""

    def __init__(self, starting: Starting) -> None:
        self._starting = starting
        self._signals: asyncio.Queue[Message] = asyncio.Queue()
        self._told: asyncio.Queue[Message] = asyncio.Queue()
        self._life = asyncio.create_task(self._live())

    async def _live(self) -> None:
        await self._starting({"type": "lifespan"}, self._signals.get, self._told.put)

    async def start(self) -> None:
        await self._signals.put({"type": "lifespan.startup"})
        assert (await self._told.get())["type"] == "lifespan.startup.complete"

    async def stop(self) -> None:
        await self._signals.put({"type": "lifespan.shutdown"})
        assert (await self._told.get())["type"] == "lifespan.shutdown.complete"
        await self._life

    async def get(self, path: str) -> tuple[int, bytes]:
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b"", "root_path": ""}
        await self._starting(scope, receive, send)
        return (sent[0]["status"], sent[1]["body"]) if sent else (0, b"")


def application(told: list[str]) -> FastAPI:
    @contextlib.asynccontextmanager
    async def live(app: FastAPI) -> AsyncIterator[None]:
        told.append("started")
        yield
        told.append("stopped")

    app = FastAPI(lifespan=live)

    @app.get("/here")
    def tell() -> str:
        return "here"

    return app


def held(until: threading.Event, build: Callable[[], FastAPI]) -> Callable[[], FastAPI]:
    def wait() -> FastAPI:
        until.wait()
        return build()

    return wait


async def test_health_is_told_while_the_application_is_built_and_other_requests_wait() -> None:
    is_built, told = threading.Event(), list[str]()
    server = Server(Starting(held(is_built, lambda: application(told)), lambda: None))
    await server.start()
    assert await server.get("/healthz") == (200, b'{"status":"ok"}')
    waiting = asyncio.ensure_future(server.get("/here"))
    await asyncio.sleep(0)
    assert told == []
    is_built.set()
    assert await waiting == (200, b'"here"')
    assert (await server.get("/healthz"))[0] == 404
    assert told == ["started"]
    await server.stop()
    assert told == ["started", "stopped"]


async def test_an_application_that_cannot_be_built_stops_the_server_and_says_why() -> None:
    def build() -> FastAPI:
        raise BadSettings("RASHOMON_PROMPTS_DIR: prompt claims.md cannot be used")

    given_up: list[bool] = []
    starting = Starting(build, lambda: given_up.append(True))
    server = Server(starting)
    await server.start()
    assert await server.get("/analyze") == (0, b"")
    assert given_up == [True]
    assert "RASHOMON_PROMPTS_DIR" in str(starting.failure)
    await server.stop()


async def test_a_server_stopped_before_the_application_is_there_ends_cleanly() -> None:
    is_built, told = threading.Event(), list[str]()
    server = Server(Starting(held(is_built, lambda: application(told)), lambda: None))
    await server.start()
    stopping = asyncio.ensure_future(server.stop())
    await asyncio.sleep(0)
    is_built.set()
    await stopping
    assert told == ["started", "stopped"]
