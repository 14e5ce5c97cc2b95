"""What Prometheus reads, after real requests."""

import re
from collections.abc import Callable
from pathlib import Path

from service import wiring
from service.deployment import Deployment
from service.errors import BadReply, ModelDown
from service.llm.port import Call, Reply
from service.llm.profiles import EMBEDDED
from service.llm.scripted import Scripted
from service.services import Services
from service.settings import Settings
from tests.asked import STORY, at_once, unable
from tests.watched import watched


def test_requests_are_counted_by_route_and_status_with_their_durations(services_on: Callable[..., Services]) -> None:
    with watched(Deployment(services_on(Scripted(unable)), at_once, 60.0)) as seen:
        for _ in range(2):
            seen.client.post("/analyze", json=STORY)
        seen.client.post("/analyze", json={})
        seen.client.get("/a/path/of/the/clients/own")
        told = seen.metrics()
    assert told['rashomon_http_requests_total{method="POST",route="/analyze",status="200"}'] == 2
    assert told['rashomon_http_requests_total{method="POST",route="/analyze",status="422"}'] == 1
    assert told['rashomon_http_requests_total{method="GET",route="none",status="404"}'] == 1
    assert told['rashomon_http_request_duration_seconds_count{method="POST",route="/analyze",status="200"}'] == 2
    assert told["rashomon_analyses_running"] == told["rashomon_analyses_waiting"] == 0
    assert not [name for name in told if "clients" in name]


def flaky(call: Call, failed: set[str]) -> str | Reply:
    """Fails each step's first call in a way that passes, then answers with damaged JSON."""
    if call.step not in failed:
        failed.add(call.step)
        raise ModelDown("too many", may_pass=True, retry_after_s=0.0)
    if call.step == "summary":
        raise BadReply("no")
    return Reply('{"claims": ["A ferry sank",]}', prompt_tokens=11, completion_tokens=7, cost_usd=0.25)


def test_what_asking_models_took_is_counted_where_it_happens(tmp_path: Path) -> None:
    settings = Settings.from_mapping({"RASHOMON_DATA_DIR": str(tmp_path)})
    failed: set[str] = set()
    llm = Scripted(lambda call: flaky(call, failed))
    services = wiring.surround(llm, settings, wiring.open_store(settings), EMBEDDED, is_local=False)
    with watched(Deployment(services, at_once, 60.0)) as seen:
        for _ in range(2):
            assert seen.client.post("/analyze", json=STORY).status_code == 200
        told = seen.metrics()
    assert told['rashomon_model_calls_total{outcome="ModelDown",step="claims"}'] == 1
    answered = told['rashomon_model_calls_total{outcome="stop",step="claims"}']
    assert answered >= 2
    assert told['rashomon_model_retries_total{step="claims"}'] == 1
    assert told['rashomon_model_tokens_total{kind="prompt",step="claims"}'] == 11 * answered
    assert told['rashomon_model_cost_usd_total{step="claims"}'] == 0.25 * answered
    assert told['rashomon_cache_lookups_total{result="hit",step="claims"}'] == answered
    assert told['rashomon_cache_lookups_total{result="miss",step="claims"}'] == answered
    assert sum(value for name, value in told.items() if name.startswith("rashomon_model_repairs_total")) == answered
    assert sum(value for name, value in told.items() if name.startswith("rashomon_refusals_total")) >= 2


def test_names_follow_prometheus_own_rules(services_on: Callable[..., Services]) -> None:
    with watched(Deployment(services_on(Scripted(unable)), at_once, 60.0)) as seen:
        answer = seen.client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    kinds = dict(re.findall(r"^# TYPE (\w+) (\w+)$", answer.text, re.MULTILINE))
    assert kinds
    assert all(name.startswith("rashomon_") for name in kinds)
    assert [name for name, kind in kinds.items() if kind == "counter" and not name.endswith("_total")] == []
