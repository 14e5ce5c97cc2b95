"""Milliseconds the gateway adds to a call: cache, checks, retries, litellm and HTTP, on a model that answers at once.

Beside it the same questions over one plain HTTP connection, so that the stand-in's own time is known.
"""

import asyncio
import http.client
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from evals.benchmarks import in_process, processes
from evals.benchmarks.measurements import Row, median
from service.analyze import read_article
from service.llm.port import Call
from service.services import Services
from service.steps import claims

ARTICLES = 10
WARMING = 4
AT_ONCE = 16


def measure() -> Iterator[Row]:
    """Claims calls of whole articles: one after the other, 16 at once, and over plain HTTP."""
    with processes.stub_model(seconds=0, places=1_000) as address, processes.folder() as data:
        alone, together = asyncio.run(_ask_all(address, data))
        calls = _calls(in_process.deploy(address, data).services, story=2)
        plain = [_post(address, call) for call in calls]
    yield Row("a call through the gateway, alone", median(alone), "ms")
    yield Row("a call over plain HTTP, the stand-in's time in it", median(plain), "ms")
    yield Row("what the gateway adds to a call", median(alone) - median(plain), "ms")
    yield Row(f"{AT_ONCE} calls at once, for each", together, "ms")


async def _ask_all(address: str, data: Path) -> tuple[list[float], float]:
    """Milliseconds of each call alone, and the share of each where AT_ONCE go together."""
    deployment = in_process.deploy(address, data)
    await deployment.ready()
    services = deployment.services
    for call in _calls(services, story=1)[:WARMING]:
        await services.llm.complete(call)
    alone = [await _time(services, call) for call in _calls(services, story=2)]
    many = [*_calls(services, story=3), *_calls(services, story=4)][:AT_ONCE]
    started = time.perf_counter()
    await asyncio.gather(*(services.llm.complete(call) for call in many))
    together = (time.perf_counter() - started) * 1000 / len(many)
    await deployment.close()
    return alone, together


def _calls(services: Services, story: int) -> Sequence[Call]:
    articles = in_process.articles(story, ARTICLES)
    asked = [claims.ask(read_article(article), services.profile, services.prompts) for article in articles]
    return [question.call for questions in asked for question in questions]


async def _time(services: Services, call: Call) -> float:
    started = time.perf_counter()
    await services.llm.complete(call)
    return (time.perf_counter() - started) * 1000


def _post(address: str, call: Call) -> float:
    """Milliseconds of the same question on a connection opened before."""
    parts = urlsplit(address)
    body = json.dumps(
        {
            "messages": [{"role": message.role, "content": message.content} for message in call.messages],
            "response_format": {"json_schema": {"name": call.reply.__name__, "schema": call.schema}},
        }
    )
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    connection.connect()
    started = time.perf_counter()
    connection.request("POST", f"{parts.path}/chat/completions", body, {"Content-Type": "application/json"})
    connection.getresponse().read()
    spent = (time.perf_counter() - started) * 1000
    connection.close()
    return spent
