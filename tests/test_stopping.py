import asyncio

import pytest

from service.errors import Stopping
from service.stopping import Work

pytestmark = pytest.mark.anyio


async def run(work: Work, seconds: float) -> str:
    async with work.work():
        await asyncio.sleep(seconds)
        return "done"


async def test_what_runs_may_finish_and_nothing_new_begins() -> None:
    work = Work()
    running = asyncio.create_task(run(work, 0.05))
    await asyncio.sleep(0)
    stopping = asyncio.create_task(work.stop(10))
    await asyncio.sleep(0)
    with pytest.raises(Stopping, match="begins nothing new"):
        await run(work, 0)
    assert await running == "done"
    await stopping


async def test_what_takes_too_long_is_cancelled_with_a_reason() -> None:
    work = Work()
    running = asyncio.create_task(run(work, 60))
    await asyncio.sleep(0)
    await work.stop(0.01)
    with pytest.raises(Stopping, match="stopped before the analysis was finished") as raised:
        await running
    assert raised.value.retry_after_s


async def test_whoever_cancels_for_another_reason_is_not_told_of_a_stop() -> None:
    work = Work()
    running = asyncio.create_task(run(work, 60))
    await asyncio.sleep(0)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    await asyncio.wait_for(work.stop(10), 1)


async def test_nothing_at_work_stops_at_once() -> None:
    work = Work()
    await asyncio.wait_for(work.stop(60), 1)
    with pytest.raises(Stopping):
        work.refuse_new()
