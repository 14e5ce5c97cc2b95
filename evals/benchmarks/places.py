"""When a model with so many places at once would answer, worked out without waiting. Knows no clock and no network."""

import heapq


class Places:
    """`count` calls at once, each `seconds` long; a call that finds no place free waits its turn."""

    def __init__(self, count: int, seconds: float) -> None:
        self._seconds = seconds
        self._free_at = [0.0] * count

    def take(self, now: float) -> float:
        """When the call that comes at `now` is answered; calls are taken in the order they come."""
        answered_at = max(now, self._free_at[0]) + self._seconds
        heapq.heapreplace(self._free_at, answered_at)
        return answered_at


def least_seconds(calls: int, depth: int, places: int, seconds: float) -> float:
    """The least time for `calls` over `places`, where the longest chain of calls waiting on each other is `depth`."""
    return max(depth * seconds, calls * seconds / places)
