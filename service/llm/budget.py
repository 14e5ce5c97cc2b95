"""What one analysis may still spend: reserved before a call, settled after it. Knows nothing of models or prices."""

import asyncio

from service.errors import CostCapPassed


class Budget:
    """At most `cap_usd` US dollars. Belongs to one event loop."""

    def __init__(self, cap_usd: float) -> None:
        self._cap_usd = cap_usd
        self._reserved_usd = 0.0
        self._is_settled = asyncio.Condition()
        self.spent_usd = 0.0

    async def reserve(self, estimate_usd: float) -> None:
        """Sets aside what a call can cost, waiting for calls under way where those may turn out cheaper.

        Raises CostCapPassed where even then the cap could be passed.
        """
        async with self._is_settled:
            while self.spent_usd + self._reserved_usd + estimate_usd > self._cap_usd:
                if not self._reserved_usd or self.spent_usd + estimate_usd > self._cap_usd:
                    raise self._passed(estimate_usd)
                await self._is_settled.wait()
            self._reserved_usd += estimate_usd

    async def settle(self, estimate_usd: float, cost_usd: float) -> None:
        """Puts what a call really cost in the place of what was set aside for it."""
        async with self._is_settled:
            left = self._reserved_usd - estimate_usd
            # Sums of fractions seldom come back to nothing.
            self._reserved_usd = left if left > 1e-12 else 0.0
            self.spent_usd += cost_usd
            self._is_settled.notify_all()

    def _passed(self, estimate_usd: float) -> CostCapPassed:
        return CostCapPassed(
            f"the cap of {_dollars(self._cap_usd)} could be passed: {_dollars(self.spent_usd)} are spent and the next "
            f"call can cost {_dollars(estimate_usd)}; send fewer or shorter articles, or raise options.max_cost_usd or "
            "RASHOMON_MAX_COST_USD; finished replies are kept"
        )


def _dollars(amount: float) -> str:
    return f"${amount:.6f}".rstrip("0").rstrip(".")
