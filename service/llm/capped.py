"""Makes no call that could pass the budget of its analysis. Knows nothing of where prices come from."""

import asyncio
from collections.abc import Awaitable, Callable

from service.errors import CostCapPassed, ModelTimeout
from service.llm.port import Call, LanguageModel, Reply

UNKNOWN = (
    "a cap on the cost is set and the model's price is not known, so no call is made; use a model with a known price, "
    "or remove options.max_cost_usd and RASHOMON_MAX_COST_USD"
)


class Capped:
    """`inner`, asked only within `call.budget`. `price` gives the most a call can cost in US dollars, None: unknown."""

    def __init__(self, inner: LanguageModel, price: Callable[[Call], Awaitable[float | None]]) -> None:
        self._inner = inner
        self._price = price

    async def complete(self, call: Call) -> Reply:
        """The reply of `inner`. Raises CostCapPassed, without a call, or what `inner` raises."""
        budget = call.budget
        if budget is None:
            return await self._inner.complete(call)
        estimate = await self._price(call)
        if estimate is None:
            raise CostCapPassed(UNKNOWN, step=call.step)
        try:
            await budget.reserve(estimate)
        except CostCapPassed as error:
            error.step = call.step
            raise
        cost = 0.0
        try:
            reply = await self._inner.complete(call)
            cost = estimate if reply.cost_usd is None else reply.cost_usd
        except (ModelTimeout, asyncio.CancelledError):
            # Given up here; the provider may have answered, and charged, all the same.
            cost = estimate
            raise
        finally:
            await budget.settle(estimate, cost)
        return reply
