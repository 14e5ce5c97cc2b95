"""Reads a Dockerfile into stages of instructions. Knows nothing of how they are run.

Source: the Dockerfile reference. Only what this project's Dockerfile uses is understood; anything else is an error,
because a step passed over in silence would be a step not proven.
"""

import json
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass

WORDS = frozenset("ARG FROM RUN COPY ENV WORKDIR USER VOLUME EXPOSE HEALTHCHECK CMD".split())
OPTIONS = frozenset(
    {"COPY from", "COPY chown", "HEALTHCHECK interval", "HEALTHCHECK timeout", "HEALTHCHECK start-period"}
)
_VARIABLE = re.compile(r"\$(?:\{(\w+)\}|(\w+))")
_FLAG = re.compile(r"--([a-z-]+)=(\S+)\s+")


class UnreadableDockerfile(ValueError):
    """The Dockerfile holds something that this reader does not understand."""


@dataclass(frozen=True)
class Instruction:
    """One instruction: `RUN`, its `--flag=value` options, and the rest of the line with continuations joined."""

    line: int
    word: str
    options: Mapping[str, str]
    rest: str

    @property
    def items(self) -> list[str]:
        """The rest as a list: a JSON array where it is one, else split as the shell splits."""
        return [str(item) for item in json.loads(self.rest)] if self.rest.startswith("[") else shlex.split(self.rest)


@dataclass(frozen=True)
class Stage:
    """A `FROM` and what follows it. `base` is an earlier stage's name or an image's."""

    name: str
    base: str
    instructions: tuple[Instruction, ...]


def expand(text: str, variables: Mapping[str, str]) -> str:
    """`text` with `$NAME` and `${NAME}` replaced; an unknown name is nothing, as the reference says."""
    return _VARIABLE.sub(lambda found: variables.get(found[1] or found[2], ""), text)


def parse(text: str, arguments: Mapping[str, str]) -> dict[str, Stage]:
    """The stages by name, in order; one without a name is called by its number. `arguments` override global ARGs.

    Raises UnreadableDockerfile.
    """
    stages: dict[str, Stage] = {}
    variables: dict[str, str] = {}
    name, base, body = "", "", list[Instruction]()
    for instruction in _instructions(text):
        if instruction.word == "FROM":
            if name:
                stages[name] = Stage(name, base, tuple(body))
            base, _, alias = expand(instruction.rest, variables).partition(" AS ")
            name, body = alias or str(len(stages)), []
        elif instruction.word != "ARG":
            body.append(instruction)
        elif name:
            raise UnreadableDockerfile(f"line {instruction.line}: ARG inside a stage")
        else:
            variable, _, default = instruction.rest.partition("=")
            variables[variable] = arguments.get(variable, default)
    if unknown := set(arguments) - set(variables):
        raise UnreadableDockerfile(f"no ARG named {', '.join(sorted(unknown))}")
    return stages | {name: Stage(name, base, tuple(body))}


def _instructions(text: str) -> list[Instruction]:
    """The instructions in order, comments and empty lines left out, continued lines joined."""
    found: list[Instruction] = []
    pending, first = "", 0
    for number, raw in enumerate(text.splitlines(), start=1):
        if not raw.strip() or raw.lstrip().startswith("#"):
            continue
        first = first if pending else number
        pending += raw.strip().removesuffix("\\")
        if not raw.rstrip().endswith("\\"):
            found.append(_instruction(first, pending))
            pending = ""
    if pending:
        raise UnreadableDockerfile(f"line {first}: the last line asks to be continued")
    return found


def _instruction(line: int, text: str) -> Instruction:
    word, _, rest = text.partition(" ")
    if word not in WORDS:
        raise UnreadableDockerfile(f"line {line}: {word} is not understood")
    options: dict[str, str] = {}
    while (flag := _FLAG.match(rest)) and f"{word} {flag[1]}" in OPTIONS:
        options[flag[1]] = flag[2]
        rest = rest[flag.end() :]
    if rest.startswith("--") or "<<" in rest:
        raise UnreadableDockerfile(f"line {line}: {rest} is not understood")
    return Instruction(line, word, options, rest.strip())
