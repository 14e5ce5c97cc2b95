"""Tries a call again when its failure can pass. Knows nothing of what is asked, or of how it is transported.

What can pass: rate limits, overload, lost connections, timeouts. A refused key or a bad reply is never tried again.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    stop_after_attempt,
    wait_exponential_jitter,
    wait_random,
)
from tenacity.stop import stop_base

from service.errors import ModelDown, ModelError, ModelTimeout
from service.llm.port import Call, LanguageModel, Reply

Sleep = Callable[[float], Awaitable[None]]
_backoff = wait_exponential_jitter(multiplier=0.5, max=30, jitter=0.5)
# Calls that were told the same number of seconds must not all come back at once.
_spread = wait_random(0, 0.5)


class Retrying:
    """Tries a call on `inner` at most `attempts` times and for at most `total_s` seconds, pauses included.

    `retries` holds, by step, how often a call was tried again.
    """

    def __init__(
        self,
        inner: LanguageModel,
        attempts: int = 4,
        total_s: float = 600.0,
        sleep: Sleep = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._inner = inner
        self._attempts = attempts
        self._total_s = total_s
        self._sleep = sleep
        self._clock = clock
        self.retries: Counter[str] = Counter()

    async def complete(self, call: Call) -> Reply:
        """The first reply. Raises the last failure, its message telling how often it was tried, or ModelTimeout."""
        ends = self._clock() + self._total_s
        attempts = AsyncRetrying(
            sleep=self._sleep,
            retry=retry_if_exception(_may_pass),
            wait=_pause,
            before_sleep=lambda _: self.retries.update((call.step,)),
            stop=stop_after_attempt(self._attempts) | _StopAt(ends, self._clock),
            reraise=True,
        )
        try:
            async with asyncio.timeout(self._total_s):
                return await attempts(self._inner.complete, call)
        except TimeoutError:
            tried = _times(attempts.statistics["attempt_number"])
            raise ModelTimeout(
                f"no answer within the {self._total_s:g} s that all tries may take, {tried}; see RASHOMON_RETRY_TOTAL_S"
            ) from None
        except ModelError as error:
            if _may_pass(error):
                error.message += self._how_it_ended(error, attempts.statistics["attempt_number"], ends)
            raise

    def _how_it_ended(self, error: ModelError, tries: int, ends: float) -> str:
        asked, left = getattr(error, "retry_after_s", None), max(0.0, ends - self._clock())
        if tries < self._attempts and asked and asked > left:
            return f"; {_times(tries)}: it asks to wait {asked:g} s and {left:.0f} s are left (RASHOMON_RETRY_TOTAL_S)"
        return f"; {_times(tries)}"


class _StopAt(stop_base):
    """Stops when the next try would begin after `ends`."""

    def __init__(self, ends: float, clock: Callable[[], float]) -> None:
        self._ends = ends
        self._clock = clock

    def __call__(self, retry_state: RetryCallState) -> bool:
        return self._clock() + retry_state.upcoming_sleep > self._ends


def _may_pass(error: BaseException) -> bool:
    return isinstance(error, ModelTimeout) or (isinstance(error, ModelDown) and error.may_pass)


def _pause(state: RetryCallState) -> float:
    """Seconds before the next try: what the provider asks for, else longer each time."""
    error = state.outcome.exception() if state.outcome else None
    asked = error.retry_after_s if isinstance(error, ModelDown) else None
    return _backoff(state) if asked is None else asked + _spread(state)


def _times(tries: int) -> str:
    return "tried once" if tries == 1 else f"tried {tries} times"
