"""The remote adapter against a real OpenAI-compatible server, with each way of giving answers a shape."""

import pytest

from service.llm.metered import Metered
from service.llm.profiles import Structured
from service.llm.remote import Remote
from service.llm.repairing import Repairing
from service.llm.retrying import Retrying
from service.prompts import Prompts
from service.steps.extracting.restatements import Cuts
from tests.live.test_embedded import SENTENCE, call

pytestmark = [pytest.mark.live, pytest.mark.anyio]
WAYS: tuple[Structured, ...] = ("json_schema", "json_object", "prompt")


async def test_every_way_of_structured_output_gives_a_valid_reply(openai_address: str, prompts: Prompts) -> None:
    for way in WAYS:
        remote = Remote("openai/qwen", None, openai_address, way, 120)
        await remote.ready()
        gateway = Repairing(Retrying(Metered(remote), 2, 300), prompts.render_repair)
        reply = await gateway.complete(call(prompts, SENTENCE))
        assert Cuts.model_validate_json(reply.text).claims, way
        assert [record.cached for record in reply.records] == [False] * len(reply.records)
        assert reply.prompt_tokens > 0
        await remote.close()
