import asyncio
import os
import signal
import threading
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from pydantic import BaseModel, ConfigDict

from service.errors import ContextExceeded, ModelDown, ModelTimeout
from service.llm.embedded import Embedded, Share
from service.llm.port import Call, Message, Reply
from service.llm.weights import Weights
from tests.llm import tiny_gguf
from tests.llm.embedded_state import computed_tokens, mapped_files, running, status_of

Result = TypeVar("Result")
CONTEXT_TOKENS = 2048
# An answer this long would take minutes even on the tiny model: a test that waits for it would not pass.
ENDLESS = 400_000


class YesOrNo(BaseModel):
    """The tiny model answers `true` and ends."""

    model_config = ConfigDict(extra="forbid")
    ok: bool


class Text(BaseModel):
    """The tiny model writes letters until it is stopped."""

    model_config = ConfigDict(extra="forbid")
    text: str


def call(words: str = "what", reply: type[BaseModel] = YesOrNo, max_tokens: int = 60, prompt_id: str = "p1") -> Call:
    beginning = Message("system", "You answer with JSON. " * 10)
    return Call("claims", prompt_id, (beginning, Message("user", words)), reply, max_tokens)


def embedded(path: Path, slots: int = 2, timeout_s: float = 60, context_tokens: int = CONTEXT_TOKENS) -> Embedded:
    return Embedded(Weights(path.parent / "data", tiny_gguf.write(path)), Share(slots, 1, context_tokens), timeout_s)


def run(model: Embedded, ask: Callable[[Embedded], Awaitable[Result]]) -> Result:
    """The result of `ask`, in a loop of its own; the model is closed after it, whatever happens."""

    async def asked() -> Result:
        try:
            async with asyncio.timeout(60):
                return await ask(model)
        finally:
            await model.close()

    return asyncio.run(asked())


def test_an_answer_has_the_shape_that_was_asked_for_and_its_tokens_are_counted(tmp_path: Path) -> None:
    reply = run(embedded(tmp_path / "tiny.gguf"), lambda model: model.complete(call()))
    assert reply == Reply('{"ok":true}', "stop", prompt_tokens=reply.prompt_tokens, completion_tokens=12, cost_usd=0.0)
    # The tiny model has a token for each byte.
    assert reply.prompt_tokens > len("You answer with JSON. " * 10 + "what")


def test_an_answer_cut_off_at_its_limit_says_so(tmp_path: Path) -> None:
    reply = run(embedded(tmp_path / "tiny.gguf"), lambda model: model.complete(call(reply=Text, max_tokens=30)))
    assert (reply.finish_reason, reply.completion_tokens) == ("length", 30)
    assert reply.text.startswith('{"text":"aaa')


def test_an_answer_that_fills_the_context_says_that_it_was_cut_off(tmp_path: Path) -> None:
    reply = run(
        embedded(tmp_path / "tiny.gguf", context_tokens=512),
        lambda model: model.complete(call(reply=Text, max_tokens=ENDLESS)),
    )
    assert reply.finish_reason == "length"
    assert reply.prompt_tokens + reply.completion_tokens <= 512


