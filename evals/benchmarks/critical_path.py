"""Seconds of one analysis against its critical path: three round trips, where the model takes 2 s for every call.

What code computes comes on top of them; it is measured by pure_steps.py and taken off in a row of its own.

The model is a stand-in with room for every call at once, the service a process of its own, asked over HTTP. Every
story is new, so nothing comes from the cache.
"""

from collections.abc import Iterator

from evals.benchmarks import in_process, made_stories, posting, processes, pure_steps
from evals.benchmarks.measurements import Aim, NotMeasured, Row, median

SECONDS_PER_CALL = 2.0
ROUND_TRIPS = 3
TOLERANCE = 1.1
ENOUGH_PLACES = 1_000
RUNS = 3
FEWEST, MOST = 2, 10


def measure() -> Iterator[Row]:
    """The first analysis after the start, then the median of new stories of two and of ten articles."""
    most = Aim("at most", SECONDS_PER_CALL * ROUND_TRIPS * TOLERANCE)
    with processes.rashomon_on_stub(SECONDS_PER_CALL, ENOUGH_PLACES) as server:
        first = _analyze(server.port, number=0, articles=2)
        yield Row("2 articles, the first request after the start", first.seconds, "s")
        for articles in (FEWEST, MOST):
            runs = [_analyze(server.port, articles * 10 + run, articles) for run in range(RUNS)]
            verdicts = runs[0].calls_of("verdicts")
            what = f"{articles} articles, {len(runs[0].calls)} calls ({verdicts} of them judge pairs)"
            seconds = median([run.seconds for run in runs])
            yield Row(what, seconds, "s", most if articles == FEWEST else None)
            yield Row(f"{articles} articles, without what code computes", seconds - _computing_s(articles), "s", most)


def _computing_s(articles: int) -> float:
    """Seconds of the pure steps for such a story, where the model answers at once."""
    with processes.folder() as data:
        services = in_process.deploy(pure_steps.NOWHERE, data).services
        return pure_steps.whole_ms(services, in_process.articles(1, articles), RUNS) / 1000


def _analyze(port: int, number: int, articles: int) -> posting.Answered:
    answered = posting.post(port, made_stories.make(number, articles))
    if any(call["cached"] for call in answered.calls) or not answered.calls_of("verdicts"):
        raise NotMeasured("a story was answered from the cache, or no pair was judged: the path is not the one meant")
    return answered
