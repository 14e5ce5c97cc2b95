"""The engine: jobs kept by dbos in SQLite or PostgreSQL, worked on here, taken over from processes that died.

Knows nothing of HTTP, nor of what a job does. One of them lives in a process; dbos is loaded when it starts.
"""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from service.errors import JobsDown
from service.jobs.job import News, Record, Submission
from service.jobs.port import STARTING, Terms, Work

if TYPE_CHECKING:
    from service.jobs.client import Client
    from service.jobs.keeper import Keeper

T = TypeVar("T")
# A database that says nothing for so long is as good as away, for whoever waits.
ANSWER_S = 20.0
THREADS = 8


class Durable:
    """Jobs under `terms`; each is done by `work`, on the loop that called `start`."""

    def __init__(self, terms: Terms, work: Work) -> None:
        self._terms = terms
        self._work = work
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="jobs")
        self._starting: asyncio.Task[None] | None = None
        self._keeper: Keeper | None = None

    async def start(self) -> None:
        """Begins in the background: neither a database that is away nor loading dbos holds anything up."""
        self._starting = asyncio.create_task(self._start())

    async def _start(self) -> None:
        # A second of imports, in a thread.
        keeper_type = await asyncio.to_thread(_load)
        self._keeper = keeper_type(self._terms, self._work, secrets.token_hex(8), self._threads)
        self._keeper.start()

    async def stop(self, within_s: float) -> None:
        """Takes no more work; what does not finish `within_s` goes back to the queue."""
        if self._starting:
            await self._starting
        if self._keeper:
            await self._keeper.stop(within_s)
        self._threads.shutdown(wait=False)

    def trouble(self) -> str:
        """Why jobs cannot be taken now; "" where they can."""
        return self._keeper.trouble if self._keeper else STARTING

    async def submit(self, submission: Submission) -> bool:
        """Keeps a job; False if its id is taken."""
        return await self._ask(lambda client: client.submit(submission))

    async def look(self, job_id: str) -> Record | None:
        """The job with its outcome."""
        return await self._ask(lambda client: client.look(job_id))

    async def states(self, job_ids: Sequence[str]) -> list[Record]:
        """Those of the jobs that are there, with their outcomes."""
        return await self._ask(lambda client: client.states(job_ids))

    async def news(self, job_id: str, after: int) -> list[News]:
        """The news there are by now with a number above `after`."""
        return await self._ask(lambda client: client.news(job_id, after))

    async def cancel(self, job_id: str) -> None:
        """Ends a job that is not finished."""
        await self._ask(lambda client: client.cancel(job_id))

    async def all(self) -> list[Record]:
        """Every job that is kept, the oldest first."""
        return await self._ask(lambda client: client.all())

    async def forget(self, job_ids: Sequence[str]) -> None:
        """Removes jobs with all that is kept of them."""
        await self._ask(lambda client: client.forget(job_ids))

    async def _ask(self, question: "Callable[[Client], T]") -> T:
        client = self._keeper.client if self._keeper else None
        if client is None:
            raise JobsDown(self.trouble() or STARTING)
        try:
            async with asyncio.timeout(ANSWER_S):
                return await asyncio.get_running_loop().run_in_executor(self._threads, lambda: question(client))
        except TimeoutError:
            raise JobsDown(f"the job database does not answer within {ANSWER_S:g} s") from None


def _load() -> "type[Keeper]":
    from service.jobs.keeper import Keeper

    return Keeper
