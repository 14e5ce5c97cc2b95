import asyncio

import pytest

from service.doors.waiting_line import WaitingLine
from service.errors import Busy

pytestmark = pytest.mark.anyio


class Scene:
    """Analyses that run until they are told to end; `begun` holds their names in the order they got a place."""

    def __init__(self, parallel: int, waiting: int) -> None:
        self.now = 0.0
        self.line = WaitingLine(parallel, waiting, lambda: self.now)
        self.begun: list[str] = []
        self._may_end: dict[str, asyncio.Event] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def come(self, name: str) -> None:
        self._may_end[name] = asyncio.Event()
        self._tasks[name] = asyncio.create_task(self._run(name))
        await asyncio.sleep(0)

    async def _run(self, name: str) -> None:
        async with self.line.place():
            self.begun.append(name)
            await self._may_end[name].wait()

    async def end(self, name: str) -> None:
        self._may_end[name].set()
        await self._tasks[name]
        await asyncio.sleep(0)

    async def leave(self, name: str) -> None:
        self._tasks[name].cancel()
        await asyncio.wait([self._tasks[name]])

    def refusal(self, name: str) -> Busy:
        error = self._tasks[name].exception()
        assert isinstance(error, Busy)
        return error


async def test_so_many_run_so_many_wait_and_the_next_is_told_when_to_come_again() -> None:
    scene = Scene(parallel=2, waiting=1)
    for name in ("a", "b", "c", "d"):
        await scene.come(name)
    assert scene.begun == ["a", "b"]
    assert (scene.line.running, scene.line.waiting) == (2, 1)
    assert "2 analyses are under way and 1 wait" in str(scene.refusal("d"))
    await scene.end("a")
    assert scene.begun == ["a", "b", "c"]
    await scene.end("b")
    await scene.end("c")
    assert (scene.line.running, scene.line.waiting) == (0, 0)


async def test_places_are_given_in_the_order_of_coming() -> None:
    scene = Scene(parallel=1, waiting=9)
    for name in "abcd":
        await scene.come(name)
    for name in "abcd":
        await scene.end(name)
    assert scene.begun == list("abcd")


async def test_whoever_leaves_the_line_makes_room_in_it() -> None:
    scene = Scene(parallel=1, waiting=1)
    await scene.come("a")
    await scene.come("b")
    await scene.leave("b")
    await scene.come("c")
    await scene.end("a")
    assert scene.begun == ["a", "c"]
    await scene.end("c")


async def test_the_wait_that_is_told_follows_how_long_analyses_take() -> None:
    scene = Scene(parallel=1, waiting=0)
    for _ in range(30):
        await scene.come("a")
        scene.now += 40
        await scene.end("a")
    await scene.come("a")
    await scene.come("b")
    told = scene.refusal("b").retry_after_s
    assert told
    assert 39 < told <= 40
    await scene.end("a")
