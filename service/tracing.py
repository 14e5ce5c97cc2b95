"""Traces to a collector of the desk's own, where one is configured: FastAPI's spans, and nothing of what they hold.

Knows nothing of routes. Without an endpoint no part of OpenTelemetry's SDK is imported.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from service.errors import BadSettings

if TYPE_CHECKING:
    from fastapi.telemetry import TelemetryConfig
    from opentelemetry.sdk.trace import TracerProvider

NAME = "rashomon"
# What a client wrote by its own hand: somebody will put a key into a query.
WRITTEN_BY_CLIENTS = ("url.query", "user_agent.original")


@dataclass(frozen=True)
class Tracing:
    """What FastAPI is told, and the SDK's provider of spans, if there is one."""

    config: "TelemetryConfig"
    provider: "TracerProvider | None" = None

    def close(self) -> None:
        """Sends what is left to be sent."""
        if self.provider:
            self.provider.shutdown()


def off() -> Tracing:
    """No traces."""
    return Tracing({"tracing": False, "metrics": False, "logs": False})


def to(endpoint: str | None) -> Tracing:
    """Traces to the collector at `endpoint` by OTLP over HTTP; None: no traces. Raises BadSettings."""
    if endpoint is None:
        return off()
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ModuleNotFoundError as error:
        raise BadSettings(
            f"OTEL_EXPORTER_OTLP_ENDPOINT is set and {error.name} is missing; install the extra: "
            "pip install 'rashomon[telemetry]'"
        ) from None
    return through(BatchSpanProcessor(OTLPSpanExporter(endpoint=f"{endpoint}/v1/traces")))


def through(processor: Any) -> Tracing:
    """Traces handed to the SDK's `processor`, without what clients wrote by hand."""
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import Span, SpanProcessor, TracerProvider

    class Discreet(SpanProcessor):
        def on_start(self, span: Span, parent_context: Any = None) -> None:
            for name in WRITTEN_BY_CLIENTS:
                if name in (span.attributes or {}):
                    span.set_attribute(name, "")

    provider = TracerProvider(resource=Resource.create({"service.name": NAME}))
    provider.add_span_processor(Discreet())
    provider.add_span_processor(processor)
    # FastAPI's metrics would double /metrics; its logs quote exceptions.
    return Tracing({"tracer_provider": provider, "tracing": True, "metrics": False, "logs": False}, provider)
