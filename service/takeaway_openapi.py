"""What the OpenAPI document says of the routes that take a report back. Knows nothing of how they are answered."""

from typing import Any

from service import openapi
from service.feedback.asked import EvalCaseAsked
from service.report_models import Report
from service.takeaway.forms import FORMS

_NAMED = {
    "Content-Disposition": {"description": "The name of a file to keep it in.", "schema": {"type": "string"}},
}
_TEXT = {"schema": {"type": "string"}}
_ZIP = {"schema": {"type": "string", "format": "binary"}}
_FAILURES = (400, 413, 415, 422, 500)

RENDER: dict[str, Any] = {
    "openapi_extra": openapi.body(f"{Report.__name__}{openapi.SENT}"),
    "responses": {
        200: {
            "description": "The report in the form that `Accept` prefers; HTML where it takes any.",
            "headers": _NAMED,
            "content": {form.media_type: _TEXT for form in FORMS.values()},
        },
        **{status: openapi.failure(status) for status in (*_FAILURES, 406)},
    },
}
EVAL_CASE: dict[str, Any] = {
    "openapi_extra": openapi.body(f"{EvalCaseAsked.__name__}{openapi.SENT}"),
    "responses": {
        200: {
            "description": "A folder for `rashomon eval run --cases`.",
            "headers": _NAMED,
            "content": {"application/zip": _ZIP},
        },
        **{status: openapi.failure(status) for status in _FAILURES},
    },
}
