"""One call on the remote adapter at a scripted server, to its reply or to its error."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import pytest

from service.errors import ModelError
from service.llm.port import Call, LanguageModel, Reply
from service.llm.profiles import Structured
from service.llm.remote import Remote
from service.llm.retrying import Retrying
from tests.llm.openai_server import OpenAIServer, Script

KEY = "sk-proj-abc123def456ghi789"
SOUND = '{"items":["a"]}'
Wrap = Callable[[LanguageModel], LanguageModel]
T = TypeVar("T")


async def no_sleep(_: float) -> None:
    """A pause that takes no time."""


def retried(inner: LanguageModel) -> LanguageModel:
    return Retrying(inner, sleep=no_sleep)


def run(remote: Remote, action: Callable[[Remote], Awaitable[T]]) -> T:
    """`action` on `remote`, with its connections closed in the end."""

    async def scene() -> T:
        try:
            return await action(remote)
        finally:
            await remote.close()

    return asyncio.run(scene())


def remote_at(api_base: str, way: Structured = "json_schema", key: str | None = KEY, timeout_s: float = 20.0) -> Remote:
    return Remote("openai/m", key, api_base, way, timeout_s)


def complete(server: OpenAIServer, call: Call, wrap: Wrap = lambda inner: inner, **options: Any) -> Reply:
    return run(remote_at(server.api_base, **options), lambda remote: wrap(remote).complete(call))


def fail(script: Script, call: Call, wrap: Wrap = lambda inner: inner, **options: Any) -> tuple[ModelError, int]:
    """The error of a call, which never carries the key or words of the prompt; and how often the server was asked."""
    with OpenAIServer(script) as server:
        with pytest.raises(ModelError) as raised:
            complete(server, call, wrap, **options)
        for words in (KEY, "abc123", "minister", "Tuesday"):
            assert words not in str(raised.value) + repr(raised.value.__cause__)
        return raised.value, len(server.requests)
