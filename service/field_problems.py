"""Says in a journalist's words what pydantic found wrong with a request. Knows the fields of bodies, not their values.

No detail repeats what was sent: a problem may be logged or shown to others than the sender.
"""

from collections.abc import Callable, Sequence
from typing import Any, cast, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from service.errors import Problem, ProblemKind

MAX_PROBLEMS = 20
_MAX_KEY = 60
_TOO_SHORT: dict[str, ProblemKind] = {"text": "no-text", "html": "no-text"}
_TOO_LONG: dict[str, ProblemKind] = {"text": "text-too-long", "html": "text-too-long"}
_PATTERNS = {
    "name": "is no name for a folder; write small letters, digits and single hyphens, such as port-strike",
    "language": "is not a language tag; write one such as en or pt-BR",
    "url": "is not a web address; begin with http:// or https:// and leave out spaces",
}
_TYPES = {
    "string_type": "a string",
    "bool_type": "true or false",
    "tuple_type": "an array",
    "model_type": "an object",
}


def broken(kind: ProblemKind, detail: str) -> PydanticCustomError:
    """What a validator raises for a rule of our own; `explain` gives it back as a Problem of that kind."""
    escaped = detail.replace("{", "{{").replace("}", "}}")
    return PydanticCustomError(cast(Any, kind), cast(Any, escaped))


def explain(error: ValidationError, what: str = "the story") -> list[Problem]:
    """One Problem for each thing wrong, the first `MAX_PROBLEMS` of them, then how many more there are.

    `what` names the body as a whole.
    """
    details = error.errors(include_url=False)
    problems = [_problem(detail, what) for detail in details[:MAX_PROBLEMS]]
    if len(details) > MAX_PROBLEMS:
        problems.append(Problem("", f"and {len(details) - MAX_PROBLEMS:,} more problems"))
    return problems


def _problem(error: ErrorDetails, what: str) -> Problem:
    kind, detail = _described(error)
    return Problem(_path(error["loc"]), detail if error["loc"] else f"{what} {detail}", kind)


def _described(error: ErrorDetails) -> tuple[ProblemKind, str]:
    if error["type"] in get_args(ProblemKind):
        return cast(ProblemKind, error["type"]), error["msg"]
    if error["type"] in _TYPES:
        return "wrong-type", f"must be {_TYPES[error['type']]}"
    describe = _DESCRIBE.get(error["type"])
    return describe(error) if describe else ("wrong-value", error["msg"])


def _last(error: ErrorDetails) -> str:
    return str(error["loc"][-1]) if error["loc"] else ""


def _too_short(error: ErrorDetails) -> tuple[ProblemKind, str]:
    return _TOO_SHORT.get(_last(error), "wrong-value"), "is empty; send at least one word, or leave the field out"


def _too_long(error: ErrorDetails) -> tuple[ProblemKind, str]:
    length, limit = len(error["input"]), error["ctx"]["max_length"]
    detail = f"has {length:,} code points, the limit is {limit:,}; shorten it"
    return _TOO_LONG.get(_last(error), "too-long"), detail


def _bad_unicode(error: ErrorDetails) -> tuple[ProblemKind, str]:
    if not error["loc"] or isinstance(error["loc"][-1], int):
        return "bad-characters", "has a field name with half of a surrogate pair in it; remove it"
    position = next(i for i, char in enumerate(error["input"]) if "\ud800" <= char <= "\udfff")
    detail = f"has half of a surrogate pair at code point {position:,}; send the whole character or remove it"
    return "bad-characters", detail


def _pattern(error: ErrorDetails) -> tuple[ProblemKind, str]:
    return "wrong-value", _PATTERNS[_last(error)]


_DESCRIBE: dict[str, Callable[[ErrorDetails], tuple[ProblemKind, str]]] = {
    "missing": lambda error: ("missing-field", "is missing; add it"),
    "extra_forbidden": lambda error: ("unknown-field", "is not a known field; remove it or correct its name"),
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "string_unicode": _bad_unicode,
    "string_pattern_mismatch": _pattern,
}


def _path(location: Sequence[int | str]) -> str:
    """`articles[1].text`. A key the sender made up is shown in ASCII and cut: it may be anything."""
    path = ""
    for part in location:
        if isinstance(part, int):
            path += f"[{part}]"
        else:
            key = part.encode("ascii", "backslashreplace").decode()
            path += ("." if path else "") + (key if len(key) <= _MAX_KEY else key[:_MAX_KEY] + "...")
    return path
