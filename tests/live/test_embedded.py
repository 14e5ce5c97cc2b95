"""The real weights answer real prompts, the same every time."""

import asyncio

import pytest

from service.llm import heads
from service.llm.embedded import Embedded
from service.llm.heads import Likelihood
from service.llm.port import Call, Message
from service.prompts import Prompts
from service.steps.extracting.restatements import Cuts

pytestmark = [pytest.mark.live, pytest.mark.anyio]
SENTENCE = "The ferry Astrid ran onto a sandbank at noon, 12 passengers were hurt and the captain has not commented."


def call(prompts: Prompts, sentence: str) -> Call:
    messages = prompts.render("claims.sentence", title="Ferry aground", before="", sentence=sentence)
    return Call("claims", prompts.id_of("claims.sentence", Cuts), messages, Cuts, max_tokens=200)


async def test_a_sentence_is_cut_into_claims_in_its_own_words(embedded: Embedded, prompts: Prompts) -> None:
    reply = await embedded.complete(call(prompts, SENTENCE))
    claims = Cuts.model_validate_json(reply.text).claims
    assert any("12 passengers were hurt" in claim for claim in claims)
    assert reply.finish_reason == "stop"
    assert reply.prompt_tokens > reply.completion_tokens > 0


async def test_the_same_call_gets_the_same_bytes_alone_and_in_company(embedded: Embedded, prompts: Prompts) -> None:
    other = "Rain flooded the market on Friday, and stalls stayed closed until Sunday evening."
    alone = await embedded.complete(call(prompts, SENTENCE))
    together, neighbour = await asyncio.gather(
        embedded.complete(call(prompts, SENTENCE)), embedded.complete(call(prompts, other))
    )
    assert together.text == alone.text
    assert neighbour.text != alone.text


async def test_a_head_reads_the_same_twice_and_leaves_answers_as_they_are(embedded: Embedded, prompts: Prompts) -> None:
    head = heads.load()
    question = head.question("Nobody was hurt in the fire.", "Three people were hurt in the fire, the town said.")
    read = Call("judging", "head", (Message("user", question),), Likelihood, max_tokens=0, head=head.id)
    before = await embedded.complete(call(prompts, SENTENCE))
    first, again = await embedded.complete(read), await embedded.complete(read)
    assert first.text == again.text
    said = Likelihood.model_validate_json(first.text)
    assert said.contradicts > said.not_stated
    assert (first.prompt_tokens > 30, first.completion_tokens) == (True, 0)
    assert (await embedded.complete(call(prompts, SENTENCE))).text == before.text
