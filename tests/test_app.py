"""The HTTP edge, on the whole pipeline with a scripted model."""

import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.deployment import Deployment
from service.errors import BadReply, ContextExceeded, KeyRefused, ModelDown, ModelError, ModelTimeout
from service.llm.port import Call, LanguageModel
from service.llm.profiles import EMBEDDED, Profile
from service.llm.scripted import Scripted
from service.report_models import Report
from service.services import Services
from tests.asked import CAPABLE, ECHO, POST, STORY, Hanging, at_once, problem, raising, send, unable

Client = Callable[..., TestClient]


@pytest.fixture
def client_on(services_on: Callable[..., Services]) -> Iterator[Client]:
    """A client of the application on a model: `client_on(Scripted(script), profile)`."""
    opened = []

    def build(
        llm: LanguageModel,
        profile: Profile = EMBEDDED,
        ready: Callable[[], Any] = at_once,
        deadline_s: float = 60.0,
    ) -> TestClient:
        deployment = Deployment(services_on(llm, profile), ready, deadline_s)
        client = TestClient(create_app(deployment))
        opened.append(client.__enter__())
        return client

    yield build
    for client in opened:
        client.__exit__()


@pytest.fixture
def client(client_on: Client) -> TestClient:
    """A client of an application whose model cannot answer, and need not for a report."""
    return client_on(Scripted(unable))


def test_a_story_gets_its_report(client: TestClient) -> None:
    response = client.post("/analyze", json=STORY)
    assert response.status_code == 200
    report = Report.model_validate_json(response.content)
    assert {article.outlet for article in report.articles} == {"The Post", "Echo"}
    texts = {article.id: article.text for article in report.articles}
    assert report.claims
    assert all(texts[one.article_id][s.start : s.end] == s.quote for one in report.claims for s in one.spans)


def test_equal_requests_get_equal_answers_outside_the_run(client: TestClient) -> None:
    answers = [client.post("/analyze", json={"articles": order}).json() for order in ([POST, ECHO], [ECHO, POST])]
    for answer in answers:
        del answer["provenance"]["run"]
    assert json.dumps(answers[0]) == json.dumps(answers[1])


def test_a_request_keeps_its_own_id_and_gets_one_otherwise(client: TestClient) -> None:
    answer = client.post("/analyze", json=STORY, headers={"X-Request-Id": "desk-7"})
    assert answer.headers["x-request-id"] == answer.json()["provenance"]["run"]["request_id"] == "desk-7"
    assert len({client.get("/healthz").headers["x-request-id"] for _ in range(3)}) == 3


@pytest.mark.parametrize("request_id", ["a b", "x" * 101, "a%0d%0ab;", "<script>", ""])
def test_a_request_id_that_could_harm_a_log_is_replaced(client: TestClient, request_id: str) -> None:
    given = client.get("/healthz", headers={"X-Request-Id": request_id}).headers["x-request-id"]
    assert given != request_id
    assert given.isalnum()


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        (b"", 400, "malformed-body"),
        (b"{", 400, "malformed-body"),
        (b'{"articles": "\xff"}', 400, "malformed-body"),
        (b"[" * 100_000, 400, "malformed-body"),
        (b'{"articles": NaN}', 400, "malformed-body"),
        (b"[]", 422, "wrong-type"),
        (b"{}", 422, "missing-field"),
        (b'{"articles": []}', 422, "too-few-articles"),
        (b'{"articles": [{"text": "a"}, {"text": "\\ud800"}]}', 422, "bad-characters"),
        (b'{"articles": [{"text": "a"}, {"text": "b", "\\ud800": 1}]}', 422, "bad-characters"),
        (b'{"articles": [{"text": "a"}, {"text": " "}]}', 422, "no-text"),
        (b'{"articles": [{"text": "a"}, {"text": "b", "published_at": "soon"}]}', 422, "wrong-date"),
        (b'{"articles": [{"text": "a"}, {"html": "<p>"}]}', 422, "no-article-in-html"),
        (b'{"articles": [{"text": ""}, {"text": "b", "x": 1}]}', 422, "invalid-story"),
    ],
)
def test_a_body_that_cannot_be_used_is_refused_with_its_reason(
    client: TestClient, body: bytes, status: int, kind: str
) -> None:
    problem(send(client, body), status, kind)


