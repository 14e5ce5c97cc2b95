"""An application watched from outside as an operator watches it: its log, its metrics, its spans."""

import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from fastapi.testclient import TestClient
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from service import logs, tracing
from service.app import Watch, create_app
from service.deployment import Deployment
from service.stopping import Work


@dataclass
class Watched:
    """What came out so far, beside answers."""

    client: TestClient
    stream: io.StringIO = field(default_factory=io.StringIO)
    spans: InMemorySpanExporter = field(default_factory=InMemorySpanExporter)

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.stream.getvalue().splitlines()]

    def requests(self) -> list[dict[str, Any]]:
        return [line for line in self.lines() if line["event"] == "request"]

    def metrics(self, **headers: str) -> dict[str, float]:
        """Every number by its name with labels, as Prometheus reads them."""
        text = self.client.get("/metrics", headers=headers).text
        rows = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
        return {name: float(value) for name, _, value in rows}

    def everything(self, **headers: str) -> str:
        """All that an operator sees."""
        told = self.client.get("/metrics", headers=headers).text
        return self.stream.getvalue() + told + "".join(span.to_json() for span in self.spans.get_finished_spans())


@contextmanager
def watched(deployment: Deployment, *, logs_content: bool = False) -> Iterator[Watched]:
    """The application over `deployment`, its log in memory; other tests' logging is put back afterwards."""
    root = logging.getLogger()
    before = root.handlers, root.level, [logging.getLogger(name).level for name in logs.OURS]
    spans, stream = InMemorySpanExporter(), io.StringIO()
    traced = tracing.through(SimpleSpanProcessor(spans))
    logs.configure(stream, shows_content=logs_content)
    try:
        with TestClient(create_app(deployment, watch=Watch(Work(), traced, logs_content))) as client:
            yield Watched(client, stream, spans)
    finally:
        root.handlers, root.level = before[0], before[1]
        for name, level in zip(logs.OURS, before[2], strict=True):
            logging.getLogger(name).setLevel(level)
