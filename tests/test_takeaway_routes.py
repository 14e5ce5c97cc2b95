"""The routes that take a report back, on the whole application."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from evals import cases
from service.analyze import Services
from service.app import create_app
from service.bodies import MAX_BODY_BYTES
from service.deployment import Deployment
from service.doors import keys
from service.doors.doors import Doors
from service.llm.scripted import Scripted
from tests.asked import STORY, at_once, problem, unable
from tests.made_reports import made

KEY, LINE = keys.new("desk")
ROUTES = ("/render", "/eval-case")


@pytest.fixture
def client(services_on: Callable[..., Services]) -> TestClient:
    return TestClient(create_app(Deployment(services_on(Scripted(unable)), at_once, 60.0)))


@pytest.fixture
def report(client: TestClient) -> Any:
    """What POST /analyze answers."""
    return client.post("/analyze", json=STORY).json()


def send(client: TestClient, path: str, body: bytes | str, **headers: str) -> Response:
    return client.post(path, content=body, headers={"content-type": "application/json", **headers})


@pytest.mark.parametrize(
    ("accept", "media_type", "name", "begins"),
    [
        ("", "text/html; charset=utf-8", "rashomon-report.html", "<!doctype html>"),
        ("text/html", "text/html; charset=utf-8", "rashomon-report.html", "<!doctype html>"),
        ("text/markdown", "text/markdown; charset=utf-8", "rashomon-report.md", "# Two tellings of one event"),
        ("text/csv", "text/csv; charset=utf-8", "rashomon-report.csv", "\ufeffsection,number,type"),
    ],
)
def test_a_report_of_the_service_is_written_in_the_form_asked_for(
    client: TestClient, report: Any, accept: str, media_type: str, name: str, begins: str
) -> None:
    answer = send(client, "/render", json.dumps(report), accept=accept)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["cache-control"] == "no-store"
    assert answer.content.decode().startswith(begins)


def test_a_form_there_is_not_is_refused_before_the_body_is_looked_at(client: TestClient) -> None:
    told = problem(send(client, "/render", b"{", accept="application/pdf"), 406, "not-acceptable")
    assert "text/html, text/markdown, text/csv" in told["detail"]


def test_feedback_comes_back_as_a_folder_that_the_evals_load(client: TestClient, tmp_path: Path) -> None:
    report = json.loads(made().model_dump_json())
    said = {"section": "contradictions", "finding_id": "x", "verdict": "right", "why": "two tolls"}
    answer = client.post("/eval-case", json={"report": report, "name": "ferry-toll", "feedback": [said], "missed": []})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-disposition"] == 'attachment; filename="ferry-toll.zip"'
    zipfile.ZipFile(io.BytesIO(answer.content)).extractall(tmp_path)
    (case,) = cases.load_all(tmp_path)
    assert (case.name, [one.why for one in case.expected.contradictions]) == ("ferry-toll", ["two tolls"])


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [(b"{", 400, "malformed-body"), (b"\xff", 400, "malformed-body"), (b'{"a": 1}', 422, "invalid-report")],
)
def test_what_is_no_report_is_refused_as_everywhere(
    client: TestClient, path: str, body: bytes, status: int, kind: str
) -> None:
    problem(send(client, path, body), status, kind)


@pytest.mark.parametrize("path", ROUTES)
def test_bodies_have_the_limit_and_the_type_of_the_other_routes(client: TestClient, path: str) -> None:
    problem(send(client, path, b" " * (MAX_BODY_BYTES + 1)), 413, "body-too-large")
    problem(client.post(path, content=b"{}", headers={"content-type": "text/plain"}), 415, "wrong-media-type")


def test_a_report_that_was_changed_on_the_way_is_refused_by_its_field(client: TestClient, report: Any) -> None:
    report["claims"][0]["spans"][0]["quote"] = "Nobody died"
    told = problem(send(client, "/render", json.dumps(report)), 422, "wrong-value")
    assert [one["field"] for one in told["problems"]] == ["claims[0].spans[0]"]
    assert "Nobody" not in told["detail"]
    assert told["title"] == "The report breaks a rule"


@pytest.mark.parametrize("path", ROUTES)
def test_both_stand_behind_the_doors(services_on: Callable[..., Services], path: str) -> None:
    doors = Doors(keys.parse(LINE))
    client = TestClient(create_app(Deployment(services_on(Scripted(unable)), at_once, 60.0, doors=doors)))
    problem(send(client, path, made().model_dump_json()), 401, "key-needed")
    assert send(client, path, made().model_dump_json(), **{"X-API-Key": KEY}).status_code in (200, 422)
