"""16 analyses at once: how much of what the model allows they reach.

The stand-in model takes 2 s for a call and PLACES calls at a time. What that allows is the least time in which all
calls made could be answered: the calls shared over the places, or three round trips where those take longer.
"""

from collections.abc import Iterator

from evals.benchmarks import made_stories, posting, processes
from evals.benchmarks.critical_path import ROUND_TRIPS, SECONDS_PER_CALL
from evals.benchmarks.measurements import Aim, Row
from evals.benchmarks.places import least_seconds

ANALYSES = 16
ARTICLES = 2
PLACES = 16


def measure() -> Iterator[Row]:
    """The share of what the model allows, and what it comes from."""
    with processes.rashomon_on_stub(SECONDS_PER_CALL, PLACES) as server:
        posting.post(server.port, made_stories.make(0, ARTICLES))
        stories = [made_stories.make(100 + number, ARTICLES) for number in range(ANALYSES)]
        answered, seconds = posting.post_at_once(server.port, stories)
    calls = sum(len(one.calls) for one in answered)
    allowed = least_seconds(calls, ROUND_TRIPS, PLACES, SECONDS_PER_CALL)
    yield Row(f"{ANALYSES} analyses of {ARTICLES} articles at once, {calls} calls", seconds, "s")
    yield Row(f"the least the model allows with {PLACES} calls at a time", allowed, "s")
    yield Row("reached of what the model allows", 100 * allowed / seconds, "%", Aim("at least", 85))
