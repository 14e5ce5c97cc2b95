"""The port to an engine that keeps jobs: what the edges ask of it. Knows nothing of how or where jobs are kept.

One engine stands behind it, dbos (durable.py), named in wiring.py alone.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from service.asking import Progress
from service.jobs.job import Asked, News, Outcome, Record, Submission

# Carries out what a job asks. Never raises but when it is cancelled: what goes wrong is an Outcome too.
Work = Callable[[Asked, Callable[[Progress], None]], Awaitable[Outcome]]

STARTING = "the job database is being opened"


@dataclass(frozen=True)
class Terms:
    """Where jobs are kept, how a process works on them, and when they go; with `parallel` 0 it only takes them in.

    `folder` holds the database where there is no `database_url`; a process whose last sign of life is `dead_after_s`
    old is taken for dead. Finished jobs go after `max_age_days`, or when all take more than `max_mb`, the oldest first.
    """

    folder: Path
    database_url: str | None
    parallel: int
    dead_after_s: float
    max_age_days: float = 30.0
    max_mb: int = 1024


class JobEngine(Protocol):
    """Keeps jobs and has them carried out. Every method may raise JobsDown; what is kept outlives the process."""

    async def start(self) -> None:
        """Begins to work in the background; returns at once, also where the database is not there yet."""

    async def stop(self, within_s: float) -> None:
        """Takes no more work; what does not finish `within_s` goes back to the queue."""

    def trouble(self) -> str:
        """Why jobs cannot be taken now, as far as is known without asking; "" where they can."""

    async def submit(self, submission: Submission) -> bool:
        """Keeps a job, to be carried out once. False if its id is taken: nothing changes. Raises StorageFull."""

    async def look(self, job_id: str) -> Record | None:
        """The job with its outcome, None if there is none."""

    async def states(self, job_ids: Sequence[str]) -> list[Record]:
        """Those of the jobs that are there, with their outcomes."""

    async def news(self, job_id: str, after: int) -> list[News]:
        """The news there are by now with a number above `after`."""

    async def cancel(self, job_id: str) -> None:
        """Ends a job that is not finished; one that is stays as it is."""

    async def all(self) -> list[Record]:
        """Every job that is kept, the oldest first, without outcomes."""

    async def forget(self, job_ids: Sequence[str]) -> None:
        """Removes jobs with all that is kept of them."""
