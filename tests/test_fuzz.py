"""Whatever the API's own document lets a client send, and much that it does not, is answered as documented."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from service.analyze import Services
from service.app import create_app
from service.deployment import Deployment
from service.doors import keys
from service.doors.doors import Doors
from service.errors import BadReply
from service.jobs.carrying_out import CarryingOut
from service.jobs.durable import Durable
from service.jobs.port import Terms
from service.llm.port import Call
from service.llm.scripted import Scripted

KEY, LINE = keys.new("fuzzer")
MINE = {"X-API-Key": KEY}
OPERATIONS = [
    ("POST", "/analyze"),
    ("GET", "/healthz"),
    ("GET", "/readyz"),
    ("POST", "/jobs"),
    ("GET", "/jobs/{job_id}"),
    ("GET", "/jobs/{job_id}/events"),
    ("DELETE", "/jobs/{job_id}"),
    ("POST", "/render"),
    ("POST", "/eval-case"),
]
# Where most of what can be wrong is: the body.
MANY = {"/analyze": 80, "/jobs": 40, "/render": 20, "/eval-case": 20}

# The engine's thread draws its pauses from `random` while hypothesis watches it; no strategy does.
pytestmark = pytest.mark.filterwarnings("ignore:Do not use the `random` module inside strategies")


@pytest.fixture
def api(services_on: Callable[..., Services], tmp_path: Path) -> schemathesis.BaseSchema:
    """The application's own document, behind a key; jobs are taken, and worked on by nobody."""

    def unable(call: Call) -> str:
        raise BadReply("no reply validated")

    async def ready() -> None:
        """At once."""

    doors = Doors(keys.parse(LINE), rate="1000000/second")
    deployment = Deployment(services_on(Scripted(unable)), ready, 60.0, doors=doors)
    engine = Durable(Terms(tmp_path, None, 0, 60.0), CarryingOut(deployment, attempts=1))
    # Asking for the document starts the application; schemathesis stops it when the test ends.
    schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(deployment, jobs=engine), headers=MINE)
    ends = time.monotonic() + 60.0
    while engine.trouble():
        assert time.monotonic() < ends
        time.sleep(0.05)
    return schema


def test_every_operation_of_the_document_is_fuzzed(api: schemathesis.BaseSchema) -> None:
    operations = {(found.ok().method.upper(), found.ok().path) for found in api.get_all_operations()}  # type: ignore[union-attr]
    assert operations == set(OPERATIONS)


@pytest.mark.parametrize(
    ("method", "path", "mode"),
    [
        *((method, path, GenerationMode.POSITIVE) for method, path in OPERATIONS),
        # The others take nothing that could be wrong.
        *(("POST", path, GenerationMode.NEGATIVE) for path in MANY),
    ],
)
def test_no_request_breaks_the_service_and_every_answer_is_as_documented(
    api: schemathesis.BaseSchema, method: str, path: str, mode: GenerationMode
) -> None:
    examples = MANY.get(path, 5)

    @settings(max_examples=examples, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=api[path][method].as_strategy(generation_mode=mode))
    def check(case: "schemathesis.Case[Any]") -> None:
        # A schema cannot say that HTML must hold an article, or a text a word.
        case.call_and_validate(headers=MINE, excluded_checks=[positive_data_acceptance])

    check()
