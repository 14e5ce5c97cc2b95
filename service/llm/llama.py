"""Answers one call at a time on each slot of a llama.cpp loaded into this process; blocks until it is answered.

Knows nothing of asyncio, queues, caching, or where the weights come from.
"""

import contextlib
import hashlib
import http.client
import json
import secrets
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from service.errors import ContextExceeded, ModelDown, ModelError, ModelTimeout
from service.llm import openmp
from service.llm.port import Call, FinishReason, Message, Reply

READ_BYTES = 1 << 22
HTTP_TIMEOUT_S = 60
# Restating copies: after two tokens that stand in the prompt the next four are proposed, and kept only where the model
# itself would have written them. Seconds for 8 claims calls on 2 cores, 1 slot: 2/4 33, 2/7 38, 3/8 43, none 49; the
# answers were the same to the byte. Three proposals in four are kept.
LOOKUP_TOKENS, PROPOSED_TOKENS = 2, 4
# The runtime's word for a state that is not scaled to length 1.
AS_IT_IS = -1


@dataclass(frozen=True)
class Room:
    """What a model gets: `slots` calls at once, `threads` to compute on, `context_tokens` for prompt and answer of one
    call together."""

    slots: int
    threads: int
    context_tokens: int


class Llama:
    """A model in memory. Safe to call from several threads, as long as no two use the same slot at once."""

    def __init__(self, path: Path, room: Room, *, reads_states: bool = False) -> None:
        """Loads `path`, a GGUF file. `reads_states`: whether `state` will be asked for.

        Blocks for seconds; for one or two of them no other thread of this process runs, since the runtime keeps
        Python's lock while it loads. Raises ModelDown.
        """
        _read_ahead(path)
        self._key = secrets.token_hex(16)
        self._beginnings = tempfile.TemporaryDirectory(prefix="rashomon-")
        self._saving = threading.Lock()
        self._saved: set[str] = set()
        self._begun: dict[int, str] = {}
        self._counting = threading.Lock()
        # How many prompt tokens were computed rather than found in a slot's memory; told to benchmarks and tests.
        self.computed_tokens = 0
        try:
            parameters = self._parameters(path, room)
            if reads_states:
                _let_read_states(parameters)
            self._server = _load(parameters)
        except ModelError:
            self._beginnings.cleanup()
            raise

    @property
    def address(self) -> str:
        """Where the runtime listens on the loopback interface."""
        return str(self._server.listening_address)

    def complete(self, call: Call, slot: int, stop: threading.Event, timeout_s: float) -> Reply:
        """The answer to `call`, made on `slot`; given up at the next token once `stop` is set.

        Raises ContextExceeded, ModelTimeout, ModelDown.
        """
        ends = time.monotonic() + timeout_s
        self._begin(call, slot)
        answer = self._ask(
            call.messages,
            slot,
            lambda: stop.is_set() or time.monotonic() > ends,
            max_tokens=call.max_tokens,
            temperature=call.temperature,
            seed=call.seed,
            response_format={
                "type": "json_schema",
                "json_schema": {"name": call.reply.__name__, "strict": True, "schema": call.schema},
            },
        )
        if answer.finish_reason is None and stop.is_set():
            raise ModelDown("the call was given up")
        if answer.finish_reason is None:
            raise ModelTimeout(f"the embedded model took longer than {timeout_s:g} s; set RASHOMON_CALL_TIMEOUT_S")
        return answer.reply(answer.finish_reason)

    def state(self, text: str) -> tuple[tuple[float, ...], int]:
        """The last hidden state of `text`'s last token, and how many tokens it took. Blocks; cannot be given up.

        Raises ContextExceeded, ModelDown.
        """
        request = {"input": text, "embd_normalize": AS_IT_IS}
        try:
            answer = self._server.handle_embeddings(request)
        except (RuntimeError, ValueError) as error:
            raise ModelDown(f"the embedded model cannot take this text: {error}") from None
        # The runtime chose the slot: what any of them held may be gone.
        self._begun.clear()
        _refuse(answer.get("error"))
        return tuple(answer["data"][0]["embedding"]), answer["usage"]["prompt_tokens"]

    def close(self) -> None:
        """Frees the model's memory. No call may be under way."""
        del self._server
        self._beginnings.cleanup()

    def _parameters(self, path: Path, room: Room) -> Any:
        runtime = _runtime()
        parameters = runtime.CommonParams()
        parameters.model.path = str(path)
        parameters.speculative.types = [runtime.common_speculative_type.COMMON_SPECULATIVE_TYPE_NGRAM_SIMPLE]
        parameters.speculative.ngram_simple.size_n = LOOKUP_TOKENS
        parameters.speculative.ngram_simple.size_m = PROPOSED_TOKENS
        parameters.n_parallel = room.slots
        parameters.n_ctx = room.slots * room.context_tokens
        parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = room.threads
        parameters.warmup = False
        parameters.enable_reasoning = 0
        # Its log would drown the user's progress; errors come back as answers.
        parameters.verbosity = -1
        # By default up to 8 GB of past prompts are kept in memory.
        parameters.cache_ram_mib = 0
        parameters.slot_save_path = f"{self._beginnings.name}/"
        # The runtime always listens on a loopback port. Nobody but this object has the key, so other users of the
        # machine can neither ask the model nor see what is asked.
        parameters.api_keys = [self._key]
        parameters.endpoint_slots = False
        parameters.ui = False
        parameters.n_threads_http = 2
        return parameters

    def _begin(self, call: Call, slot: int) -> None:
        """Puts the beginning that all calls of a prompt share into the slot: computed once, then copied in.

        Each slot has a memory of its own. Left alone, each would compute the shared beginning again: seconds a slot,
        against milliseconds to copy it. What is copied affects speed alone: the runtime compares every prompt with
        what its slot holds and computes the rest.
        """
        if self._begun.get(slot) == call.prompt_id or len(call.messages) < 2:
            return
        name = hashlib.sha256(call.prompt_id.encode()).hexdigest()
        with self._saving:
            if name in self._saved:
                self._copy("restore", name, slot)
            else:
                self._ask(call.messages[:-1], slot, lambda: False, max_tokens=1, temperature=0.0)
                self._copy("save", name, slot)
                self._saved.add(name)
        self._begun[slot] = call.prompt_id

    def _copy(self, action: str, name: str, slot: int) -> None:
        """Saves a slot's memory to a file, or restores it. The runtime offers this over HTTP alone.

        A copy that fails costs time, no more: the slot computes the beginning itself.
        """
        address = urlsplit(self.address).netloc
        headers = {"Authorization": f"Bearer {self._key}", "Content-Type": "application/json"}
        connection = http.client.HTTPConnection(address, timeout=HTTP_TIMEOUT_S)
        with contextlib.closing(connection), contextlib.suppress(OSError, http.client.HTTPException):
            connection.request("POST", f"/slots/{slot}?action={action}", json.dumps({"filename": name}), headers)
            connection.getresponse().read()

    def _ask(self, messages: tuple[Message, ...], slot: int, stop: Any, **sampling: Any) -> "_Answer":
        answer = _Answer()

        def take(chunk: dict[str, Any]) -> bool:
            answer.add(chunk)
            return bool(stop())

        request = {
            "messages": [{"role": message.role, "content": message.content} for message in messages],
            "id_slot": slot,
            "cache_prompt": True,
            "stream": True,
            "stream_options": {"include_usage": True},
            **sampling,
        }
        try:
            self._server.handle_chat_completions(request, take)
        except (RuntimeError, ValueError) as error:
            raise ModelDown(f"the embedded model cannot take this call: {error}") from None
        _refuse(answer.error)
        with self._counting:
            self.computed_tokens += answer.computed_tokens
        return answer


