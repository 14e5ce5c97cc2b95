"""Sends server-sent events as they come. Knows nothing of what they say.

FastAPI's own wire format; its routes that yield cannot answer with a problem or with plain JSON, ours must.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from fastapi.responses import StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT, EventSourceResponse, ServerSentEvent, format_sse_event

MEDIA_TYPE = "text/event-stream"
PING_S = 15.0
# A proxy that collects or keeps events would make them useless.
_HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}


def respond(events: AsyncIterator[ServerSentEvent], ping_s: float = PING_S) -> StreamingResponse:
    """`events` as a reply, with a comment whenever nothing was sent for `ping_s`; a client that leaves ends them."""
    return EventSourceResponse(_encoded(events, ping_s), headers=_HEADERS)


async def _encoded(events: AsyncIterator[ServerSentEvent], ping_s: float) -> AsyncIterator[bytes]:
    coming: asyncio.Future[ServerSentEvent] | None = None
    try:
        while True:
            coming = coming or asyncio.ensure_future(anext(events))
            done, _ = await asyncio.wait({coming}, timeout=ping_s)
            if not done:
                yield KEEPALIVE_COMMENT
                continue
            try:
                event = coming.result()
            except StopAsyncIteration:
                return
            coming = None
            yield format_sse_event(data_str=event.raw_data, event=event.event, id=event.id, retry=event.retry)
    finally:
        if coming and not coming.done():
            coming.cancel()
            with contextlib.suppress(BaseException):
                await coming
