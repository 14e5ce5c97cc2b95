"""The vocabulary of jobs: what is asked, how far it is, what came out. Knows no engine, database or HTTP."""

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from service.asking import Progress
from service.models import Model

State = Literal["queued", "running", "succeeded", "failed", "cancelled"]
FINISHED: frozenset[State] = frozenset({"succeeded", "failed", "cancelled"})


@dataclass(frozen=True)
class Asked:
    """What one job is to do, as text: the story as a POST /analyze body, and the id that its report will carry."""

    story: str
    request_id: str


@dataclass(frozen=True)
class Outcome:
    """What came of a job, as the text that every reader gets: a Report, or the problem that stands in its place."""

    kind: Literal["report", "problem"]
    text: str


@dataclass(frozen=True)
class Submission:
    """A job to be kept. `articles` are the hashes by which it can be purged, `owner` who may see it."""

    id: str
    asked: Asked
    articles: tuple[str, ...]
    owner: str = ""

    @property
    def fingerprint(self) -> str:
        """Tells one story from another."""
        return hashlib.sha256(self.asked.story.encode()).hexdigest()


@dataclass(frozen=True)
class Record:
    """A job as it is kept. `outcome` is there once it succeeded or failed, if it was asked for."""

    id: str
    state: State
    created_at: datetime
    finished_at: datetime | None
    owner: str
    fingerprint: str
    articles: tuple[str, ...]
    outcome: Outcome | None = None

    @property
    def is_finished(self) -> bool:
        """Whether nothing about it will change any more."""
        return self.state in FINISHED


class JobProgress(Model):
    """How far a job is: `done` of `total` questions of a step answered; tokens are those of the whole analysis."""

    step: str
    done: int
    total: int
    prompt_tokens: int
    completion_tokens: int

    @classmethod
    def of(cls, now: Progress) -> "JobProgress":
        """The news as it is kept and sent."""
        return cls(
            step=now.step,
            done=now.done,
            total=now.total,
            prompt_tokens=now.prompt_tokens,
            completion_tokens=now.completion_tokens,
        )


@dataclass(frozen=True)
class News:
    """One event in the life of a running job; `number` counts from 0 without a gap."""

    number: int
    progress: JobProgress


def new_id() -> str:
    """An id nobody can guess."""
    return secrets.token_hex(16)


def id_of(owner: str, key: str) -> str:
    """The id of the job that `owner` gave this Idempotency-Key: the same each time, so that it is kept once."""
    return hashlib.sha256(json.dumps([owner, key]).encode()).hexdigest()[:32]
