"""What the live tests get: the real weights, found as the product finds them. None at all is a failure, not a skip."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from service import settings, wiring
from service.llm import heads, openmp
from service.llm.embedded import Embedded, Share
from service.llm.weights import Weights

# Read before the tests' empty environment hides them.
_NAMED = {name: value for name, value in os.environ.items() if name.startswith("RASHOMON_")}


@pytest.fixture(scope="session")
def weights_path() -> Path:
    """The checked weights; raises ModelDown saying how to get them."""
    return wiring.find_weights(settings.Settings.from_mapping({**os.environ, **_NAMED})).locate()


@pytest.fixture
async def embedded(weights_path: Path, tmp_path: Path) -> AsyncIterator[Embedded]:
    """The embedded model with two slots, closed afterwards."""
    model = Embedded(Weights(tmp_path, weights_path), Share(slots=2), head=heads.load())
    yield model
    await model.close()


@pytest.fixture
def openai_address(weights_path: Path) -> Iterator[str]:
    """The embedded model behind a real OpenAI-compatible HTTP server on loopback."""
    openmp.load()
    import xllamacpp

    parameters: Any = xllamacpp.CommonParams()
    parameters.model.path = str(weights_path)
    parameters.n_ctx = 4096
    parameters.n_parallel = 1
    parameters.warmup = False
    parameters.verbosity = -1
    server = xllamacpp.Server(parameters)
    yield f"{server.listening_address}/v1"
    del server
