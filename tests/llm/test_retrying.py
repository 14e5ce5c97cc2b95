"""When a call is tried again, how long it waits before, and when it is given up."""

import asyncio

import pytest

from service.errors import BadReply, ContextExceeded, KeyRefused, ModelDown, ModelError, ModelTimeout
from service.llm.port import Call, Reply
from service.llm.retrying import Retrying
from service.llm.scripted import Scripted


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 0.0
        self.naps: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds


def failing(*failures: ModelError) -> Scripted:
    """Fails with each of `failures` in turn, then answers."""
    left = list(failures)

    def answer(_: Call) -> str:
        if left:
            raise left.pop(0)
        return "{}"

    return Scripted(answer)


def complete(inner: Scripted, call: Call, clock: Clock, attempts: int = 4, total_s: float = 60.0) -> Reply:
    retrying = Retrying(inner, attempts, total_s, sleep=clock.sleep, clock=clock)
    return asyncio.run(retrying.complete(call))


def down(retry_after_s: float | None = None) -> ModelDown:
    return ModelDown("the server is busy", may_pass=True, retry_after_s=retry_after_s)


@pytest.mark.parametrize("failure", [down(), ModelTimeout("slow")])
def test_a_failure_that_can_pass_is_tried_again(failure: ModelError, call: Call) -> None:
    inner, clock = failing(failure), Clock()
    assert complete(inner, call, clock).text == "{}"
    assert inner.calls == [call, call]
    assert len(clock.naps) == 1


@pytest.mark.parametrize(
    "failure", [ModelDown("not installed"), KeyRefused("no"), ContextExceeded("too long"), BadReply("not JSON")]
)
def test_a_failure_that_cannot_pass_is_raised_at_once_and_as_it_was(failure: ModelError, call: Call) -> None:
    inner, clock, before = failing(failure), Clock(), str(failure)
    with pytest.raises(type(failure)) as raised:
        complete(inner, call, clock)
    assert (str(raised.value), len(inner.calls), clock.naps) == (before, 1, [])


def test_the_last_failure_keeps_its_type_and_says_how_often_it_was_tried(call: Call) -> None:
    inner = failing(*[down() for _ in range(9)])
    with pytest.raises(ModelDown, match=r"^the server is busy; tried 4 times$"):
        complete(inner, call, Clock())
    assert len(inner.calls) == 4


def test_each_pause_is_longer_than_the_one_before(call: Call) -> None:
    clock = Clock()
    complete(failing(*[down() for _ in range(5)]), call, clock, attempts=6)
    assert clock.naps == sorted(clock.naps)
    assert clock.naps[0] >= 0.5
    assert clock.naps[-1] >= 8


def test_a_provider_that_names_a_pause_is_given_it(call: Call) -> None:
    clock = Clock()
    complete(failing(down(7.0)), call, clock)
    assert 7.0 <= clock.naps[0] <= 8.0


def test_a_pause_longer_than_the_time_left_is_not_begun(call: Call) -> None:
    inner, clock = failing(down(2.0), down(300.0)), Clock()
    with pytest.raises(ModelDown, match=r"tried 2 times: it asks to wait 300 s and 5\d s are left \(RASHOMON_RETRY"):
        complete(inner, call, clock)
    assert len(clock.naps) == 1


def test_tries_end_with_their_total_time(call: Call) -> None:
    inner, clock = failing(*[down(20.0) for _ in range(99)]), Clock()
    with pytest.raises(ModelDown, match="tried 3 times"):
        complete(inner, call, clock, attempts=99, total_s=60.0)
    assert clock.now <= 60.0


def test_a_call_under_way_when_the_total_time_is_over_is_stopped(call: Call) -> None:
    class Hanging:
        stopped = False

        async def complete(self, call: Call) -> Reply:
            try:
                return await asyncio.Event().wait() and Reply("")
            finally:
                self.stopped = True

    inner = Hanging()
    with pytest.raises(ModelTimeout, match=r"within the 0.01 s that all tries may take, tried once; see RASHOMON_RET"):
        asyncio.run(Retrying(inner, total_s=0.01).complete(call))
    assert inner.stopped


def test_a_single_attempt_is_never_repeated(call: Call) -> None:
    with pytest.raises(ModelDown, match="busy; tried once"):
        complete(failing(down()), call, Clock(), attempts=1)


def test_cancelling_stops_the_pause_too(call: Call) -> None:
    async def cancel_while_pausing() -> list[Call]:
        pausing = asyncio.Event()

        async def sleep(_: float) -> None:
            pausing.set()
            await asyncio.Event().wait()

        inner = failing(down())
        task = asyncio.create_task(Retrying(inner, sleep=sleep).complete(call))
        await pausing.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return inner.calls

    assert len(asyncio.run(cancel_while_pausing())) == 1


def test_calls_at_once_keep_their_own_count(call: Call) -> None:
    async def two_at_once() -> tuple[BaseException | Reply, ...]:
        clock = Clock()
        retrying = Retrying(failing(*[down() for _ in range(6)]), 3, 600, sleep=clock.sleep, clock=clock)
        return tuple(await asyncio.gather(retrying.complete(call), retrying.complete(call), return_exceptions=True))

    failures = asyncio.run(two_at_once())
    assert [str(failure) for failure in failures] == ["the server is busy; tried 3 times"] * 2
