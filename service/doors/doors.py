"""How far the doors stand open: what the settings say of it, in one place. Knows nothing of HTTP."""

from dataclasses import dataclass

from service.doors.keys import Key


@dataclass(frozen=True)
class Doors:
    """Without `keys` everyone who reaches the service may come in; `cors_origins` are pages that may ask it.

    `analyses_parallel` and `analyses_waiting` bound the analyses that callers wait for, whoever they are.
    """

    keys: tuple[Key, ...] = ()
    rate: str = "600/minute"
    parallel: int = 16
    cors_origins: tuple[str, ...] = ()
    analyses_parallel: int = 16
    analyses_waiting: int = 64
