import asyncio

import pytest

from service.errors import CostCapPassed
from service.llm.budget import Budget

pytestmark = pytest.mark.anyio


async def test_a_call_that_could_pass_the_cap_is_refused_with_all_three_sums() -> None:
    budget = Budget(0.5)
    await budget.reserve(0.3)
    await budget.settle(0.3, 0.31)
    with pytest.raises(CostCapPassed, match=r"cap of \$0.5 .*\$0.31 are spent .*can cost \$0.25"):
        await budget.reserve(0.25)
    await budget.reserve(0.19)


async def test_what_is_set_aside_counts_until_it_is_settled_and_then_only_what_it_cost() -> None:
    budget = Budget(1.0)
    await budget.reserve(0.9)
    waiting = asyncio.create_task(budget.reserve(0.9))
    await asyncio.sleep(0)
    assert not waiting.done()
    await budget.settle(0.9, 0.05)
    await asyncio.wait_for(waiting, 1)
    assert budget.spent_usd == 0.05


async def test_whoever_waits_in_vain_is_refused() -> None:
    budget = Budget(1.0)
    await budget.reserve(0.9)
    waiting = asyncio.create_task(budget.reserve(0.2))
    await asyncio.sleep(0)
    await budget.settle(0.9, 0.9)
    with pytest.raises(CostCapPassed):
        await asyncio.wait_for(waiting, 1)


async def test_a_call_dearer_than_the_cap_is_refused_at_once() -> None:
    budget = Budget(0.1)
    await budget.reserve(0.05)
    with pytest.raises(CostCapPassed):
        await asyncio.wait_for(budget.reserve(0.11), 1)


async def test_many_small_sums_settle_to_nothing_left_over() -> None:
    budget = Budget(1.0)
    for _ in range(100):
        await budget.reserve(0.1)
        await budget.settle(0.1, 0.0)
    await budget.reserve(1.0)
