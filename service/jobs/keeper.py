"""Keeps a process' part in the jobs alive: opens the database, works, beats, takes over from the dead, begins anew.

Knows nothing of what a job does, or who asked for it.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

import sqlalchemy

from service.errors import JobError, JobsDown
from service.faults import without_words
from service.jobs.client import Client
from service.jobs.database import close, open_database, telling
from service.jobs.heartbeat import Heartbeat
from service.jobs.port import STARTING, Terms, Work
from service.jobs.retention import Limits, sweep
from service.jobs.worker import Worker

T = TypeVar("T")
P = ParamSpec("P")
_log = logging.getLogger("rashomon")
# How often a process looks whether a job it works on was cancelled.
LOOK_S = 0.5
BEATS_BEFORE_DEATH = 4
PATIENCE_ROUNDS = 3
# Longer than a job takes from the queue to its thread, or from its end into the database, on a busy machine.
STRAY_S = 15.0
REOPEN_S = 2.0
SWEEP_S = 3600.0


class Keeper:
    """One process' part, as `own_id`, under `terms`. `trouble` says why jobs cannot be taken now, "" where they can."""

    def __init__(self, terms: Terms, work: Work, own_id: str, threads: ThreadPoolExecutor) -> None:
        self._terms = terms
        self._work = work
        self._own_id = own_id
        self._threads = threads
        self._is_stopping = asyncio.Event()
        self._keeping: asyncio.Task[None] | None = None
        self._grace_s = 0.0
        self._strays: dict[str, float] = {}
        self.trouble = STARTING
        self.client: Client | None = None

    def start(self) -> None:
        """Begins in the background."""
        self._keeping = asyncio.create_task(self._keep())

    async def stop(self, within_s: float) -> None:
        """Takes no more work and hands back what does not finish `within_s`."""
        self._grace_s = within_s
        self._is_stopping.set()
        if self._keeping:
            await self._keeping

    async def _keep(self) -> None:
        while not self._is_stopping.is_set():
            try:
                await self._open_and_work()
            except JobError as error:
                self._tell(str(error))
            except Exception as error:
                # dbos may raise anything where tables are not what it made; its words may hold a row's.
                self._tell(f"the job engine failed: {without_words(error)}")
            await self._pause(REOPEN_S)

    async def _open_and_work(self) -> None:
        database = await self._in_thread(open_database, self._terms.database_url, self._terms.folder)
        heartbeat = Heartbeat(database, self._own_id, self._terms.dead_after_s)
        worker = Worker(database, self._own_id, self._terms.parallel, self._work)
        client = await self._in_thread(Client, database)
        try:
            await self._in_thread(_begin, heartbeat, worker)
            self.client = client
            self._tell("")
            await self._rounds(database, heartbeat, worker, client)
        finally:
            self.client = None
            await self._in_thread(self._end, heartbeat, worker, client)
            close(database)

    async def _rounds(self, database: sqlalchemy.Engine, heartbeat: Heartbeat, worker: Worker, client: Client) -> None:
        """Looks and beats until it is told to stop. Raises JobsDown where a file stays unusable."""
        failed, beat_at = 0, time.monotonic()
        beat_every_s = self._terms.dead_after_s / BEATS_BEFORE_DEATH
        limits = Limits(self._terms.max_age_days, self._terms.max_mb * 10**6)
        sweep_at = time.monotonic()
        while not self._is_stopping.is_set():
            try:
                await self._in_thread(self._look, worker, client)
                if time.monotonic() >= beat_at:
                    beat_at = time.monotonic() + beat_every_s
                    await self._in_thread(self._beat, heartbeat, worker, client)
                    self._tell("")
                    failed = 0
                if time.monotonic() >= sweep_at:
                    sweep_at = time.monotonic() + SWEEP_S
                    await self._in_thread(sweep, database, client, limits)
            except JobError as error:
                self._tell(str(error))
                failed += 1
                # PostgreSQL comes back by itself; a file that was damaged or replaced has to be opened anew.
                if database.dialect.name == "sqlite" and isinstance(error, JobsDown) and failed >= PATIENCE_ROUNDS:
                    raise
            await self._pause(LOOK_S)

    def _look(self, worker: Worker, client: Client) -> None:
        under_way = worker.under_way()
        for job_id in client.lost_by(self._own_id, under_way) if under_way else ():
            worker.drop(job_id)

    def _beat(self, heartbeat: Heartbeat, worker: Worker, client: Client) -> None:
        working = client.workers()
        with telling():
            heartbeat.beat()
            heartbeat.note(working)
            dead = heartbeat.claim_dead()
        for other in dead:
            left = client.running(other)
            client.hand_on(left, is_loss=True)
            with telling():
                heartbeat.bury(other)
            _log.warning("a process that worked on jobs is dead; %d of its jobs are taken over", len(left))
        # A job that is nobody's though this process took it: what came of it could not be written.
        now, mine = time.monotonic(), set(client.running(self._own_id)) - set(worker.under_way())
        self._strays = {job_id: self._strays.get(job_id, now) for job_id in mine}
        client.hand_on([job_id for job_id, since in self._strays.items() if now - since > STRAY_S], is_loss=True)

    def _end(self, heartbeat: Heartbeat, worker: Worker, client: Client) -> None:
        left = worker.stop(self._grace_s)
        with contextlib.suppress(JobError), telling():
            client.hand_on(left, is_loss=False)
            heartbeat.leave()

    def _tell(self, trouble: str) -> None:
        if trouble and trouble != self.trouble:
            _log.warning("jobs: %s", trouble)
        elif not trouble and self.trouble not in ("", STARTING):
            _log.warning("jobs: the job database can be used again")
        self.trouble = trouble

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._is_stopping.wait(), seconds)

    async def _in_thread(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, lambda: call(*args, **kwargs))


def _begin(heartbeat: Heartbeat, worker: Worker) -> None:
    """The heartbeat first: it fails at once where dbos would wait without a word, and nobody works unseen."""
    with telling():
        heartbeat.prepare()
        heartbeat.beat()
        worker.launch()
