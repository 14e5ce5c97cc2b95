"""The stand-in model as a server: a fixed time for every call, errors for what it does not know."""

from typing import Any

from evals.benchmarks.places import Places
from evals.benchmarks.stub_model import script
from tests.llm.openai_server import Request


def request(shape: str = "Proposals", question: str = "1: ⟦It rose.⟧") -> Request:
    body: dict[str, Any] = {
        "messages": [{"role": "user", "content": question}],
        "response_format": {"type": "json_schema", "json_schema": {"name": shape}},
    }
    return Request("POST", "/v1/chat/completions", {}, body)


def test_working_an_answer_out_is_part_of_its_time() -> None:
    ticks = iter([100.0, 100.5])
    answer = script(Places(count=1, seconds=2.0), clock=lambda: next(ticks))(request())
    assert answer.after_s == 1.5
    assert b"It rose." in answer.body


def test_a_call_that_took_longer_to_answer_than_it_may_is_answered_at_once() -> None:
    ticks = iter([100.0, 103.0])
    assert script(Places(count=1, seconds=2.0), clock=lambda: next(ticks))(request()).after_s == 0


def test_a_second_call_waits_for_the_only_place() -> None:
    answer = script(Places(count=1, seconds=2.0), clock=lambda: 100.0)
    assert [answer(request()).after_s, answer(request()).after_s] == [2.0, 4.0]


def test_a_question_it_does_not_know_is_refused() -> None:
    answer = script(Places(count=1, seconds=0.0), clock=lambda: 0.0)(request("Poem"))
    assert answer.status == 400
    assert b"Poem" in answer.body
