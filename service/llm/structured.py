"""Writes a call so that a model answers in the JSON shape asked for, in the strictest way it takes.

Knows the OpenAI form of messages and of `response_format`, which litellm translates for every provider; knows
nothing of which model takes what: that is the profile's business.
"""

import json
from typing import Any

from service.llm.port import Call
from service.llm.profiles import Structured

# Not part of the subset that OpenAI's strict mode takes; pydantic checks them on the answer all the same.
UNSUPPORTED_KEYWORDS = frozenset({"title", "default", "minLength", "maxLength", "uniqueItems"})
SHAPE = "Answer with one JSON object that fits this JSON Schema, and with nothing else:"


def messages(call: Call, structured: Structured) -> list[dict[str, str]]:
    """The messages as OpenAI writes them; where the schema does not travel apart, the last one carries it."""
    written = [{"role": message.role, "content": message.content} for message in call.messages]
    if structured != "json_schema":
        written[-1]["content"] += f"\n\n{SHAPE}\n{json.dumps(call.schema, ensure_ascii=False, separators=(',', ':'))}"
    return written


def response_format(call: Call, structured: Structured) -> dict[str, Any] | None:
    """The `response_format` of the request, None for a model that takes none."""
    if structured == "prompt":
        return None
    if structured == "json_object":
        return {"type": "json_object"}
    shape = {"name": call.reply.__name__, "schema": closed(call.schema), "strict": True}
    return {"type": "json_schema", "json_schema": shape}


def closed(schema: dict[str, Any]) -> dict[str, Any]:
    """`schema` as OpenAI's strict mode wants it: objects closed, every property required, `$ref` alone.

    https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
    """
    if "$ref" in schema:
        return {"$ref": schema["$ref"]}
    result = {key: _closed_value(key, value) for key, value in schema.items() if key not in UNSUPPORTED_KEYWORDS}
    if "properties" in result:
        result |= {"additionalProperties": False, "required": list(result["properties"])}
    return result


def _closed_value(key: str, value: Any) -> Any:
    if key in ("properties", "$defs"):
        return {name: closed(part) for name, part in value.items()}
    if isinstance(value, dict):
        return closed(value)
    if isinstance(value, list):
        return [closed(part) if isinstance(part, dict) else part for part in value]
    return value
