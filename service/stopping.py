"""Stopping without losing work: what runs may finish in a given time, nothing new begins. Knows nothing of signals.

Whoever works registers with `work`. Jobs do not: what they have not finished goes back to their queue.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

from service.errors import Stopping

ADVICE = "ask again in a moment; finished replies are kept, so an analysis goes on from there"
RETRY_AFTER_S = 5.0


class Work:
    """What runs in this process. Belongs to one event loop."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._is_idle = asyncio.Event()
        self._is_idle.set()
        self.is_stopping = asyncio.Event()

    def refuse_new(self) -> None:
        """Raises Stopping once stopping has begun."""
        if self.is_stopping.is_set():
            raise Stopping(f"the service is stopping and begins nothing new; {ADVICE}", retry_after_s=RETRY_AFTER_S)

    @asynccontextmanager
    async def work(self) -> AsyncIterator[None]:
        """The body is waited for when stopping begins, and cancelled in the end: it then raises Stopping."""
        self.refuse_new()
        task = cast("asyncio.Task[Any]", asyncio.current_task())
        self._tasks.add(task)
        self._is_idle.clear()
        try:
            yield
        except asyncio.CancelledError:
            # Cancelled by `stop`, which took the task off the list; a client that left cancels as well.
            if task in self._tasks or task.uncancel():
                raise
            raise Stopping(
                f"the service stopped before the analysis was finished; {ADVICE}", retry_after_s=RETRY_AFTER_S
            ) from None
        finally:
            self._leave(task)

    async def stop(self, within_s: float) -> None:
        """Begins nothing new; returns when what runs has finished, or was cancelled after `within_s`."""
        self.is_stopping.set()
        if await self._idle(within_s):
            return
        for task in list(self._tasks):
            self._tasks.discard(task)
            task.cancel()
        await asyncio.sleep(0)

    async def _idle(self, within_s: float) -> bool:
        try:
            async with asyncio.timeout(within_s):
                await self._is_idle.wait()
        except TimeoutError:
            return False
        return True

    def _leave(self, task: "asyncio.Task[Any]") -> None:
        self._tasks.discard(task)
        if not self._tasks:
            self._is_idle.set()
