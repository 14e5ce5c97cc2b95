"""Counts what each call took: tokens, money, time. Knows nothing of which model answers, or why it was asked."""

import time
from collections.abc import Callable
from dataclasses import replace

from service.llm.port import Call, LanguageModel, Reply
from service.report_models import CallRecord


class Metered:
    """Adds one CallRecord to every reply of `inner`; `clock` gives seconds. A call that fails leaves no record."""

    def __init__(self, inner: LanguageModel, clock: Callable[[], float] = time.perf_counter) -> None:
        self._inner = inner
        self._clock = clock

    async def complete(self, call: Call) -> Reply:
        """The reply of `inner`, with its record. Raises what `inner` raises."""
        started = self._clock()
        reply = await self._inner.complete(call)
        record = CallRecord(
            step=call.step,
            article_id=call.article_id,
            cached=False,
            prompt_tokens=reply.prompt_tokens,
            completion_tokens=reply.completion_tokens,
            cost_usd=reply.cost_usd,
            ms=round((self._clock() - started) * 1000),
        )
        return replace(reply, records=(*reply.records, record))
