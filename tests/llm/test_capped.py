import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from service.errors import CostCapPassed, ModelDown, ModelTimeout
from service.llm.budget import Budget
from service.llm.cached import Cached
from service.llm.capped import Capped
from service.llm.port import Call, Reply
from service.llm.remote import Remote
from service.llm.scripted import Scripted
from service.llm.store import Store

pytestmark = pytest.mark.anyio


def priced(estimate: float | None, cost: float | None = 0.01) -> tuple[Capped, Scripted]:
    llm = Scripted(lambda _: Reply('{"items":[]}', cost_usd=cost))

    async def price(_: Call) -> float | None:
        return estimate

    return Capped(llm, price), llm


def raising(error: Exception) -> Callable[[Call], str]:
    def script(_: Call) -> str:
        raise error

    return script


async def test_without_a_budget_no_price_is_asked_for(call: Call) -> None:
    capped, llm = priced(None)
    await capped.complete(call)
    assert len(llm.calls) == 1


async def test_a_call_within_the_budget_is_made_and_costs_what_it_cost(call: Call) -> None:
    capped, _ = priced(0.4, 0.02)
    budget = Budget(1.0)
    await capped.complete(replace(call, budget=budget))
    assert budget.spent_usd == 0.02


async def test_a_call_that_could_pass_the_cap_is_not_made(call: Call) -> None:
    capped, llm = priced(2.0)
    with pytest.raises(CostCapPassed) as raised:
        await capped.complete(replace(call, budget=Budget(1.0)))
    assert raised.value.step == "claims"
    assert llm.calls == []


async def test_under_a_cap_a_model_without_a_known_price_is_not_asked(call: Call) -> None:
    capped, llm = priced(None)
    with pytest.raises(CostCapPassed, match="price is not known"):
        await capped.complete(replace(call, budget=Budget(1.0)))
    assert llm.calls == []


async def test_a_reply_without_a_price_counts_as_what_was_set_aside(call: Call) -> None:
    capped, _ = priced(0.4, None)
    budget = Budget(1.0)
    await capped.complete(replace(call, budget=budget))
    assert budget.spent_usd == 0.4


@pytest.mark.parametrize(("error", "spent"), [(ModelDown("429"), 0.0), (ModelTimeout("30 s"), 0.4)])
async def test_a_call_that_fails_costs_nothing_unless_it_may_have_been_answered(
    call: Call, error: Exception, spent: float
) -> None:
    async def price(_: Call) -> float:
        return 0.4

    budget = Budget(1.0)
    with pytest.raises(type(error)):
        await Capped(Scripted(raising(error)), price).complete(replace(call, budget=budget))
    assert budget.spent_usd == spent


async def test_one_analysis_cap_does_not_refuse_another_that_asks_the_same(call: Call, store: Store) -> None:
    capped, llm = priced(0.4)
    cached = Cached(capped, store, ("m",))
    poor, rich = replace(call, budget=Budget(0.1)), replace(call, budget=Budget(1.0))
    refused, answered = await asyncio.gather(cached.complete(poor), cached.complete(rich), return_exceptions=True)
    assert isinstance(refused, CostCapPassed)
    assert isinstance(answered, Reply)
    assert len(llm.calls) == 1
    assert isinstance(await cached.complete(poor), Reply), "what is kept costs nothing"


@pytest.mark.usefixtures("litellm")
async def test_a_known_model_has_a_price_that_grows_with_the_call(call: Call) -> None:
    remote = Remote("openai/gpt-4o", "sk-x", None, "json_schema", 1.0)
    short, long = await remote.price(call), await remote.price(replace(call, max_tokens=100 * call.max_tokens))
    assert short
    assert long
    # 12,000 tokens written, at $10 a million.
    assert 0.12 < long < 0.13
    assert 0.001 < short < 0.01


@pytest.mark.usefixtures("litellm")
@pytest.mark.parametrize(
    ("model", "api_base"), [("openai/nobody-knows", None), ("openai/gpt-4o", "http://192.168.1.5/v1")]
)
async def test_a_price_nobody_knows_is_unknown_and_never_nothing(call: Call, model: str, api_base: str | None) -> None:
    assert await Remote(model, "sk-x", api_base, "json_schema", 1.0).price(call) is None
