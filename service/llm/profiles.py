"""What a model can do: a table keyed by litellm model name, and one Profile for the embedded model.

Knows nothing of prompts' texts or of how calls are made. litellm's own capability answers are wrong for many servers
that can (Ollama, vLLM, llamafile, Groq, any unknown `openai/...`), so the table is ours and a setting overrides it.
"""

from dataclasses import dataclass
from fnmatch import fnmatch
from typing import Literal

Structured = Literal["json_schema", "json_object", "prompt"]


@dataclass(frozen=True)
class Profile:
    """How the pipeline uses a model.

    `structured`: the strictest way the model takes an answer's shape. `sentences_per_window`: how much of an article
    one claims call shows; 1 means one sentence a call, the model only cutting and restating it. `judges`: whether
    pairs are given to it; if not, verdicts are by rule. `pairs_per_call`: how many pairs one judging call shows. `summary_items`: how many findings the summary is written from.
    """

    structured: Structured
    sentences_per_window: int
    judges: bool
    pairs_per_call: int = 10
    summary_items: int = 14

    @property
    def only_restates(self) -> bool:
        """Whether spans, speakers, voice, stance, kind and figures come from code alone."""
        return self.sentences_per_window == 1


EMBEDDED = Profile(structured="json_schema", sentences_per_window=1, judges=False, summary_items=8)
CAPABLE_WINDOW = 60

STRUCTURED_BY_MODEL: tuple[tuple[str, Structured], ...] = (
    ("cohere*/*", "prompt"),
    ("openai/gpt-3.5*", "json_object"),
    ("openai/*", "json_schema"),
    ("azure/*", "json_schema"),
    ("anthropic/*", "json_schema"),
    ("gemini/*", "json_schema"),
    ("vertex_ai/*", "json_schema"),
    ("mistral/*", "json_schema"),
    ("ollama/*", "json_schema"),
    ("ollama_chat/*", "json_schema"),
    ("lm_studio/*", "json_schema"),
    ("hosted_vllm/*", "json_schema"),
    ("llamafile/*", "json_schema"),
    ("openrouter/*", "json_schema"),
    ("groq/*", "json_object"),
    ("deepseek/*", "json_object"),
    ("bedrock/*", "json_object"),
)


def remote(model: str, structured: Structured | None = None) -> Profile:
    """The profile of a remote model; `structured` overrides the table. A model no row names gets `json_object`."""
    known = next((way for pattern, way in STRUCTURED_BY_MODEL if fnmatch(model, pattern)), "json_object")
    return Profile(structured=structured or known, sentences_per_window=CAPABLE_WINDOW, judges=True)
