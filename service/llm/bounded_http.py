"""HTTP connections that read so much of an answer and no more. Knows nothing of models or of what an answer means.

litellm reads an answer whole before it looks at it; handed such a session, it never holds more than the bound.
"""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aiohttp import ClientSession

MOST_BYTES = 8 * 1024 * 1024
# Many analyses at once are the service's own affair; see RASHOMON_PARALLEL_CALLS.
CONNECTIONS = 1000


def open_session(most_bytes: int = MOST_BYTES) -> "ClientSession":
    """A session whose answers end in an error that `is_too_long` once they are longer than `most_bytes`."""
    from aiohttp import ClientPayloadError, ClientResponse, ClientSession, DummyCookieJar, TCPConnector

    class Bounded:
        """A stream of bytes, of which the first `most_bytes` are given."""

        def __init__(self, stream: Any) -> None:
            self._stream = stream

        def __getattr__(self, name: str) -> Any:
            return getattr(self._stream, name)

        async def iter_chunked(self, size: int) -> AsyncIterator[bytes]:
            taken = 0
            async for chunk in self._stream.iter_chunked(size):
                taken += len(chunk)
                if taken > most_bytes:
                    raise ClientPayloadError(_TOO_LONG)
                yield chunk

    class BoundedResponse(ClientResponse):
        async def start(self, connection: Any) -> ClientResponse:
            await super().start(connection)
            self.content = Bounded(self.content)  # type: ignore[assignment]
            return self

    return ClientSession(
        connector=TCPConnector(limit=CONNECTIONS), cookie_jar=DummyCookieJar(), response_class=BoundedResponse
    )


_TOO_LONG = "more bytes than are taken"


def is_too_long(error: BaseException | None) -> bool:
    """Whether `error` comes of an answer over the bound, however often it was wrapped."""
    while error is not None:
        if _TOO_LONG in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False
