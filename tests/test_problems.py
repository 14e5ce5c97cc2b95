from http import HTTPStatus
from typing import get_args

import pytest

from service import errors, problems
from service.errors import Invalid, Problem, RashomonError


def leaves(kind: type[RashomonError]) -> list[type[RashomonError]]:
    below = kind.__subclasses__()
    return [leaf for one in below for leaf in leaves(one)] if below else [kind]


def test_every_error_has_a_status_of_its_own_or_is_a_fault_of_ours() -> None:
    named = {kind for kind, _ in problems.TABLE}
    never_met_by_a_client = {errors.BadSettings, errors.CacheFailed, errors.ServiceFailed}
    assert {leaf for leaf in leaves(RashomonError) if leaf.__module__ == "service.errors"} == (
        (named - {RashomonError, Invalid}) | never_met_by_a_client
    )


def test_statuses_are_those_promised() -> None:
    statuses = {kind.__name__: row.status for kind, row in problems.TABLE}
    assert statuses == {
        "Malformed": HTTPStatus.BAD_REQUEST,
        "TooLarge": 413,
        "WrongMediaType": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        "NotAcceptable": HTTPStatus.NOT_ACCEPTABLE,
        "InvalidReport": 422,
        "Invalid": 422,
        "CostCapPassed": HTTPStatus.PAYMENT_REQUIRED,
        "KeyNeeded": HTTPStatus.UNAUTHORIZED,
        "LimitReached": HTTPStatus.TOO_MANY_REQUESTS,
        "Busy": HTTPStatus.SERVICE_UNAVAILABLE,
        "Stopping": HTTPStatus.SERVICE_UNAVAILABLE,
        "BadReply": HTTPStatus.BAD_GATEWAY,
        "ContextExceeded": HTTPStatus.BAD_GATEWAY,
        "KeyRefused": HTTPStatus.SERVICE_UNAVAILABLE,
        "ModelDown": HTTPStatus.SERVICE_UNAVAILABLE,
        "ModelTimeout": HTTPStatus.GATEWAY_TIMEOUT,
        "DeadlinePassed": HTTPStatus.GATEWAY_TIMEOUT,
        "NoSuchJob": HTTPStatus.NOT_FOUND,
        "KeyReused": 422,
        "JobsDown": HTTPStatus.SERVICE_UNAVAILABLE,
        "StorageFull": HTTPStatus.INSUFFICIENT_STORAGE,
        "JobLost": HTTPStatus.INTERNAL_SERVER_ERROR,
        "RashomonError": HTTPStatus.INTERNAL_SERVER_ERROR,
    }


def test_a_story_with_one_kind_of_problem_has_that_type() -> None:
    one_kind = Invalid([Problem("articles[0].text", "is empty", "no-text"), Problem("b", "is empty", "no-text")])
    assert problems.describe(one_kind, "r").type == "/problems/no-text"
    two_kinds = Invalid([*one_kind.problems, Problem("c", "is unknown", "unknown-field")])
    told = problems.describe(two_kinds, "r")
    assert told.type == "/problems/invalid-story"
    assert [one.type for one in told.problems] == [*["/problems/no-text"] * 2, "/problems/unknown-field"]
    assert told.detail == "articles[0].text: is empty; b: is empty; c: is unknown"


def test_every_type_a_client_may_meet_is_documented() -> None:
    documented = problems.all_types()
    assert {f"/problems/{kind}" for kind in get_args(errors.ProblemKind)} <= set(documented)
    assert "/problems/deadline-passed" in documented
    assert all(documented.values())


@pytest.mark.parametrize(("seconds", "value"), [(None, None), (0.2, "1"), (30.0, "30")])
def test_the_wait_is_told_in_whole_seconds(seconds: float | None, value: str | None) -> None:
    assert problems.retry_after(errors.ModelDown("busy", retry_after_s=seconds)) == value
