"""A head reads the embedded model's states beside answers, on a tiny real model; only its own head may."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from service.errors import ContextExceeded, ModelDown
from service.llm.embedded import Embedded, Share
from service.llm.heads import Head, Likelihood
from service.llm.port import Call, Message, Reply
from service.llm.weights import Weights
from tests.llm import tiny_gguf
from tests.made_heads import made_head

# As wide as the tiny model's state.
WIDTH = 32


class YesOrNo(BaseModel):
    model_config = ConfigDict(extra="forbid")
    ok: bool


def head() -> Head:
    rows = tuple(tuple(row * place / 500 for place in range(WIDTH)) for row in (-1, 0, 1))
    return made_head(weights=rows)


def reads(text: str, head_id: str = "made") -> Call:
    return Call("judging", "judging.head@made", (Message("user", text),), Likelihood, max_tokens=0, head=head_id)


def answers() -> Call:
    messages = (Message("system", "You answer with JSON. " * 10), Message("user", "what"))
    return Call("claims", "p1", messages, YesOrNo, max_tokens=60)


def run(folder: Path, ask: Callable[[Embedded], Awaitable[list[Reply]]], own: Head | None) -> list[Reply]:
    async def asked() -> list[Reply]:
        weights = Weights(folder / "data", tiny_gguf.write(folder / "tiny.gguf"))
        model = Embedded(weights, Share(slots=2, threads=1, context_tokens=1024), head=own)
        try:
            async with asyncio.timeout(60):
                return await ask(model)
        finally:
            await model.close()

    return asyncio.run(asked())


def test_the_state_after_the_last_word_is_read_and_its_tokens_are_counted(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> list[Reply]:
        return [await model.complete(reads("It fell.")) for _ in range(2)]

    first, again = run(tmp_path, ask, head())
    assert first == again
    # Whatever it is told, the tiny model's state is ones.
    assert Likelihood.model_validate_json(first.text) == head().read([1.0] * WIDTH)
    assert (first.prompt_tokens, first.completion_tokens, first.cost_usd) == (len("It fell."), 0, 0.0)


def test_answers_are_the_same_before_between_and_without_readings(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> list[Reply]:
        before = await model.complete(answers())
        crowd = await asyncio.gather(
            *(model.complete(one) for one in (reads("It fell."), answers(), reads("It stands.")))
        )
        return [before, crowd[1], await model.complete(answers())]

    async def alone(model: Embedded) -> list[Reply]:
        return [await model.complete(answers())]

    replies = [*run(tmp_path, ask, head()), *run(tmp_path, alone, None)]
    assert {(reply.text, reply.completion_tokens) for reply in replies} == {('{"ok":true}', 12)}


@pytest.mark.parametrize(("own", "wanted"), [(None, "made"), (head(), "another")])
def test_a_head_that_is_not_the_models_own_is_refused(tmp_path: Path, own: Head | None, wanted: str) -> None:
    async def ask(model: Embedded) -> list[Reply]:
        return [await model.complete(reads("It fell.", wanted))]

    with pytest.raises(ModelDown, match=f"head {wanted} does not belong to this model"):
        run(tmp_path, ask, own)


def test_statements_too_long_for_the_context_are_refused_and_the_model_goes_on(tmp_path: Path) -> None:
    async def ask(model: Embedded) -> list[Reply]:
        with pytest.raises(ContextExceeded, match="1024"):
            await model.complete(reads("It fell. " * 400))
        return [await model.complete(reads("It fell."))]

    assert len(run(tmp_path, ask, head())) == 1


def test_a_call_for_another_head_is_another_call() -> None:
    keys = {reads("It fell.", head_id).content_key() for head_id in ("", "made", "another")}
    assert len(keys) == 3
