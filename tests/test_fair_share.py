"""One embedded model, several analyses: the small one is not held up by the large one that came before it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from service import stories, wiring
from service.analyze import analyze
from service.llm.port import Call, Reply
from service.llm.profiles import EMBEDDED
from service.services import Services
from service.settings import Settings
from tests.test_wiring import restate

pytestmark = pytest.mark.anyio


class OneAtATime:
    """Queues calls as the embedded model does: first come, first served, by one worker."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(1)
        self.answered: list[str] = []

    async def complete(self, call: Call) -> Reply:
        return await asyncio.get_running_loop().run_in_executor(self._worker, self._answer, call)

    def _answer(self, call: Call) -> Reply:
        self.answered.append("small" if "harbour master" in call.messages[-1].content else "large")
        return Reply(restate(call))

    def close(self) -> None:
        self._worker.shutdown()


def story(words: str, articles: int) -> dict[str, Any]:
    texts = [
        f"The {words} was closed on Monday and the {number + 12} people in it were told to leave before the evening. "
        f"The {words} will stay closed until Friday and {number + 3} inspectors will look at it every morning."
        for number in range(articles)
    ]
    return {"articles": [{"id": str(number), "text": text} for number, text in enumerate(texts)]}


async def run(name: str, body: dict[str, Any], services: Services) -> str:
    await analyze(stories.to_articles(stories.read(body)), services, request_id=name)
    return name


async def test_calls_alternate_between_the_analyses_under_way(tmp_path: Path) -> None:
    settings = Settings.from_mapping({"RASHOMON_DATA_DIR": str(tmp_path)})
    model, store = OneAtATime(), wiring.open_store(settings)
    services = wiring.surround(model, settings, store, EMBEDDED, is_local=True)
    large = asyncio.create_task(run("large", story("library", 10), services))
    while not model.answered:
        await asyncio.sleep(0.001)
    small = asyncio.create_task(run("small", story("office of the harbour master", 2), services))
    done, _ = await asyncio.wait({large, small}, return_when=asyncio.FIRST_COMPLETED)
    assert done == {small}
    await large
    # What the small one computes between its two rounds of calls is nobody's turn.
    mine = [place for place, name in enumerate(model.answered) if name == "small"][:4]
    between = model.answered[mine[0] : mine[-1] + 1].count("large")
    assert between <= 2 * len(mine)
    model.close()
    store.close()
