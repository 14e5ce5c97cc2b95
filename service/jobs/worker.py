"""Works on the jobs of the queue with dbos, a bounded number at once. Knows nothing of what a job does, or of HTTP.

A job is one workflow in a thread of dbos; what it does runs on the process' own event loop, since a model belongs to
one loop. News are written between, by the thread that waits. One dbos lives in a process.
"""

import asyncio
import contextlib
import queue
import threading
import time
from collections.abc import Coroutine
from concurrent.futures import CancelledError, Future
from dataclasses import asdict
from typing import Any

import sqlalchemy

from service.asking import Progress
from service.jobs.job import Asked, JobProgress, Outcome
from service.jobs.port import Work
from service.jobs.quiet import quieten
from service.jobs.text_only import json_text

APPLICATION = "rashomon"
WORKFLOW = "job"
STEP = "analysis"
QUEUE = "jobs"
PROGRESS = "progress"
# Ours, or every change of code would leave the jobs of the old one waiting.
VERSION = "1"
POLL_S = 0.2
# News of a long job come less often: a hundredth of its time apart, so that there are never more than hundreds.
NEWS_EVERY_S, NEWS_EVERY_PART = 1.0, 0.01
_HOUR_S = 3600.0


class Worker:
    """Takes at most `parallel` jobs at once from `database` as `own_id`, and has `work` done on `loop`."""

    def __init__(self, database: sqlalchemy.Engine, own_id: str, parallel: int, work: Work) -> None:
        self._database = database
        self._own_id = own_id
        self._parallel = parallel
        self._work = work
        self._loop = asyncio.get_running_loop()
        self._lock = threading.Lock()
        self._under_way: dict[str, Future[Outcome]] = {}

    def launch(self) -> None:
        """Brings the database's tables up to date and begins to take jobs."""
        from dbos import DBOS

        quieten()
        DBOS(
            config={
                "name": APPLICATION,
                "system_database_url": self._database.url.render_as_string(hide_password=False),
                "system_database_engine": self._database,
                "application_version": VERSION,
                "executor_id": self._own_id,
                "serializer": json_text(),
                "use_listen_notify": False,
                "enable_otlp": False,
                "log_level": "WARNING",
                "scheduler_polling_interval_sec": _HOUR_S,
            }
        )
        # One nobody works on never runs; a process that only takes jobs listens to no queue.
        DBOS.listen_queues([QUEUE] if self._parallel else [])

        @DBOS.workflow(name=WORKFLOW)
        def carry_out(story: str, request_id: str) -> dict[str, str]:
            return self._carry_out(story, request_id)

        DBOS.launch()
        if self._parallel:
            DBOS.register_queue(
                QUEUE, worker_concurrency=self._parallel, polling_interval_sec=POLL_S, on_conflict="always_update"
            )

    def stop(self, within_s: float) -> list[str]:
        """Takes no more jobs, waits for those under way at most `within_s`; gives the ids of those cut short."""
        from dbos import DBOS

        wait_s = round(within_s) if self.under_way() else 0
        DBOS.destroy(destroy_registry=True, workflow_completion_timeout_sec=wait_s)
        left = self.under_way()
        for job_id in left:
            self.drop(job_id)
        return left

    def under_way(self) -> list[str]:
        """The ids of the jobs this process works on now."""
        with self._lock:
            return list(self._under_way)

    def drop(self, job_id: str) -> None:
        """Stops working on a job that was cancelled, or that another process has taken over."""
        with self._lock:
            future = self._under_way.get(job_id)
        if future:
            future.cancel()

    def _carry_out(self, story: str, request_id: str) -> dict[str, str]:
        """The workflow. What the step gives back is not recorded with it: a report need not be kept twice."""
        from dbos import DBOS

        asked = Asked(story, request_id)
        done: list[Outcome] = []
        DBOS.run_step({"name": STEP}, lambda: done.append(self._watch(asked)))
        # Nothing done, though the step is recorded: the process died in between. Its replies are kept.
        return asdict(done[0] if done else self._watch(asked))

    def _watch(self, asked: Asked) -> Outcome:
        from dbos import DBOS

        news: queue.SimpleQueue[Progress | None] = queue.SimpleQueue()
        job_id = str(DBOS.workflow_id)
        working: Coroutine[Any, Any, Outcome] = _awaited(self._work, asked, news)
        future = asyncio.run_coroutine_threadsafe(working, self._loop)
        future.add_done_callback(lambda _: news.put(None))
        with self._lock:
            self._under_way[job_id] = future
        try:
            _tell(news)
            return future.result()
        except CancelledError:
            # What dbos would record of it is refused: the job is cancelled, or somebody else's, by now.
            raise Dropped(job_id) from None
        finally:
            future.cancel()
            with self._lock:
                self._under_way.pop(job_id, None)


class Dropped(Exception):
    """A job that this process no longer works on."""


async def _awaited(work: Work, asked: Asked, news: "queue.SimpleQueue[Progress | None]") -> Outcome:
    return await work(asked, news.put)


def _tell(news: "queue.SimpleQueue[Progress | None]") -> None:
    """Writes news until the work is done: where a step begins or ends, else at most one in a while."""
    from dbos import DBOS

    begun = told_at = time.monotonic()
    last: Progress | None = None
    while (now := news.get()) is not None:
        is_turn = last is None or last.step != now.step or now.done == now.total
        at = time.monotonic()
        if is_turn or at - told_at >= max(NEWS_EVERY_S, NEWS_EVERY_PART * (at - begun)):
            told_at, last = at, now
            # A job does not fail because nobody can be told how far it is.
            with contextlib.suppress(sqlalchemy.exc.SQLAlchemyError):
                DBOS.write_stream(PROGRESS, JobProgress.of(now).model_dump_json())
