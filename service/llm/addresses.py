"""Where a model answers: the address given, or the one its server listens on by default. Knows nothing of calls."""

from urllib.parse import urlsplit, urlunsplit

# Named here, or litellm would send the articles for two of these servers to OpenAI when no address is set.
DEFAULT_ADDRESSES = {
    "hosted_vllm": "http://localhost:8000/v1",
    "llamafile": "http://127.0.0.1:8080/v1",
    "lm_studio": "http://localhost:1234/v1",
    "ollama": "http://localhost:11434",
    "ollama_chat": "http://localhost:11434",
}


def provider(model: str) -> str:
    """What stands before the first slash of litellm's name for a model."""
    return model.partition("/")[0]


def address(model: str, api_base: str | None) -> str | None:
    """Where calls to `model` go; None for a provider's own service in the cloud."""
    return api_base or DEFAULT_ADDRESSES.get(provider(model))


def is_own_server(model: str, at: str | None) -> bool:
    """Whether `at` is a server that speaks OpenAI's protocol without being OpenAI: its prices and keys are its own."""
    if provider(model) not in ("openai", *DEFAULT_ADDRESSES) or at is None:
        return False
    host = urlsplit(at).hostname or ""
    return host != "openai.com" and not host.endswith(".openai.com")


def shown(at: str) -> str:
    """`at` as it may be shown: without user, password, query and fragment."""
    parts = urlsplit(at)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
