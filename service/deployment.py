"""What the edges work with: an analysis' services, and what an edge needs beside them. Knows no adapter."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from service.doors.doors import Doors
from service.services import Services


async def _close_nothing() -> None:
    """A model that holds nothing open."""


@dataclass(frozen=True)
class Deployment:
    """`ready` returns when a model can answer and raises ModelError when none can; it never makes a paid call.

    `close` lets go of what the model holds open: connections, memory. It is awaited in the loop that asked.
    """

    services: Services
    ready: Callable[[], Awaitable[None]]
    deadline_s: float
    close: Callable[[], Awaitable[None]] = _close_nothing
    doors: Doors = Doors()
