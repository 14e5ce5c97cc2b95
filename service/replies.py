"""Problems as HTTP replies. Knows how a problem is sent, and nothing of how it came about."""

from starlette.responses import Response

from service import problems
from service.errors import KeyNeeded, RashomonError
from service.problems import ProblemDetails


def problem(details: ProblemDetails, headers: dict[str, str] | None = None) -> Response:
    """The reply that tells `details`."""
    content = details.model_dump_json(exclude_none=True)
    return Response(content, details.status, headers, media_type=problems.MEDIA_TYPE)


def for_error(error: RashomonError, request_id: str) -> Response:
    """The reply that tells `error`, with the headers its status asks for."""
    headers = {}
    if wait := problems.retry_after(error):
        headers["Retry-After"] = wait
    if isinstance(error, KeyNeeded):
        headers["WWW-Authenticate"] = "Bearer"
    return problem(problems.describe(error, request_id), headers)
