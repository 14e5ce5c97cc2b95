"""A real file server on 127.0.0.1 that serves one made-up file and misbehaves when told. Standard library only."""

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any


@dataclass(frozen=True)
class Behaviour:
    """How one request is answered: `cut_after` bytes of the body the connection is closed, as by a broken line."""

    status: int | None = None
    cut_after: int | None = None
    ignores_range: bool = False
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)


NORMAL = Behaviour()


class FileServer:
    """Serves `content`; the n-th request gets `behaviours[n]`, later ones the last. Keeps path and range of each."""

    def __init__(self, content: bytes, *behaviours: Behaviour) -> None:
        self.requests: list[tuple[str, str | None]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                place = min(len(outer.requests), len(behaviours) - 1)
                outer.requests.append((self.path, self.headers.get("Range")))
                _answer(self, content, behaviours[place] if behaviours else NORMAL)

            def log_message(self, format: str, *args: Any) -> None:
                """Says nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> "FileServer":
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def ranges(self) -> list[str | None]:
        return [range_ for _, range_ in self.requests]


def _answer(handler: BaseHTTPRequestHandler, content: bytes, behaviour: Behaviour) -> None:
    body = content if behaviour.body is None else behaviour.body
    start = 0 if behaviour.ignores_range else _start_of(handler.headers.get("Range"))
    handler.send_response(behaviour.status or (206 if start else 200))
    headers = {"Content-Length": str(len(body) - start)}
    if start:
        headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
    for name, value in (headers | behaviour.headers).items():
        handler.send_header(name, value)
    handler.end_headers()
    end = len(body) if behaviour.cut_after is None else start + behaviour.cut_after
    handler.wfile.write(body[start:end])


def _start_of(range_: str | None) -> int:
    return int(range_.removeprefix("bytes=").rstrip("-")) if range_ else 0
