"""Builds the HTTP application: routes, doors, problem replies. Knows nothing of settings or of any provider."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import cast

from fastapi import FastAPI, Request, Response
from fastapi.middleware.cors import CORSMiddleware
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from service import __version__, job_routes, logs, openapi, problems, replies, takeaway_routes, tracing
from service.deployment import Deployment
from service.doors.gate import HEADER, Gate
from service.doors.waiting_line import WaitingLine
from service.errors import ModelError, RashomonError
from service.guarded import REQUEST_ID, Exchange, Guarded
from service.jobs.port import JobEngine
from service.metrics import Metrics
from service.routes import CLIENT_LEFT, router
from service.stopping import Work
from service.tracing import Tracing
from service.web import pages

# What does not finish in this time goes back to the queue; replies that are finished are kept.
JOBS_STOP_S = 2.0
_log = logging.getLogger("rashomon")
_DESCRIPTION = """\
Several articles tell one event. Rashomon says what they agree on, where they contradict each other, what each leaves
out, and writes a neutral summary in which every sentence leads to the words it rests on."""


@dataclass(frozen=True)
class Watch:
    """How the application is watched and stopped from outside. `work` lists its analyses, for who is to stop them."""

    work: Work = field(default_factory=Work)
    tracing: Tracing = field(default_factory=tracing.off)
    logs_content: bool = False


def create_app(deployment: Deployment, watch: Watch | None = None, jobs: JobEngine | None = None) -> FastAPI:
    """The application over `deployment`. Nothing is loaded before it starts; it answers while the model gets ready.

    Without an engine for `jobs` their routes say so; everything else works.
    """
    watch = watch or Watch()
    app = FastAPI(
        title="Rashomon",
        version=__version__,
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
        telemetry=watch.tracing.config,
    )
    doors = deployment.doors
    app.state.deployment = deployment
    app.state.jobs = jobs
    app.state.watch = watch
    app.state.line = WaitingLine(doors.analyses_parallel, doors.analyses_waiting)
    app.state.metrics = Metrics(app.state.line, deployment.services.tally)
    app.include_router(router)
    app.include_router(job_routes.router)
    app.include_router(pages.router)
    app.include_router(takeaway_routes.router)
    _surround(app, deployment)
    app.add_exception_handler(RashomonError, _tell_error)
    app.add_exception_handler(HTTPException, _tell_status)
    app.add_exception_handler(ClientDisconnect, _tell_nobody)
    app.openapi = lambda: openapi.document(app, has_keys=bool(doors.keys))  # type: ignore[method-assign]
    return app


def _surround(app: FastAPI, deployment: Deployment) -> None:
    """What every request passes on its way in, the innermost first."""
    doors = deployment.doors
    if doors.keys:
        # The page is public, as the code is; what it asks for is not.
        app.add_middleware(Gate, doors=doors, open_paths=pages.assets().keys())
    if doors.cors_origins:
        # Outside the gate: a browser asks whether it may ask without sending a key.
        app.add_middleware(
            CORSMiddleware,
            allow_origins=doors.cors_origins,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID", HEADER, REQUEST_ID],
            expose_headers=["Location", "Retry-After", REQUEST_ID],
        )

    def notice(exchange: Exchange) -> None:
        app.state.metrics.count(exchange)
        logs.tell(exchange)

    app.add_middleware(Guarded, notice=notice, logs_content=app.state.watch.logs_content)


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
    await asyncio.to_thread(app.state.watch.tracing.close)


async def _warm(deployment: Deployment) -> None:
    try:
        await deployment.ready()
    except ModelError as error:
        _log.warning("no model can answer yet: %s", error)


async def _tell_error(request: Request, error: Exception) -> Response:
    request.state.error = error
    return replies.for_error(cast(RashomonError, error), request.state.request_id)


async def _tell_status(request: Request, error: Exception) -> Response:
    refused = cast(HTTPException, error)
    details = {404: "there is nothing at this path; see /docs", 405: "this path does not take this method; see /docs"}
    detail = details.get(refused.status_code, "the request cannot be answered; see /docs")
    problem = problems.describe_status(refused.status_code, detail, request.state.request_id)
    return replies.problem(problem, dict(refused.headers or {}))


async def _tell_nobody(request: Request, error: Exception) -> Response:
    return Response(status_code=CLIENT_LEFT)
