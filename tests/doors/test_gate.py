"""The doors of the whole application: keys, limits, origins and headers, over HTTP."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.deployment import Deployment
from service.doors import keys
from service.doors.doors import Doors
from service.doors.security_headers import HEADERS
from service.errors import BadReply
from service.llm.port import Call, LanguageModel, Reply
from service.llm.scripted import Scripted
from service.services import Services
from tests.asked import STORY, at_once, problem, unable

KEY, LINE = keys.new("desk")
OTHER, OTHER_LINE = keys.new("wire")
MINE = {"X-API-Key": KEY}
Opened = Callable[..., AbstractContextManager[TestClient]]


@pytest.fixture
def opened(services_on: Callable[..., Services]) -> Opened:
    """A client of an application behind doors: `opened(Doors(...))`."""

    @contextmanager
    def build(doors: Doors, llm: LanguageModel | None = None) -> Iterator[TestClient]:
        deployment = Deployment(services_on(llm or Scripted(unable)), at_once, 60.0, doors=doors)
        with TestClient(create_app(deployment)) as client:
            yield client

    return build


def behind_keys(**limits: object) -> Doors:
    return Doors(keys.parse(f"{LINE},{OTHER_LINE}"), **limits)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "path", ["/readyz", "/docs", "/openapi.json", "/metrics", "/nowhere", "/healthz/", "http://testserver//healthz"]
)
def test_everything_but_health_and_the_page_is_behind_the_keys(opened: Opened, path: str) -> None:
    with opened(behind_keys()) as client:
        problem(client.get(path, follow_redirects=False), 401, "key-needed")
        assert client.get("/healthz").status_code == 200


def test_a_story_needs_a_key_that_is_known_in_either_header(opened: Opened) -> None:
    with opened(behind_keys()) as client:
        missing = client.post("/analyze", json=STORY)
        assert "is missing" in problem(missing, 401, "key-needed")["detail"]
        assert missing.headers["www-authenticate"] == "Bearer"
        for wrong in ({"X-API-Key": KEY + "x"}, {"Authorization": f"Basic {KEY}"}, {"Authorization": "Bearer "}):
            problem(client.post("/analyze", json=STORY, headers=wrong), 401, "key-needed")
        for right in (MINE, {"Authorization": f"Bearer {OTHER}"}, {"Authorization": f"bearer {KEY}"}):
            assert client.post("/analyze", json=STORY, headers=right).status_code == 200


def test_without_keys_the_door_is_open(opened: Opened) -> None:
    with opened(Doors()) as client:
        assert client.post("/analyze", json=STORY).status_code == 200
        assert "securitySchemes" not in client.get("/openapi.json").json()["components"]


def test_a_key_that_asks_too_often_is_told_when_to_come_again(opened: Opened) -> None:
    with opened(behind_keys(rate="2/hour")) as client:
        for _ in range(2):
            assert client.get("/readyz", headers=MINE).status_code == 200
        refused = client.get("/readyz", headers=MINE)
        problem(refused, 429, "limit-reached")
        assert 0 < int(refused.headers["retry-after"]) <= 3601
        assert client.get("/readyz", headers={"X-API-Key": OTHER}).status_code == 200


class Held:
    """A model that answers nothing until it may; its replies never validate."""

    def __init__(self) -> None:
        self.is_asked, self.may_end = threading.Event(), threading.Event()

    async def complete(self, call: Call) -> Reply:
        self.is_asked.set()
        await asyncio.to_thread(self.may_end.wait, 10)
        raise BadReply("no reply validated")


def test_a_key_with_too_many_requests_under_way_is_told_so(opened: Opened) -> None:
    llm = Held()
    with opened(behind_keys(parallel=1), llm) as client:
        first = threading.Thread(target=client.post, args=("/analyze",), kwargs={"json": STORY, "headers": MINE})
        first.start()
        assert llm.is_asked.wait(10)
        refused = client.get("/readyz", headers=MINE)
        problem(refused, 429, "limit-reached")
        assert refused.headers["retry-after"] == "2"
        assert client.get("/readyz", headers={"X-API-Key": OTHER}).status_code == 200
        llm.may_end.set()
        first.join()
        assert client.get("/readyz", headers=MINE).status_code == 200


def test_the_document_says_that_a_key_is_needed_and_where_it_goes(opened: Opened) -> None:
    with opened(behind_keys()) as client:
        document = client.get("/openapi.json", headers=MINE).json()
    schemes = document["components"]["securitySchemes"]
    assert schemes["key"] == {"type": "apiKey", "in": "header", "name": "X-API-Key"}
    assert document["security"] == [{"key": []}, {"bearer": []}]
    assert document["paths"]["/healthz"]["get"]["security"] == []


PREFLIGHT = {"Origin": "https://desk.example", "Access-Control-Request-Method": "POST"}


def test_no_page_may_ask_unless_its_origin_is_listed(opened: Opened) -> None:
    with opened(behind_keys()) as client:
        answer = client.post("/analyze", json=STORY, headers={**MINE, "Origin": "https://desk.example"})
        assert answer.status_code == 200
        assert not [name for name in answer.headers if name.startswith("access-control")]
        problem(client.options("/analyze", headers=PREFLIGHT), 401, "key-needed")


def test_a_listed_page_may_ask_without_a_key_whether_it_may_ask_and_reads_refusals(opened: Opened) -> None:
    with opened(behind_keys(cors_origins=("https://desk.example",))) as client:
        may = client.options("/analyze", headers=PREFLIGHT)
        assert may.status_code == 200
        assert may.headers["access-control-allow-origin"] == "https://desk.example"
        refused = client.post("/analyze", json=STORY, headers={"Origin": "https://desk.example"})
        problem(refused, 401, "key-needed")
        assert refused.headers["access-control-allow-origin"] == "https://desk.example"
        other = client.post("/analyze", json=STORY, headers={**MINE, "Origin": "https://other.example"})
        assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/nowhere", "/analyze"])
def test_every_answer_is_safe_in_a_browser(opened: Opened, path: str) -> None:
    with opened(behind_keys()) as client:
        for headers in ({}, MINE):
            told = client.get(path, headers=headers).headers
            assert {name: told[name] for name in HEADERS} == HEADERS


def test_the_documentation_keeps_its_own_policy(opened: Opened) -> None:
    with opened(Doors()) as client:
        told = client.get("/docs").headers
    assert "style-src" in told["content-security-policy"]
    assert told["x-frame-options"] == "DENY"
