"""What a Prometheus server may read: requests, the waiting line, and what asking models took. Knows no route.

Nothing in a label comes from an article or a client: routes are templates, reasons and outcomes closed sets.
"""

from collections.abc import Iterable, Iterator, Mapping

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from service.doors.waiting_line import WaitingLine
from service.guarded import Exchange
from service.llm.tally import Tally
from service.report_models import Report

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
# From a health check to an analysis by a small model.
SECONDS = (0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600)


class Metrics:
    """The numbers of one application, in a registry of its own."""

    def __init__(self, line: WaitingLine, tally: Tally) -> None:
        self._registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self._requests = Counter("rashomon_http_requests", "Requests answered.", labels, registry=self._registry)
        self._seconds = Histogram(
            "rashomon_http_request_duration_seconds",
            "From a request's arrival to the end of its answer.",
            labels,
            buckets=SECONDS,
            registry=self._registry,
        )
        self._refusals = Counter(
            "rashomon_refusals",
            "What a model wrote and code did not accept, by reason.",
            ("reason",),
            registry=self._registry,
        )
        self._registry.register(_Counted(line, tally))

    def count(self, exchange: Exchange) -> None:
        """Counts a request that is over."""
        labels = (exchange.method, exchange.route, str(exchange.status))
        self._requests.labels(*labels).inc()
        self._seconds.labels(*labels).observe(exchange.seconds)

    def count_report(self, report: Report) -> None:
        """Counts what a finished report refused."""
        reasons = [one.reason for one in report.refusals] + [one.reason for one in report.summary.refused]
        for reason in reasons:
            self._refusals.labels(reason).inc()

    def text(self) -> bytes:
        """Everything, in Prometheus's text format."""
        return generate_latest(self._registry)


class _Counted(Collector):
    """Reads at the moment of asking what others count anyway."""

    def __init__(self, line: WaitingLine, tally: Tally) -> None:
        self._line = line
        self._tally = tally

    def collect(self) -> Iterator[Metric]:
        """Every number, with its name."""
        line, tally = self._line, self._tally
        yield GaugeMetricFamily("rashomon_analyses_running", "Analyses under way.", line.running)
        yield GaugeMetricFamily("rashomon_analyses_waiting", "Analyses waiting for a place.", line.waiting)
        calls = "Model calls made, each try on its own, by how they ended."
        yield _family("rashomon_model_calls", calls, ("step", "outcome"), tally.calls.items())
        yield _family("rashomon_model_tokens", "Tokens of answered calls.", ("step", "kind"), tally.tokens.items())
        cost = "US dollars of calls whose price is known."
        yield _family("rashomon_model_cost_usd", cost, ("step",), _single(tally.cost_usd))
        unpriced = "Answered calls whose price is not known."
        yield _family("rashomon_model_unpriced_calls", unpriced, ("step",), _single(tally.unpriced))
        yield _family("rashomon_model_retries", "Calls tried again.", ("step",), _single(tally.retries))
        yield _family("rashomon_model_repairs", "How replies were read.", ("how",), _single(tally.repairs))
        lookups = "Calls looked up in the cache: hit, miss, or shared with an equal one under way."
        yield _family("rashomon_cache_lookups", lookups, ("step", "result"), tally.lookups.items())


def _family(
    name: str, about: str, labels: tuple[str, ...], rows: Iterable[tuple[tuple[str, ...], float]]
) -> CounterMetricFamily:
    family = CounterMetricFamily(name, about, labels=labels)
    for values, number in rows:
        family.add_metric(values, number)
    return family


def _single(counted: Mapping[str, float]) -> Iterator[tuple[tuple[str, ...], float]]:
    return (((name,), number) for name, number in counted.items())
