"""How often and how many at once: what each key may still ask for now. Knows nothing of HTTP.

Counts in this process's memory; several processes behind one address each allow the whole.
"""

import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from limits import parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

from service.doors.keys import Key
from service.errors import LimitReached

# How soon a place is free again cannot be known: an analysis takes seconds or minutes.
PARALLEL_WAIT_S = 2.0


class Allowance:
    """A key may ask `rate` (such as 600/minute) and have `parallel` requests under way, unless its line says more."""

    def __init__(self, rate: str, parallel: int) -> None:
        self._rate = rate
        self._parallel = parallel
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._under_way: Counter[str] = Counter()

    @asynccontextmanager
    async def take(self, key: Key) -> AsyncIterator[None]:
        """One request with `key`, under way while the body runs. Raises LimitReached saying when to come again."""
        await self._count(key)
        most = key.parallel or self._parallel
        if self._under_way[key.name] >= most:
            raise LimitReached(
                f"the key {key.name} has {most} requests under way, as many as it may; wait for one to end",
                retry_after_s=PARALLEL_WAIT_S,
            )
        self._under_way[key.name] += 1
        try:
            yield
        finally:
            self._under_way[key.name] -= 1

    async def _count(self, key: Key) -> None:
        rate = key.rate or self._rate
        item = parse(rate)
        if not await self._limiter.hit(item, key.name):
            window = await self._limiter.get_window_stats(item, key.name)
            raise LimitReached(
                f"the key {key.name} has asked {rate.replace('/', ' times a ')}, as often as it may; ask again later",
                retry_after_s=max(1.0, window.reset_time - time.time()),
            )
