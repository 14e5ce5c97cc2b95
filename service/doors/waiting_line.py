"""A bounded line for analyses: so many at work, so many waiting, and nobody else. Knows nothing of what they do.

First come, first served. What waits costs memory and patience, so a line that is full says so at once.
"""

import asyncio
import math
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from service.errors import Busy

LONGEST_WAIT_S = 600.0
# How much the latest analysis weighs in the time one is expected to take.
WEIGHT = 0.2


class WaitingLine:
    """At most `parallel` bodies run at once and at most `waiting` more stand in line. Belongs to one event loop."""

    def __init__(self, parallel: int, waiting: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._parallel = parallel
        self._most_waiting = waiting
        self._clock = clock
        self._places = asyncio.Semaphore(parallel)
        self._expected_s = 1.0
        self.running = 0
        self.waiting = 0

    def refuse_full(self) -> None:
        """Raises Busy, saying when to come again, where nobody more may wait."""
        if self._places.locked() and self.waiting >= self._most_waiting:
            raise Busy(
                f"{self.running} analyses are under way and {self.waiting} wait, as many as may; ask again later",
                retry_after_s=self._time_to_clear(),
            )

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Runs the body once a place is free. Raises Busy where the line is full."""
        self.refuse_full()
        self.waiting += 1
        try:
            await self._places.acquire()
        finally:
            self.waiting -= 1
        self.running += 1
        began = self._clock()
        try:
            yield
        finally:
            self.running -= 1
            self._expected_s += WEIGHT * (self._clock() - began - self._expected_s)
            self._places.release()

    def _time_to_clear(self) -> float:
        """About when the line has moved on by one for everybody in it."""
        rounds = math.ceil((self.waiting + 1) / self._parallel)
        return min(max(1.0, rounds * self._expected_s), LONGEST_WAIT_S)
