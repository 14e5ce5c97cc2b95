"""Works off a file of stories: a window of jobs in flight, a line written for each that ends. Knows no arguments.

What is kept in memory is the window, and eight bytes for each line that was written before. A line is submitted under
an id made of the files' names and its own words, so a batch that was killed finds the jobs it left.
"""

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from service import problems, stories
from service.errors import BadInput, JobError, TooLarge
from service.jobs.job import Asked, Record, Submission
from service.jobs.port import JobEngine

T = TypeVar("T")
POLL_S = 0.2
PATIENCE_S = 1.0
MAX_STORY_BYTES = 8 * 1024 * 1024
# Nobody asks for a batch's jobs over HTTP: no key has this name.
OWNER = "rashomon batch"
CANCELLED = '{"type":"/problems/cancelled","title":"The job was cancelled","detail":"the job was cancelled"}'


@dataclass(frozen=True)
class Line:
    """A line of the input: its number from 1 and its words; `is_too_long` where it was not read to its end."""

    number: int
    words: bytes
    is_too_long: bool = False

    @property
    def sha256(self) -> str:
        """Tells one story from another."""
        return hashlib.sha256(self.words).hexdigest()


@dataclass(frozen=True)
class Counts:
    """How far a batch is. `skipped` lines were written by an earlier run."""

    done: int = 0
    failed: int = 0
    skipped: int = 0


class Written(Protocol):
    """What is written already, and where to write more; each line at once and whole."""

    def has(self, line: Line) -> bool: ...

    def report(self, line: Line, text: str) -> None: ...

    def failure(self, line: Line, problem: str) -> None: ...


class Batch:
    """Has the stories analysed by `engine`, at most `window` at once. `name` tells batches apart, run after run."""

    def __init__(self, engine: JobEngine, written: Written, name: str, window: int) -> None:
        self._engine = engine
        self._written = written
        self._name = name
        self._window = window
        self._in_flight: dict[str, Line] = {}
        self._counts = Counts()

    async def run(self, lines: Iterable[Line], tell: Callable[[Counts], None]) -> Counts:
        """Every line written or noted as failed; `tell` hears how far it is, again and again."""
        coming, is_over = iter(lines), False
        while True:
            while not is_over and len(self._in_flight) < self._window:
                line = await asyncio.to_thread(next, coming, None)
                is_over = line is None
                if line:
                    await self._begin(line)
                tell(self._counts)
            if not self._in_flight:
                return self._counts
            await self._collect()
            tell(self._counts)
            await asyncio.sleep(POLL_S)

    async def _begin(self, line: Line) -> None:
        if self._written.has(line):
            self._counts = replace(self._counts, skipped=self._counts.skipped + 1)
            return
        try:
            submission = await asyncio.to_thread(self._submission, line)
        except BadInput as error:
            problem = problems.describe(error, self._id(line))
            self._fail(line, problem.model_dump_json(exclude_none=True))
            return
        await _patiently(lambda: self._engine.submit(submission))
        self._in_flight[submission.id] = line

    async def _collect(self) -> None:
        """Writes what has ended, and only then lets the engine forget it."""
        ids = list(self._in_flight)
        records = {record.id: record for record in await _patiently(lambda: self._engine.states(ids))}
        ended = [job_id for job_id in ids if job_id in records and records[job_id].is_finished]
        for job_id in ended:
            await asyncio.to_thread(self._write, self._in_flight[job_id], records[job_id])
        if ended:
            await _patiently(lambda: self._engine.forget(ended))
        lost = [self._in_flight[job_id] for job_id in ids if job_id not in records]
        for job_id in (*ended, *(self._id(line) for line in lost)):
            del self._in_flight[job_id]
        for line in lost:
            # Somebody purged it meanwhile, or put an older database back.
            await self._begin(line)

    def _write(self, line: Line, record: Record) -> None:
        outcome = record.outcome
        if outcome and outcome.kind == "report":
            self._written.report(line, outcome.text)
            self._counts = replace(self._counts, done=self._counts.done + 1)
        else:
            self._fail(line, outcome.text if outcome else CANCELLED)

    def _fail(self, line: Line, problem: str) -> None:
        self._written.failure(line, problem)
        self._counts = replace(self._counts, failed=self._counts.failed + 1)

    def _submission(self, line: Line) -> Submission:
        if line.is_too_long:
            raise TooLarge(
                f"the story is over the limit of {MAX_STORY_BYTES // 2**20} MiB; send fewer or shorter articles"
            )
        story = stories.parse(line.words)
        articles = stories.to_articles(story)
        asked = Asked(story.model_dump_json(exclude_unset=True), self._id(line))
        return Submission(self._id(line), asked, tuple(sorted({article.text_sha256 for article in articles})), OWNER)

    def _id(self, line: Line) -> str:
        return hashlib.sha256(json.dumps([self._name, line.number, line.sha256]).encode()).hexdigest()[:32]


async def _patiently(ask: Callable[[], Awaitable[T]]) -> T:
    """What `ask` gives once the job database can be used: a batch waits for it, however long."""
    while True:
        try:
            return await ask()
        except JobError:
            await asyncio.sleep(PATIENCE_S)
