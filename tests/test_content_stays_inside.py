"""A marked sentence and a marked key go through every kind of answer; an operator meets neither anywhere."""

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest

from service.deployment import Deployment
from service.doors import keys
from service.doors.doors import Doors
from service.errors import BadReply, KeyRefused, ModelDown
from service.llm.port import Call
from service.llm.scripted import Scripted
from service.llm.transcribed import Transcribed
from service.services import Services
from tests.asked import CAPABLE, ECHO, POST, at_once, raising, send
from tests.watched import Watched, watched

MARK = "quicksilver heron"
KEY, LINE = keys.new("desk")
MARKED = {"articles": [{**POST, "text": f"{POST['text']} A {MARK} was seen on the pier by twelve people."}, ECHO]}
Script = Callable[[Call], str]


def echoing(call: Call) -> str:
    """A model that fails with the prompt in its error, as providers do."""
    raise RuntimeError(call.messages[-1].content)


def loud(call: Call) -> str:
    """A library that logs what it is given."""
    logging.getLogger("some.library").error("bad prompt: %s", call.messages[-1].content)
    raise BadReply("no reply validated")


def post(seen: Watched, body: Any, key: str = KEY) -> Any:
    return send(seen.client, body if isinstance(body, str) else json.dumps(body), X_API_Key=key)


@pytest.mark.parametrize(
    ("script", "body", "key", "status"),
    [
        (loud, MARKED, KEY, 200),
        (loud, MARKED, KEY + MARK, 401),
        (loud, json.dumps(MARKED)[:-1], KEY, 400),
        (loud, {**MARKED, "articles": [*MARKED["articles"], {"text": "x", MARK: MARK}]}, KEY, 422),
        (echoing, MARKED, KEY, 500),
        (raising(ModelDown("it failed", may_pass=True)), MARKED, KEY, 503),
        (raising(KeyRefused("not this key")), MARKED, KEY, 503),
    ],
    ids=["answered", "wrong key", "malformed", "refused", "a fault of ours", "model down", "key refused"],
)
def test_neither_articles_nor_keys_are_in_logs_metrics_or_traces(
    services_on: Callable[..., Services], script: Script, body: Any, key: str, status: int
) -> None:
    profile = {} if script is loud else {"profile": CAPABLE}
    services = services_on(Scripted(script), **profile)
    with watched(Deployment(services, at_once, 60.0, doors=Doors(keys.parse(LINE)))) as seen:
        answer = post(seen, body, key)
        assert answer.status_code == status
        seen.client.get(f"/readyz?key={KEY}", headers={"X-API-Key": KEY})
        told = seen.everything(**{"X-API-Key": KEY})
        assert '"route": "/analyze"' in told or status == 401
        assert len(seen.spans.get_finished_spans()) > 1
    assert MARK not in told
    assert KEY not in told
    if status >= 500:
        assert MARK not in answer.text
    assert KEY not in answer.text


def test_a_desk_that_asks_for_it_gets_prompts_replies_and_the_texts_of_faults(
    services_on: Callable[..., Services],
) -> None:
    services = services_on(Transcribed(Scripted(echoing)), profile=CAPABLE)
    with watched(Deployment(services, at_once, 60.0), logs_content=True) as seen:
        seen.client.post("/analyze", json=MARKED)
        assert MARK in seen.stream.getvalue()
        assert "RuntimeError" in seen.stream.getvalue()
