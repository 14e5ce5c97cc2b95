"""Sustained load against a stand-in model: analyses a second, how long they take, and whether memory stays flat.

    python -m tests.load.sustained [--seconds 600] [--at-once 8]

The model takes 50 ms a call; what is measured is the service. Every story is another one, so that none comes from the
cache. Fails on any answer but a report, and on memory that grows by more than a tenth after the first third.
"""

import argparse
import asyncio
import statistics
import sys
import time
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from service.client import AsyncRashomon
from tests.llm import fault_table
from tests.llm.openai_server import Answer, OpenAIServer, Request
from tests.load import small_stories
from tests.served import Served

CALL_S = 0.05
SAMPLES = 60
GROWTH = 1.1


@dataclass
class Measured:
    """Seconds of every analysis, and the service's memory in bytes at even intervals."""

    took_s: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    seconds: float = 0.0

    def percentile(self, percent: int) -> float:
        """How long at most so many percent of the analyses took."""
        return sorted(self.took_s)[min(len(self.took_s) - 1, len(self.took_s) * percent // 100)]

    @property
    def growth(self) -> float:
        """The memory of the last third over that of the middle one; the first is spent on loading."""
        third = max(1, len(self.memory) // 3)
        return statistics.median(self.memory[-third:]) / statistics.median(self.memory[third : 2 * third])

    def __str__(self) -> str:
        return (
            f"{len(self.took_s)} analyses in {self.seconds:.0f} s: {len(self.took_s) / self.seconds:.1f} a second; "
            f"p50 {self.percentile(50):.2f} s, p95 {self.percentile(95):.2f} s, p99 {self.percentile(99):.2f} s; "
            f"memory {self.memory[-1] / 1e6:.0f} MB, {100 * (self.growth - 1):+.1f} % from the middle third to the last"
        )


def memory_of(pid: int) -> int:
    """The resident memory of a process, in bytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) * 1024


async def load(served: Served, at_once: int, seconds: float) -> Measured:
    """So many clients ask one story after another, for so long."""
    measured, numbers = Measured(), count(1)
    began = time.monotonic()

    async def ask_on(service: AsyncRashomon) -> None:
        while time.monotonic() - began < seconds:
            started = time.monotonic()
            await service.analyze(small_stories.make(next(numbers)))
            measured.took_s.append(time.monotonic() - started)

    async def watch() -> None:
        while True:
            await asyncio.sleep(seconds / SAMPLES)
            measured.memory.append(memory_of(served.process.pid))

    async with AsyncRashomon(served.address) as service:
        # The first one waits for litellm to be loaded.
        await service.analyze(small_stories.make(0))
        began = time.monotonic()
        watching = asyncio.create_task(watch())
        await asyncio.gather(*(ask_on(service) for _ in range(at_once)))
        watching.cancel()
    measured.seconds = time.monotonic() - began
    return measured


def run(seconds: float, at_once: int) -> Measured:
    """Measures a service of its own on a model of its own."""

    def script(request: Request) -> Answer:
        return replace(fault_table.right(request), after_s=CALL_S)

    with (
        OpenAIServer(script) as model,
        Served(RASHOMON_MODEL="openai/any", RASHOMON_API_BASE=model.api_base) as served,
    ):
        return asyncio.run(load(served, at_once, seconds))


def main(argv: list[str]) -> str | None:
    """None where all was well, else what was not."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--at-once", type=int, default=8)
    arguments = parser.parse_args(argv)
    measured = run(arguments.seconds, arguments.at_once)
    sys.stdout.write(f"{measured}\n")
    return f"memory grew {measured.growth:.2f} times" if measured.growth > GROWTH else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
