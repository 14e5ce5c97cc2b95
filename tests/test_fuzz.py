"""Whatever the API's own document lets a client send, and much that it does not, is answered as documented."""

from collections.abc import Callable
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
from service.llm.port import Call
from service.llm.scripted import Scripted

KEY, LINE = keys.new("fuzzer")
MINE = {"X-API-Key": KEY}
OPERATIONS = [("POST", "/analyze"), ("GET", "/healthz"), ("GET", "/readyz")]


@pytest.fixture
def api(services_on: Callable[..., Services]) -> schemathesis.BaseSchema:
    """The application's own document, with the application behind it, behind a key."""

    def unable(call: Call) -> str:
        raise BadReply("no reply validated")

    async def ready() -> None:
        """At once."""

    doors = Doors(keys.parse(LINE), rate="1000000/second")
    app = create_app(Deployment(services_on(Scripted(unable)), ready, 60.0, doors=doors))
    return schemathesis.openapi.from_asgi("/openapi.json", app, headers=MINE)


def test_every_operation_of_the_document_is_fuzzed(api: schemathesis.BaseSchema) -> None:
    operations = {(found.ok().method.upper(), found.ok().path) for found in api.get_all_operations()}  # type: ignore[union-attr]
    assert operations == set(OPERATIONS)


@pytest.mark.parametrize(
    ("method", "path", "mode"),
    [
        *((method, path, GenerationMode.POSITIVE) for method, path in OPERATIONS),
        # The others take nothing that could be wrong.
        ("POST", "/analyze", GenerationMode.NEGATIVE),
    ],
)
def test_no_request_breaks_the_service_and_every_answer_is_as_documented(
    api: schemathesis.BaseSchema, method: str, path: str, mode: GenerationMode
) -> None:
    examples = 80 if path == "/analyze" else 5

    @settings(max_examples=examples, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=api[path][method].as_strategy(generation_mode=mode))
    def check(case: "schemathesis.Case[Any]") -> None:
        # A schema cannot say that HTML must hold an article, or a text a word.
        case.call_and_validate(headers=MINE, excluded_checks=[positive_data_acceptance])

    check()
