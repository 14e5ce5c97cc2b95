"""The HTTP routes: parse, call, return. Knows nothing of status codes for errors (problems.py) or of any provider."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.sse import ServerSentEvent

from service import bodies, deadline, docs, event_stream, metrics, openapi, problems, stories
from service.analyze import analyze, ignore
from service.asking import Progress
from service.deployment import Deployment
from service.errors import RashomonError
from service.jobs.job import JobProgress
from service.jobs.port import JobEngine
from service.models import Article
from service.report_models import Report
from service.stopping import Work
from service.stories import Story

CLIENT_LEFT = 499


router = APIRouter()


@router.post("/analyze", response_model=Report, **openapi.ANALYZE)
async def analyze_story(request: Request) -> Response:
    """Compare several articles about one event.

    Answers with what they agree on, where they contradict each other, what each leaves out, and a neutral summary
    whose every sentence leads to the words it rests on. All offsets count code points of `articles[].text`.

    With `Accept: text/event-stream` its `progress` comes as events, and at the end one named `report` or `problem`.
    """
    bodies.check_media_type(request)
    _work(request).refuse_new()
    body = await bodies.read(request)
    if event_stream.MEDIA_TYPE in request.headers.get("accept", ""):
        # What cannot be analysed now or ever is refused with its status, before a stream begins.
        asked = await _parse(body)
        request.app.state.line.refuse_full()
        return event_stream.respond(_events(request, asked))
    return await _unless_client_leaves(request, _answer(request, body))


@router.get("/healthz", **openapi.HEALTHZ)
async def tell_health() -> Response:
    """Whether the process runs. Asks nothing of the model."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz", **openapi.READYZ)
async def tell_readiness(request: Request) -> Response:
    """Whether a model can answer, found out without a paid call; `jobs` says `ready`, or why none can be taken."""
    deployment = _deployment(request)
    _work(request).refuse_new()
    await deployment.ready()
    jobs: JobEngine | None = request.app.state.jobs
    # A service that takes no jobs for now still analyses: what waits for it must not be sent away.
    trouble = jobs.trouble() if jobs else "not taken here"
    return JSONResponse({"status": "ready", "model": deployment.services.model, "jobs": trouble or "ready"})


@router.get("/metrics", include_in_schema=False)
async def show_metrics(request: Request) -> Response:
    """What a Prometheus server reads."""
    return Response(request.app.state.metrics.text(), media_type=metrics.CONTENT_TYPE)


@router.get("/docs", include_in_schema=False)
async def show_docs(request: Request) -> Response:
    """The API in a page that loads nothing from anywhere else."""
    return HTMLResponse(docs.page(request.app.openapi()), headers={"Content-Security-Policy": docs.POLICY})


def _deployment(request: Request) -> Deployment:
    deployment: Deployment = request.app.state.deployment
    return deployment


def _work(request: Request) -> Work:
    work: Work = request.app.state.watch.work
    return work


async def _parse(body: bytes) -> tuple[Story, tuple[Article, ...]]:
    # Off the event loop: a page or eight megabytes of JSON can take seconds to read.
    story = await asyncio.to_thread(stories.parse, body)
    return story, await asyncio.to_thread(stories.to_articles, story)


async def _answer(request: Request, body: bytes) -> Response:
    story, articles = await _parse(body)
    return Response(await _report(request, story, articles, ignore), media_type="application/json")


async def _report(request: Request, story: Story, articles: Sequence[Article], tell: Callable[[Progress], None]) -> str:
    deployment = _deployment(request)
    seconds = deadline.shorter(deployment.deadline_s, story.options.deadline_s)

    def remember(progress: Progress) -> None:
        request.state.progress = progress
        tell(progress)

    async with _work(request).work(), deadline.within(seconds, remember) as progress, request.app.state.line.place():
        report = await analyze(
            articles,
            deployment.services,
            options=story.options,
            request_id=request.state.request_id,
            progress=progress,
        )
    request.state.totals = report.provenance.run.totals
    request.app.state.metrics.count_report(report)
    return report.model_dump_json()


async def _events(request: Request, asked: tuple[Story, Sequence[Article]]) -> AsyncIterator[ServerSentEvent]:
    """Progress as it comes, then the report, or the problem in its place. Whoever stops listening stops the work."""
    news: asyncio.Queue[Progress | None] = asyncio.Queue()
    working = asyncio.create_task(_report(request, *asked, news.put_nowait))
    working.add_done_callback(lambda _: news.put_nowait(None))
    number = 0
    try:
        while (now := await news.get()) is not None:
            yield ServerSentEvent(raw_data=JobProgress.of(now).model_dump_json(), event="progress", id=str(number))
            number += 1
        yield ServerSentEvent(raw_data=await working, event="report", id=str(number))
    except RashomonError as error:
        request.state.error = error
        problem = problems.describe(error, request.state.request_id)
        yield ServerSentEvent(raw_data=problem.model_dump_json(exclude_none=True), event="problem", id=str(number))
    finally:
        working.cancel()
        with contextlib.suppress(BaseException):
            await working


async def _unless_client_leaves(request: Request, work: Coroutine[Any, Any, Response]) -> Response:
    """Cancels `work` when the client goes away; replies the model has finished stay in the cache."""
    working = asyncio.create_task(work)
    leaving = asyncio.create_task(_client_left(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else Response(status_code=CLIENT_LEFT)
    finally:
        for task in (working, leaving):
            if not task.done():
                task.cancel()
                with contextlib.suppress(BaseException):
                    await task


async def _client_left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
