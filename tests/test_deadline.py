import asyncio

import pytest

from service import deadline
from service.asking import Progress
from service.errors import DeadlinePassed

pytestmark = pytest.mark.anyio


async def test_what_is_done_in_time_is_left_alone() -> None:
    told: list[Progress] = []
    async with deadline.within(60, told.append) as progress:
        progress(Progress("claims", 1, 2, 3, 4))
    assert told == [Progress("claims", 1, 2, 3, 4)]


async def outlast(*news: Progress) -> None:
    async with deadline.within(0.01, lambda _: None) as progress:
        for now in news:
            progress(now)
        await asyncio.sleep(60)


async def test_a_deadline_that_passes_names_the_step_it_passed_in() -> None:
    with pytest.raises(DeadlinePassed, match="deadline of 0.01 s passed in step verdicts, 2 of 7 done") as raised:
        await outlast(Progress("claims", 3, 3, 0, 0), Progress("verdicts", 2, 7, 0, 0))
    assert raised.value.step == "verdicts"


async def test_a_deadline_before_the_first_step_names_none() -> None:
    with pytest.raises(DeadlinePassed) as raised:
        await outlast()
    assert raised.value.step is None


async def test_another_timeout_stays_what_it_is() -> None:
    with pytest.raises(TimeoutError, match="of something else"):
        async with deadline.within(60, lambda _: None):
            raise TimeoutError("of something else")
