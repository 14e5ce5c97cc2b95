"""What tests of the gateway share: a call and its reply's shape, a cache, and litellm, imported once."""

import asyncio
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from service.llm.port import Call, Message
from service.llm.remote import OFFLINE, Remote
from service.llm.store import Store
from tests.llm.cache_folder import open_store


class Answer(BaseModel):
    """A reply's shape: a list, so that a cut reply can lose its last item."""

    model_config = ConfigDict(extra="forbid")
    items: tuple[str, ...]


@pytest.fixture
def call() -> Call:
    """A question about one article, with words that must turn up in no message."""
    return Call(
        step="claims",
        prompt_id="p1",
        messages=(Message("system", "List the items."), Message("user", "The minister resigned on Tuesday evening.")),
        reply=Answer,
        max_tokens=120,
        article_id="a1",
        sources=("5" * 64,),
    )


@pytest.fixture(scope="session")
def litellm() -> Iterator[None]:
    """litellm, imported as the product does; the environment and the log level are put back afterwards."""
    before = {name: os.environ.get(name) for name in OFFLINE}
    level = logging.getLogger("LiteLLM").level
    asyncio.run(Remote("openai/m", None, None, "prompt", 1.0).warm())
    yield
    logging.getLogger("LiteLLM").setLevel(level)
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "cache"


@pytest.fixture
def troubles() -> list[str]:
    return []


@pytest.fixture
def store(folder: Path, troubles: list[str]) -> Iterator[Store]:
    store = open_store(folder, troubles)
    yield store
    store.close()
