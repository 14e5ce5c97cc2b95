"""Writes the API's documentation as one HTML page from its OpenAPI document. Knows nothing of the routes themselves.

The usual documentation pages load their scripts from another company's servers; a newsroom's closed network has
none, and should not have to tell one who reads it.
"""

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from service import problems

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }
code, pre { font: 13px/1.45 ui-monospace, monospace } pre { background: #f4f4f1; padding: 1rem; overflow: auto;
max-height: 32rem } table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .25rem .75rem
.25rem 0; vertical-align: top; border-bottom: 1px solid #ddd } h2 { margin-top: 3rem } summary { cursor: pointer }
"""


def page(document: Mapping[str, Any]) -> str:
    """The whole page. Everything in it comes from `document` and the table of problems."""
    title = f"{document['info']['title']} {document['info']['version']}"
    parts = [
        f"<h1>{escape(title)}</h1><p>{escape(document['info']['description'])}</p>",
        '<p>The same for programs: <a href="openapi.json">openapi.json</a>.</p>',
        *_operations(document["paths"]),
        "<h2>Fields</h2>",
        *_schemas(document["components"]["schemas"]),
        "<h2>Problems</h2>",
        _table(("type", "title"), problems.all_types().items()),
    ]
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{"".join(parts)}</body></html>'


def _operations(paths: Mapping[str, Any]) -> Iterator[str]:
    for path, methods in paths.items():
        for method, operation in methods.items():
            yield f"<h2><code>{method.upper()} {escape(path)}</code></h2><p>{escape(operation['description'])}</p>"
            if "requestBody" in operation:
                yield _example("Request body", operation["requestBody"])
            for status, response in operation["responses"].items():
                yield f"<p><b>{escape(status)}</b> {escape(response['description'])}</p>"
                yield _example(f"Answer {status}", response)


def _example(label: str, holder: Mapping[str, Any]) -> str:
    examples = [media["example"] for media in holder.get("content", {}).values() if "example" in media]
    if not examples:
        return ""
    shown = escape(json.dumps(examples[0], indent=2, ensure_ascii=False))
    return f"<details><summary>{escape(label)}: example</summary><pre>{shown}</pre></details>"


def _schemas(schemas: Mapping[str, Any]) -> Iterator[str]:
    for name, schema in schemas.items():
        rows = [(field, _type(about), about.get("description", "")) for field, about in _fields(schema)]
        yield f'<h3 id="{escape(name)}">{escape(name)}</h3><p>{escape(schema.get("description", ""))}</p>'
        yield _table(("field", "type", ""), rows)


def _fields(schema: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield from schema.get("properties", {}).items()


def _type(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " or ".join(_type(one) for one in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(str(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    return " ".join(str(schema[key]) for key in ("type", "format", "const") if key in schema) or "any"


def _table(heads: tuple[str, ...], rows: Any) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"
