"""Reads a job out of dbos' row of it. Whatever a row holds that this program cannot have written is said, never run.

Knows nothing of connections or statements.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from service import problems
from service.errors import JobLost
from service.jobs.job import Outcome, Record, State, Submission

if TYPE_CHECKING:
    from dbos import WorkflowStatus

_STATES: dict[str, State] = {
    "ENQUEUED": "queued",
    "DELAYED": "queued",
    "PENDING": "running",
    "SUCCESS": "succeeded",
    "CANCELLED": "cancelled",
}
# How often a job's work may be lost, mostly with the process that did it, before the job is taken for the reason.
MOST_LOSSES = 10


def attributes_of(submission: Submission) -> dict[str, Any]:
    """What stands beside a job in the open: nothing of what its articles say."""
    return {
        "owner": submission.owner,
        "fingerprint": submission.fingerprint,
        "articles": list(submission.articles),
        "request_id": submission.asked.request_id,
    }


def losses_of(row: "WorkflowStatus") -> int:
    """How often work on it was lost."""
    losses = _attributes(row).get("losses")
    return losses if isinstance(losses, int) else 0


def read(row: "WorkflowStatus") -> Record:
    """The job in `row`; its outcome where the row was asked for with its output."""
    kept = _attributes(row)
    state = _STATES.get(row.status, "failed")
    outcome = None
    if losses_of(row) > MOST_LOSSES:
        outcome = _lost(
            kept,
            f"work on it was lost {MOST_LOSSES} times, with the process that did it; send it again, or less of it",
        )
    elif state == "succeeded" and row.output is not None:
        outcome = _outcome(row.output) or _lost(kept, "what is kept of it is no report; send it again")
    elif state == "failed":
        outcome = _lost(kept, "what is kept of it cannot be read; send it again")
    if outcome:
        state = "succeeded" if outcome.kind == "report" else "failed"
    articles = kept.get("articles")
    return Record(
        id=row.workflow_id,
        state=state,
        created_at=_moment(row.created_at) or datetime.fromtimestamp(0, UTC),
        finished_at=_moment(row.completed_at),
        owner=_text(kept, "owner"),
        fingerprint=_text(kept, "fingerprint"),
        articles=tuple(str(one) for one in articles) if isinstance(articles, list) else (),
        outcome=outcome,
    )


def _outcome(output: Any) -> Outcome | None:
    if not isinstance(output, dict) or output.get("kind") not in ("report", "problem"):
        return None
    text = output.get("text")
    return Outcome(output["kind"], text) if isinstance(text, str) and text.startswith("{") else None


def _lost(kept: Mapping[str, Any], why: str) -> Outcome:
    problem = problems.describe(JobLost(f"the job cannot be finished: {why}"), _text(kept, "request_id"))
    return Outcome("problem", problem.model_dump_json(exclude_none=True))


def _attributes(row: "WorkflowStatus") -> Mapping[str, Any]:
    return row.attributes if isinstance(row.attributes, dict) else {}


def _text(kept: Mapping[str, Any], name: str) -> str:
    value = kept.get(name)
    return value if isinstance(value, str) else ""


def _moment(epoch_ms: int | None) -> datetime | None:
    return datetime.fromtimestamp(epoch_ms / 1000, UTC) if isinstance(epoch_ms, int) else None
