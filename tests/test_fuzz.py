"""Whatever the API's own document lets a client send, and much that it does not: never a 5xx that is not promised."""

from collections.abc import Callable

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from service.analyze import Services
from service.app import create_app
from service.deployment import Deployment
from service.errors import BadReply
from service.llm.port import Call
from service.llm.scripted import Scripted


@pytest.fixture
def api(services_on: Callable[..., Services]) -> schemathesis.BaseSchema:
    """The application's own document, with the application behind it."""

    def unable(call: Call) -> str:
        raise BadReply("no reply validated")

    async def ready() -> None:
        """At once."""

    app = create_app(Deployment(services_on(Scripted(unable)), ready, 60.0))
    config = schemathesis.Config.from_dict({"generation": {"mode": "all"}})
    return schemathesis.openapi.from_asgi("/openapi.json", app, config=config)


schema = schemathesis.pytest.from_fixture("api")


@schema.parametrize()
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_no_request_breaks_the_service_and_every_answer_is_as_documented(case: schemathesis.Case) -> None:
    case.call_and_validate()
