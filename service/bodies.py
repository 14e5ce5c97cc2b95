"""Reads the body of a request, as far as it may go. Knows nothing of what a body means."""

from fastapi import Request

from service.errors import TooLarge, WrongMediaType

MAX_BODY_BYTES = 8 * 1024 * 1024
# Read on for a while and throw away: a client that is still sending would otherwise see a broken connection, not 413.
MAX_DRAINED_BYTES = 4 * MAX_BODY_BYTES


def check_media_type(request: Request) -> None:
    """Raises WrongMediaType for what is not declared as plain JSON in UTF-8."""
    declared = request.headers.get("content-type", "")
    kind, _, parameters = (part.strip().lower() for part in declared.partition(";"))
    if kind != "application/json":
        raise WrongMediaType(f"Content-Type is {kind[:80] or 'missing'}; send application/json")
    if "charset=" in parameters and "utf-8" not in parameters and "utf8" not in parameters:
        raise WrongMediaType("the charset must be UTF-8")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise WrongMediaType("a Content-Encoding is not understood; send the body uncompressed")


async def read(request: Request) -> bytes:
    """The body, chunked or not. Raises TooLarge; the surplus is not kept."""
    size, chunks = 0, []
    async for chunk in request.stream():
        size += len(chunk)
        if size <= MAX_BODY_BYTES:
            chunks.append(chunk)
        elif size > MAX_DRAINED_BYTES:
            break
    if size > MAX_BODY_BYTES:
        raise TooLarge(f"the body is over the limit of {MAX_BODY_BYTES // 2**20} MiB; send fewer or shorter articles")
    return b"".join(chunks)