def test_more_calls_than_slots_are_all_answered_each_with_its_own_answer(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> list[Reply]:
        lengths = [20 + number for number in range(12)]
        return list(await asyncio.gather(*(model.complete(call(reply=Text, max_tokens=most)) for most in lengths)))

    replies = run(embedded(tmp_path / "tiny.gguf", slots=3), ask)
    assert [reply.completion_tokens for reply in replies] == [20 + number for number in range(12)]


def test_equal_calls_get_equal_bytes_whatever_slot_and_company(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> set[str]:
        alone = await model.complete(call("same", Text))
        many = [call(f"other {number}", Text, 40 + number) for number in range(6)]
        crowd = await asyncio.gather(*(model.complete(one) for one in [call("same", Text), *many, call("same", Text)]))
        return {alone.text, crowd[0].text, crowd[-1].text}

    assert len(run(embedded(tmp_path / "tiny.gguf", slots=3), ask)) == 1


def test_the_beginning_that_calls_share_is_computed_once_for_all_slots(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> tuple[int, int]:
        own = (await model.complete(call())).prompt_tokens
        calls = [call(f"word {number}", Text, 40) for number in range(8)]
        await asyncio.gather(*(model.complete(one) for one in calls))
        return own, computed_tokens(model)

    whole_prompt, computed = run(embedded(tmp_path / "tiny.gguf", slots=4), ask)
    # Nine prompts on four slots; without sharing each slot computes the whole prompt at least once.
    assert whole_prompt < computed < 3 * whole_prompt


def test_prompts_that_take_turns_on_a_slot_are_not_computed_again_each_time(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> tuple[int, int]:
        first = [Message("system", "First task. " * 40), Message("user", "go")]
        second = [Message("system", "Another thing altogether. " * 20), Message("user", "go")]
        own = 0
        for _ in range(5):
            for prompt_id, messages in (("p1", first), ("p2", second)):
                reply = await model.complete(Call("claims", prompt_id, tuple(messages), YesOrNo, 60))
                own = max(own, reply.prompt_tokens)
        return own, computed_tokens(model)

    whole_prompt, computed = run(embedded(tmp_path / "tiny.gguf", slots=1), ask)
    assert computed < 4 * whole_prompt


def test_a_call_of_one_message_has_no_shared_beginning_and_is_answered(tmp_path: Path) -> None:
    alone = Call("repair", "p9", (Message("user", "what"),), YesOrNo, 60)
    assert run(embedded(tmp_path / "tiny.gguf"), lambda model: model.complete(alone)).text == '{"ok":true}'


def test_a_prompt_longer_than_the_context_is_refused_with_both_numbers(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> Reply:
        with pytest.raises(ContextExceeded, match=r"the call has 6\d\d\d tokens, the embedded model takes 2048"):
            await model.complete(call("word " * 1200))
        return await model.complete(call())

    assert run(embedded(tmp_path / "tiny.gguf"), ask).text == '{"ok":true}'


def test_a_cancelled_call_frees_its_slot_for_the_next(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> Reply:
        await model.complete(call())
        endless = asyncio.create_task(model.complete(call(reply=Text, max_tokens=ENDLESS)))
        await asyncio.sleep(0.05)
        endless.cancel()
        with pytest.raises(asyncio.CancelledError):
            await endless
        return await model.complete(call())

    model = embedded(tmp_path / "tiny.gguf", slots=1, context_tokens=ENDLESS + 2000)
    assert run(model, ask).text == '{"ok":true}'


def test_a_call_cancelled_in_the_queue_is_never_asked(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> tuple[int, int]:
        await model.complete(call())
        endless = asyncio.create_task(model.complete(call(reply=Text, max_tokens=ENDLESS)))
        await asyncio.sleep(0.05)
        queued = asyncio.create_task(model.complete(call("a long question " * 50)))
        await asyncio.sleep(0.01)
        queued.cancel()
        endless.cancel()
        await asyncio.gather(queued, endless, return_exceptions=True)
        before = computed_tokens(model)
        await model.complete(call())
        return before, computed_tokens(model)

    before, after = run(embedded(tmp_path / "tiny.gguf", slots=1, context_tokens=ENDLESS + 2000), ask)
    assert after - before < 300


def test_a_call_that_outlasts_its_limit_is_stopped_and_says_which_setting(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> None:
        with pytest.raises(ModelTimeout, match=r"longer than 0.2 s; set RASHOMON_CALL_TIMEOUT_S"):
            await model.complete(call(reply=Text, max_tokens=ENDLESS))

    run(embedded(tmp_path / "tiny.gguf", timeout_s=0.2, context_tokens=ENDLESS + 2000), ask)


def test_waiting_in_the_queue_does_not_count_against_a_calls_limit(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> list[Reply | BaseException]:
        slow = [model.complete(call(reply=Text, max_tokens=ENDLESS)) for _ in range(2)]
        return await asyncio.gather(*slow, model.complete(call()), return_exceptions=True)

    model = embedded(tmp_path / "tiny.gguf", slots=1, timeout_s=0.3, context_tokens=ENDLESS + 2000)
    *slow, last = run(model, ask)
    assert [type(one) for one in slow] == [ModelTimeout, ModelTimeout]
    assert isinstance(last, Reply)


def test_the_loop_goes_on_while_the_model_writes(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> int:
        await model.complete(call())
        answer = asyncio.create_task(model.complete(call(reply=Text, max_tokens=1500)))
        turns = 0
        while not answer.done():
            # A loop that never sleeps takes the processor from the model it waits for.
            await asyncio.sleep(0.001)
            turns += 1
        return turns

    assert run(embedded(tmp_path / "tiny.gguf"), ask) > 20


def test_calls_at_once_load_the_model_once_and_nothing_before(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> tuple[int, int]:
        before = len(threading.enumerate())
        await asyncio.gather(*(model.complete(call(f"{number}")) for number in range(6)))
        return before, sum(1 for line in mapped_files() if line.endswith("tiny.gguf"))

    before, maps = run(embedded(tmp_path / "tiny.gguf", slots=3), ask)
    assert before == 1
    assert maps == 1


def test_closing_frees_the_model_and_refuses_further_calls(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> str:
        await model.complete(call())
        address = running(model).address
        assert urllib.request.urlopen(f"{address}/health").status == 200
        await model.close()
        with pytest.raises(ModelDown, match="closed"):
            await model.complete(call())
        return address

    address = run(embedded(tmp_path / "tiny.gguf"), ask)
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"{address}/health")
    assert not any(line.endswith("tiny.gguf") for line in mapped_files())


def test_closing_stops_what_is_under_way(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> list[BaseException | Reply]:
        await model.complete(call())
        calls = [asyncio.create_task(model.complete(call(reply=Text, max_tokens=ENDLESS))) for _ in range(3)]
        await asyncio.sleep(0.05)
        await model.close()
        return await asyncio.gather(*calls, return_exceptions=True)

    outcomes = run(embedded(tmp_path / "tiny.gguf", slots=2, context_tokens=ENDLESS + 2000), ask)
    assert [type(one) for one in outcomes] == [ModelDown, ModelDown, asyncio.CancelledError]


def test_a_file_that_is_no_model_is_named_and_a_better_one_is_loaded_later(tmp_path: Path) -> None:
    path = tmp_path / "tiny.gguf"
    model = embedded(path)
    path.write_bytes(b"GGUF and nothing more")

    async def ask(model: Embedded) -> Reply:
        with pytest.raises(ModelDown, match=r"tiny.gguf cannot be loaded"):
            await model.complete(call())
        tiny_gguf.write(path)
        return await model.complete(call())

    assert run(model, ask).text == '{"ok":true}'


def test_ready_says_what_is_missing_and_loads_nothing(tmp_path: Path) -> None:
    missing = Embedded(Weights(tmp_path / "data", folders=[]))
    with pytest.raises(ModelDown, match="rashomon model pull"):
        run(missing, lambda model: model.ready())
    run(embedded(tmp_path / "tiny.gguf"), lambda model: model.ready())
    assert not any(line.endswith("tiny.gguf") for line in mapped_files())


def test_strangers_on_the_machine_can_neither_ask_nor_see_what_is_asked(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> list[int]:
        await model.complete(call("a secret source"))
        pages = ["slots", "props", "v1/chat/completions", "slots/0?action=save", "metrics"]
        return [await asyncio.to_thread(status_of, f"{running(model).address}/{page}") for page in pages]

    assert set(run(embedded(tmp_path / "tiny.gguf"), ask)) == {401}


def test_loading_leaves_the_signals_of_the_process_alone(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> list[signal.Signals]:
        seen: asyncio.Queue[signal.Signals] = asyncio.Queue()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, seen.put_nowait, number)
        await model.complete(call())
        os.kill(os.getpid(), signal.SIGINT)
        first = await seen.get()
        os.kill(os.getpid(), signal.SIGTERM)
        return [first, await seen.get()]

    assert run(embedded(tmp_path / "tiny.gguf"), ask) == [signal.SIGINT, signal.SIGTERM]


def test_the_runtime_says_nothing_on_its_own(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(embedded(tmp_path / "tiny.gguf"), lambda model: model.complete(call()))
    assert capfd.readouterr() == ("", "")
