import asyncio

import pytest
from aiohttp import ClientPayloadError

from service.llm import bounded_http
from tests.llm.openai_server import Answer, OpenAIServer, in_turn

BODY = Answer(200, b"x" * 1000)


async def read(address: str, most_bytes: int) -> bytes:
    async with bounded_http.open_session(most_bytes) as session, session.post(f"{address}/chat/completions") as answer:
        return b"".join([chunk async for chunk in answer.content.iter_chunked(100)])


def test_an_answer_within_the_bound_is_read_whole() -> None:
    with OpenAIServer(in_turn(BODY)) as server:
        assert asyncio.run(read(server.api_base, 1000)) == BODY.body


def test_an_answer_over_it_ends_in_an_error_that_is_known_again_however_wrapped() -> None:
    with OpenAIServer(in_turn(BODY)) as server, pytest.raises(ClientPayloadError) as raised:
        asyncio.run(read(server.api_base, 999))
    outer = RuntimeError("it failed")
    outer.__cause__ = raised.value
    assert bounded_http.is_too_long(outer)
    assert not bounded_http.is_too_long(RuntimeError("it failed"))
