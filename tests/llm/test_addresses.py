"""Where calls go, whose server that is, and what of an address may be shown."""

import pytest

from service.llm import addresses


@pytest.mark.parametrize("model", ["hosted_vllm/m", "lm_studio/m", "llamafile/m", "ollama/m", "ollama_chat/m"])
def test_a_server_of_ones_own_has_an_address_before_one_is_set(model: str) -> None:
    at = addresses.address(model, None)
    assert at is not None
    assert at.startswith(("http://localhost:", "http://127.0.0.1:"))
    assert addresses.is_own_server(model, at)


def test_an_address_that_is_set_comes_first() -> None:
    assert addresses.address("ollama/m", "http://gpu:11434") == "http://gpu:11434"


def test_a_provider_in_the_cloud_has_no_address_here() -> None:
    assert addresses.address("anthropic/claude", None) is None
    assert not addresses.is_own_server("openai/gpt-4o", None)


@pytest.mark.parametrize(
    ("model", "at", "is_own"),
    [
        ("openai/m", "http://127.0.0.1:8080/v1", True),
        ("openai/m", "https://llm.newsroom.example/v1", True),
        ("openai/gpt-4o", "https://api.openai.com/v1", False),
        ("openai/gpt-4o", "https://eu.api.openai.com/v1", False),
        ("openai/m", "https://notopenai.com/v1", True),
        ("azure/m", "https://desk.openai.azure.com", False),
    ],
)
def test_a_server_is_ones_own_when_it_only_speaks_the_protocol(model: str, at: str, is_own: bool) -> None:
    assert addresses.is_own_server(model, at) is is_own


def test_an_address_is_shown_without_its_secrets() -> None:
    shown = addresses.shown("https://user:password@llm.example:8443/v1?key=secret#secret")
    assert shown == "https://llm.example:8443/v1"
