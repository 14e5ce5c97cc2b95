"""Around every request: an id, safe headers, an answer for what nothing else caught, and a note of how it went.

Knows nothing of routes, keys or logs; `notice` is told of every request once it is over.
"""

import logging
import re
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service import problems, replies
from service.doors import security_headers
from service.faults import without_words

REQUEST_ID = "X-Request-Id"
NO_ROUTE = "none"
_log = logging.getLogger("rashomon")
_ACCEPTABLE_ID = re.compile(r"[A-Za-z0-9._:-]{1,100}", re.ASCII)


@dataclass(frozen=True)
class Exchange:
    """A request that is over. `route` is the path's template; `state` is what those inside left about it."""

    request_id: str
    method: str
    route: str
    status: int
    seconds: float
    state: dict[str, Any] = field(default_factory=dict)


class Guarded:
    """Answers for what nothing else has caught.

    The framework would log such an exception whole, and its text may quote an article; here only its type and the
    places it passed through are logged, unless `logs_content`.
    """

    def __init__(self, app: ASGIApp, notice: Callable[[Exchange], None], logs_content: bool = False) -> None:
        self.app = app
        self._notice = notice
        self._logs_content = logs_content

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = _accepted(Headers(scope=scope).get(REQUEST_ID)) or uuid.uuid4().hex
        state = scope.setdefault("state", {})
        state["request_id"] = request_id
        status, began = 0, time.perf_counter()

        async def send_guarded(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers[REQUEST_ID] = request_id
                security_headers.add(headers)
            await send(message)

        try:
            await self.app(scope, receive, send_guarded)
        except Exception as error:
            shown = error if self._logs_content else None
            _log.error("request %s failed: %s", request_id, without_words(error), exc_info=shown)
            if not status:
                await replies.problem(problems.internal(request_id))(scope, receive, send_guarded)
        finally:
            route = getattr(scope.get("route"), "path", NO_ROUTE)
            seconds = time.perf_counter() - began
            self._notice(Exchange(request_id, scope["method"], route, status, seconds, state))


def _accepted(request_id: str | None) -> str | None:
    """The client's own id, unless it could not stand in a log line as it is."""
    return request_id if request_id and _ACCEPTABLE_ID.fullmatch(request_id) else None
