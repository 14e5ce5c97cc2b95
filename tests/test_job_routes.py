"""The routes of jobs, on the whole application with a scripted model and a real SQLite file."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.deployment import Deployment
from service.errors import ModelDown
from service.jobs.carrying_out import CarryingOut
from service.jobs.durable import Durable
from service.jobs.port import Terms
from service.llm.port import LanguageModel
from service.llm.profiles import EMBEDDED, Profile
from service.llm.scripted import Scripted
from service.report_models import Report
from service.services import Services
from tests.asked import CAPABLE, ECHO, POST, STORY, Hanging, at_once, problem, raising, unable

SOON_S = 30.0


@pytest.fixture
def client_on(services_on: Callable[..., Services], tmp_path: Path) -> Iterator[Callable[..., TestClient]]:
    """A client of an application that takes jobs: `client_on(Scripted(script), profile)`."""
    opened = []

    def build(llm: LanguageModel, profile: Profile = EMBEDDED) -> TestClient:
        deployment = Deployment(services_on(llm, profile), at_once, 60.0)
        engine = Durable(Terms(tmp_path / "jobs", None, 2, 10.0), CarryingOut(deployment, attempts=1))
        client = TestClient(create_app(deployment, jobs=engine))
        opened.append(client.__enter__())
        soon(lambda: not engine.trouble())
        return client

    yield build
    for client in opened:
        client.__exit__()


@pytest.fixture
def client(client_on: Callable[..., TestClient]) -> TestClient:
    return client_on(Scripted(unable))


def soon(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + SOON_S
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.05)


def ended(client: TestClient, job_id: str) -> dict[str, Any]:
    """The job, once it is finished."""
    soon(lambda: client.get(f"/jobs/{job_id}").json()["state"] not in ("queued", "running"))
    told: dict[str, Any] = client.get(f"/jobs/{job_id}").json()
    return told


def events(text: str) -> list[tuple[str, str]]:
    """The name and the id of each event."""
    fields = [dict(line.split(": ", 1) for line in block.splitlines() if line) for block in text.split("\n\n") if block]
    return [(one["event"], one.get("id", "")) for one in fields]


def test_a_job_is_taken_and_gives_its_report_in_the_same_bytes_every_time(client: TestClient) -> None:
    taken = client.post("/jobs", json=STORY, headers={"X-Request-Id": "desk-7"})
    assert taken.status_code == 202
    job_id = taken.json()["id"]
    assert taken.headers["location"] == f"/jobs/{job_id}"
    told = ended(client, job_id)
    assert (told["state"], told["problem"]) == ("succeeded", None)
    report = Report.model_validate(told["report"])
    assert report.provenance.run.request_id == "desk-7"
    assert len({client.get(f"/jobs/{job_id}").content for _ in range(3)}) == 1


def test_a_job_and_an_analysis_say_the_same(client: TestClient) -> None:
    of_job = ended(client, client.post("/jobs", json=STORY).json()["id"])["report"]
    of_analysis = client.post("/analyze", json=STORY).json()
    for report in (of_job, of_analysis):
        del report["provenance"]["run"]
    assert of_job == of_analysis


def test_what_cannot_be_analysed_is_refused_before_it_is_kept(client: TestClient) -> None:
    problem(client.post("/jobs", json={"articles": [POST]}), 422, "too-few-articles")
    problem(client.post("/jobs", content="{", headers={"content-type": "application/json"}), 400, "malformed-body")
    problem(client.post("/jobs", content="{}"), 415, "wrong-media-type")


def test_an_idempotency_key_is_one_job_for_one_story(client: TestClient) -> None:
    key = {"Idempotency-Key": "story-7"}
    first, second = (client.post("/jobs", json=STORY, headers=key) for _ in range(2))
    assert first.json()["id"] == second.json()["id"]
    other = {"articles": [POST, {**ECHO, "title": "Another headline"}]}
    problem(client.post("/jobs", json=other, headers=key), 422, "idempotency-key-reused")
    problem(client.post("/jobs", json=STORY, headers={"Idempotency-Key": "with space"}), 422, "wrong-value")


def test_without_a_key_each_request_is_a_job(client: TestClient) -> None:
    assert len({client.post("/jobs", json=STORY).json()["id"] for _ in range(3)}) == 3


def test_a_job_that_fails_gives_its_problem(client_on: Callable[..., TestClient]) -> None:
    client = client_on(Scripted(raising(ModelDown("nobody answers"))), CAPABLE)
    told = ended(client, client.post("/jobs", json=STORY).json()["id"])
    assert (told["state"], told["report"]) == ("failed", None)
    assert told["problem"]["type"] == "/problems/model-down"


def test_the_events_of_a_job_end_with_the_job_and_go_on_after_any_of_them(client: TestClient) -> None:
    job_id = client.post("/jobs", json=STORY).json()["id"]
    stream = client.get(f"/jobs/{job_id}/events")
    assert stream.headers["content-type"].startswith("text/event-stream")
    whole = events(stream.text)
    assert [name for name, _ in whole] == ["progress"] * (len(whole) - 1) + ["succeeded"]
    assert [number for _, number in whole] == [str(number) for number in range(len(whole))]
    for seen in range(len(whole)):
        again = client.get(f"/jobs/{job_id}/events", headers={"Last-Event-ID": str(seen)})
        assert events(again.text)[:-1] == whole[seen + 1 : -1]
        assert events(again.text)[-1][0] == "succeeded"


def test_a_job_is_cancelled_and_one_that_is_finished_stays(client_on: Callable[..., TestClient]) -> None:
    model = Hanging()
    client = client_on(model, CAPABLE)
    job_id = client.post("/jobs", json=STORY).json()["id"]
    soon(lambda: client.get(f"/jobs/{job_id}").json()["state"] == "running")
    assert client.delete(f"/jobs/{job_id}").json()["state"] == "cancelled"
    soon(model.ended.is_set)
    assert client.delete(f"/jobs/{job_id}").json()["state"] == "cancelled"
    assert events(client.get(f"/jobs/{job_id}/events").text)[-1][0] == "cancelled"


@pytest.mark.parametrize(("method", "path"), [("GET", ""), ("DELETE", ""), ("GET", "/events")])
def test_a_job_that_is_not_there_is_a_problem(client: TestClient, method: str, path: str) -> None:
    problem(client.request(method, f"/jobs/none{path}"), 404, "no-such-job")


def test_a_service_without_jobs_says_so_and_analyses(services_on: Callable[..., Services]) -> None:
    client = TestClient(create_app(Deployment(services_on(Scripted(unable)), at_once, 60.0)))
    told = problem(client.post("/jobs", json=STORY), 503, "jobs-down")
    assert "rashomon serve" in told["detail"]
    assert client.get("/readyz").json()["jobs"] == "not taken here"
    assert client.post("/analyze", json=STORY).status_code == 200


def test_an_analysis_streams_its_progress_and_then_its_report(client: TestClient) -> None:
    streamed = client.post("/analyze", json=STORY, headers={"Accept": "text/event-stream"})
    assert streamed.headers["content-type"].startswith("text/event-stream")
    told = events(streamed.text)
    assert {name for name, _ in told[:-1]} == {"progress"}
    assert told[-1] == ("report", str(len(told) - 1))
    data = streamed.text.rstrip().splitlines()[-2].removeprefix("data: ")
    assert Report.model_validate_json(data).claims


def test_a_streamed_analysis_that_cannot_begin_is_a_plain_problem(client: TestClient) -> None:
    answer = client.post("/analyze", json={"articles": []}, headers={"Accept": "text/event-stream"})
    problem(answer, 422, "too-few-articles")


def test_a_streamed_analysis_that_fails_ends_with_its_problem(client_on: Callable[..., TestClient]) -> None:
    client = client_on(Scripted(raising(ModelDown("nobody answers"))), CAPABLE)
    told = client.post("/analyze", json=STORY, headers={"Accept": "text/event-stream"}).text
    assert events(told)[-1][0] == "problem"
    assert "/problems/model-down" in told
