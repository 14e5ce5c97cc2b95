"""Ends an analysis that outlasts its deadline. Knows only what progress is told, to name the step in the error."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from service.asking import Progress
from service.errors import DeadlinePassed


def shorter(most_s: float, asked_s: float | None) -> float:
    """The deadline of one analysis: what it asks for, within what the settings allow."""
    return most_s if asked_s is None else min(most_s, asked_s)


@asynccontextmanager
async def within(seconds: float, progress: Callable[[Progress], None]) -> AsyncIterator[Callable[[Progress], None]]:
    """Cancels the body after `seconds` and raises DeadlinePassed. Gives what to hand to `analyze` as its progress."""
    latest: Progress | None = None

    def remember(now: Progress) -> None:
        nonlocal latest
        latest = now
        progress(now)

    limit = asyncio.timeout(seconds)
    try:
        async with limit:
            yield remember
    except TimeoutError:
        if not limit.expired():
            raise
        raise _passed(seconds, latest) from None


def _passed(seconds: float, latest: Progress | None) -> DeadlinePassed:
    where = f" in step {latest.step}, {latest.done} of {latest.total} done" if latest else ""
    advice = "finished replies are kept, so asking again goes on from there; RASHOMON_DEADLINE_S sets the limit"
    return DeadlinePassed(
        f"the deadline of {seconds:g} s passed{where}; {advice}", step=latest.step if latest else None
    )
