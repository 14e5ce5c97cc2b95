"""The application served on this machine for a browser, on whatever model a test brings."""

import asyncio
import socket
import threading
from types import TracebackType

import uvicorn

from service.app import create_app
from service.deployment import Deployment
from service.doors.doors import Doors
from service.llm.port import Call, LanguageModel, Reply
from service.services import Services
from tests.asked import at_once


class Serving:
    """Answers at `address` while entered."""

    def __init__(self, services: Services, doors: Doors | None = None) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        app = create_app(Deployment(services, at_once, 60.0, doors=doors or Doors()))
        self._server = uvicorn.Server(uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=2))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]})

    def __enter__(self) -> "Serving":
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.should_exit = True
        self._thread.join(10)


class Paced:
    """`llm`, each reply of which takes `seconds`; counts the calls that were called off."""

    def __init__(self, llm: LanguageModel, seconds: float) -> None:
        self._llm = llm
        self._seconds = seconds
        self.called_off = 0

    async def complete(self, call: Call) -> Reply:
        try:
            await asyncio.sleep(self._seconds)
        except asyncio.CancelledError:
            self.called_off += 1
            raise
        return await self._llm.complete(call)
