"""What is kept and what is not, whose cost it is, and one flight for equal calls under way."""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from service.errors import BadReply, ModelDown
from service.llm.cached import Cached
from service.llm.metered import Metered
from service.llm.port import Call, Message, Reply
from service.llm.repairing import Repairing
from service.llm.scripted import Scripted
from service.llm.store import DATABASE, Store

IDENTITY = ("openai/m", "http://localhost:8000/v1")
SOUND = Reply('{"items":["a"]}', prompt_tokens=11, completion_tokens=7, cost_usd=0.5)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "cache", pytest.fail, size_limit_bytes=10**8, max_age_s=1000.0)
    yield store
    store.close()


def always(reply: Reply = SOUND) -> Scripted:
    return Scripted(lambda _: reply)


def complete(inner: Scripted, store: Store, call: Call, identity: tuple[str, ...] = IDENTITY) -> Reply:
    return asyncio.run(Cached(Metered(inner), store, identity).complete(call))


class Wider(BaseModel):
    """Another shape that SOUND fits as well."""

    items: tuple[str, ...]
    more: int = 1


class Waiting:
    """A model that answers when it is let go; it counts who began, and notes who was stopped."""

    def __init__(self, *, failure: Exception | None = None) -> None:
        self.let_go = asyncio.Event()
        self.began = asyncio.Event()
        self.calls = 0
        self.was_stopped = False
        self._failure = failure

    async def complete(self, call: Call) -> Reply:
        self.calls += 1
        self.began.set()
        try:
            await self.let_go.wait()
        except asyncio.CancelledError:
            self.was_stopped = True
            raise
        if self._failure:
            raise self._failure
        return SOUND


class TestKeeping:
    def test_a_call_seen_before_is_not_asked_again_in_another_process_either(self, store: Store, call: Call) -> None:
        inner = always()
        first = complete(inner, store, call)
        second = complete(inner, store, call)
        assert len(inner.calls) == 1
        assert (first.text, second.text) == (SOUND.text, SOUND.text)
        assert second.finish_reason == "stop"

    def test_a_reply_from_the_cache_costs_nothing_and_says_what_it_once_took(self, store: Store, call: Call) -> None:
        live = complete(always(), store, call)
        kept = complete(always(), store, call)
        assert [(one.cached, one.cost_usd) for one in live.records] == [(False, 0.5)]
        assert [(one.cached, one.cost_usd) for one in kept.records] == [(True, 0.0)]
        assert (kept.records[0].prompt_tokens, kept.records[0].completion_tokens) == (11, 7)
        assert (kept.prompt_tokens, kept.completion_tokens, kept.cost_usd) == (11, 7, 0.0)

    def test_the_time_of_a_kept_reply_is_the_time_it_takes_now(self, store: Store, call: Call) -> None:
        complete(always(), store, call)
        ticks = iter([5.0, 5.003])
        kept = asyncio.run(Cached(always(), store, IDENTITY, clock=lambda: next(ticks)).complete(call))
        assert [record.ms for record in kept.records] == [3]

    def test_every_call_a_reply_took_is_on_the_record_again(self, store: Store, call: Call) -> None:
        replies = ["no JSON", SOUND.text]
        repairing = Repairing(Metered(Scripted(lambda _: replies.pop(0))), " ".join)
        asyncio.run(Cached(repairing, store, IDENTITY).complete(call))
        kept = complete(always(), store, call)
        assert [record.cached for record in kept.records] == [True, True]

    def test_records_name_the_article_asked_about_now(self, store: Store, call: Call) -> None:
        complete(always(), store, call)
        kept = complete(always(), store, replace(call, step="again", article_id="renamed"))
        assert [(record.step, record.article_id) for record in kept.records] == [("again", "renamed")]

    @pytest.mark.parametrize(
        "change",
        [
            {"messages": (Message("user", "other words"),)},
            {"max_tokens": 121},
            {"temperature": 0.1},
            {"seed": 8},
            {"reply": Wider},
        ],
    )
    def test_whatever_can_change_the_answer_is_another_call(
        self, change: dict[str, Any], store: Store, call: Call
    ) -> None:
        inner = always()
        complete(inner, store, call)
        complete(inner, store, replace(call, **change))
        assert len(inner.calls) == 2

    @pytest.mark.parametrize("other", [("openai/other", IDENTITY[1]), (IDENTITY[0], "http://localhost:9000/v1")])
    def test_replies_of_another_model_or_address_are_never_served(
        self, other: tuple[str, ...], store: Store, call: Call
    ) -> None:
        inner = always()
        complete(inner, store, call)
        complete(inner, store, call, identity=other)
        assert len(inner.calls) == 2

    @pytest.mark.parametrize("reply", [replace(SOUND, finish_reason="length"), replace(SOUND, finish_reason="refusal")])
    def test_a_reply_that_is_cut_or_refused_is_not_kept(self, reply: Reply, store: Store, call: Call) -> None:
        inner = always(reply)
        assert complete(inner, store, call).finish_reason == reply.finish_reason
        complete(inner, store, call)
        assert len(inner.calls) == 2

    def test_a_failure_is_not_kept(self, store: Store, call: Call) -> None:
        def fail(_: Call) -> str:
            raise BadReply("never JSON")

        with pytest.raises(BadReply):
            complete(Scripted(fail), store, call)
        assert complete(always(), store, call).records[0].cached is False

    @pytest.mark.parametrize("stored", ["no JSON", '{"text": 1}', '{"text": "{\\"items\\": 3}", "records": []}'])
    def test_a_row_that_no_longer_validates_is_asked_anew(self, stored: str, store: Store, call: Call) -> None:
        complete(always(), store, call)
        with closing(sqlite3.connect(store.stats().folder / DATABASE)) as database:
            ((key,),) = database.execute("SELECT key FROM Cache")
        store.put(key, stored, [])
        inner = always()
        assert complete(inner, store, call).text == SOUND.text
        assert len(inner.calls) == 1

    def test_a_kept_reply_goes_with_any_article_it_saw(self, store: Store, call: Call) -> None:
        both = replace(call, sources=("a" * 64, "b" * 64))
        complete(always(), store, both)
        assert store.purge("b" * 64) == 1
        assert complete(always(), store, both).records[0].cached is False

    def test_a_kept_reply_used_for_a_second_article_goes_with_that_one_too(self, store: Store, call: Call) -> None:
        complete(always(), store, replace(call, sources=("a" * 64,)))
        complete(always(), store, replace(call, sources=("b" * 64,)))
        assert store.purge("b" * 64) == 1


