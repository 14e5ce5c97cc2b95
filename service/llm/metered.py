"""Counts what each call took: tokens, money, time. Knows nothing of which model answers, or why it was asked."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from service.llm.port import Call, LanguageModel, Reply
from service.report_models import CallRecord


class Metered:
    """Adds one CallRecord to every reply of `inner`; `clock` gives seconds. A call that fails leaves no record.

    Counts every call, also those that fail, since it began: see Tally for the names.
    """

    def __init__(self, inner: LanguageModel, clock: Callable[[], float] = time.perf_counter) -> None:
        self._inner = inner
        self._clock = clock
        self.calls: Counter[tuple[str, str]] = Counter()
        self.tokens: Counter[tuple[str, str]] = Counter()
        self.cost_usd: dict[str, float] = {}
        self.unpriced: Counter[str] = Counter()

    async def complete(self, call: Call) -> Reply:
        """The reply of `inner`, with its record. Raises what `inner` raises."""
        started = self._clock()
        try:
            reply = await self._inner.complete(call)
        except BaseException as error:
            self.calls[call.step, type(error).__name__] += 1
            raise
        self._count(call.step, reply)
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

    def _count(self, step: str, reply: Reply) -> None:
        self.calls[step, reply.finish_reason] += 1
        self.tokens[step, "prompt"] += reply.prompt_tokens
        self.tokens[step, "completion"] += reply.completion_tokens
        if reply.cost_usd is None:
            self.unpriced[step] += 1
        else:
            self.cost_usd[step] = self.cost_usd.get(step, 0.0) + reply.cost_usd
