"""litellm's errors as ours: what may pass, how long to wait, and what no message may carry."""

from dataclasses import replace

import pytest

from service.errors import ContextExceeded, ModelDown
from service.llm.failures import from_litellm, retry_after_s
from service.llm.port import Call, Message

KEY = "sk-proj-abc123def456ghi789"


class Failed(Exception):
    """The shape of litellm's errors: a status and the provider's headers."""

    def __init__(self, status_code: int, text: str = "", headers: dict[str, str] | None = None) -> None:
        super().__init__(f"litellm.BadRequestError: OpenAIException - {text}")
        self.status_code = status_code
        self.litellm_response_headers = headers or {"Content-Type": "application/json"}


def message(text: str, call: Call) -> str:
    return str(from_litellm(Failed(400, text), call, "openai/m"))


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": " 1.5 "}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "1"}, 0.25),
        ({"retry-after": "Sun, 22 Nov 2026 10:01:00 GMT", "date": "Sun, 22 Nov 2026 10:00:00 GMT"}, 60.0),
        ({"retry-after": "Sun, 22 Nov 2026 09:00:00 GMT", "date": "Sun, 22 Nov 2026 10:00:00 GMT"}, 0.0),
        ({"retry-after": "Sun, 22 Nov 2026 10:01:00 GMT"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-3"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "9" * 400}, None),
        ({}, None),
    ],
)
def test_the_pause_a_provider_asks_for(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after_s(headers) == seconds


@pytest.mark.parametrize("status", [409, 425, 429, 500, 502, 503, 529])
def test_an_overload_may_pass_and_carries_the_pause(status: int, call: Call) -> None:
    error = from_litellm(Failed(status, headers={"Retry-After": "7"}), call, "openai/m")
    assert isinstance(error, ModelDown)
    assert (error.may_pass, error.retry_after_s) == (True, 7.0)
    assert str(status) in str(error)


@pytest.mark.parametrize("status", [400, 402, 404, 405, 422, 451])
def test_what_is_wrong_with_the_call_itself_does_not_pass(status: int, call: Call) -> None:
    error = from_litellm(Failed(status, "no such thing"), call, "openai/m")
    assert isinstance(error, ModelDown)
    assert not error.may_pass
    assert f"({status}, no such thing)" in str(error)


def test_a_body_too_large_for_the_provider_is_a_context_exceeded(call: Call) -> None:
    assert isinstance(from_litellm(Failed(413), call, "openai/m"), ContextExceeded)


def test_what_litellm_itself_stumbles_over_may_pass(call: Call) -> None:
    error = from_litellm(IndexError("list index out of range"), call, "openai/m")
    assert isinstance(error, ModelDown)
    assert error.may_pass
    assert "no chat completion" in str(error)


def test_the_providers_reason_is_quoted(call: Call) -> None:
    assert "Unsupported parameter: 'max_completion_tokens'" in message(
        "Unsupported parameter: 'max_completion_tokens'", call
    )


def test_a_key_in_the_providers_words_is_masked(call: Call) -> None:
    told = message(f"Incorrect key {KEY} or sk-pr*************i789 given", call)
    assert "abc123" not in told
    assert "i789" not in told
    assert "Incorrect key *** or *** given" in told


@pytest.mark.parametrize(
    "echo",
    [
        "bad message: The minister resigned on Tuesday evening.",
        "bad message: the minister said: resigned  on\n Tuesday evening.",
        "bad message: \\u0054he minister \\u0072esigned",
    ],
)
def test_a_reason_that_repeats_the_article_is_left_out(echo: str, call: Call) -> None:
    told = message(echo, call)
    assert "Tuesday" not in told
    assert "minister" not in told
    assert "(400)" in told


def test_a_long_reason_is_cut(call: Call) -> None:
    assert len(message("no " * 100_000, replace(call, messages=(Message("user", "x"),)))) < 400


def test_an_unknown_provider_is_named_as_a_setting_to_mend(call: Call) -> None:
    error = Failed(400)
    error.args = ("litellm.BadRequestError: LLM Provider NOT provided. You passed model=nobody/m",)
    assert "RASHOMON_MODEL" in str(from_litellm(error, call, "nobody/m"))