class TestFlights:
    def run(self, scene: Callable[[], Coroutine[Any, Any, None]]) -> None:
        asyncio.run(scene())

    def test_equal_calls_under_way_are_asked_once_and_paid_once(self, store: Store, call: Call) -> None:
        async def scene() -> None:
            inner = Waiting()
            cached = Cached(Metered(inner), store, IDENTITY)
            calls = [replace(call, article_id=name) for name in ("a", "b", "c")]
            tasks = [asyncio.create_task(cached.complete(one)) for one in calls]
            await inner.began.wait()
            inner.let_go.set()
            replies = await asyncio.gather(*tasks)
            assert inner.calls == 1
            records = [record for reply in replies for record in reply.records]
            assert [record.article_id for record in records] == ["a", "b", "c"]
            assert sorted(record.cost_usd or 0 for record in records) == [0.0, 0.0, 0.5]
            assert [record.cached for record in records].count(False) == 1

        self.run(scene)

    def test_different_calls_do_not_wait_for_each_other(self, store: Store, call: Call) -> None:
        async def scene() -> None:
            inner = Waiting()
            cached = Cached(inner, store, IDENTITY)
            tasks = [asyncio.create_task(cached.complete(replace(call, seed=seed))) for seed in (1, 2)]
            while inner.calls < 2:
                await asyncio.sleep(0)
            inner.let_go.set()
            await asyncio.gather(*tasks)

        self.run(scene)

    def test_a_cancelled_waiter_leaves_the_flight_to_the_others(self, store: Store, call: Call) -> None:
        async def scene() -> None:
            inner = Waiting()
            cached = Cached(Metered(inner), store, IDENTITY)
            first, second = (asyncio.create_task(cached.complete(call)) for _ in range(2))
            await inner.began.wait()
            first.cancel()
            with pytest.raises(asyncio.CancelledError):
                await first
            inner.let_go.set()
            reply = await second
            assert (inner.calls, inner.was_stopped) == (1, False)
            assert [(record.cached, record.cost_usd) for record in reply.records] == [(False, 0.5)]

        self.run(scene)

    def test_a_flight_nobody_waits_for_is_cancelled_and_the_next_one_begins_anew(
        self, store: Store, call: Call
    ) -> None:
        async def scene() -> None:
            inner = Waiting()
            cached = Cached(inner, store, IDENTITY)
            tasks = [asyncio.create_task(cached.complete(call)) for _ in range(2)]
            await inner.began.wait()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            inner.let_go.set()
            assert (await cached.complete(call)).text == SOUND.text
            assert (inner.calls, inner.was_stopped) == (2, True)

        self.run(scene)

    def test_each_waiter_gets_a_failure_of_its_own(self, store: Store, call: Call) -> None:
        async def scene() -> None:
            failure = ModelDown("busy", may_pass=True, retry_after_s=3.0)
            inner = Waiting(failure=failure)
            cached = Cached(inner, store, IDENTITY)
            tasks = [asyncio.create_task(cached.complete(call)) for _ in range(2)]
            await inner.began.wait()
            inner.let_go.set()
            first, second = await asyncio.gather(*tasks, return_exceptions=True)
            assert isinstance(first, ModelDown)
            assert isinstance(second, ModelDown)
            first.article_id = "a"
            assert second.article_id is None
            assert (second.message, second.may_pass, second.retry_after_s) == ("busy", True, 3.0)

        self.run(scene)

    def test_a_failure_is_not_what_the_next_caller_gets(self, store: Store, call: Call) -> None:
        async def scene() -> None:
            failures = [ModelDown("busy")]

            def answer(_: Call) -> Reply:
                if failures:
                    raise failures.pop()
                return SOUND

            cached = Cached(Scripted(answer), store, IDENTITY)
            with pytest.raises(ModelDown):
                await cached.complete(call)
            assert (await cached.complete(call)).text == SOUND.text

        self.run(scene)

    def test_articles_that_share_a_flight_are_all_on_its_row(self, store: Store, call: Call) -> None:
        async def scene() -> None:
            inner = Waiting()
            cached = Cached(inner, store, IDENTITY)
            calls = [replace(call, sources=(letter * 64,)) for letter in "ab"]
            tasks = [asyncio.create_task(cached.complete(one)) for one in calls]
            await inner.began.wait()
            inner.let_go.set()
            await asyncio.gather(*tasks)

        self.run(scene)
        assert store.purge("b" * 64) == 1


def test_a_disk_that_fails_leaves_the_analysis_as_it_was(tmp_path: Path, call: Call) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    troubles: list[str] = []
    store = Store(tmp_path / "cache", troubles.append, size_limit_bytes=10**8, max_age_s=1000.0)
    inner = always()
    assert [complete(inner, store, call).text for _ in range(2)] == [SOUND.text] * 2
    assert len(inner.calls) == 2
    assert len(troubles) == 1
