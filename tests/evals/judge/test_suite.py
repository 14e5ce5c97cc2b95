"""The suite with a judge that says what it is told: on one real case, from recorded replies."""

from collections.abc import Callable

import pytest

from evals import recordings
from evals.cases import Case, load_all, shipped_folder
from evals.judge import card, suite
from evals.recordings import Recordings
from service.llm.heads import Head, Likelihood
from service.services import Judge

CASE = "mill-closure"


@pytest.fixture(scope="module")
def kept() -> Recordings:
    return recordings.read(next((shipped_folder().parent / "recordings").glob("embedded-*.jsonl")))


@pytest.fixture(scope="module")
def case() -> Case:
    return next(one for one in load_all(shipped_folder()) if one.name == CASE)


def judged(case: Case, kept: Recordings, say: Callable[[str], Likelihood]) -> str:
    asked = suite.asked([case], kept, card.unfitted(), 3)[CASE]
    points = {"contradicts": 0.9, "agrees": 0.9}
    head = Head("told", card.unfitted().numbers.model_copy(update={"points": points}))
    judge = Judge(suite.LookedUp({text: say(text) for text in asked}), head, 3)
    return suite.table({"judge": suite.run([case], kept, judge), "rules": suite.run([case], kept, None)})


def test_a_judge_that_is_unsure_changes_nothing_and_one_that_cries_wolf_is_caught(case: Case, kept: Recordings) -> None:
    unsure = judged(case, kept, lambda _: Likelihood(agrees=0.3, contradicts=0.4, not_stated=0.3)).splitlines()
    assert unsure[2].removeprefix("| all | judge") == unsure[3].removeprefix("| all | rules")
    wolf = judged(case, kept, lambda _: Likelihood(agrees=0.0, contradicts=1.0, not_stated=0.0)).splitlines()
    assert wolf[2].removeprefix("| all | judge") != wolf[3].removeprefix("| all | rules")


def test_what_is_asked_is_bounded_and_nothing_is_made_up_for_what_nobody_worked_out(
    case: Case, kept: Recordings
) -> None:
    asked = suite.asked([case], kept, card.unfitted(), 2)
    assert asked.keys() == {CASE}
    assert 0 < len(set(asked[CASE])) <= 2
