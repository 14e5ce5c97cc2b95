"""What a model's server can do wrong, and what the service makes of it: a schedule a person can read.

README shows the same table; a test keeps them equal, and another carries out every row.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

from evals.benchmarks import answers
from tests.llm.openai_server import DROP, HANG, Answer, Request, completion, failure

Misbehave = Callable[[Request], Answer]
HUGE = 50_000_000
# Several sentences each, so that a cut answer still has whole items.
STORY = {
    "articles": [
        {
            "id": "post",
            "outlet": "The Post",
            "text": "The ferry sank off Port Ansel on Monday evening. Twelve people died in the cold water. "
            "The harbour master opened an inquiry into the sinking. Divers searched the wreck until Tuesday noon.",
        },
        {
            "id": "echo",
            "outlet": "Echo",
            "text": "The ferry sank off Port Ansel late on Monday. Nine people died in the cold water. "
            "The harbour master opened an inquiry on Tuesday. Divers searched the wreck through the night.",
        },
    ]
}


@dataclass(frozen=True)
class Outcome:
    """What the service's client gets, in a word for README; `tries`: how often the server is asked for one call."""

    told: str
    status: int
    kind: str | None
    tries: int


@dataclass(frozen=True)
class Fault:
    """A row: what the server does for one call `once` and then does right, or for every call."""

    name: str
    misbehave: Misbehave
    once: Outcome
    always: Outcome


def right(request: Request) -> Answer:
    """What a careful model answers."""
    return completion(answers.answer(_shape(request), question(request)))


def question(request: Request) -> str:
    """What is asked: the last words of the user that show something from an article, not a complaint about a reply."""
    asked = [one["content"] for one in request.body["messages"] if one["role"] == "user"]
    return str(next(words for words in reversed(asked) if "⟦" in words))


def _shape(request: Request) -> str:
    return str(request.body["response_format"]["json_schema"]["name"])


def _plain(answer: Answer) -> Misbehave:
    return lambda _: answer


def _cut_off(request: Request) -> Answer:
    whole = json.loads(right(request).body)["choices"][0]["message"]["content"]
    return completion(whole[: len(whole) * 3 // 4], finish_reason="length")


def _huge(request: Request) -> Answer:
    return replace(right(request), padding=HUGE)


AGAIN = Outcome("tried again, answered", 200, None, 2)
WAITED = Outcome("waits as long as it asks, tried again, answered", 200, None, 2)
GIVEN_UP = Outcome("given up at the call's limit, tried again, answered", 200, None, 2)
ASKED_AGAIN = Outcome("asked again, shown its errors, answered", 200, None, 2)
DOWN = Outcome("503 `model-down`", 503, "model-down", 2)
DOWN_AND_WHEN = Outcome("503 `model-down`, its `Retry-After` passed on", 503, "model-down", 2)
TIMEOUT = Outcome("504 `model-timeout`", 504, "model-timeout", 2)
BAD = Outcome("502 `bad-reply`", 502, "bad-reply", 2)
CUT = Outcome("its whole items are used", 200, None, 1)
REFUSED = Outcome("502 `bad-reply`, not tried again", 502, "bad-reply", 1)
BOUNDED = Outcome("hung up on after 8 MiB: 502 `bad-reply`, not tried again", 502, "bad-reply", 1)

HTML = Answer(200, b"<html><body>Sign in</body></html>", {"content-type": "text/html"})
TABLE: tuple[Fault, ...] = (
    Fault("429 with `Retry-After`", _plain(failure(429, retry_after="1")), WAITED, DOWN_AND_WHEN),
    Fault("429 without it", _plain(failure(429)), AGAIN, DOWN),
    Fault("500", _plain(failure(500)), AGAIN, DOWN),
    Fault("503", _plain(failure(503)), AGAIN, DOWN),
    Fault("hangs", _plain(HANG), GIVEN_UP, TIMEOUT),
    Fault("drips a byte now and then", _plain(Answer(drips=True)), GIVEN_UP, TIMEOUT),
    Fault("closes the connection", _plain(DROP), AGAIN, DOWN),
    Fault("breaks off in the middle", lambda request: replace(right(request), cuts=True), AGAIN, DOWN),
    Fault("an empty body", _plain(Answer(200)), AGAIN, DOWN),
    Fault("a web page", _plain(HTML), AGAIN, DOWN),
    Fault("an answer that is no JSON", _plain(completion("Here you are: {claims")), ASKED_AGAIN, BAD),
    Fault("JSON of the wrong shape", _plain(completion('{"facts": [1, 2]}')), ASKED_AGAIN, BAD),
    Fault("an answer cut off by its length", _cut_off, CUT, CUT),
    Fault("refuses in words", _plain(completion("I cannot help with that.")), ASKED_AGAIN, BAD),
    Fault("refuses as its protocol says", _plain(completion(None, refusal="I cannot help.")), REFUSED, REFUSED),
    Fault("50 MB", _huge, BOUNDED, BOUNDED),
)


def as_markdown() -> list[str]:
    """The lines of README's table."""
    head = ["| the model's server | once | every time |", "| --- | --- | --- |"]
    return [*head, *(f"| {row.name} | {row.once.told} | {row.always.told} |" for row in TABLE)]
