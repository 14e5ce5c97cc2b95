"""Milliseconds an analysis takes where the model answers at once: everything but the model and the gateway.

The replies are learnt in a first run and looked up in the timed ones. How the work grows with the articles is told in
milliseconds of the processor, which a busy machine lengthens less than the clock's, and of a story not read before.
"""

import asyncio
import dataclasses
import time
from collections.abc import Callable, Iterator, Mapping

from evals.benchmarks import answers, in_process, processes
from evals.benchmarks.measurements import Aim, Row, median
from service.analyze import analyze, read_article
from service.asking import Progress
from service.llm.port import Call, Message
from service.llm.scripted import Scripted
from service.models import Article, ReadArticle
from service.services import Services
from service.steps import claims, pairs

RUNS = {2: 7, 10: 3}
# How many articles are told of in milliseconds an article, and in how many stories each; a request has twenty at most,
# the steps take more.
COUNTS, TIMES = (2, 4, 8, 16, 32), 3
# With many articles one may take so many times what it takes with four, and have hardly more pairs.
MOST_GROWTH, MOST_PAIRS_GROWTH = 2.0, 1.1
# Ten articles of 1,000 words on one core.
TEN, MOST_OF_TEN_MS = 10, 500.0
WHOLE = "the whole analysis"
NOWHERE = "http://127.0.0.1:9/v1"


class Stages:
    """Takes the time from the last answer of one step to the first question of the next; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._began = self._since = clock()
        self._spent: dict[str, float] = {}

    def tell(self, progress: Progress) -> None:
        """Takes the time at the edges of a step; the answers themselves are nobody's work here."""
        if progress.done == 0:
            self._spent[f"before {progress.step} is asked for"] = self._clock() - self._since
        if progress.done == progress.total:
            self._since = self._clock()

    def milliseconds(self) -> dict[str, float]:
        """The milliseconds of each stretch, by name, and of the whole."""
        now = self._clock()
        stretches = {**self._spent, "after the last answer": now - self._since, WHOLE: now - self._began}
        return {name: seconds * 1000 for name, seconds in stretches.items()}


def measure() -> Iterator[Row]:
    """The median of each stretch of an analysis, for two and for ten articles."""
    with processes.folder() as data:
        services = in_process.deploy(NOWHERE, data).services
        for count, runs in RUNS.items():
            yield from _measure(services, in_process.articles(1, count), runs)
        ten = _milliseconds_each(services, TEN) * TEN
        yield Row(f"{TEN} articles, of the processor", ten, "ms", Aim("at most", MOST_OF_TEN_MS))
        yield from growth({count: _milliseconds_each(services, count) for count in COUNTS})
        yield from pair_growth({count: _pairs_each(services, count) for count in COUNTS})


def growth(each: Mapping[int, float]) -> Iterator[Row]:
    """The milliseconds an article takes among so many, and how much more it takes among the most than among four."""
    for count, milliseconds in each.items():
        yield Row(f"an article among {count}, of the processor", milliseconds, "ms")
    most = max(each)
    yield Row(
        f"an article among {most} against one among 4", each[most] / each[4], "times", Aim("at most", MOST_GROWTH)
    )


def pair_growth(each: Mapping[int, float]) -> Iterator[Row]:
    """The pairs of claims an article has among so many, and how many more among the most than among four."""
    for count, pairs_each in each.items():
        yield Row(f"pairs of claims an article, of {count} articles", pairs_each, "pairs")
    most = max(each)
    aim = Aim("at most", MOST_PAIRS_GROWTH)
    yield Row(f"pairs an article of {most} articles against one of 4", each[most] / each[4], "times", aim)


def _milliseconds_each(services: Services, count: int) -> float:
    """The least of several stories, each read for the first time; the model's answers are nobody's work here."""
    answering = Scripted(lambda call: answers.answer(call.reply.__name__, call.messages[-1].content))
    services = dataclasses.replace(services, llm=answering)
    told = [in_process.articles(number, count) for number in range(1, TIMES + 1)]
    spent = [time_once(services, articles, time.process_time) for articles in told]
    return min(sum(spent_on[name] for name in spent_on if name != WHOLE) for spent_on in spent) / count


def _pairs_each(services: Services, count: int) -> float:
    told = [_read(services, read_article(article)) for article in in_process.articles(1, count)]
    return len(pairs.choose(told).pairs) / count


def _read(services: Services, read: ReadArticle) -> ReadArticle:
    """An article with the claims its answers ground."""
    questions = claims.ask(read, services.profile, services.prompts)
    replies = [answers.answer(one.call.reply.__name__, one.call.messages[-1].content) for one in questions]
    found = claims.read(read, questions, replies, [], services.profile)
    return read.model_copy(update={"claims": found.claims})


def whole_ms(services: Services, articles: list[Article], runs: int) -> float:
    """The median milliseconds of a whole analysis."""
    services = dataclasses.replace(services, llm=learn(services, articles))
    return median([time_once(services, articles)[WHOLE] for _ in range(runs)])


def _measure(services: Services, articles: list[Article], runs: int) -> Iterator[Row]:
    services = dataclasses.replace(services, llm=learn(services, articles))
    spent = [time_once(services, articles) for _ in range(runs)]
    for name in spent[0]:
        yield Row(f"{len(articles)} articles: {name}", median([run[name] for run in spent]), "ms")


def learn(services: Services, articles: list[Article]) -> Scripted:
    """A model that has every answer of this analysis ready."""
    known: dict[tuple[Message, ...], str] = {}

    def learning(call: Call) -> str:
        return known.setdefault(call.messages, answers.answer(call.reply.__name__, call.messages[-1].content))

    asyncio.run(analyze(articles, dataclasses.replace(services, llm=Scripted(learning)), request_id="learning"))
    return Scripted(lambda call: known[call.messages])


def time_once(
    services: Services, articles: list[Article], clock: Callable[[], float] = time.perf_counter
) -> dict[str, float]:
    """The stretches of one analysis, in milliseconds."""

    async def timed() -> dict[str, float]:
        stages = Stages(clock)
        await analyze(articles, services, request_id="timed", progress=stages.tell)
        return stages.milliseconds()

    return asyncio.run(timed())
