"""A stand-in for a capable model, in a process of its own: OpenAI's protocol, right answers, a fixed time each.

    python -m evals.benchmarks.stub_model SECONDS PLACES

Writes its address on the first line and ends when its standard input does. A call takes SECONDS once it has one of
PLACES; a call that finds none free waits. Knows nothing of who asks.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import replace

from evals.benchmarks import answers
from evals.benchmarks.places import Places
from tests.llm.openai_server import Answer, OpenAIServer, Request, completion, failure


def script(places: Places, clock: Callable[[], float] = time.monotonic) -> Callable[[Request], Answer]:
    """What the server answers, and when. A prompt it does not know is an error, never a made-up answer."""

    def answer(request: Request) -> Answer:
        due = places.take(clock())
        shape = request.body["response_format"]["json_schema"]["name"]
        try:
            text = answers.answer(shape, request.body["messages"][-1]["content"])
        except answers.Unknown as error:
            return failure(400, str(error))
        # Working the answer out is part of the time, as it is with a model.
        return replace(completion(text), after_s=max(0.0, due - clock()))

    return answer


def main(seconds: str, places: str) -> None:
    """Serves until standard input ends."""
    with OpenAIServer(script(Places(int(places), float(seconds)))) as server:
        sys.stdout.write(f"{server.api_base}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
