"""The same request again: milliseconds from a warm cache, beside a bare FastAPI route that returns the same bytes."""

import json
from collections.abc import Iterator

from evals.benchmarks import made_stories, processes
from evals.benchmarks.measurements import NotMeasured, Row, median, percentile
from evals.benchmarks.posting import Answered, Client

REPEATS = 200
ARTICLES = 2


def measure() -> Iterator[Row]:
    """Median and 99th percentile of both."""
    body = json.dumps(made_stories.make(5, ARTICLES)).encode()
    with processes.stub_model(seconds=0, places=1_000) as address, processes.folder() as data:
        with processes.rashomon(processes.asking(address), data) as server:
            first, *repeats = _post(server.port, body)
        if not all(call["cached"] for call in repeats[0].calls):
            raise NotMeasured("the repeat asked the model again")
        answer = data / "answer"
        answer.write_bytes(first.body)
        with processes.bare_route(answer) as server:
            _, *bare = _post(server.port, body)
    yield Row(f"bytes of the report of {ARTICLES} articles", len(first.body), "bytes")
    yield from _rows("from the cache", repeats)
    yield from _rows("a bare route with the same bytes", bare)


def _post(port: int, body: bytes) -> list[Answered]:
    with Client(port) as client:
        return [client.post(body) for _ in range(1 + REPEATS)]


def _rows(what: str, answered: list[Answered]) -> Iterator[Row]:
    milliseconds = [one.seconds * 1000 for one in answered]
    yield Row(f"{what}, median of {len(answered)}", median(milliseconds), "ms")
    yield Row(f"{what}, 99th percentile", percentile(milliseconds, 99), "ms")
