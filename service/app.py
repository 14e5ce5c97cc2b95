"""Builds the HTTP application: routes, problem replies, request ids. Knows nothing of settings or of any provider."""

import asyncio
import contextlib
import logging
import re
import uuid
from collections.abc import AsyncIterator

from fastapi import FastAPI, Request, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service import __version__, job_routes, openapi, problems
from service.deployment import Deployment
from service.errors import ModelError, RashomonError
from service.faults import without_words
from service.jobs.port import JobEngine
from service.problems import ProblemDetails
from service.routes import CLIENT_LEFT, router

REQUEST_ID = "X-Request-Id"
# What does not finish in this time goes back to the queue; replies that are finished are kept.
JOBS_STOP_S = 2.0
_log = logging.getLogger("rashomon")
_ACCEPTABLE_ID = re.compile(r"[A-Za-z0-9._:-]{1,100}", re.ASCII)
_DESCRIPTION = """\
Several articles tell one event. Rashomon says what they agree on, where they contradict each other, what each leaves
out, and writes a neutral summary in which every sentence leads to the words it rests on."""


def create_app(deployment: Deployment, jobs: JobEngine | None = None) -> FastAPI:
    """The application over `deployment`. Nothing is loaded before it starts; it answers while the model gets ready.

    Without an engine for `jobs` their routes say so; everything else works.
    """
    app = FastAPI(
        title="Rashomon",
        version=__version__,
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.deployment = deployment
    app.state.jobs = jobs
    app.include_router(router)
    app.include_router(job_routes.router)
    app.add_middleware(Guarded)
    app.add_exception_handler(RashomonError, _tell_error)
    app.add_exception_handler(HTTPException, _tell_status)
    app.add_exception_handler(ClientDisconnect, _tell_nobody)
    app.openapi = lambda: openapi.document(app)  # type: ignore[method-assign]
    return app


class Guarded:
    """Gives every request an id, and answers for what nothing else has caught.

    The framework would log such an exception whole, and its text may quote an article; here only its type and the
    places it passed through are logged.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = _accepted(Headers(scope=scope).get(REQUEST_ID)) or uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        has_started = False

        async def send_identified(message: Message) -> None:
            nonlocal has_started
            if message["type"] == "http.response.start":
                has_started = True
                MutableHeaders(scope=message)[REQUEST_ID] = request_id
            await send(message)

        try:
            await self.app(scope, receive, send_identified)
        except Exception as error:
            _log.error("request %s failed: %s", request_id, without_words(error))
            if not has_started:
                await _reply(problems.internal(request_id))(scope, receive, send_identified)


@contextlib.asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Gets the model ready and the jobs going in the background, so that no request need wait for them."""
    deployment: Deployment = app.state.deployment
    jobs: JobEngine | None = app.state.jobs
    warming = asyncio.create_task(_warm(deployment))
    if jobs:
        await jobs.start()
    yield
    warming.cancel()
    if jobs:
        await jobs.stop(JOBS_STOP_S)
    await deployment.close()


async def _warm(deployment: Deployment) -> None:
    try:
        await deployment.ready()
    except ModelError as error:
        _log.warning("no model can answer yet: %s", error)


def _accepted(request_id: str | None) -> str | None:
    """The client's own id, unless it could not stand in a log line as it is."""
    return request_id if request_id and _ACCEPTABLE_ID.fullmatch(request_id) else None


def _reply(problem: ProblemDetails, headers: dict[str, str] | None = None) -> Response:
    content = problem.model_dump_json(exclude_none=True)
    return Response(content, problem.status, headers, media_type=problems.MEDIA_TYPE)


async def _tell_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RashomonError)
    problem = problems.describe(error, request.state.request_id)
    if problem.status >= 500:
        _log.warning("request %s: %s, step %s", problem.request_id, problem.type, problem.step)
    wait = problems.retry_after(error)
    return _reply(problem, {"Retry-After": wait} if wait else None)


async def _tell_status(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    details = {404: "there is nothing at this path; see /docs", 405: "this path does not take this method; see /docs"}
    detail = details.get(error.status_code, "the request cannot be answered; see /docs")
    problem = problems.describe_status(error.status_code, detail, request.state.request_id)
    return _reply(problem, dict(error.headers or {}))


async def _tell_nobody(request: Request, error: Exception) -> Response:
    return Response(status_code=CLIENT_LEFT)
