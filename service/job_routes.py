"""The routes of jobs: keep one, look at it, follow it, cancel it. Knows nothing of the engine that keeps them."""

import asyncio
import json
import re
from collections.abc import AsyncIterator

from fastapi import APIRouter, Request, Response
from fastapi.sse import ServerSentEvent

from service import bodies, event_stream, job_openapi, problems, stories
from service.errors import Invalid, JobsDown, KeyReused, NoSuchJob, Problem, RashomonError
from service.jobs import job
from service.jobs.job import Asked, JobProgress, Record, Submission
from service.jobs.port import JobEngine

POLL_S = 0.5
NOT_HERE = "this service was started without jobs; rashomon serve takes them"
_KEY = re.compile(r"[\x21-\x7e]{1,200}")
_NUMBER = re.compile(r"[0-9]{1,9}")

router = APIRouter()


@router.post("/jobs", **job_openapi.SUBMIT)
async def submit_job(request: Request) -> Response:
    """Promise a report and answer at once.

    The analysis is kept before the answer goes out and will be finished whatever happens to the process. With an
    `Idempotency-Key` the same story is one job, however often it is sent.
    """
    bodies.check_media_type(request)
    request.app.state.watch.work.refuse_new()
    submission = await _submission(request, await bodies.read(request))
    engine = _engine(request)
    is_new = await engine.submit(submission)
    record = await _find(request, submission.id)
    if not is_new and record.fingerprint != submission.fingerprint:
        raise KeyReused("this Idempotency-Key came with another story before; give each story its own")
    return _described(record, None, 202, {"Location": f"/jobs/{record.id}"})


@router.get("/jobs/{job_id}", **job_openapi.LOOK)
async def look_at_job(job_id: str, request: Request) -> Response:
    """How far a job is; its report or problem once it is finished, the same bytes every time."""
    record = await _find(request, job_id)
    news = [] if record.state != "running" else await _engine(request).news(record.id, -1)
    return _described(record, news[-1].progress if news else None)


@router.get("/jobs/{job_id}/events", **job_openapi.FOLLOW)
async def follow_job(job_id: str, request: Request) -> Response:
    """The progress of a job as it comes, then the job as it ended.

    `Last-Event-ID` goes on after that event. The last event is named `succeeded`, `failed` or `cancelled`.
    """
    await _find(request, job_id)
    return event_stream.respond(_events(request, job_id, _last_number(request)))


@router.delete("/jobs/{job_id}", **job_openapi.CANCEL)
async def cancel_job(job_id: str, request: Request) -> Response:
    """Cancel a job. A running one stops within seconds, one that is finished stays as it is."""
    record = await _find(request, job_id)
    if not record.is_finished:
        await _engine(request).cancel(job_id)
    return _described(await _find(request, job_id), None)


async def _submission(request: Request, body: bytes) -> Submission:
    """The job in a body: what cannot be analysed is refused now, not when it is too late to tell."""
    story = await asyncio.to_thread(stories.parse, body)
    articles = await asyncio.to_thread(stories.to_articles, story)
    key, owner = request.headers.get("idempotency-key"), _owner(request)
    if key is not None and not _KEY.fullmatch(key):
        detail = "must be 1 to 200 printable ASCII characters without spaces"
        raise Invalid([Problem("Idempotency-Key", detail, "wrong-value")])
    return Submission(
        id=job.new_id() if key is None else job.id_of(owner, key),
        asked=Asked(story.model_dump_json(exclude_unset=True), request.state.request_id),
        articles=tuple(sorted({article.text_sha256 for article in articles})),
        owner=owner,
    )


async def _events(request: Request, job_id: str, after: int) -> AsyncIterator[ServerSentEvent]:
    """News until the job is finished, then how it ended. What fails meanwhile is the last event."""
    engine, number = _engine(request), after
    try:
        while True:
            # The job first: news that came before it ended are then all there.
            record = await _find(request, job_id)
            for news in await engine.news(job_id, number):
                number = news.number
                yield ServerSentEvent(raw_data=news.progress.model_dump_json(), event="progress", id=str(number))
            if record.is_finished:
                yield ServerSentEvent(raw_data=_as_json(record, None), event=record.state, id=str(number + 1))
                return
            await asyncio.sleep(POLL_S)
    except RashomonError as error:
        problem = problems.describe(error, request.state.request_id)
        yield ServerSentEvent(raw_data=problem.model_dump_json(exclude_none=True), event="problem")


def _last_number(request: Request) -> int:
    """The number in Last-Event-ID, -1 where there is none of ours."""
    given = request.headers.get("last-event-id", "")
    return int(given) if _NUMBER.fullmatch(given) else -1


async def _find(request: Request, job_id: str) -> Record:
    record = await _engine(request).look(job_id)
    if record is None or record.owner != _owner(request):
        raise NoSuchJob("there is no job of this id; it was never taken, or its time was over")
    return record


def _engine(request: Request) -> JobEngine:
    engine: JobEngine | None = request.app.state.jobs
    if engine is None:
        raise JobsDown(NOT_HERE, retry_after_s=None)
    return engine


def _owner(request: Request) -> str:
    """The name of the key that a request came with, "" where none is needed."""
    return str(getattr(request.state, "key", ""))


def _described(
    record: Record, progress: JobProgress | None, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    return Response(_as_json(record, progress), status, headers, media_type="application/json")


def _as_json(record: Record, progress: JobProgress | None) -> str:
    """The job as clients get it. Report and problem stand in it as they were written, byte for byte."""
    outer = {
        "id": record.id,
        "state": record.state,
        "created_at": record.created_at.isoformat(),
        "finished_at": record.finished_at.isoformat() if record.finished_at else None,
        "progress": progress.model_dump() if progress else None,
    }
    parts = [json.dumps(outer)[:-1]]
    for kind in ("report", "problem"):
        outcome = record.outcome
        parts.append(f'"{kind}": {outcome.text if outcome and outcome.kind == kind else "null"}')
    return ", ".join(parts) + "}"
