import io
import logging
from collections.abc import Callable

import pytest

from service import logs
from service.deployment import Deployment
from service.doors import keys
from service.doors.doors import Doors
from service.llm.scripted import Scripted
from service.services import Services
from tests.asked import CAPABLE, STORY, Hanging, at_once, unable
from tests.watched import watched

KEY, LINE = keys.new("desk")


def test_every_request_has_one_line_that_says_who_what_how_and_how_long(services_on: Callable[..., Services]) -> None:
    deployment = Deployment(services_on(Scripted(unable)), at_once, 60.0, doors=Doors(keys.parse(LINE)))
    with watched(deployment) as seen:
        answer = seen.client.post("/analyze", json=STORY, headers={"X-API-Key": KEY, "X-Request-Id": "desk-7"})
        assert answer.status_code == 200
        seen.client.post("/analyze", json=STORY)
        seen.client.get("/nowhere/else", headers={"X-API-Key": KEY})
        done, refused, lost = seen.requests()
    assert done["ms"] >= 0
    assert done["timestamp"]
    assert {name: done[name] for name in ("level", "request_id", "method", "route", "status", "key")} == {
        "level": "info",
        "request_id": "desk-7",
        "method": "POST",
        "route": "/analyze",
        "status": 200,
        "key": "desk",
    }
    assert (done["model_calls"], done["tokens"]) == (0, 0)
    assert (refused["status"], refused["error"], "key" in refused) == (401, "KeyNeeded", False)
    assert (lost["status"], lost["route"]) == (404, "none")


def test_what_an_unfinished_analysis_took_is_on_its_line(services_on: Callable[..., Services]) -> None:
    with watched(Deployment(services_on(Hanging(), CAPABLE), at_once, 0.2)) as seen:
        assert seen.client.post("/analyze", json=STORY).status_code == 504
        (line,) = seen.requests()
    assert (line["error"], line["step"], line["tokens_with_cached"]) == ("DeadlinePassed", "claims", 0)


def test_health_checks_and_scrapes_are_not_worth_a_line(services_on: Callable[..., Services]) -> None:
    with watched(Deployment(services_on(Scripted(unable)), at_once, 60.0)) as seen:
        assert seen.client.get("/healthz").status_code == seen.client.get("/metrics").status_code == 200
        assert seen.requests() == []


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "begins"), [(io.StringIO(), '{"'), (Terminal(), "20")])
def test_a_person_gets_plain_lines_and_a_program_json(stream: io.StringIO, begins: str) -> None:
    root = logging.getLogger()
    before = root.handlers, root.level
    try:
        logs.configure(stream, shows_content=False)
        logging.getLogger("rashomon").warning("the cache is full")
    finally:
        root.handlers, root.level = before
    assert stream.getvalue().startswith(begins)
    assert "the cache is full" in stream.getvalue()
