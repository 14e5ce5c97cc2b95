"""The port to any language model: one method, and what goes through it. Knows nothing of any provider or prompt.

    Cached(Repairing(Retrying(Metered(Remote or Embedded))))        built in wiring.py

Adapters answer with the model's raw text. Above `Repairing`, `Reply.text` is always JSON that validates against
`call.reply`; a reply that cannot be made so is a `BadReply`.
"""

import hashlib
import json
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, Protocol

from pydantic import BaseModel

from service.report_models import CallRecord

if TYPE_CHECKING:
    from service.llm.budget import Budget

FinishReason = Literal["stop", "length", "refusal"]


@dataclass(frozen=True)
class Message:
    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True)
class Call:
    """One question to the model.

    `messages` is the rendered prompt, `reply` the pydantic model its answer must validate against. `article_id` is
    the one article the call is about (None if several); `sources` the SHA-256 of every article whose words it shows,
    so that cached replies can be purged by article. `prompt_id` names prompt file, examples and schema by content.
    `head` is the id of the trained head that is to read the model's hidden state after the last message; then the
    model writes nothing, and the reply is what the head reads (heads.py). `budget` is what the analysis may spend on it
    and others (None: anything).
    """

    step: str
    prompt_id: str
    messages: tuple[Message, ...]
    reply: type[BaseModel]
    max_tokens: int
    article_id: str | None = None
    sources: tuple[str, ...] = ()
    temperature: float = 0.0
    seed: int = 7
    head: str = ""
    budget: "Budget | None" = field(default=None, compare=False, repr=False)

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON schema of the answer; one for all calls, so nobody changes it."""
        return _schema_of(self.reply)

    def content_key(self) -> str:
        """Hex SHA-256 of all that can change the answer: messages, schema, sampling. Never timeouts or secrets."""
        content = {
            "messages": [[message.role, message.content] for message in self.messages],
            "schema": self.schema,
            "max_tokens": self.max_tokens,
            "temperature": self.temperature,
            "seed": self.seed,
            **({"head": self.head} if self.head else {}),
        }
        canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    def followed_by(self, *messages: Message) -> "Call":
        """The same call with more messages at its end."""
        return replace(self, messages=(*self.messages, *messages))


@lru_cache(maxsize=16)
def _schema_of(reply: type[BaseModel]) -> dict[str, Any]:
    return reply.model_json_schema()


@dataclass(frozen=True)
class Reply:
    """The model's answer, and a record of every call it took to get it."""

    text: str
    finish_reason: FinishReason = "stop"
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None
    records: tuple[CallRecord, ...] = field(default=())


class LanguageModel(Protocol):
    """Anything that answers a Call. Raises only the `ModelError` family."""

    async def complete(self, call: Call) -> Reply: ...
