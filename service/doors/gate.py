"""Lets requests in by their key and their key's limits. Knows nothing of routes but which are always open.

An ASGI wrapper rather than a dependency of routes, so that a path nobody thought of is behind it as well. The body is
not read before the key is known.
"""

from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from service import replies
from service.doors import keys
from service.doors.allowance import Allowance
from service.doors.doors import Doors
from service.errors import KeyNeeded, RashomonError

HEALTH = "/healthz"
HEADER = "X-API-Key"


class Gate:
    """`app`, behind the keys of `doors`. Leaves the key's name in the request's state.

    `open_paths` are let in without one, spelled just so: what is there to see before anybody has asked anything.
    """

    def __init__(self, app: ASGIApp, doors: Doors, open_paths: Collection[str] = ()) -> None:
        self.app = app
        self._open = frozenset({HEALTH, *open_paths})
        self._keys = doors.keys
        self._allowance = Allowance(doors.rate, doors.parallel)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in self._open:
            await self.app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        key = keys.find(self._keys, presented(Headers(scope=scope)))
        if key is None:
            await _refuse(_needed(Headers(scope=scope)), scope, receive, send)
            return
        state["key_name"] = key.name
        has_begun = False

        async def let_in() -> None:
            nonlocal has_begun
            async with self._allowance.take(key):
                has_begun = True
                await self.app(scope, receive, send)

        try:
            await let_in()
        except RashomonError as error:
            if has_begun:
                raise
            await _refuse(error, scope, receive, send)


def presented(headers: Headers) -> str | None:
    """The key a request carries, in a header of its own or as a bearer token."""
    kind, _, token = headers.get("authorization", "").partition(" ")
    return headers.get(HEADER) or (token.strip() if kind.lower() == "bearer" else None)


def _needed(headers: Headers) -> KeyNeeded:
    what = "is not known here" if presented(headers) else "is missing"
    return KeyNeeded(f"the key {what}; send one as `{HEADER}: KEY` or `Authorization: Bearer KEY`")


async def _refuse(error: RashomonError, scope: Scope, receive: Receive, send: Send) -> None:
    state = scope["state"]
    state["error"] = error
    await replies.for_error(error, state["request_id"])(scope, receive, send)
