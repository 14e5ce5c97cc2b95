"""What the service says on standard error: a line a request, JSON unless a person watches. Knows nothing of routes.

No article, prompt, reply or key may stand in a log. Our own messages hold none; what other libraries say is not known,
so their messages and the texts of exceptions are left out unless RASHOMON_LOG_CONTENT=1.
"""

import logging
import traceback
from collections.abc import MutableMapping
from typing import Any, TextIO

import structlog
from structlog.typing import Processor

from service.guarded import Exchange

OURS = ("rashomon", "uvicorn")
# Asked every few seconds by machines; worth a line only when it goes wrong.
QUIET = {"/healthz", "/metrics"}
_log = logging.getLogger("rashomon")


def configure(stream: TextIO, *, shows_content: bool) -> None:
    """Sends every library's log to `stream`, this process's one place for it."""
    prepare: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.ExtraAdder(),
        _without_colours,
        *([] if shows_content else [_without_words]),
    ]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=prepare,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_written(stream.isatty())],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)


def tell(exchange: Exchange) -> None:
    """The line of a request that is over."""
    level = logging.DEBUG if exchange.route in QUIET and exchange.status < 400 else logging.INFO
    fields = {
        "request_id": exchange.request_id,
        "method": exchange.method,
        "route": exchange.route,
        "status": exchange.status,
        "ms": round(exchange.seconds * 1000),
        "key": exchange.state.get("key_name"),
        **_failure(exchange.state),
        **_taken(exchange.state),
    }
    _log.log(level, "request", extra={name: value for name, value in fields.items() if value is not None})


def _taken(state: dict[str, Any]) -> dict[str, Any]:
    """What the analysis took: from its report, or from its progress where it was never finished."""
    if totals := state.get("totals"):
        return {
            "model_calls": totals.calls - totals.cached_calls,
            "cached_calls": totals.cached_calls,
            "tokens": totals.live_prompt_tokens + totals.live_completion_tokens,
            "cost_usd": "unknown" if totals.cost_usd is None else totals.cost_usd,
        }
    if progress := state.get("progress"):
        return {"tokens_with_cached": progress.prompt_tokens + progress.completion_tokens}
    return {}


def _failure(state: dict[str, Any]) -> dict[str, Any]:
    error = state.get("error")
    return {"error": type(error).__name__, "step": getattr(error, "step", None)} if error else {}


def _written(is_terminal: bool) -> list[Processor]:
    if is_terminal:
        return [structlog.dev.ConsoleRenderer(colors=False)]
    return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]


def _without_colours(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Takes out uvicorn's second version of its messages, for terminals."""
    event.pop("color_message", None)
    return event


def _without_words(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Takes out what may quote an article: texts of exceptions, and messages that are not ours."""
    raised = event.pop("exc_info", None)
    if isinstance(raised, tuple) and raised[1] is not None:
        last = traceback.extract_tb(raised[2])[-1:]
        event["error"] = " at ".join([type(raised[1]).__name__, *(f"{one.name}:{one.lineno}" for one in last)])
    if event["logger"].partition(".")[0] not in OURS:
        event["event"] = "a message that may hold content; RASHOMON_LOG_CONTENT=1 shows it"
    return event
