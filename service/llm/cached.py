"""Answers a call it has seen before from a store, and asks once for equal calls under way. Knows nothing of disks.

Sits outside every other wrapper, so that only replies that validate are kept. Replies cut at their limit are not.
"""

import asyncio
import copy
import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pydantic import ValidationError

from service.errors import CostCapPassed, ModelError
from service.llm.budget import Budget
from service.llm.port import Call, LanguageModel, Reply
from service.models import Model
from service.report_models import CallRecord


class TextStore(Protocol):
    """Where replies are kept, as text; fails only by giving None."""

    def get(self, key: str, article_hashes: Sequence[str] = ()) -> str | None: ...

    def put(self, key: str, text: str, article_hashes: Sequence[str]) -> None: ...

    def drop(self, key: str) -> None: ...


class Kept(Model):
    """A reply as it is stored, with the records of the calls it took."""

    text: str
    records: tuple[CallRecord, ...]


@dataclass
class _Flight:
    """A look-up, and a call where that finds nothing, for all who wait for it.

    The task gives the reply and whether it came from the store. `is_taken`: its cost is on somebody's record already.
    """

    task: "asyncio.Task[tuple[Reply, bool]]"
    sources: frozenset[str]
    budget: Budget | None
    waiters: int = 0
    is_taken: bool = False


class Cached:
    """`inner`, asked only for what `store` does not hold. One instance belongs to one event loop.

    `identity` says which model answers and where (its name and address, or the hash of its weights): the replies of
    another are never served. `clock` gives seconds. `lookups` counts by step: "hit", "miss", "shared".
    """

    def __init__(
        self,
        inner: LanguageModel,
        store: TextStore,
        identity: tuple[str, ...],
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._inner = inner
        self._store = store
        self._identity = identity
        self._clock = clock
        self._flights: dict[str, _Flight] = {}
        self.lookups: Counter[tuple[str, str]] = Counter()

    async def complete(self, call: Call) -> Reply:
        """The reply of `inner`, now or earlier. Raises what `inner` raises; nothing that fails is kept.

        Records of a reply that costs nothing this time say `cached`, a price of 0.0, the tokens it once took and the
        time it takes now. When all who wait for a call under way are cancelled, so is the call.
        """
        started = self._clock()
        key = self._key(call)
        flight = self._flights.get(key) or self._start(key, call)
        try:
            reply, is_kept = await self._wait(key, flight)
        except CostCapPassed:
            if flight.budget is call.budget:
                raise
            # Another analysis may not spend so much; this one may.
            flight = self._start(key, call)
            reply, is_kept = await self._wait(key, flight)
        self.lookups[call.step, "hit" if is_kept else "shared" if flight.is_taken else "miss"] += 1
        if not flight.sources.issuperset(call.sources):
            # The same words in another article: what is stored must go when either is purged.
            await asyncio.to_thread(self._store.get, key, call.sources)
        is_free, flight.is_taken = is_kept or flight.is_taken, True
        return _free(reply, call, round((self._clock() - started) * 1000)) if is_free else _for_call(reply, call)

    def _key(self, call: Call) -> str:
        """Hex SHA-256 of all that decides the reply: what is asked, of which model, where."""
        return hashlib.sha256(json.dumps([call.content_key(), *self._identity]).encode()).hexdigest()

    def _start(self, key: str, call: Call) -> _Flight:
        flight = _Flight(asyncio.create_task(self._fly(key, call)), frozenset(call.sources), call.budget)
        self._flights[key] = flight
        flight.task.add_done_callback(lambda _: self._land(key, flight))
        return flight

    async def _fly(self, key: str, call: Call) -> tuple[Reply, bool]:
        kept = await asyncio.to_thread(self._look_up, key, call)
        if kept:
            return kept, True
        reply = await self._inner.complete(call)
        if reply.finish_reason == "stop":
            text = Kept(text=reply.text, records=reply.records).model_dump_json()
            await asyncio.to_thread(self._store.put, key, text, call.sources)
        return reply, False

    async def _wait(self, key: str, flight: _Flight) -> tuple[Reply, bool]:
        flight.waiters += 1
        try:
            return await asyncio.shield(flight.task)
        except ModelError as error:
            # Whoever catches it writes its own step and article on it.
            raise copy.copy(error) from error.__cause__
        finally:
            flight.waiters -= 1
            if not flight.waiters and not flight.task.done():
                flight.task.cancel()
                self._land(key, flight)

    def _land(self, key: str, flight: _Flight) -> None:
        if self._flights.get(key) is flight:
            del self._flights[key]
        if flight.task.done() and not flight.task.cancelled():
            flight.task.exception()  # nobody may be left to whom it could be raised

    def _look_up(self, key: str, call: Call) -> Reply | None:
        text = self._store.get(key, call.sources)
        if text is None:
            return None
        try:
            kept = Kept.model_validate_json(text)
            call.reply.model_validate_json(kept.text)
        except ValidationError:
            self._store.drop(key)
            return None
        return Reply(
            text=kept.text,
            prompt_tokens=sum(record.prompt_tokens for record in kept.records),
            completion_tokens=sum(record.completion_tokens for record in kept.records),
            records=kept.records,
        )


def _for_call(reply: Reply, call: Call) -> Reply:
    """`reply` with records that name this call's step and article; equal calls may be about different ones."""
    mine = {"step": call.step, "article_id": call.article_id}
    return replace(reply, records=tuple(record.model_copy(update=mine) for record in reply.records))


def _free(reply: Reply, call: Call, ms: int) -> Reply:
    """`reply` as it is on the record of someone who did not pay for it; the first record carries the time."""
    free = {"cached": True, "cost_usd": 0.0}
    times = [ms, *([0] * len(reply.records))]
    records = (record.model_copy(update={**free, "ms": at}) for record, at in zip(reply.records, times, strict=False))
    return _for_call(replace(reply, cost_usd=0.0, records=tuple(records)), call)
