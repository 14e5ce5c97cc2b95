"""Runs one call on any model behind HTTP, through litellm. Knows nothing of retries, caching, prompts or claims.

The only file that imports litellm, and only when the first call comes: it takes seconds and 170 MB.
"""

import asyncio
import importlib
import json
import logging
import os
import urllib.error
import urllib.request
from typing import Any

from service.errors import BadReply, KeyRefused, ModelDown, ModelTimeout
from service.llm import addresses, bounded_http, failures, structured
from service.llm.port import Call, FinishReason, Reply
from service.llm.profiles import Structured

# Without the first three litellm downloads a price list, reads a .env file and downloads a list of headers.
OFFLINE = {
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    "LITELLM_MODE": "PRODUCTION",
    "LITELLM_LOCAL_ANTHROPIC_BETA_HEADERS": "True",
}
LONGEST_REPLY = 2_000_000
PROBE_TIMEOUT_S = 5.0
# Sent to a server of one's own when no key is set, so that a provider's key in the environment does not go there.
NO_KEY = "none"


class Remote:
    """A model by litellm's name for it, at `api_base` or at its provider's address."""

    def __init__(
        self, model: str, api_key: str | None, api_base: str | None, structured: Structured, timeout_s: float
    ) -> None:
        self._model = model
        self.address = addresses.address(model, api_base)
        self._is_own = addresses.is_own_server(model, self.address)
        self._key = api_key or (NO_KEY if self._is_own else None)
        self._structured = structured
        self._timeout_s = timeout_s
        self._server = f"{model} at {addresses.shown(self.address)}" if self.address else model
        self._litellm: Any = None
        self._session: Any = None

    async def warm(self) -> None:
        """Imports litellm in a thread, so that the first call does not wait for it (4 s) and the loop goes on."""
        if self._litellm is None:
            self._litellm = await asyncio.to_thread(_import_litellm)

    async def ready(self) -> None:
        """Raises ModelError unless calls can be made, as far as that shows without a paid one.

        With an address: an HTTP server answers there and, where it speaks OpenAI's protocol, takes the key; not that
        it has the model. Without one: litellm is imported and a key is there; not that the provider accepts it.
        """
        await self.warm()
        if self.address:
            await asyncio.to_thread(self._probe, f"{self.address}/models")
        elif not self._key:
            missing = [name for name in self._missing_variables() if name.endswith("_API_KEY")]
            if missing:
                raise KeyRefused(f"{self._server} needs a key: set RASHOMON_API_KEY or {' or '.join(missing)}")

    async def complete(self, call: Call) -> Reply:
        """One request, no retries. Raises ModelError; cancelling closes the connection."""
        await self.warm()
        try:
            async with asyncio.timeout(self._timeout_s):
                response = await self._litellm.acompletion(**self._request(call))
        except TimeoutError:
            raise ModelTimeout(f"{self._server} gave no answer within {self._timeout_s:g} s") from None
        except Exception as error:
            if bounded_http.is_too_long(error):
                raise self._too_long(f"more than {bounded_http.MOST_BYTES:,} bytes") from None
            # litellm's own errors quote the prompt, so they are not chained to ours.
            raise failures.from_litellm(error, call, self._server) from None
        return self._read(response)

    async def price(self, call: Call) -> float | None:
        """The most `call` can cost in US dollars, by the prices litellm knows; None where it knows none."""
        if self._is_own:
            return None
        await self.warm()
        return await asyncio.to_thread(self._price, call)

    async def close(self) -> None:
        """Closes the idle connections litellm keeps open; none is left half used."""
        if self._session is not None:
            await self._session.close()
            self._session = None
        if self._litellm is not None:
            await self._litellm.close_litellm_async_clients()
            # litellm would hand its closed clients to the next Remote of this process.
            self._litellm.in_memory_llm_clients_cache.flush_cache()

    def _request(self, call: Call) -> dict[str, Any]:
        shape = structured.response_format(call, self._structured)
        if self._session is None:
            self._session = bounded_http.open_session()
        return {
            "model": self._model,
            "api_key": self._key,
            "api_base": self.address,
            "messages": structured.messages(call, self._structured),
            "temperature": call.temperature,
            "seed": call.seed,
            "max_tokens": call.max_tokens,
            # Later than ours, which holds against a server that sends a byte now and then as well.
            "timeout": self._timeout_s + 5,
            "max_retries": 0,
            # Taken by litellm wherever it speaks OpenAI's protocol.
            "shared_session": self._session,
            "drop_params": True,
            **({"response_format": shape} if shape else {}),
        }

    def _price(self, call: Call) -> float | None:
        try:
            asked = self._litellm.token_counter(model=self._model, messages=structured.messages(call, self._structured))
            # Providers count the shape as part of the question.
            shape = self._litellm.token_counter(model=self._model, text=json.dumps(call.schema))
            prices = self._litellm.cost_per_token(
                model=self._model, prompt_tokens=asked + shape, completion_tokens=call.max_tokens
            )
        except Exception:  # litellm knows no better way to say that it knows no price
            return None
        return sum(prices) or None

    def _read(self, response: Any) -> Reply:
        if not response.choices:
            raise failures.no_completion(self._server)
        choice = response.choices[0]
        text = choice.message.content or ""
        if len(text) > LONGEST_REPLY:
            raise self._too_long(f"{len(text):,} characters; the most taken is {LONGEST_REPLY:,}")
        usage = getattr(response, "usage", None)
        return Reply(
            text=text,
            finish_reason=_finish_reason(choice),
            prompt_tokens=getattr(usage, "prompt_tokens", 0) or 0,
            completion_tokens=getattr(usage, "completion_tokens", 0) or 0,
            # A server of one's own may have a model named like one of OpenAI's; litellm calls an unknown price zero.
            cost_usd=None if self._is_own else response._hidden_params.get("response_cost") or None,
        )

    def _too_long(self, much: str) -> BadReply:
        return BadReply(f"{self._server} answered with {much}")

    def _probe(self, url: str) -> None:
        headers = {"Authorization": f"Bearer {self._key}"} if self._is_own else {}
        try:
            # settings.py lets no address pass that is not http or https.
            asked = urllib.request.Request(url, headers=headers)  # noqa: S310
            with urllib.request.urlopen(asked, timeout=PROBE_TIMEOUT_S):  # noqa: S310
                return
        except urllib.error.HTTPError as error:
            status = error.code
            error.close()
        except OSError:
            raise ModelDown(f"{self._server} cannot be reached; check that it runs", may_pass=True) from None
        if self._is_own and status in (401, 403):
            raise KeyRefused(f"{self._server} refused the key ({status}); check RASHOMON_API_KEY")
        if status >= 500:
            raise ModelDown(f"{self._server} is not ready ({status})", may_pass=True)

    def _missing_variables(self) -> list[str]:
        missing: list[str] = self._litellm.validate_environment(model=self._model)["missing_keys"]
        return missing


def _import_litellm() -> Any:
    for name, value in OFFLINE.items():
        os.environ.setdefault(name, value)
    import litellm

    # Half a second that would otherwise fall into the first call, on the event loop.
    importlib.import_module("openai.resources.chat")
    litellm.suppress_debug_info = True
    logging.getLogger("LiteLLM").setLevel(logging.ERROR)
    return litellm


def _finish_reason(choice: Any) -> FinishReason:
    refusal = (getattr(choice.message, "provider_specific_fields", None) or {}).get("refusal")
    if refusal or choice.finish_reason == "content_filter":
        return "refusal"
    return "length" if choice.finish_reason == "length" else "stop"
