"""The one table from error to HTTP status, and problem details (RFC 9457) made from it. Knows nothing of FastAPI.

`type` is a relative reference, stable across versions, one for each kind of problem; programs tell problems apart
by it, people read `detail`.
"""

import math
from dataclasses import dataclass
from http import HTTPStatus
from typing import get_args

from pydantic import Field

from service import errors
from service.models import Model

MEDIA_TYPE = "application/problem+json"
_TYPES_AT = "/problems/"


class FieldProblem(Model):
    """One broken rule, of possibly several."""

    type: str
    field: str = Field(description="Where it is in the body, such as articles[1].text; empty for the whole body.")
    detail: str


class ProblemDetails(Model):
    """Why a request was not answered, and what to do."""

    type: str
    title: str
    status: int
    detail: str
    request_id: str
    problems: tuple[FieldProblem, ...] = ()
    step: str | None = Field(None, description="The step of the analysis that failed.")
    article_id: str | None = Field(None, description="The article it failed on.")


@dataclass(frozen=True)
class Kind:
    """A kind of problem: its status, the last part of its type, and its title."""

    status: int
    name: str
    title: str

    @property
    def type(self) -> str:
        """The reference programs compare."""
        return _TYPES_AT + self.name


INVALID = Kind(422, "invalid-story", "The story breaks a rule")
INTERNAL = Kind(500, "internal-error", "The service failed")
# The first row an error is an instance of decides.
TABLE: tuple[tuple[type[errors.RashomonError], Kind], ...] = (
    (errors.Malformed, Kind(400, "malformed-body", "The body is not JSON in UTF-8")),
    (errors.TooLarge, Kind(413, "body-too-large", "The body is too large")),
    (errors.WrongMediaType, Kind(415, "wrong-media-type", "The body must be application/json")),
    (errors.NotAcceptable, Kind(406, "not-acceptable", "No form of the answer is accepted")),
    (errors.InvalidReport, Kind(422, "invalid-report", "The report breaks a rule")),
    (errors.Invalid, INVALID),
    (errors.CostCapPassed, Kind(402, "cost-cap", "The analysis may not cost so much")),
    (errors.KeyNeeded, Kind(401, "key-needed", "A key is needed")),
    (errors.LimitReached, Kind(429, "limit-reached", "The key's limit is reached")),
    (errors.Busy, Kind(503, "busy", "Too many analyses are waiting")),
    (errors.Stopping, Kind(503, "stopping", "The service is stopping")),
    (errors.BadReply, Kind(502, "bad-reply", "The model's replies could not be used")),
    (errors.ContextExceeded, Kind(502, "context-exceeded", "The model's context is too small")),
    (errors.KeyRefused, Kind(503, "key-refused", "The model's provider refused the key")),
    (errors.ModelDown, Kind(503, "model-down", "The model cannot be reached")),
    (errors.ModelTimeout, Kind(504, "model-timeout", "The model took too long")),
    (errors.DeadlinePassed, Kind(504, "deadline-passed", "The analysis took too long")),
    (errors.NoSuchJob, Kind(404, "no-such-job", "There is no such job")),
    (errors.KeyReused, Kind(422, "idempotency-key-reused", "The Idempotency-Key belongs to another story")),
    (errors.JobsDown, Kind(503, "jobs-down", "Jobs cannot be taken now")),
    (errors.StorageFull, Kind(507, "storage-full", "There is no room to keep the job")),
    (errors.JobLost, Kind(500, "job-lost", "The job cannot be finished")),
    (errors.RashomonError, INTERNAL),
)


def describe(error: errors.RashomonError, request_id: str) -> ProblemDetails:
    """What the client is told about `error`."""
    kind = next(kind for type_, kind in TABLE if isinstance(error, type_))
    broken = error.problems if isinstance(error, errors.Invalid) else []
    return ProblemDetails(
        type=_common_type(broken) or kind.type,
        title=kind.title,
        status=kind.status,
        detail=str(error),
        request_id=request_id,
        problems=tuple(FieldProblem(type=_TYPES_AT + one.kind, field=one.field, detail=one.detail) for one in broken),
        step=getattr(error, "step", None),
        article_id=getattr(error, "article_id", None),
    )


def describe_status(status: int, detail: str, request_id: str) -> ProblemDetails:
    """What the client is told when no error of ours decided the status: an unknown path, a wrong method."""
    phrase = HTTPStatus(status).phrase
    name = phrase.lower().replace(" ", "-")
    return ProblemDetails(type=_TYPES_AT + name, title=phrase, status=status, detail=detail, request_id=request_id)


def internal(request_id: str) -> ProblemDetails:
    """What the client is told about a fault of ours: nothing of the exception, whose text may quote an article."""
    detail = "An unexpected fault; the service's log names it under this request_id."
    return ProblemDetails(
        type=INTERNAL.type, title=INTERNAL.title, status=INTERNAL.status, detail=detail, request_id=request_id
    )


def retry_after(error: errors.RashomonError) -> str | None:
    """The value of Retry-After, in whole seconds, where it is known when the model can be asked again."""
    seconds = getattr(error, "retry_after_s", None)
    return None if seconds is None else str(math.ceil(seconds))


def all_types() -> dict[str, str]:
    """Every type a client may meet, with its title: for the documentation."""
    kinds = {kind.type: kind.title for _, kind in TABLE}
    rules = {_TYPES_AT + kind: INVALID.title for kind in get_args(errors.ProblemKind)}
    return {**kinds, **rules}


def _common_type(problems: list[errors.Problem]) -> str | None:
    """The type all problems share: the whole answer's type too."""
    kinds = {problem.kind for problem in problems}
    return _TYPES_AT + kinds.pop() if len(kinds) == 1 else None
