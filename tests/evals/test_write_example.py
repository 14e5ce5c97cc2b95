import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn

from evals import write_example
from service.app import create_app
from service.deployment import Deployment
from service.errors import BadReply
from service.llm.port import Call
from service.llm.scripted import Scripted
from service.report_models import Report
from service.services import Services


@pytest.fixture
def served(services_on: Callable[..., Services]) -> Iterator[str]:
    """The address of a real server in another thread, on a model that cannot answer."""

    def unable(call: Call) -> str:
        raise BadReply("no reply validated")

    async def ready() -> None:
        """At once."""

    app = create_app(Deployment(services_on(Scripted(unable)), ready, 60.0))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve()))
    thread.start()
    while not server.started:
        thread.join(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def test_request_and_answers_are_stored_as_they_were(served: str, tmp_path: Path) -> None:
    write_example.main(served, tmp_path / "example.json")
    stored = json.loads((tmp_path / "example.json").read_text("utf-8"))
    assert stored["request"] == write_example.REQUEST
    assert {article.id for article in Report.model_validate(stored["answer"]).articles} == {"courier", "ledger"}
    assert stored["refusal"]["type"] == "/problems/invalid-story"
