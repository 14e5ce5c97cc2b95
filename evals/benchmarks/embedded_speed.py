"""Tokens a second of the embedded model: through the product's adapter, and of the bare runtime, on the same prompts.

Both get the calls the demo makes about the first sentences of its first article, one after the other.
"""

import asyncio
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evals.benchmarks.measurements import Aim, Row
from service import files
from service.analyze import read_article
from service.llm import cores, llama, openmp
from service.llm.embedded import CONTEXT_TOKENS, Embedded
from service.llm.port import Call
from service.llm.profiles import EMBEDDED
from service.llm.weights import Weights
from service.prompts import Prompts, shipped_folder
from service.steps import claims

STORY = Path(__file__).resolve().parents[1] / "cases" / "paris-talks" / "story.json"
CALLS = 6


def measure(weights: Path) -> Iterator[Row]:
    """Rows of tokens per second and their ratio; `weights` is a checked GGUF file."""
    calls = _calls()
    raw_tokens, raw_s = _raw(weights, calls)
    tokens, seconds = asyncio.run(_adapter(weights, calls))
    yield Row(f"bare runtime, {raw_tokens} tokens written", raw_tokens / raw_s, "tokens/s")
    yield Row(f"through the adapter, {tokens} tokens written", tokens / seconds, "tokens/s")
    yield Row("adapter over bare runtime", (tokens / seconds) / (raw_tokens / raw_s), "", Aim("at least", 0.9))


def _calls() -> list[Call]:
    prompts = Prompts.load(shipped_folder())
    read = read_article(files.load([STORY]).articles[0])
    return [question.call for question in claims.ask(read, EMBEDDED, prompts)][:CALLS]


async def _adapter(weights: Path, calls: Sequence[Call]) -> tuple[int, float]:
    """Tokens written and seconds taken, the loading left out."""
    with tempfile.TemporaryDirectory() as folder:
        model = Embedded(Weights(Path(folder), weights))
        await model.complete(calls[0])
        started = time.perf_counter()
        replies = [await model.complete(call) for call in calls]
        seconds = time.perf_counter() - started
        await model.close()
    return sum(reply.completion_tokens for reply in replies), seconds


def _raw(weights: Path, calls: Sequence[Call]) -> tuple[int, float]:
    """The same of the runtime alone, with the settings the adapter uses."""
    openmp.load()
    import xllamacpp

    parameters: Any = xllamacpp.CommonParams()
    parameters.model.path = str(weights)
    parameters.n_ctx = CONTEXT_TOKENS
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = cores.usable()
    parameters.warmup = False
    parameters.verbosity = -1
    parameters.speculative.types = [xllamacpp.common_speculative_type.COMMON_SPECULATIVE_TYPE_NGRAM_SIMPLE]
    parameters.speculative.ngram_simple.size_n = llama.LOOKUP_TOKENS
    parameters.speculative.ngram_simple.size_m = llama.PROPOSED_TOKENS
    server = xllamacpp.Server(parameters)
    _ask(server, calls[0])
    started = time.perf_counter()
    tokens = sum(_ask(server, call) for call in calls)
    return tokens, time.perf_counter() - started


def _ask(server: Any, call: Call) -> int:
    answer = server.handle_chat_completions(
        {
            "messages": [{"role": message.role, "content": message.content} for message in call.messages],
            "temperature": call.temperature,
            "seed": call.seed,
            "max_tokens": call.max_tokens,
            "cache_prompt": True,
            "response_format": {"type": "json_schema", "json_schema": {"name": "reply", "schema": call.schema}},
        }
    )
    told = answer if isinstance(answer, dict) else json.loads(answer)
    return int(told["usage"]["completion_tokens"])