def test_each_broken_rule_is_told_with_its_field(client: TestClient) -> None:
    told = problem(send(client, '{"articles": [{"text": ""}, {"text": "b", "x": 1}]}'), 422, "invalid-story")
    assert [(one["type"], one["field"]) for one in told["problems"]] == [
        ("/problems/no-text", "articles[0].text"),
        ("/problems/unknown-field", "articles[1].x"),
    ]


def test_an_unknown_path_and_a_wrong_method_get_problems_too(client: TestClient) -> None:
    problem(client.get("/analyse"), 404, "not-found")
    refused = client.get("/analyze")
    problem(refused, 405, "method-not-allowed")
    assert refused.headers["allow"] == "POST"


@pytest.mark.parametrize(
    ("error", "status", "kind"),
    [
        (BadReply("no reply validated"), 502, "bad-reply"),
        (ContextExceeded("too long"), 502, "context-exceeded"),
        (ModelDown("nobody answers"), 503, "model-down"),
        (KeyRefused("not this key"), 503, "key-refused"),
        (ModelTimeout("30 s"), 504, "model-timeout"),
    ],
)
def test_a_model_that_fails_is_told_with_step_and_article(
    client_on: Client, error: ModelError, status: int, kind: str
) -> None:
    told = problem(client_on(Scripted(raising(error)), CAPABLE).post("/analyze", json=STORY), status, kind)
    assert told["step"] == "claims"
    assert told["article_id"] in ("post", "echo")
    assert error.message in told["detail"]


def test_the_wait_a_provider_asks_for_is_passed_on(client_on: Client) -> None:
    busy = ModelDown("too many requests", may_pass=True, retry_after_s=12.3)
    response = client_on(Scripted(raising(busy)), CAPABLE).post("/analyze", json=STORY)
    problem(response, 503, "model-down")
    assert response.headers["retry-after"] == "13"


def test_a_request_after_recovery_works(client_on: Client) -> None:
    errors = [ModelDown("nobody answers")]

    def script(call: Call) -> str:
        raise errors.pop() if errors else BadReply("no reply validated")

    client = client_on(Scripted(script))
    problem(client.post("/analyze", json=STORY), 503, "model-down")
    assert client.post("/analyze", json=STORY).status_code == 200


def test_a_fault_of_ours_shows_neither_client_nor_log_the_words_it_met(
    client_on: Client, caplog: pytest.LogCaptureFixture
) -> None:
    client = client_on(Scripted(raising(RuntimeError("Twelve people died"))))
    with caplog.at_level(logging.DEBUG):
        told = problem(client.post("/analyze", json=STORY), 500, "internal-error")
    assert "Twelve" not in json.dumps(told)
    assert "Twelve" not in caplog.text
    assert told["request_id"] in caplog.text
    assert "RuntimeError at asked.py" in caplog.text


def test_a_deadline_that_passes_names_the_step(client_on: Client) -> None:
    client = client_on(Hanging(), deadline_s=0.2)
    told = problem(client.post("/analyze", json=STORY), 504, "deadline-passed")
    assert told["step"] == "claims"
    assert "0.2 s" in told["detail"]


def test_health_is_told_whatever_the_model_does(client_on: Client) -> None:
    async def never() -> None:
        raise ModelDown("no weights")

    client = client_on(Hanging(), ready=never)
    assert client.get("/healthz").json() == {"status": "ok"}
    told = problem(client.get("/readyz"), 503, "model-down")
    assert told["detail"] == "no weights"


def test_readiness_names_the_model_and_asks_it_nothing(client_on: Client) -> None:
    llm = Scripted(unable)
    answer = client_on(llm).get("/readyz")
    assert answer.json() == {"status": "ready", "model": "scripted", "jobs": "not taken here"}
    assert llm.calls == []
