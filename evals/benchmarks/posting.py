"""Posts stories to a server on this machine and takes the time. Knows nothing of what is in a report but its calls."""

import http.client
import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from evals.benchmarks.measurements import NotMeasured
from evals.benchmarks.processes import HOST

TIMEOUT_S = 300.0


@dataclass(frozen=True)
class Answered:
    """One answer: its body, the seconds it took, and the model calls it tells of."""

    body: bytes
    seconds: float

    @property
    def calls(self) -> list[dict[str, Any]]:
        """The records of the report's provenance."""
        records: list[dict[str, Any]] = json.loads(self.body)["provenance"]["run"]["calls"]
        return records

    def calls_of(self, step: str) -> int:
        """How many calls one step made."""
        return sum(call["step"] == step for call in self.calls)


class Client:
    """One connection, kept open, as a program that calls the service often would."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection(HOST, port, timeout=TIMEOUT_S)

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def post(self, body: bytes) -> Answered:
        """The answer to `body` sent to /analyze. Raises NotMeasured for any other status than 200."""
        started = time.perf_counter()
        self._connection.request("POST", "/analyze", body, {"Content-Type": "application/json"})
        response = self._connection.getresponse()
        answer = response.read()
        seconds = time.perf_counter() - started
        if response.status != 200:
            raise NotMeasured(f"POST /analyze answered {response.status}: {answer[:300].decode('utf-8', 'replace')}")
        return Answered(answer, seconds)


def post(port: int, story: dict[str, Any]) -> Answered:
    """The answer to one story over a connection of its own."""
    with Client(port) as client:
        return client.post(json.dumps(story).encode())


def post_at_once(port: int, stories: Sequence[dict[str, Any]]) -> tuple[list[Answered], float]:
    """The answers to all stories, sent together, and the seconds until the last had come."""
    started = time.perf_counter()
    with ThreadPoolExecutor(len(stories)) as pool:
        answers = list(pool.map(lambda story: post(port, story), stories))
    return answers, time.perf_counter() - started
