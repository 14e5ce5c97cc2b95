"""Every row of the table of faults, carried out: the whole service over HTTP and a real server that misbehaves."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service import wiring
from service.app import create_app
from service.llm.bounded_http import MOST_BYTES
from service.report_models import Report
from service.settings import Settings
from tests.asked import problem
from tests.llm import fault_table
from tests.llm.fault_table import HUGE, STORY, TABLE, Fault, Outcome
from tests.llm.openai_server import Answer, OpenAIServer, Request


@contextmanager
def client_of(server: OpenAIServer, timeout_s: float) -> Iterator[TestClient]:
    settings = Settings.from_mapping(
        {
            "RASHOMON_DATA_DIR": os.environ["RASHOMON_DATA_DIR"],
            "RASHOMON_MODEL": "openai/any",
            "RASHOMON_API_BASE": server.api_base,
            "RASHOMON_RETRY_ATTEMPTS": "2",
            # litellm complains of calls that are cancelled before they have begun.
            "RASHOMON_PARALLEL_CALLS": "1",
            "RASHOMON_CALL_TIMEOUT_S": str(timeout_s),
        }
    )
    with TestClient(create_app(wiring.deploy(settings))) as client:
        yield client


@pytest.fixture(scope="module", autouse=True)
def _warm(litellm: None) -> None:
    """litellm's first call of a process takes longer than a call may take here."""
    with pytest.MonkeyPatch.context() as patched, TemporaryDirectory() as folder:
        patched.setenv("RASHOMON_DATA_DIR", folder)
        ask(fault_table.right, 60.0)


def ask(script: Callable[[Request], Answer], timeout_s: float = 1.5) -> tuple[Any, OpenAIServer]:
    """What the service answers to the story while its model follows `script`."""
    with OpenAIServer(script) as server, client_of(server, timeout_s) as client:
        return client.post("/analyze", json=STORY), server


def check(response: Any, expected: Outcome) -> None:
    if expected.kind:
        problem(response, expected.status, expected.kind)
    else:
        assert response.status_code == expected.status, response.text
        assert Report.model_validate_json(response.content).claims


@pytest.mark.parametrize("fault", TABLE, ids=lambda fault: fault.name)
def test_a_fault_that_happens_once(fault: Fault) -> None:
    questions: list[Any] = []

    def script(request: Request) -> Answer:
        questions.append(fault_table.question(request))
        return fault.misbehave(request) if len(questions) == 1 else fault_table.right(request)

    response, _ = ask(script)
    check(response, fault.once)
    assert questions.count(questions[0]) == fault.once.tries


@pytest.mark.parametrize("fault", TABLE, ids=lambda fault: fault.name)
def test_a_fault_that_stays(fault: Fault) -> None:
    questions: list[Any] = []

    def script(request: Request) -> Answer:
        questions.append(fault_table.question(request))
        return fault.misbehave(request)

    response, server = ask(script)
    check(response, fault.always)
    assert max(questions.count(one) for one in questions) <= fault.always.tries
    if "Retry-After" in fault.always.told:
        assert response.headers["retry-after"] == "1"
    if fault.name == "50 MB":
        assert MOST_BYTES <= server.padding_sent < HUGE / 2


def test_readme_shows_this_table(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    assert "\n".join(fault_table.as_markdown()) in readme
