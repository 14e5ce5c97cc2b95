"""Milliseconds an analysis takes where the model answers at once: everything but the model and the gateway.

The replies are learnt in a first run and looked up in the timed ones.
"""

import asyncio
import dataclasses
import itertools
import time
from collections.abc import Iterator

from evals.benchmarks import answers, in_process, processes
from evals.benchmarks.measurements import Row, median
from service.analyze import Services, analyze
from service.asking import Progress
from service.llm.port import Call, Message
from service.llm.scripted import Scripted
from service.models import Article

RUNS = {2: 7, 10: 3}
NOWHERE = "http://127.0.0.1:9/v1"


class Stages:
    """Keeps when each step began to ask and when it had its last answer."""

    def __init__(self) -> None:
        self._marks: list[tuple[str, float]] = [("start", time.perf_counter())]

    def tell(self, progress: Progress) -> None:
        """Takes the time at the edges of a step."""
        if progress.done == 0:
            self._marks.append((f"before {progress.step}", time.perf_counter()))
        if progress.done == progress.total:
            self._marks.append((f"asking {progress.step}", time.perf_counter()))

    def milliseconds(self) -> dict[str, float]:
        """The milliseconds of each stretch, by name, and of all together; what came last is called after."""
        self._marks.append(("after the last answer", time.perf_counter()))
        spent = {name: (at - before) * 1000 for (_, before), (name, at) in itertools.pairwise(self._marks)}
        return {**spent, "all": (self._marks[-1][1] - self._marks[0][1]) * 1000}


def measure() -> Iterator[Row]:
    """The median of each stretch of an analysis, for two and for ten articles."""
    with processes.folder() as data:
        services = in_process.deploy(NOWHERE, data).services
        for count, runs in RUNS.items():
            yield from _measure(services, in_process.articles(1, count), runs)


def _measure(services: Services, articles: list[Article], runs: int) -> Iterator[Row]:
    services = dataclasses.replace(services, llm=learn(services, articles))
    spent = [time_once(services, articles) for _ in range(runs)]
    for name in spent[0]:
        label = "the whole analysis" if name == "all" else name
        yield Row(f"{len(articles)} articles: {label}", median([run[name] for run in spent]), "ms")


def learn(services: Services, articles: list[Article]) -> Scripted:
    """A model that has every answer of this analysis ready."""
    known: dict[tuple[Message, ...], str] = {}

    def learning(call: Call) -> str:
        return known.setdefault(call.messages, answers.answer(call.reply.__name__, call.messages[-1].content))

    asyncio.run(analyze(articles, dataclasses.replace(services, llm=Scripted(learning)), request_id="learning"))
    return Scripted(lambda call: known[call.messages])


def time_once(services: Services, articles: list[Article]) -> dict[str, float]:
    """The stretches of one analysis, in milliseconds."""
    stages = Stages()
    asyncio.run(analyze(articles, services, request_id="timed", progress=stages.tell))
    return stages.milliseconds()
