"""What a call took, as the record says it."""

import asyncio

import pytest

from service.errors import ModelDown
from service.llm.metered import Metered
from service.llm.port import Call, Reply
from service.llm.scripted import Scripted
from service.report_models import CallRecord


def test_a_reply_carries_a_record_of_its_tokens_price_and_time(call: Call) -> None:
    ticks = iter([10.0, 10.2504])
    reply = Reply("{}", prompt_tokens=11, completion_tokens=7, cost_usd=0.25)
    metered = Metered(Scripted(lambda _: reply), clock=lambda: next(ticks))
    answered = asyncio.run(metered.complete(call))
    assert answered.text == "{}"
    assert answered.records == (
        CallRecord(
            step="claims",
            article_id="a1",
            cached=False,
            prompt_tokens=11,
            completion_tokens=7,
            cost_usd=0.25,
            ms=250,
        ),
    )


def test_an_unknown_price_stays_unknown(call: Call) -> None:
    (record,) = asyncio.run(Metered(Scripted(lambda _: Reply("{}"))).complete(call)).records
    assert record.cost_usd is None


def test_a_record_joins_those_from_below(call: Call) -> None:
    inner = Metered(Scripted(lambda _: "{}"))
    assert len(asyncio.run(Metered(inner).complete(call)).records) == 2


def test_a_failure_passes_through_as_it_is(call: Call) -> None:
    failure = ModelDown("gone")

    def fail(_: Call) -> str:
        raise failure

    with pytest.raises(ModelDown) as raised:
        asyncio.run(Metered(Scripted(fail)).complete(call))
    assert raised.value is failure
