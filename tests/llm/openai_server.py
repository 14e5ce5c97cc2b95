"""A real OpenAI-compatible HTTP server on 127.0.0.1, in a thread of its own, answering from a script.

Knows nothing of litellm or of the calls under test: it parses HTTP/1.1, keeps every request it saw, and counts the
connections that a client closed while it was still waiting. Standard library only, so that benchmarks can use it.
"""

import asyncio
import json
import math
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any


@dataclass(frozen=True)
class Request:
    """One request as it arrived; header names in lower case, `body` the parsed JSON ({} for none)."""

    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What to send back, `after_s` seconds after the request came.

    `drops` closes the connection instead, `cuts` in the middle of the body; `drips` sends the body so slowly that it
    never comes to an end; `padding` is how many bytes of nothing come before it.
    """

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    after_s: float = 0.0
    drops: bool = False
    drips: bool = False
    cuts: bool = False
    padding: int = 0


DRIP_S = 0.02
PADDING = 64 * 1024
Script = Callable[[Request], Answer]
HANG = Answer(after_s=math.inf)
DROP = Answer(drops=True)


def completion(text: str | None, *, finish_reason: str = "stop", after_s: float = 0.0, **message: Any) -> Answer:
    """A chat completion of 11 prompt tokens and 7 completion tokens; `message` adds fields beside its content."""
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_700_000_000,
        "model": "scripted",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": text, **message},
                "finish_reason": finish_reason,
            }
        ],
        "usage": {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18},
    }
    return replace(json_answer(body), after_s=after_s)


def json_answer(body: Any, status: int = 200, **headers: str) -> Answer:
    """Any JSON; an underscore in a header's name stands for a hyphen."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, json.dumps(body).encode(), {"content-type": "application/json", **named})


def failure(status: int, message: str = "it failed", code: str | None = None, **headers: str) -> Answer:
    """An error in OpenAI's form."""
    return json_answer({"error": {"message": message, "type": "error", "code": code}}, status, **headers)


def in_turn(*answers: Answer) -> Script:
    """A script that gives `answers` one after the other, and the last one from then on."""
    left = list(answers)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


class OpenAIServer:
    """Serves POST .../chat/completions from `script` and everything else from `models`, while entered.

    `requests` holds the completions asked for, `probes` all other requests, in the order they came.
    """

    def __init__(self, script: Script, models: Answer | None = None) -> None:
        self._script = script
        self._models = models or json_answer({"object": "list", "data": [{"id": "scripted", "object": "model"}]})
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._hung_up = threading.Semaphore(0)
        self.requests: list[Request] = []
        self.probes: list[Request] = []
        self.api_base = ""
        self.padding_sent = 0

    def __enter__(self) -> "OpenAIServer":
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result()
        self.api_base = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def saw_hang_up(self, within_s: float = 10.0) -> bool:
        """Whether a client closes a connection it still waits on, now or `within_s`; each hang-up answers one ask."""
        return self._hung_up.acquire(timeout=within_s)

    async def _listen(self) -> asyncio.Server:
        return await asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=512)

    async def _stop(self) -> None:
        self._server.close()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (request := await _read_request(reader)) and await self._answer(request, reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _answer(self, request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        asked = request.path.endswith("/chat/completions")
        (self.requests if asked else self.probes).append(request)
        answer = self._script(request) if asked else self._models
        if answer.drops:
            return False
        if answer.after_s and await _hangs_up(reader, answer.after_s):
            self._hung_up.release()
            return False
        writer.write(_head(answer))
        while answer.drips:
            writer.write(b" ")
            if await _hangs_up(reader, DRIP_S):
                self._hung_up.release()
                return False
        await self._pad(answer.padding, writer)
        writer.write(answer.body[: len(answer.body) // 2] if answer.cuts else answer.body)
        await writer.drain()
        return not answer.cuts

    async def _pad(self, left: int, writer: asyncio.StreamWriter) -> None:
        """White space, which JSON allows before a value; `padding_sent` counts what the client let through."""
        while left > 0:
            writer.write(b" " * min(left, PADDING))
            await writer.drain()
            self.padding_sent += PADDING
            left -= PADDING


async def _read_request(reader: asyncio.StreamReader) -> Request | None:
    line = (await reader.readline()).decode()
    if not line:
        return None
    method, path, _ = line.split()
    headers: dict[str, str] = {}
    while (header := (await reader.readline()).decode().strip()) != "":
        name, _, value = header.partition(":")
        headers[name.lower()] = value.strip()
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Request(method, path, headers, json.loads(body or b"{}"))


async def _hangs_up(reader: asyncio.StreamReader, within_s: float) -> bool:
    """Whether the client closes its end before `within_s` have passed; no client here sends two requests at once."""
    try:
        async with asyncio.timeout(None if math.isinf(within_s) else within_s):
            return await reader.read(1) == b""
    except TimeoutError:
        return False


def _head(answer: Answer) -> bytes:
    length = 10**9 if answer.drips else len(answer.body) + answer.padding
    headers = {"content-length": str(length), **answer.headers}
    lines = [f"HTTP/1.1 {answer.status} Scripted", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode()
