"""What a model can do: a table keyed by litellm model name, and one Profile for the embedded model.

Knows nothing of prompts' texts or of how calls are made. litellm's own capability answers are wrong for many servers
that can (Ollama, vLLM, llamafile, Groq, any unknown `openai/...`), so the table is ours and a setting overrides it.
"""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal

Structured = Literal["json_schema", "json_object", "prompt"]


@dataclass(frozen=True)
class Profile:
    """How the pipeline uses a model.

    `structured`: the strictest way the model takes an answer's shape. `sentences_per_window`: how much of an article
    one claims call shows; 1 means one sentence a call, the model only cutting and restating it. `judges`: whether
    pairs are given to it; if not, verdicts are by rule.
    `summary_items`: how many findings the summary is written from.
    """

    structured: Structured
    sentences_per_window: int
    judges: bool
    summary_items: int = 14

    @property
    def only_restates(self) -> bool:
        """Whether spans, speakers, voice, stance, kind and figures come from code alone."""
        return self.sentences_per_window == 1


EMBEDDED = Profile(structured="json_schema", sentences_per_window=1, judges=False, summary_items=8)
CAPABLE_WINDOW = 60

# The first row that fits wins. Read from the requests litellm 1.106 makes (for Claude and Bedrock a schema becomes a
# tool the model must call, for some providers nothing is sent at all); not tried against the paid services.
STRUCTURED_BY_MODEL: tuple[tuple[str, Structured], ...] = (
    ("openai/gpt-3.5*", "json_object"),
    ("openai/gpt-4", "prompt"),
    ("openai/gpt-4-0[36]*", "prompt"),
    ("openai/gpt-4-32k*", "prompt"),
    ("openai/gpt-4-*", "json_object"),
    ("openai/gpt-4o-2024-05-13", "json_object"),
    ("openai/o1-mini*", "prompt"),
    ("openai/o1-preview*", "prompt"),
    # Any other server that speaks OpenAI's protocol: llama.cpp, vLLM, SGLang, LM Studio.
    ("openai/*", "json_schema"),
    ("azure/*", "json_schema"),
    ("anthropic/*", "json_schema"),
    ("bedrock/*anthropic*", "json_schema"),
    ("bedrock/*amazon.nova*", "json_schema"),
    ("bedrock/*", "prompt"),
    ("databricks/*", "json_schema"),
    ("gemini/*", "json_schema"),
    ("vertex_ai/*", "json_schema"),
    ("mistral/*", "json_schema"),
    ("xai/*", "json_schema"),
    ("fireworks_ai/*", "json_schema"),
    ("together_ai/*", "json_schema"),
    ("cerebras/*", "json_schema"),
    ("perplexity/*", "json_schema"),
    ("openrouter/*", "json_schema"),
    ("groq/openai/gpt-oss*", "json_schema"),
    ("groq/*", "json_object"),
    ("deepseek/*", "json_object"),
    ("ollama/*", "json_schema"),
    ("ollama_chat/*", "json_schema"),
    ("lm_studio/*", "json_schema"),
    ("hosted_vllm/*", "json_schema"),
    ("llamafile/*", "json_schema"),
    ("docker_model_runner/*", "json_schema"),
    ("litellm_proxy/*", "json_schema"),
    ("cohere*/*", "prompt"),
    ("replicate/*", "prompt"),
    ("snowflake/*", "prompt"),
    ("volcengine/*", "prompt"),
    ("zai/*", "prompt"),
)
# The schema then also stands in the prompt, so a provider that ignores the mode loses little.
UNLISTED: Structured = "json_object"


def remote(model: str, structured: Structured | None = None) -> Profile:
    """The profile of a remote model, by litellm's name for it; `structured` overrides the table."""
    known = next((way for pattern, way in STRUCTURED_BY_MODEL if fnmatchcase(model, pattern)), UNLISTED)
    return Profile(structured=structured or known, sentences_per_window=CAPABLE_WINDOW, judges=True)
