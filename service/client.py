"""A client of the service in one file, for programs: `AsyncRashomon`, and `Rashomon` for those that do not await.

    with Rashomon("http://desk.example:8000", key="rsh_...") as rashomon:
        report = rashomon.analyze({"articles": [...]}, on_progress=lambda now: print(now.step, now.done, now.total))

Needs httpx and, beside it, only the models of the report. Knows nothing of how the service works. What the service
says of a request that fails is raised as it came; 429 and 503 are waited out as the service asks.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Mapping
from contextlib import ExitStack, aclosing
from dataclasses import dataclass
from typing import Any, Self

import httpx
from anyio.from_thread import start_blocking_portal

from service.report_models import Report

JSON, EVENTS = "application/json", "text/event-stream"
BUSY = (429, 503)
FINISHED = ("succeeded", "failed", "cancelled")
DEFAULT_WAIT_S, LONGEST_WAIT_S = 2.0, 60.0
CONNECT_S = 10.0
NO_HEADERS: Mapping[str, str] = {}
Story = Mapping[str, Any]


class RashomonFailed(Exception):
    """Root of what is raised here."""


class NotReached(RashomonFailed):
    """Nobody answers, or the connection broke off."""


class Cancelled(RashomonFailed):
    """The job was cancelled before it had a report."""


class Refused(RashomonFailed):
    """The service answered with a problem; `problem` holds all of it (RFC 9457)."""

    def __init__(self, problem: Mapping[str, Any], status: int) -> None:
        self.problem = dict(problem)
        self.status = status
        self.type = str(problem.get("type", "")).rpartition("/")[2]
        self.request_id = problem.get("request_id")
        super().__init__(str(problem.get("detail") or f"HTTP status {status}"))


class KeyRefused(Refused):
    """401: no key, or one the service does not know."""


class TooDear(Refused):
    """402: the analysis could cost more than it may."""


class StoryRefused(Refused):
    """400, 413, 415, 422: what was sent cannot be used; `problem["problems"]` says why, field by field."""


class Unavailable(Refused):
    """429, 503: not now, even after waiting as long as the service asked."""


_BY_STATUS: dict[int, type[Refused]] = {
    401: KeyRefused,
    402: TooDear,
    **dict.fromkeys((400, 413, 415, 422), StoryRefused),
    **dict.fromkeys(BUSY, Unavailable),
}


@dataclass(frozen=True)
class Progress:
    """How far an analysis is: `done` of `total` questions of a step; tokens are those of all steps so far."""

    step: str
    done: int
    total: int
    prompt_tokens: int = 0
    completion_tokens: int = 0


OnProgress = Callable[[Progress], None]


@dataclass(frozen=True)
class Job:
    """A job as it is now. `report` is there once it succeeded, `problem` once it failed."""

    id: str
    state: str
    progress: Progress | None = None
    report: Report | None = None
    problem: Mapping[str, Any] | None = None

    @property
    def is_finished(self) -> bool:
        """Whether nothing about it will change any more."""
        return self.state in FINISHED


@dataclass(frozen=True)
class Event:
    """One server-sent event; `id` is what to go on after."""

    name: str
    data: Any
    id: str | None = None


def _checked(response: httpx.Response) -> httpx.Response:
    if response.is_success:
        return response
    try:
        problem = response.json()
    except ValueError:
        problem = {}
    raise _refused(problem if isinstance(problem, dict) else {}, response.status_code)


def _refused(problem: Mapping[str, Any], status: int) -> Refused:
    return _BY_STATUS.get(status, Refused)(problem, status)


def _wait_s(response: httpx.Response) -> float:
    asked = response.headers.get("retry-after", "")
    return float(asked) if asked.isdecimal() else DEFAULT_WAIT_S


def _is_stream(response: httpx.Response) -> bool:
    return bool(response.is_success and response.headers.get("content-type", "").startswith(EVENTS))


def _job(data: Mapping[str, Any]) -> Job:
    progress, report = data.get("progress"), data.get("report")
    return Job(
        id=data["id"],
        state=data["state"],
        progress=_progress(progress) if progress else None,
        report=Report.model_validate(report) if report else None,
        problem=data.get("problem"),
    )


def _progress(data: Mapping[str, Any]) -> Progress:
    return Progress(**{name: data[name] for name in Progress.__dataclass_fields__ if name in data})


def _result(event: Event, on_progress: OnProgress | None) -> Report | None:
    """The report that an event brings, None where there is more to come. Raises Refused or Cancelled."""
    if event.name == "progress":
        if on_progress:
            on_progress(_progress(event.data))
        return None
    if event.name in ("problem", "failed"):
        problem = event.data.get("problem") or event.data
        raise _refused(problem, problem.get("status", 0))
    if event.name == "cancelled":
        raise Cancelled("the job was cancelled")
    report = event.data if event.name == "report" else event.data.get("report")
    return Report.model_validate(report) if report else None


class AsyncRashomon:
    """The service at `address`. `timeout_s`: how long it may be silent, as while it analyses without progress.

    `attempts`: how often a request is sent that finds the service busy; no single wait for it is over a minute.
    """

    def __init__(self, address: str, key: str | None = None, *, timeout_s: float = 3600.0, attempts: int = 5) -> None:
        headers = {"X-API-Key": key} if key else {}
        timeout = httpx.Timeout(timeout_s, connect=CONNECT_S)
        self._http = httpx.AsyncClient(base_url=address, headers=headers, timeout=timeout)
        self._attempts = attempts

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    async def analyze(self, story: Story, on_progress: OnProgress | None = None) -> Report:
        """The report on a story: the body of POST /analyze. Raises RashomonFailed."""
        response = await self._send("POST", "/analyze", story, {"Accept": EVENTS if on_progress else JSON})
        if _is_stream(response):
            return await self._report(_events(response), on_progress)
        return Report.model_validate_json(response.content)

    async def submit(self, story: Story, idempotency_key: str | None = None) -> Job:
        """Leaves a story to be analysed later; the same story with the same key is one job."""
        headers = {"Idempotency-Key": idempotency_key} if idempotency_key else {}
        return _job((await self._send("POST", "/jobs", story, headers)).json())

    async def job(self, job_id: str) -> Job:
        """A job as it is now."""
        return _job((await self._send("GET", f"/jobs/{job_id}")).json())

    async def cancel(self, job_id: str) -> Job:
        """Cancels a job, unless it is finished."""
        return _job((await self._send("DELETE", f"/jobs/{job_id}")).json())

    async def events(self, job_id: str, after: str | None = None) -> AsyncIterator[Event]:
        """What happens to a job, from the event `after`, until it is finished."""
        headers = {"Accept": EVENTS, **({"Last-Event-ID": after} if after else {})}
        response = await self._send("GET", f"/jobs/{job_id}/events", None, headers)
        async with aclosing(_events(response)) as events:
            async for event in events:
                yield event

    async def wait(self, job_id: str, on_progress: OnProgress | None = None) -> Report:
        """The report of a job, once there is one. Raises Refused where it failed, Cancelled where it was."""
        return await self._report(self.events(job_id), on_progress)

    async def _report(self, events: AsyncIterator[Event], on_progress: OnProgress | None) -> Report:
        async for event in events:
            if report := _result(event, on_progress):
                return report
        raise NotReached("the stream of events ended before the analysis did")

    async def _send(
        self, method: str, path: str, story: Story | None = None, headers: Mapping[str, str] = NO_HEADERS
    ) -> httpx.Response:
        for attempt in range(1, self._attempts + 1):
            request = self._http.build_request(method, path, json=story, headers={"Accept": JSON, **headers})
            try:
                response = await self._http.send(request, stream=True)
                if not _is_stream(response):
                    await response.aread()
            except httpx.TransportError as error:
                raise NotReached(f"{self._http.base_url} does not answer: {type(error).__name__}") from None
            wait_s = _wait_s(response)
            is_last = attempt == self._attempts or wait_s > LONGEST_WAIT_S
            if response.status_code not in BUSY or is_last:
                break
            await asyncio.sleep(wait_s)
        return _checked(response)


class Rashomon:
    """AsyncRashomon for programs that do not await; the same arguments and the same methods. Any thread may use it."""

    def __init__(self, address: str, key: str | None = None, *, timeout_s: float = 3600.0, attempts: int = 5) -> None:
        self._inner = AsyncRashomon(address, key, timeout_s=timeout_s, attempts=attempts)
        self._open = ExitStack()
        self._portal = self._open.enter_context(start_blocking_portal())
        self._open.enter_context(self._portal.wrap_async_context_manager(self._inner))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes its connections."""
        self._open.close()

    def analyze(self, story: Story, on_progress: OnProgress | None = None) -> Report:
        return self._portal.call(self._inner.analyze, story, on_progress)

    def submit(self, story: Story, idempotency_key: str | None = None) -> Job:
        return self._portal.call(self._inner.submit, story, idempotency_key)

    def job(self, job_id: str) -> Job:
        return self._portal.call(self._inner.job, job_id)

    def cancel(self, job_id: str) -> Job:
        return self._portal.call(self._inner.cancel, job_id)

    def events(self, job_id: str, after: str | None = None) -> Iterator[Event]:
        events = self._inner.events(job_id, after)
        while (event := self._portal.call(anext, events, None)) is not None:
            yield event

    def wait(self, job_id: str, on_progress: OnProgress | None = None) -> Report:
        return self._portal.call(self._inner.wait, job_id, on_progress)


async def _events(response: httpx.Response) -> AsyncGenerator[Event, None]:
    fields: dict[str, str] = {}
    try:
        async for line in response.aiter_lines():
            if line:
                name, _, value = line.partition(":")
                fields[name] = value.removeprefix(" ")
                continue
            if "data" in fields:
                yield Event(fields.get("event", "message"), json.loads(fields["data"]), fields.get("id"))
            fields = {}
    except httpx.TransportError as error:
        raise NotReached(f"the stream of events broke off: {type(error).__name__}") from None
    finally:
        await response.aclose()
