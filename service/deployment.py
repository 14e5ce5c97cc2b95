"""What the edges work with: an analysis' services, and what an edge needs beside them. Knows no adapter."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from service.analyze import Services


@dataclass(frozen=True)
class Deployment:
    """`ready` returns when a model can answer and raises ModelError when none can; it never makes a paid call."""

    services: Services
    ready: Callable[[], Awaitable[None]]
    deadline_s: float
