"""Each way of asking for a JSON shape, and the schema that strict servers take."""

import json
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from service.llm import structured
from service.llm.port import Call, Message
from service.llm.profiles import Structured


class Item(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str = Field(max_length=80, description="a headline")
    kind: Literal["news", "opinion"] = "news"
    page: int | None = None


class Items(BaseModel):
    items: tuple[Item, ...] = Field(min_length=1)
    first: Item = Field(description="the first of them")


CALL = Call(
    step="claims",
    prompt_id="p1",
    messages=(Message("system", "You cut articles."), Message("user", "Cut this.")),
    reply=Items,
    max_tokens=100,
)


def every_object(schema: Any) -> list[dict[str, Any]]:
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    found = [deeper for part in inner for deeper in every_object(part)]
    return [schema, *found] if isinstance(schema, dict) and "properties" in schema else found


def test_a_schema_travels_beside_the_messages_it_leaves_alone() -> None:
    assert structured.messages(CALL, "json_schema") == [
        {"role": "system", "content": "You cut articles."},
        {"role": "user", "content": "Cut this."},
    ]
    asked = structured.response_format(CALL, "json_schema")
    assert asked is not None
    assert asked["type"] == "json_schema"
    assert asked["json_schema"]["strict"] is True
    assert asked["json_schema"]["name"] == "Items"


@pytest.mark.parametrize("way", ["json_object", "prompt"])
def test_a_model_that_takes_no_schema_reads_it_in_the_last_message(way: Structured) -> None:
    system, user = structured.messages(CALL, way)
    assert system["content"] == "You cut articles."
    head, _, schema = user["content"].rpartition("\n")
    assert head.startswith("Cut this.")
    assert json.loads(schema) == CALL.schema


def test_only_a_model_that_takes_json_mode_is_asked_for_it() -> None:
    assert structured.response_format(CALL, "json_object") == {"type": "json_object"}
    assert structured.response_format(CALL, "prompt") is None


def test_a_strict_schema_closes_every_object_and_requires_every_property() -> None:
    objects = every_object(structured.closed(CALL.schema))
    assert len(objects) == 2
    for one in objects:
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])


def test_a_strict_schema_keeps_a_property_that_is_called_like_a_keyword() -> None:
    item = structured.closed(CALL.schema)["$defs"]["Item"]
    assert list(item["properties"]) == ["title", "kind", "page"]
    assert item["properties"]["title"] == {"type": "string", "description": "a headline"}
    assert item["properties"]["kind"] == {"enum": ["news", "opinion"], "type": "string"}
    assert item["properties"]["page"] == {"anyOf": [{"type": "integer"}, {"type": "null"}]}


def test_a_reference_stands_alone_in_a_strict_schema() -> None:
    closed = structured.closed(CALL.schema)
    assert closed["properties"]["first"] == {"$ref": "#/$defs/Item"}
    assert closed["properties"]["items"] == {"items": {"$ref": "#/$defs/Item"}, "minItems": 1, "type": "array"}


def test_closing_a_schema_leaves_the_original_as_it_was() -> None:
    before = json.dumps(CALL.schema)
    schema = CALL.schema
    structured.closed(schema)
    assert json.dumps(schema) == before
