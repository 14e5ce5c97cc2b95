"""How the value of each kind of setting is read. Every function raises ValueError that says what is allowed.

Knows nothing of which setting it reads.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from service.llm.profiles import Structured

EMBEDDED = "embedded"


def text(value: str) -> str:
    if not value.isprintable():
        raise ValueError("one line of printable characters")
    return value


def model(value: str) -> str:
    if value != EMBEDDED and not re.fullmatch(r"[^\s/]+/\S+", value):
        raise ValueError("`embedded`, or provider/model such as openai/gpt-4o, anthropic/..., ollama/...")
    return value


def address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\S*", value):
        raise ValueError("an address such as http://localhost:8080/v1")
    return value.rstrip("/")


def database(value: str) -> str:
    if not re.fullmatch(r"postgres(ql)?://\S+", value):
        raise ValueError("an address such as postgresql://user:password@host/database")
    return re.sub("^postgres://", "postgresql://", value)


def origins(value: str) -> tuple[str, ...]:
    origins = tuple(origin.strip() for origin in value.split(",") if origin.strip())
    if not all(re.fullmatch(r"https?://[^\s/*]+", origin) for origin in origins):
        raise ValueError("origins such as https://desk.example, with commas between them")
    return origins


def structured(value: str) -> str:
    if value not in get_args(Structured):
        raise ValueError(f"one of {', '.join(get_args(Structured))}")
    return value


def path(value: str) -> Path:
    return Path(os.path.expanduser(value))


def whole(least: int, most: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", value) or not least <= int(value) <= most:
            raise ValueError(f"a whole number from {least} to {most}")
        return int(value)

    return read


def seconds(value: str) -> float:
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,3})?", value) or not 0 < float(value) <= 86_400:
        raise ValueError("a number of seconds above 0, at most 86400")
    return float(value)


def dollars(value: str) -> float:
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", value) or not float(value):
        raise ValueError("a number of US dollars above 0, such as 0.50")
    return float(value)


def yes_or_no(value: str) -> bool:
    if value not in ("0", "1"):
        raise ValueError("1 or 0")
    return value == "1"
