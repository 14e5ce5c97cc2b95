"""Runs the HTTP server until it is told to stop, and stops it gracefully. Knows nothing of routes or models.

SIGTERM (an orchestrator's wish): nothing new begins, what runs may finish, the exit code is 0. SIGINT, or a second
SIGTERM (somebody's impatience): at once, and the exit code says so.
"""

import asyncio
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import TYPE_CHECKING

import uvicorn

from service.starting import Starting
from service.stopping import Work

if TYPE_CHECKING:
    from fastapi import FastAPI

# What is still open then, such as a stream nobody ends.
HANG_UP_S = 5


@dataclass(frozen=True)
class Address:
    host: str
    port: int


def serve(build: "Callable[[], FastAPI]", work: Work, at: Address, stop_s: float) -> bool:
    """Serves what `build` makes until it is told to stop; whether it ever served. Raises what `build` raised."""

    def give_up() -> None:
        server.should_exit = True

    starting = Starting(build, give_up)
    config = uvicorn.Config(
        starting,
        host=at.host,
        port=at.port,
        timeout_graceful_shutdown=HANG_UP_S,
        # Requests have a line of their own, and all lines one form: see logs.py.
        log_config=None,
        access_log=False,
        server_header=False,
    )
    server = _Server(config, work, stop_s)
    server.run()
    if starting.failure:
        raise starting.failure
    return server.started


class _Server(uvicorn.Server):
    """Goes on answering while `work` finishes, for at most `stop_s` seconds."""

    def __init__(self, config: uvicorn.Config, work: Work, stop_s: float) -> None:
        super().__init__(config)
        self._work = work
        self._stop_s = stop_s
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping: asyncio.Task[None] | None = None

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serves; see uvicorn."""
        self._loop = asyncio.get_running_loop()
        await super().serve(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """What a signal does; called between any two steps of the program."""
        if sig == signal.SIGTERM and self._loop and not self._work.is_stopping.is_set():
            self._loop.call_soon_threadsafe(self._begin)
        else:
            super().handle_exit(sig, frame)

    def _begin(self) -> None:
        if self._stopping is None:
            self._stopping = asyncio.ensure_future(self._stop())

    async def _stop(self) -> None:
        await self._work.stop(self._stop_s)
        self.should_exit = True
