"""Validation, the ladder and the one re-ask, on scripted replies."""

import asyncio
from collections.abc import Callable

import pytest

from service.errors import BadReply, ModelDown
from service.llm.metered import Metered
from service.llm.port import Call, Message, Reply
from service.llm.repairing import LONGEST_SHOWN, MOST_ERRORS, Repairing
from service.llm.scripted import Scripted


def render(errors: list[str]) -> str:
    return "Wrong: " + " | ".join(errors)


def in_turn(*replies: str | Reply) -> Scripted:
    left = list(replies)
    return Scripted(lambda _: left.pop(0))


def complete(inner: Scripted, call: Call, wrap: Callable[[Scripted], Metered | Scripted] = lambda one: one) -> Reply:
    return asyncio.run(Repairing(wrap(inner), render).complete(call))


def test_a_sound_reply_comes_back_as_canonical_json_after_one_call(call: Call) -> None:
    inner = in_turn('{ "items" : ["a",\n"b"] }')
    assert complete(inner, call).text == '{"items":["a","b"]}'
    assert inner.calls == [call]


def test_a_damaged_reply_is_read_without_asking_again_and_counted(call: Call) -> None:
    repairing = Repairing(in_turn('Sure!\n```json\n{"items": ["a",]}\n```', '{"items": []}'), render)
    assert asyncio.run(repairing.complete(call)).text == '{"items":["a"]}'
    assert asyncio.run(repairing.complete(call)).text == '{"items":[]}'
    assert repairing.counts == {"repaired": 1, "strict": 1}


def test_a_reply_of_the_wrong_shape_is_shown_to_the_model_with_its_errors(call: Call) -> None:
    inner = in_turn('{"items": ["a", 2]}', '{"items": ["a", "2"]}')
    assert complete(inner, call).text == '{"items":["a","2"]}'
    first, second = inner.calls
    assert first == call
    assert second.messages == (
        *call.messages,
        Message("assistant", '{"items": ["a", 2]}'),
        Message("user", "Wrong: items[1]: Input should be a valid string"),
    )
    assert (second.sources, second.max_tokens, second.reply) == (call.sources, call.max_tokens, call.reply)


def test_both_calls_of_a_re_ask_are_on_the_record(call: Call) -> None:
    paid = [Reply("no", prompt_tokens=10, completion_tokens=1, cost_usd=0.5)]
    paid += [Reply('{"items": []}', prompt_tokens=20, completion_tokens=2, cost_usd=0.25)]
    reply = complete(in_turn(*paid), call, Metered)
    assert [record.cost_usd for record in reply.records] == [0.5, 0.25]
    assert (reply.prompt_tokens, reply.completion_tokens, reply.cost_usd) == (30, 3, 0.75)


def test_one_call_of_unknown_price_makes_the_sum_unknown(call: Call) -> None:
    reply = complete(in_turn(Reply("no", cost_usd=0.5), Reply('{"items": []}')), call)
    assert reply.cost_usd is None


def test_a_second_bad_reply_is_given_up_naming_fields_but_no_words_of_the_reply(call: Call) -> None:
    repairing = Repairing(in_turn("never mind", '{"items": "secret words", "the other": 1}'), render)
    with pytest.raises(BadReply) as raised:
        asyncio.run(repairing.complete(call))
    assert raised.value.errors == ["items: Input should be a valid array", "?: Extra inputs are not permitted"]
    assert "items: Input should be a valid array" in str(raised.value)
    assert "secret" not in str(raised.value) + "".join(raised.value.errors)
    assert not raised.value.refused
    assert repairing.counts == {"asked again": 1, "given up": 1}


def test_a_refusal_in_prose_is_asked_about_once_and_then_a_bad_reply(call: Call) -> None:
    inner = in_turn("I cannot help with that.", "I cannot help with that.")
    with pytest.raises(BadReply, match="the reply is not a JSON object"):
        complete(inner, call)
    assert len(inner.calls) == 2


def test_a_refusal_the_provider_declares_is_not_asked_about_again(call: Call) -> None:
    inner = in_turn(Reply("", finish_reason="refusal"))
    with pytest.raises(BadReply) as raised:
        complete(inner, call)
    assert raised.value.refused
    assert len(inner.calls) == 1


def test_a_reply_at_its_token_limit_keeps_its_whole_items_and_says_so(call: Call) -> None:
    reply = complete(in_turn(Reply('{"items": ["a", "b", "c', finish_reason="length")), call)
    assert (reply.text, reply.finish_reason) == ('{"items":["a","b"]}', "length")


def test_a_runaway_reply_is_shown_only_in_part(call: Call) -> None:
    inner = in_turn("x" * 50_000, '{"items": []}')
    complete(inner, call)
    assert inner.calls[1].messages[-2].content == "x" * LONGEST_SHOWN


def test_an_empty_reply_is_not_shown_as_an_empty_turn(call: Call) -> None:
    inner = in_turn("", '{"items": []}')
    complete(inner, call)
    assert inner.calls[1].messages[-2].content


def test_a_thousand_errors_are_told_in_a_few_lines(call: Call) -> None:
    wrong = '{"items": [' + ",".join(["0"] * 1_000) + "]}"
    with pytest.raises(BadReply) as raised:
        complete(in_turn(wrong, wrong), call)
    assert len(raised.value.errors) == MOST_ERRORS + 1
    assert raised.value.errors[-1] == "and 990 more"


def test_a_failure_of_the_model_is_passed_on(call: Call) -> None:
    def fail(_: Call) -> str:
        raise ModelDown("gone")

    with pytest.raises(ModelDown, match="gone"):
        complete(Scripted(fail), call)
