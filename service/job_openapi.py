"""What the OpenAPI document says of the routes of jobs. Knows nothing of how they are answered."""

from typing import Any

from pydantic import Field

from service import openapi
from service.jobs.job import JobProgress, State
from service.models import Model
from service.problems import ProblemDetails
from service.report_models import Report


class JobView(Model):
    """A job as clients see it. `report` and `problem` are null until it is finished."""

    id: str
    state: State
    created_at: str = Field(description="When it was taken, in UTC.")
    finished_at: str | None = Field(description="When it ended, in UTC.")
    progress: JobProgress | None = Field(description="How far it is, while it runs.")
    report: Report | None = Field(description="The report of a job that succeeded.")
    problem: ProblemDetails | None = Field(description="Why a job failed.")


_ID = "9f6c0d0b5e1f4c7a8d2e3b4a5c6d7e8f"
QUEUED: dict[str, Any] = {
    "id": _ID,
    "state": "queued",
    "created_at": "2026-03-05T09:30:00+00:00",
    "finished_at": None,
    "progress": None,
    "report": None,
    "problem": None,
}
RUNNING = {
    **QUEUED,
    "state": "running",
    "progress": {"step": "claims", "done": 2, "total": 6, "prompt_tokens": 812, "completion_tokens": 96},
}
CANCELLED = {**QUEUED, "state": "cancelled", "finished_at": "2026-03-05T09:30:04+00:00"}
_EVENTS = (
    'event: progress\ndata: {"step":"claims","done":2,"total":6,"prompt_tokens":812,"completion_tokens":96}\nid: 2\n\n'
    'event: succeeded\ndata: {"id":"9f6c...","state":"succeeded","report":{}}\nid: 3\n\n'
)
_HEADER_TEXT = {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"}


def _view(description: str, example: Any) -> dict[str, Any]:
    return {"description": description, "model": JobView, "content": {"application/json": {"example": example}}}


def _header(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": False, "description": description, "schema": schema}


_COMMON = {status: openapi.failure(status) for status in (401, 404, 429, 500, 503)}
_TAKEN = _view("The job, kept.", QUEUED)
_TAKEN["headers"] = {"Location": {"description": "Where the job is.", "schema": {"type": "string"}}}
SUBMIT: dict[str, Any] = {
    "status_code": 202,
    "openapi_extra": {
        **openapi.ANALYZE["openapi_extra"],
        "parameters": [_header("Idempotency-Key", "One job for one story, however often it is sent.", _HEADER_TEXT)],
    },
    "responses": {
        202: _TAKEN,
        **{status: openapi.failure(status) for status in (400, 401, 413, 415, 422, 429, 500, 503, 507)},
    },
}
LOOK: dict[str, Any] = {"responses": {200: _view("The job.", RUNNING), **_COMMON}}
CANCEL: dict[str, Any] = {"responses": {200: _view("The job, cancelled or finished before.", CANCELLED), **_COMMON}}
FOLLOW: dict[str, Any] = {
    "openapi_extra": {
        "parameters": [_header("Last-Event-ID", "Go on after this event.", {"type": "string", "pattern": "^[0-9]+$"})]
    },
    "responses": {
        200: {
            "description": "`progress` events, then one named for the state the job ended in, with the whole job.",
            "content": {"text/event-stream": {"schema": {"type": "string"}, "example": _EVENTS}},
        },
        **_COMMON,
    },
}