class _Answer:
    """An answer as it arrives, chunk by chunk."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._usage: dict[str, int] = {}
        self.error: dict[str, Any] | None = None
        self.finish_reason: FinishReason | None = None
        self.computed_tokens = 0

    def add(self, chunk: dict[str, Any]) -> None:
        self.error = chunk.get("error", self.error)
        self._usage = chunk.get("usage") or self._usage
        self.computed_tokens = chunk.get("timings", {}).get("prompt_n", self.computed_tokens)
        for choice in chunk.get("choices", ()):
            self._text.append(choice["delta"].get("content") or "")
            self.finish_reason = choice["finish_reason"] or self.finish_reason

    def reply(self, finish_reason: FinishReason) -> Reply:
        return Reply(
            text="".join(self._text),
            finish_reason=finish_reason,
            prompt_tokens=self._usage.get("prompt_tokens", 0),
            completion_tokens=self._usage.get("completion_tokens", 0),
            cost_usd=0.0,
        )


def _refuse(error: dict[str, Any] | None) -> None:
    """Raises ContextExceeded or ModelDown if an error came instead of an answer."""
    if error is None:
        return
    if error.get("type") == "exceed_context_size_error":
        asked, room = error.get("n_prompt_tokens"), error.get("n_ctx")
        raise ContextExceeded(f"the call has {asked} tokens, the embedded model takes {room}")
    raise ModelDown(f"the embedded model failed: {error.get('message')}")


def _runtime() -> Any:
    openmp.load()
    try:
        import xllamacpp
    except ImportError as error:
        raise ModelDown(
            f"the embedded model's runtime cannot be imported ({error}); install {_what_is_missing(error)}, or name "
            "another model in RASHOMON_MODEL"
        ) from None
    return xllamacpp


def _what_is_missing(error: ImportError) -> str:
    if openmp.NAME in str(error):
        return "the system's package libgomp1 (Debian, Ubuntu) or libgomp (Fedora), or `requirements/openmp.txt`"
    return "it with `pip install 'rashomon[embedded]'`"


def _let_read_states(parameters: Any) -> None:
    """States are then read beside answers, from the same weights."""
    parameters.embedding = True
    parameters.pooling_type = _runtime().llama_pooling_type.LLAMA_POOLING_TYPE_LAST


def _load(parameters: Any) -> Any:
    try:
        return _runtime().Server(parameters)
    except RuntimeError as error:
        raise ModelDown(
            f"{parameters.model.path} cannot be loaded: the runtime does not know such a model, or memory is short "
            f"({error})"
        ) from None


def _read_ahead(path: Path) -> None:
    """Brings the file into the system's page cache, so that loading it waits for no disk while it blocks Python."""
    buffer = bytearray(READ_BYTES)
    try:
        with path.open("rb", buffering=0) as file:
            while file.readinto(buffer):
                pass
    except OSError as error:
        raise ModelDown(f"the weights {path} cannot be read: {error.strerror}") from None
