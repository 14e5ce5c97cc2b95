import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from service import tracing
from service.app import Watch, create_app
from service.deployment import Deployment
from service.llm.scripted import Scripted
from service.services import Services
from tests.asked import STORY, at_once, unable


@contextmanager
def collector(received: list[tuple[str, bytes]]) -> Iterator[str]:
    """The address of a server that takes whatever is posted to it."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_spans_reach_the_collector_that_is_named_without_words_of_the_articles(
    services_on: Callable[..., Services],
) -> None:
    received: list[tuple[str, bytes]] = []
    with collector(received) as address:
        watch = Watch(tracing=tracing.to(address))
        with TestClient(create_app(Deployment(services_on(Scripted(unable)), at_once, 60.0), watch=watch)) as client:
            assert client.post("/analyze?note=heron", json=STORY).status_code == 200
    sent = b"".join(body for _, body in received)
    assert {path for path, _ in received} == {"/v1/traces"}
    assert b"rashomon" in sent
    assert b"POST /analyze" in sent
    assert not [words for words in (b"heron", b"ferry", b"Echo") if words in sent]


def test_without_a_collector_the_sdk_is_not_even_imported(repository: Path) -> None:
    code = (
        "import sys\nfrom service import tracing\nassert tracing.to(None).provider is None\n"
        "sys.stdout.write(' '.join(name for name in sys.modules if name.startswith('opentelemetry.sdk')))"
    )
    answer = subprocess.run([sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=True)
    assert answer.stdout == ""
