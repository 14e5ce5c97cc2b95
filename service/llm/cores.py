"""How many processor cores this process may use. Knows nothing of what they are used for."""

import contextlib
import math
import os
from pathlib import Path

CGROUP_LIMIT = Path("/sys/fs/cgroup/cpu.max")


def usable(limit: Path = CGROUP_LIMIT) -> int:
    """The cores this process may run on, no more than a container's quota of processor time is worth.

    More threads than that are worse than too few: they wait for each other while the container is held back.
    `limit` is a control group's file (Linux, version 2): "<microseconds> <period>", or "max <period>".
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with contextlib.suppress(OSError, ValueError, ZeroDivisionError):
        quota, period = limit.read_text("ascii").split()
        cores = min(cores, math.ceil(int(quota) / int(period)))
    return max(cores, 1)
