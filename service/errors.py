"""Every error the product raises on purpose. Knows nothing of HTTP or exit codes; app.py and cli.py give those.

RashomonError
├── BadInput                 what the caller sent cannot be used
│   ├── Malformed            not JSON, or not UTF-8
│   ├── TooLarge             the body is over the limit
│   ├── WrongMediaType       the body is not application/json
│   ├── Invalid              a field breaks a rule (one or more `problems`)
│   │   └── InvalidReport    the field is one of a report that was sent back, or of what was said about it
│   └── NotAcceptable        no form of the answer is one that the caller takes
├── BadSettings              a setting cannot be used; start-up stops
├── ModelError               a call to the model failed for good; names step and article
│   ├── BadReply             the replies never validated, even after showing the model its errors
│   ├── ModelDown            the model cannot be reached, or is not installed
│   ├── KeyRefused           the provider refused the key
│   ├── ContextExceeded      the call does not fit into the model's context
│   └── ModelTimeout         one call outlasted its limit, or the retries their total time
├── DeadlinePassed           the whole analysis outlasted its deadline
├── CostCapPassed            a call could pass what the analysis may cost; it was not made
├── NotLetIn                 the request may be right, and is not answered
│   ├── KeyNeeded            it carries no key, or one that is not known
│   ├── LimitReached         its key has asked too often, or has too many requests under way
│   ├── Busy                 as many analyses are under way and waiting as may
│   └── Stopping             the service is going away
├── ServiceFailed            a service elsewhere could not be reached, or did not answer with a report
├── CacheFailed              the cache could not be inspected or emptied as asked; an analysis never fails for it
└── JobError                 a job cannot be taken, found or finished; analyses that are waited for go on
    ├── NoSuchJob            there is none of this id, or it is somebody else's
    ├── KeyReused            an Idempotency-Key came again with another story
    ├── JobsDown             the job database cannot be used now
    ├── StorageFull          there is no room left to keep the job
    └── JobLost              what is kept of the job cannot be used, or whoever worked on it died again and again
"""

from dataclasses import dataclass
from typing import Literal

ProblemKind = Literal[
    "too-few-articles",
    "too-many-articles",
    "no-text",
    "text-or-html",
    "text-too-long",
    "no-article-in-html",
    "duplicate-id",
    "bad-characters",
    "missing-field",
    "unknown-field",
    "wrong-type",
    "wrong-date",
    "wrong-value",
    "too-long",
    "bad-file",
]


class RashomonError(Exception):
    """Root of the tree. `str(error)` is one line that says what happened and what to do."""


@dataclass(frozen=True)
class Problem:
    """One broken rule: the field as a path ("articles[1].text"), the rule with its limit and what to do, its kind."""

    field: str
    detail: str
    kind: ProblemKind = "wrong-value"

    def __str__(self) -> str:
        return f"{self.field}: {self.detail}" if self.field else self.detail


class BadInput(RashomonError):
    """What the caller sent cannot be used."""


class Malformed(BadInput):
    """The body is not JSON, or its bytes are not UTF-8."""


class TooLarge(BadInput):
    """The body is over the size limit."""


class WrongMediaType(BadInput):
    """The body is not declared as application/json."""


class Invalid(BadInput):
    """One or more fields break a rule; every broken rule is in `problems`."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("; ".join(str(problem) for problem in problems))


class InvalidReport(Invalid):
    """A report that was sent back, or what was said about it, breaks a rule."""


class NotAcceptable(BadInput):
    """No form of the answer is one that the caller takes."""


class BadSettings(RashomonError):
    """A setting has a value that cannot be used; the message names the variable."""


class ModelError(RashomonError):
    """A model call failed for good.

    `step` is the pipeline step that asked, `article_id` the article it asked about (None for steps that look at
    several). Adapters and wrappers below the pipeline raise it without them; `analyze.py` fills them in.
    """

    def __init__(self, message: str, *, step: str | None = None, article_id: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.step = step
        self.article_id = article_id

    def __str__(self) -> str:
        where = [f"step {self.step}"] if self.step else []
        where += [f"article {self.article_id}"] if self.article_id else []
        return f"{', '.join(where)}: {self.message}" if where else self.message


class BadReply(ModelError):
    """The model's replies never validated. `errors` holds the last validation errors, one line each."""

    def __init__(self, message: str, *, errors: list[str] | None = None, refused: bool = False) -> None:
        super().__init__(message)
        self.errors = errors or []
        self.refused = refused


class ModelDown(ModelError):
    """The model cannot be reached, or is not installed.

    `may_pass` says that the same call can succeed later (a rate limit, an overload, a lost connection);
    `retry_after_s` is how long the provider asks to wait, where it says so.
    """

    def __init__(self, message: str, *, may_pass: bool = False, retry_after_s: float | None = None) -> None:
        super().__init__(message)
        self.may_pass = may_pass
        self.retry_after_s = retry_after_s


class KeyRefused(ModelError):
    """The provider refused the key."""


class ContextExceeded(ModelError):
    """The call does not fit into the model's context."""


class ModelTimeout(ModelError):
    """One call outlasted its limit, or its retries their total time."""


class DeadlinePassed(RashomonError):
    """The whole analysis outlasted its deadline; `step` is the one it was in, where known."""

    def __init__(self, message: str, *, step: str | None = None) -> None:
        super().__init__(message)
        self.step = step


class CostCapPassed(RashomonError):
    """A call could pass what the analysis may cost, so it was not made; `step` is the one that would have asked."""

    def __init__(self, message: str, *, step: str | None = None) -> None:
        super().__init__(message)
        self.step = step


class NotLetIn(RashomonError):
    """The request was not answered, whatever it asks; `retry_after_s` says when it may be, where known."""

    def __init__(self, message: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class KeyNeeded(NotLetIn):
    """The request carries no key, or one that is not known."""


class LimitReached(NotLetIn):
    """The key has asked as often as it may, or has as many requests under way as it may."""


class Busy(NotLetIn):
    """As many analyses are under way and waiting as may."""


class Stopping(NotLetIn):
    """The service is going away: it began nothing, or did not finish in the time it had."""


class ServiceFailed(RashomonError):
    """A service elsewhere could not be reached, or did not answer with a report."""


class CacheFailed(RashomonError):
    """The cache could not be inspected or emptied as asked. An analysis never raises it: it goes on uncached."""


class JobError(RashomonError):
    """A job cannot be taken, found or finished. Analyses that are waited for need no job and go on."""


class NoSuchJob(JobError):
    """There is no job of this id, or it belongs to another key."""


class KeyReused(JobError):
    """An Idempotency-Key came again with another story."""


class JobsDown(JobError):
    """The job database cannot be used now; it is tried again all the time. `retry_after_s`: when to ask again."""

    def __init__(self, message: str, *, retry_after_s: float | None = 10.0) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class StorageFull(JobError):
    """There is no room left to keep the job."""


class JobLost(JobError):
    """What is kept of the job cannot be used, or every process that worked on it died."""
