"""The port to the model that comes along: calls run on llama.cpp in this process, a few at once, the rest queued.

Knows nothing of prompts, caching or claims. Nothing is read or loaded before the first call, and that happens in a
worker thread.
"""

import asyncio
import importlib.util
import queue
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from service.errors import ModelDown
from service.llm import cores
from service.llm.heads import Head
from service.llm.llama import Llama, Room
from service.llm.port import Call, Reply
from service.llm.weights import Weights

# One call keeps the cores busy, so more at once gain little. Seconds of one core's time for 6 claims calls, the shared
# beginning computed once: 1 slot 59, 2 slots 54, 4 slots 48; with speculation (llama.py) 1 slot 48, 4 slots 46. For 16:
# 1 slot with speculation 124, 4 slots without 107, 8 slots 118. And only one at a time is untouched by its company:
# sums over a batch round differently. Of 278 answers under all these settings one was worded differently, with 4 slots.
SLOTS = 1
CONTEXT_TOKENS = 4096


@dataclass(frozen=True)
class Share:
    """What of the machine the model takes. None: what was measured best, and every usable core."""

    slots: int | None = None
    threads: int | None = None
    context_tokens: int = CONTEXT_TOKENS

    def room(self) -> Room:
        """The same in numbers."""
        return Room(self.slots or SLOTS, self.threads or cores.usable(), self.context_tokens)


class Embedded:
    """Runs `weights` on its `share` of the machine, as many calls at once as that has slots.

    `timeout_s` bounds one call from when its slot is free; waiting in the queue does not count. With one slot the same
    call has always got the same bytes so far; with more, rounding can tip a word that is nearly as likely as another.
    `head` reads the model's states for the calls that ask for it.
    """

    def __init__(
        self, weights: Weights, share: Share = Share(), timeout_s: float = 300.0, head: Head | None = None
    ) -> None:
        self._weights = weights
        self._room = share.room()
        self._timeout_s = timeout_s
        self._head = head
        self._workers = ThreadPoolExecutor(self._room.slots, thread_name_prefix="embedded")
        self._free_slots: queue.SimpleQueue[int] = queue.SimpleQueue()
        for slot in range(self._room.slots):
            self._free_slots.put(slot)
        self._loading = threading.Lock()
        self._llama: Llama | None = None
        self._under_way: set[threading.Event] = set()
        self._is_closed = False

    async def ready(self) -> None:
        """Raises ModelDown unless the runtime is installed and the weights are here and right. Loads neither."""
        if importlib.util.find_spec("xllamacpp") is None:
            raise ModelDown("the embedded model's runtime is missing; install it: `pip install 'rashomon[embedded]'`")
        await asyncio.to_thread(self._weights.locate)

    async def complete(self, call: Call) -> Reply:
        """The model's answer. A cancelled call leaves the queue, or stops at its next token.

        Raises ContextExceeded, ModelTimeout, ModelDown.
        """
        if self._is_closed:
            raise ModelDown("the embedded model was closed")
        stop = threading.Event()
        self._under_way.add(stop)
        try:
            return await asyncio.get_running_loop().run_in_executor(self._workers, self._answer, call, stop)
        finally:
            stop.set()
            self._under_way.discard(stop)

    async def close(self) -> None:
        """Stops what is under way and frees the model's memory. No call can be made afterwards."""
        self._is_closed = True
        self._workers.shutdown(wait=False, cancel_futures=True)
        for stop in self._under_way:
            stop.set()
        await asyncio.to_thread(self._workers.shutdown)
        if self._llama:
            self._llama.close()
            self._llama = None

    def _answer(self, call: Call, stop: threading.Event) -> Reply:
        llama = self._loaded()
        # There are as many workers as slots, so one is always free.
        slot = self._free_slots.get()
        try:
            if call.head:
                return self._read(llama, call)
            return llama.complete(call, slot, stop, self._timeout_s)
        finally:
            self._free_slots.put(slot)

    def _read(self, llama: Llama, call: Call) -> Reply:
        """What the call's head reads in the model's state after the last message."""
        if self._head is None or self._head.id != call.head:
            raise ModelDown(f"the trained head {call.head} does not belong to this model")
        state, tokens = llama.state(call.messages[-1].content)
        return Reply(self._head.read(state).model_dump_json(), prompt_tokens=tokens, cost_usd=0.0)

    def _loaded(self) -> Llama:
        """The model, loaded by the first worker to need it while the others wait. A failed load is tried again."""
        with self._loading:
            if self._llama is None:
                path = self._weights.locate()
                self._llama = Llama(path, self._room, reads_states=self._head is not None)
            return self._llama
