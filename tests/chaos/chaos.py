"""Many jobs, three workers on one PostgreSQL, and a random one of them killed again and again.

Knows nothing of HTTP: jobs are put into the queue and looked at as the service does it. What must hold at the end:
every job succeeded, none is lost, none is doubled.
"""

import asyncio
import json
import random
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from service.asking import Progress
from service.jobs.durable import Durable
from service.jobs.job import Asked, Outcome, Submission
from service.jobs.port import Terms
from tests.jobs.stub import Stub, story
from tests.served import program

WORKERS = 3
ANSWER_S = 0.1
DEAD_AFTER_S = 4.0
# A worker needs some seconds to begin; killed faster than that, none would ever work.
KILL_EVERY_S = (8.0, 14.0)


@dataclass(frozen=True)
class Result:
    """What became of the jobs, and how often what was done to whom."""

    states: dict[str, int]
    kills: int
    most_asked: int
    seconds: float


async def run(url: str, folder: Path, jobs: int, at_most_s: float, say: Callable[[str], None]) -> Result:
    """Works off `jobs` jobs on the empty database at `url`, in at most that time. Raises TimeoutError."""
    stub = Stub(ANSWER_S)
    with stub.server:
        engine = Durable(Terms(folder / "taking", url, 0, DEAD_AFTER_S), _nothing)
        await engine.start()
        workers = Workers(url, folder, stub.settings())
        began = time.monotonic()
        try:
            async with asyncio.timeout(at_most_s):
                ids = await _submit(engine, jobs)
                workers.start_all()
                killing = asyncio.create_task(workers.kill_again_and_again())
                try:
                    states = await _finish(engine, ids, say)
                finally:
                    killing.cancel()
        finally:
            workers.end_all()
            await engine.stop(0.0)
        return Result(states, workers.kills, stub.most_asked(), time.monotonic() - began)


class Workers:
    """Three `rashomon worker` processes, each with a data folder of its own, as on three machines."""

    def __init__(self, url: str, folder: Path, settings: dict[str, str]) -> None:
        self._folder = folder
        self._settings = {
            **settings,
            "RASHOMON_DATABASE_URL": url,
            "RASHOMON_WORKER_DEAD_AFTER_S": str(DEAD_AFTER_S),
            "RASHOMON_JOBS_PARALLEL": "4",
        }
        self._running: dict[int, subprocess.Popen[str]] = {}
        self.kills = 0

    def start_all(self) -> None:
        for number in range(WORKERS):
            self._start(number)

    async def kill_again_and_again(self) -> None:
        """Which one, and when, is chance."""
        while True:
            await asyncio.sleep(random.uniform(*KILL_EVERY_S))
            number = random.randrange(WORKERS)
            _kill(self._running[number])
            self.kills += 1
            self._start(number)

    def end_all(self) -> None:
        for process in self._running.values():
            _kill(process)

    def _start(self, number: int) -> None:
        self._running[number] = program("worker", RASHOMON_DATA_DIR=str(self._folder / str(number)), **self._settings)


def _kill(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


async def _submit(engine: Durable, jobs: int) -> list[str]:
    while engine.trouble():
        await asyncio.sleep(0.1)
    ids = [f"job-{number}" for number in range(jobs)]
    for number, job_id in enumerate(ids):
        asked = Asked(json.dumps(story(number)), job_id)
        assert await engine.submit(Submission(job_id, asked, ("a",)))
    return ids


async def _finish(engine: Durable, ids: list[str], say: Callable[[str], None]) -> dict[str, int]:
    while True:
        counted: Counter[str] = Counter(record.state for record in await engine.states(ids))
        say(", ".join(f"{count} {state}" for state, count in sorted(counted.items())))
        if not counted["queued"] and not counted["running"]:
            return dict(counted)
        await asyncio.sleep(2.0)


async def _nothing(asked: Asked, progress: Callable[[Progress], None]) -> Outcome:
    raise AssertionError("this process only takes jobs in")
