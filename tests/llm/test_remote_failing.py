"""What goes wrong at a real HTTP server, as the errors it becomes; what is tried again, and what is closed."""

import asyncio
from dataclasses import replace

import pytest

from service.errors import BadReply, ContextExceeded, KeyRefused, ModelDown, ModelTimeout
from service.llm.metered import Metered
from service.llm.port import Call
from service.llm.remote import LONGEST_REPLY, Remote
from service.llm.retrying import Retrying
from tests.llm.openai_server import DROP, HANG, Answer, OpenAIServer, completion, failure, in_turn, json_answer
from tests.llm.remote_calls import KEY, SOUND, complete, fail, remote_at, retried, run

pytestmark = pytest.mark.usefixtures("litellm")


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_key_is_not_tried_again(status: int, call: Call) -> None:
    error, hits = fail(in_turn(failure(status, f"Incorrect API key provided: {KEY}")), call, retried)
    assert isinstance(error, KeyRefused)
    assert hits == 1
    assert "RASHOMON_API_KEY" in str(error)


@pytest.mark.parametrize("status", [500, 502, 503, 529])
def test_a_failing_server_is_tried_four_times_and_no_more(status: int, call: Call) -> None:
    error, hits = fail(in_turn(failure(status)), call, retried)
    assert isinstance(error, ModelDown)
    assert hits == 4
    assert str(error).endswith(f"failed ({status}); tried 4 times")


def test_a_rate_limit_is_waited_out_as_long_as_it_asks(call: Call) -> None:
    naps: list[float] = []

    async def sleep(seconds: float) -> None:
        naps.append(seconds)

    script = in_turn(failure(429, retry_after="7"), failure(429, retry_after_ms="1500"), completion(SOUND))
    with OpenAIServer(script) as server:
        assert complete(server, call, lambda inner: Retrying(inner, sleep=sleep)).text == SOUND
    assert len(server.requests) == 3
    assert 7.0 <= naps[0] <= 8.0
    assert 1.5 <= naps[1] <= 2.5


def test_a_call_that_is_wrong_in_itself_is_not_tried_again(call: Call) -> None:
    error, hits = fail(in_turn(failure(400, "Unsupported value: 'temperature'")), call, retried)
    assert isinstance(error, ModelDown)
    assert hits == 1
    assert "Unsupported value: 'temperature'" in str(error)


def test_a_model_the_server_does_not_have_names_the_settings_to_check(call: Call) -> None:
    error, _ = fail(in_turn(failure(404, "model m not found")), call)
    assert "RASHOMON_MODEL" in str(error)


def test_a_call_too_long_for_the_context_says_so(call: Call) -> None:
    said = "This model's maximum context length is 4096 tokens."
    error, hits = fail(in_turn(failure(400, said, "context_length_exceeded")), call, retried)
    assert isinstance(error, ContextExceeded)
    assert hits == 1


def test_a_content_policy_is_a_bad_reply_that_was_refused(call: Call) -> None:
    answer = json_answer({"error": {"message": "invalid_request_error: content_policy_violation"}}, 400)
    error, hits = fail(in_turn(answer), call, retried)
    assert isinstance(error, BadReply)
    assert error.refused
    assert hits == 1


@pytest.mark.parametrize(
    "answer",
    [
        Answer(200),
        Answer(200, b"<html><body>Sign in</body></html>", {"content-type": "text/html"}),
        Answer(200, b'{"choices": [', {"content-type": "application/json"}),
        json_answer({"id": "x", "object": "chat.completion", "choices": []}),
        json_answer(["no", "object"]),
    ],
    ids=["empty", "web page", "broken JSON", "no choices", "a list"],
)
def test_what_is_no_completion_is_said_to_be_none_and_tried_again(answer: Answer, call: Call) -> None:
    error, hits = fail(in_turn(answer), call, retried)
    assert isinstance(error, ModelDown)
    assert "no chat completion" in str(error)
    assert hits == 4


def test_an_enormous_reply_is_refused(call: Call) -> None:
    error, hits = fail(in_turn(completion("x" * (LONGEST_REPLY + 1))), call, retried)
    assert isinstance(error, BadReply)
    assert "2,000,001 characters" in str(error)
    assert hits == 1


def test_a_connection_that_breaks_off_is_tried_again(call: Call) -> None:
    with OpenAIServer(in_turn(DROP, completion(SOUND))) as server:
        assert complete(server, call, retried).text == SOUND
    assert len(server.requests) == 2


def test_a_server_that_is_not_there_cannot_be_reached(call: Call) -> None:
    with OpenAIServer(in_turn(completion(SOUND))) as server:
        gone = server.api_base
    with pytest.raises(ModelDown, match="cannot be reached") as raised:
        run(remote_at(gone), lambda remote: remote.complete(call))
    assert raised.value.may_pass
    assert gone in str(raised.value)


def test_a_server_that_hangs_is_given_up_and_its_connection_closed(call: Call) -> None:
    with OpenAIServer(in_turn(HANG)) as server:
        with pytest.raises(ModelTimeout, match=r"no answer within 0.3 s"):
            complete(server, call, timeout_s=0.3)
        assert server.saw_hang_up()


@pytest.mark.parametrize("status", [408, 504])
def test_a_gateway_that_ran_out_of_time_is_a_timeout_and_tried_again(status: int, call: Call) -> None:
    error, hits = fail(in_turn(failure(status)), call, retried)
    assert isinstance(error, ModelTimeout)
    assert hits == 4


def test_a_server_that_only_drips_is_given_up_as_well(call: Call) -> None:
    with OpenAIServer(in_turn(replace(completion(SOUND), drips=True))) as server:
        with pytest.raises(ModelTimeout, match=r"no answer within 0.3 s"):
            complete(server, call, timeout_s=0.3)
        assert server.saw_hang_up()


def test_a_hang_is_tried_again(call: Call) -> None:
    with OpenAIServer(in_turn(HANG, completion(SOUND))) as server:
        assert complete(server, call, retried, timeout_s=0.3).text == SOUND


def test_cancelling_a_call_closes_its_connection(call: Call) -> None:
    async def cancel(remote: Remote, server: OpenAIServer) -> None:
        task = asyncio.create_task(retried(Metered(remote)).complete(call))
        while not server.requests:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await asyncio.to_thread(server.saw_hang_up)

    with OpenAIServer(in_turn(HANG)) as server:
        run(remote_at(server.api_base), lambda remote: cancel(remote, server))
        assert len(server.requests) == 1
