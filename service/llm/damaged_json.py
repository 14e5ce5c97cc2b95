"""Reads a model's reply as one JSON object, however damaged. Knows nothing of what the object should hold.

A ladder, each rung tried only where the one before failed: the reply as it stands; without thinking, code fence and
text around it; where it was cut off, without its unfinished end; repaired. What was repaired is a guess, so each
result says which rung gave it. A cut reply is never repaired: that would make half a quotation look whole.
"""

import json
import re
from dataclasses import dataclass
from typing import Literal, SupportsIndex

from pydantic_core import from_json

from service.llm.port import FinishReason

How = Literal["strict", "stripped", "partial", "repaired"]

# json-repair reads each character of a damaged answer about twice, but takes quadratic time on some nonsense.
READS_PER_CHARACTER = 20
LONGEST_REPAIR = 60_000

_CLOSING = {"{": "}", "[": "]"}
_THINKING_BEGINS = re.compile(r"\s*<think(?:ing)?>", re.IGNORECASE)
_THINKING_ENDS = re.compile(r"</think(?:ing)?>", re.IGNORECASE)
# A whole string, or one mark that shapes JSON; a quotation mark alone opens a string that never ends.
_MARK = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|["{}\[\],]', re.DOTALL)


@dataclass(frozen=True)
class Repaired:
    """`text` is strict JSON, one object; `how` is the rung that gave it."""

    text: str
    how: How


class NotJson(ValueError):
    """The reply holds no JSON object that could be read. Its message carries none of the reply's words."""


def repair(reply: str, finish_reason: FinishReason = "stop") -> Repaired:
    """The JSON object in `reply`. Raises NotJson and nothing else, whatever the text."""
    # Half of a surrogate pair has no place in UTF-8, and so none in JSON.
    reply = reply.encode("utf-8", "replace").decode()
    if _is_object(reply):
        return Repaired(reply, "strict")
    answer = _without_thinking(reply)
    stripped = _first_object(_from_brace(answer)) or _first_object(_from_brace(_after_fence(answer)))
    if stripped:
        return Repaired(stripped, "stripped")
    if finish_reason == "length":
        return Repaired(
            _checked(_whole_items(_from_brace(answer)), "is cut off before anything is complete"), "partial"
        )
    return Repaired(_checked(_mended(_from_brace(answer)), "is not a JSON object"), "repaired")


def _is_object(text: str) -> bool:
    try:
        return isinstance(from_json(text), dict)
    except ValueError:
        return False


def _checked(text: str, trouble: str) -> str:
    if not _is_object(text):
        raise NotJson(f"the reply {trouble}")
    return text


def _without_thinking(reply: str) -> str:
    *thoughts, answer = _THINKING_ENDS.split(reply)
    return "" if not thoughts and _THINKING_BEGINS.match(answer) else answer


def _after_fence(answer: str) -> str:
    return answer.partition("```")[2]


def _from_brace(text: str) -> str:
    return text[text.find("{") :] if "{" in text else ""


def _first_object(text: str) -> str | None:
    """The object `text` begins with, if that is whole and well formed, whatever follows it."""
    try:
        _, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return text[:end] if _is_object(text[:end]) else None


def _whole_items(text: str) -> str:
    """`text` up to the last whole item of its outermost open list (of the object itself without one), closed there.

    An item of an inner list does not count: what holds it is unfinished. Empty for what is not JSON so far, and for
    what holds nothing whole.
    """
    nesting: list[str] = []
    ends: list[int] = []  # for each open bracket, where the last whole item in it ends
    for mark in _MARK.finditer(text):
        kind = mark.group()
        if kind in _CLOSING:
            nesting.append(kind)
            ends.append(mark.end())
        elif kind == ",":
            ends[-1] = mark.start()
        elif kind in ("}", "]"):
            if kind != _CLOSING[nesting.pop()] or not nesting:
                return ""
            ends.pop()
            ends[-1] = mark.end()
        elif kind == '"':
            break
    kept = nesting[: nesting.index("[") + 1] if "[" in nesting else nesting[:1]
    whole = text[: ends[len(kept) - 1]] if kept else ""
    return "" if whole.endswith(tuple(_CLOSING)) else whole + "".join(_CLOSING[one] for one in reversed(kept))


class _ReadingTooOften(Exception):
    """The text was made, or happens, to keep the repairer busy."""


class _Rationed(str):
    """Text that counts how often its characters are read, parts and sums of it included, and stops at too often."""

    __slots__ = ("_ration",)
    _ration: list[int]

    @classmethod
    def of(cls, text: str, ration: list[int]) -> "_Rationed":
        rationed = cls(text)
        rationed._ration = ration
        return rationed

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        read = super().__getitem__(key)
        self._ration[0] -= len(read)
        if self._ration[0] < 0:
            raise _ReadingTooOften
        return self.of(read, self._ration) if isinstance(key, slice) else read

    def __add__(self, other: str) -> str:
        return self.of(super().__add__(other), self._ration)


def _mended(text: str) -> str:
    """`text` up to its last closing bracket as json-repair reads it; empty where that is no object."""
    from json_repair import repair_json

    damaged = text[: max(text.rfind("}"), text.rfind("]")) + 1]
    if len(damaged) > LONGEST_REPAIR:
        return ""
    try:
        rationed = _Rationed.of(damaged, [READS_PER_CHARACTER * len(damaged)])
        found = repair_json(rationed, return_objects=True, skip_json_loads=True)
    except Exception:  # json-repair promises nothing about what it raises
        return ""
    return json.dumps(found) if isinstance(found, dict) and found else ""
