"""Loads the prompts once and renders them. Knows nothing of what a prompt is for, or of any model.

A prompt is one Markdown file: turns that begin with a line `--- system`, `--- user` or `--- assistant`, filled by
Jinja2 in a sandbox. Its few-shot examples are data in `examples/<name>.yaml`, seen by the template as `examples`.
Words of strangers enter only through the filter `fenced`: they stand between marks they cannot close.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml
from jinja2 import StrictUndefined, Template, TemplateError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel

from service.errors import BadSettings
from service.llm.port import Message

# What each prompt may use beside `examples`. A file that asks for anything else stops start-up.
VARIABLES: Mapping[str, frozenset[str]] = {
    "claims.sentence": frozenset({"title", "before", "sentence"}),
    "claims.window": frozenset({"title", "outlet", "published_at", "before", "sentences"}),
    "verdicts": frozenset({"pairs"}),
    "summary": frozenset({"findings"}),
    "summary.sentence": frozenset({"sides"}),
    "repair": frozenset({"errors"}),
}
FENCE_OPEN, FENCE_CLOSE = "⟦", "⟧"
_TURN_LINE = re.compile(r"^--- (system|user|assistant)[ \t]*$", re.MULTILINE)
# A private-use character stands for the turn lines while rendering; no inserted value can carry it.
_TURN_MARK = "\ue000"
_ESCAPES = str.maketrans({FENCE_OPEN: "[", FENCE_CLOSE: "]", _TURN_MARK: "\ufffd"})


def fenced(words: str) -> str:
    """`words` between marks they cannot close: marks found inside become plain brackets, one for one."""
    return f"{FENCE_OPEN}{words.translate(_ESCAPES)}{FENCE_CLOSE}"


def shipped_folder() -> Path:
    """The prompts that come with the product: inside the wheel, else beside the package in a checkout."""
    inside = Path(__file__).parent / "_prompts"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "prompts"


@dataclass(frozen=True)
class Prompt:
    """One prompt file with its examples."""

    source: str
    template: Template
    examples: tuple[Any, ...]

    def render(self, variables: Mapping[str, Any]) -> tuple[Message, ...]:
        """The turns of the prompt, filled."""
        text = self.template.render(**variables, examples=self.examples)
        _, *parts = text.split(_TURN_MARK)
        turns = zip(parts[::2], parts[1::2], strict=True)
        return tuple(Message(cast(Any, role), content.strip()) for role, content in turns)

    def id_with(self, schema: Mapping[str, Any]) -> str:
        """12 hex digits naming file, examples and reply schema by content."""
        content = json.dumps([self.source, self.examples, schema], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(content.encode()).hexdigest()[:12]


class Prompts:
    """All prompts of a folder."""

    def __init__(self, prompts: Mapping[str, Prompt]) -> None:
        self._prompts = prompts
        self._ids: dict[tuple[str, type[BaseModel]], str] = {}

    @classmethod
    def load(cls, folder: Path) -> "Prompts":
        """Reads every prompt. Raises BadSettings naming the file for a missing one, or one that cannot be rendered."""
        return cls({name: _load(folder, name, allowed) for name, allowed in VARIABLES.items()})

    def render(self, name: str, **variables: Any) -> tuple[Message, ...]:
        """The filled turns of prompt `name`."""
        return self._prompts[name].render(variables)

    def id_of(self, name: str, reply: type[BaseModel]) -> str:
        """The id of prompt `name` answering in the shape of `reply`; changes with any of file, examples, schema."""
        if (name, reply) not in self._ids:
            self._ids[name, reply] = self._prompts[name].id_with(reply.model_json_schema())
        return self._ids[name, reply]

    def examples_of(self, name: str) -> tuple[Any, ...]:
        """The few-shot examples of prompt `name`, as data."""
        return self._prompts[name].examples

    def render_repair(self, errors: list[str]) -> str:
        """What a model is told about its own reply that did not validate."""
        return self.render("repair", errors=errors)[-1].content


def _load(folder: Path, name: str, allowed: frozenset[str]) -> Prompt:
    path = folder / f"{name}.md"
    try:
        source = path.read_text("utf-8")
        template = _compile(source, allowed)
        examples = _read_examples(folder / "examples" / f"{name}.yaml")
    except (OSError, UnicodeDecodeError, TemplateError, ValueError, yaml.YAMLError) as error:
        raise BadSettings(f"RASHOMON_PROMPTS_DIR: prompt {path.name} cannot be used: {error}") from error
    return Prompt(source, template, examples)


def _compile(source: str, allowed: frozenset[str]) -> Template:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_without_marks
    )
    environment.filters["fenced"] = fenced
    # Jinja2's own escapes for HTML and sorts keys; a model should see the JSON it is to write.
    environment.filters["tojson"] = lambda value: json.dumps(value, ensure_ascii=False)
    if not _TURN_LINE.search(source):
        raise ValueError("it has no line `--- user`")
    unknown = meta.find_undeclared_variables(environment.parse(source)) - allowed - {"examples"}
    if unknown:
        raise ValueError(f"it uses {', '.join(sorted(unknown))}; it may use {', '.join(sorted(allowed))}")
    return environment.from_string(_TURN_LINE.sub(rf"{_TURN_MARK}\1{_TURN_MARK}", source))


def _without_marks(value: Any) -> Any:
    return value.replace(_TURN_MARK, "\ufffd") if isinstance(value, str) else value


def _read_examples(path: Path) -> tuple[Any, ...]:
    return tuple(yaml.safe_load(path.read_text("utf-8"))) if path.exists() else ()
