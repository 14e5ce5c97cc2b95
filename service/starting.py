"""Answers health checks while the application is still being imported and built, a second or two.

Knows nothing of the application but how it is called. Every other request waits until it is there.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import Receive, Scope, Send

HEALTHY = b'{"status":"ok"}'


class Starting:
    """`build` makes the application, in a thread; when it fails, `failure` says why and `give_up` is called."""

    def __init__(self, build: "Callable[[], FastAPI]", give_up: Callable[[], None]) -> None:
        self._build = build
        self._give_up = give_up
        self._app: FastAPI | None = None
        self._is_settled = asyncio.Event()
        self.failure: Exception | None = None

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif self._app is None and scope.get("path") == "/healthz":
            await _tell_health(send)
        else:
            await self._is_settled.wait()
            if self._app:
                await self._app(scope, receive, send)

    async def _live(self, receive: "Receive", send: "Send") -> None:
        """The server's signals to start and to stop, and the application's life between them."""
        await receive()
        is_stopping = asyncio.Event()
        running = asyncio.create_task(self._run(is_stopping))
        await send({"type": "lifespan.startup.complete"})
        await receive()
        is_stopping.set()
        await running
        await send({"type": "lifespan.shutdown.complete"})

    async def _run(self, is_stopping: asyncio.Event) -> None:
        try:
            app = await asyncio.to_thread(self._build)
            async with app.router.lifespan_context(app):
                self._app = app
                self._is_settled.set()
                await is_stopping.wait()
        except Exception as error:
            self.failure = error
            self._give_up()
        finally:
            self._is_settled.set()


async def _tell_health(send: "Send") -> None:
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(HEALTHY)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": HEALTHY})
