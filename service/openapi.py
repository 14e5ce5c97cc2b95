"""The OpenAPI document: the true schema of the body that stories.py parses, every problem, and examples.

Knows nothing of how requests are answered.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from service import problems
from service.feedback.asked import EvalCaseAsked
from service.problems import ProblemDetails
from service.report_models import Report
from service.stories import Story

SENT = "-Sent"
_REFERENCE = "#/components/schemas/{model}"
_REQUEST_ID = "0c4b3f6c2b1e4f7d"
_ANALYZING = (400, 402, 413, 415, 422, 500, 502, 503, 504)
_FAILURES = {
    400: "The body is not JSON, or not UTF-8.",
    401: "No key, or one that is not known. Only where keys are set.",
    402: "A call could have passed the cap on the cost, or has no known price under one; it was not made.",
    404: "There is no such job, or it belongs to another key.",
    406: "The answer has no form that `Accept` takes.",
    413: "The body is over 8 MiB.",
    415: "The body is not declared as application/json.",
    422: "One or more fields break a rule; `problems` names each with its limit and what to do.",
    429: "The key has asked too often, or has too many requests under way. `Retry-After` says when to ask again.",
    500: "A fault of the service. Nothing of the articles is in the reply.",
    502: "The model's replies never validated, or its context is too small.",
    503: "The model or the job database cannot be used now; or too many analyses wait; or the service is stopping. "
    "`Retry-After` says when to ask again, where known.",
    504: "The deadline passed, or the model took too long. Finished replies are kept.",
    507: "There is no room left to keep the job.",
}


def failure(status: int) -> dict[str, Any]:
    """How the document describes replies of `status`."""
    content = {problems.MEDIA_TYPE: {"schema": {"$ref": _REFERENCE.format(model=ProblemDetails.__name__)}}}
    return {"description": _FAILURES[status], "content": content}


def sent_back() -> dict[str, Any]:
    """The schemas of bodies that hold a report. A sender may leave out what has a default, so they have names apart."""
    template = _REFERENCE.format(model="{model}" + SENT)
    _, schemas = models_json_schema([(Report, "validation"), (EvalCaseAsked, "validation")], ref_template=template)
    return {f"{name}{SENT}": schema for name, schema in schemas["$defs"].items()}


def body(model: str) -> dict[str, Any]:
    """How the document describes a JSON body that is a `model`."""
    content = {"application/json": {"schema": {"$ref": _REFERENCE.format(model=model)}}}
    return {"requestBody": {"required": True, "content": content}}


def _answer(description: str, example: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": {"type": "object"}, "example": example}}
    return {"description": description, "content": content}


_STREAM = {
    "text/event-stream": {
        "schema": {"type": "string"},
        "example": 'event: progress\ndata: {"step":"claims","done":2,"total":6,"prompt_tokens":812,'
        '"completion_tokens":96}\nid: 0\n\nevent: report\ndata: {}\nid: 1\n\n',
    }
}
ANALYZE: dict[str, Any] = {
    "openapi_extra": body(Story.__name__),
    "responses": {
        200: {"description": "The report.", "content": _STREAM},
        **{status: failure(status) for status in _ANALYZING},
    },
}
HEALTHZ: dict[str, Any] = {"responses": {200: _answer("The process runs.", {"status": "ok"})}}
READYZ: dict[str, Any] = {
    "responses": {
        200: _answer("A model can answer.", {"status": "ready", "model": "embedded", "jobs": "ready"}),
        503: failure(503),
    }
}


# Answers of the doors, whatever the path.
_AT_THE_DOORS = (401, 429)
# Either one opens the door, where there is one.
_SCHEMES = {
    "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
    "bearer": {"type": "http", "scheme": "bearer"},
}


def document(app: FastAPI, *, has_keys: bool = False) -> dict[str, Any]:
    """The whole document, built once for each app; where it `has_keys`, every path but /healthz asks for one."""
    if app.openapi_schema is None:
        written = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.router.routes
        )
        _, schemas = models_json_schema(
            [(Story, "validation"), (ProblemDetails, "serialization")], ref_template=_REFERENCE
        )
        written["components"]["schemas"].update(schemas["$defs"])
        written["components"]["schemas"].update(sent_back())
        for path in ("/analyze", "/jobs"):
            _add_examples(written["paths"][path]["post"])
        if has_keys:
            _add_doors(written)
        app.openapi_schema = written
    return app.openapi_schema


def _add_doors(written: dict[str, Any]) -> None:
    """Every path but /healthz asks for a key."""
    written["components"]["securitySchemes"] = _SCHEMES
    written["security"] = [{name: []} for name in _SCHEMES]
    for path, methods in written["paths"].items():
        for operation in methods.values():
            if path == "/healthz":
                operation["security"] = []
            else:
                operation["responses"].update({str(status): failure(status) for status in _AT_THE_DOORS})


def _add_examples(operation: dict[str, Any]) -> None:
    example = read_example()
    operation["requestBody"]["content"]["application/json"]["example"] = example["request"]
    if "200" in operation["responses"]:
        operation["responses"]["200"]["content"]["application/json"]["example"] = example["answer"]
    refused = operation["responses"]["422"]["content"][problems.MEDIA_TYPE]
    refused["example"] = example["refusal"]


@cache
def read_example() -> dict[str, Any]:
    """A request, the report it got, and a reply to a request that breaks a rule; all were really sent."""
    example: dict[str, Any] = json.loads((Path(__file__).parent / "example.json").read_text("utf-8"))
    return example
