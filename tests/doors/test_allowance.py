import asyncio
from contextlib import AsyncExitStack

import pytest

from service.doors.allowance import Allowance
from service.doors.keys import Key
from service.errors import LimitReached

pytestmark = pytest.mark.anyio
DESK, WIRE = Key("desk", "a" * 64), Key("wire", "b" * 64)


async def ask(allowance: Allowance, key: Key) -> None:
    async with allowance.take(key):
        await asyncio.sleep(0)


async def test_a_key_may_ask_as_often_as_its_rate_says_and_is_told_when_to_come_again() -> None:
    allowance = Allowance("3/minute", 9)
    for _ in range(3):
        await ask(allowance, DESK)
    with pytest.raises(LimitReached, match="the key desk has asked 3 times a minute") as raised:
        await ask(allowance, DESK)
    assert raised.value.retry_after_s
    assert 50 < raised.value.retry_after_s <= 61
    await ask(allowance, WIRE)


async def test_the_rate_comes_back_with_time() -> None:
    allowance = Allowance("1/second", 9)
    await ask(allowance, DESK)
    with pytest.raises(LimitReached):
        await ask(allowance, DESK)
    await asyncio.sleep(1.1)
    await ask(allowance, DESK)


async def test_a_key_has_so_many_requests_under_way_and_no_more() -> None:
    allowance = Allowance("99/second", 2)
    async with AsyncExitStack() as under_way:
        for _ in range(2):
            await under_way.enter_async_context(allowance.take(DESK))
        with pytest.raises(LimitReached, match="has 2 requests under way"):
            await ask(allowance, DESK)
        await ask(allowance, WIRE)
    await ask(allowance, DESK)


async def test_a_request_that_fails_gives_its_place_back() -> None:
    allowance = Allowance("99/second", 1)
    for _ in range(3):
        with pytest.raises(RuntimeError):
            async with allowance.take(DESK):
                raise RuntimeError


async def test_a_keys_own_limits_go_before_the_common_ones() -> None:
    allowance = Allowance("1/hour", 1)
    own = Key("own", "c" * 64, "5/hour", 2)
    async with allowance.take(own), allowance.take(own):
        pass
