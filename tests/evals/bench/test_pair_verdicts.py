import json
from collections.abc import Callable

import pytest

from evals.bench import pair_verdicts
from evals.bench.figures import Figure
from evals.bench.rows import PairRow
from service.asking import Asking
from service.errors import BadReply, ModelDown
from service.llm.port import Call
from service.llm.profiles import remote
from service.llm.scripted import Scripted
from service.services import Services

DROWNED = "The ferry Marlin sank off Port Sorrel and 12 passengers drowned."
OTHERS = "The ferry Marlin sank off Port Sorrel and 19 passengers drowned."
ELSEWHERE = "Bakers in Tolme raised the price of rye bread."
ROWS = (
    PairRow(id="1", text_a=DROWNED, text_b=OTHERS, label="contradicts"),
    PairRow(id="2", text_a=DROWNED, text_b=DROWNED[:-1] + " on the way.", label="agrees"),
    PairRow(id="3", text_a=ELSEWHERE, text_b=DROWNED, label="contradicts"),
    PairRow(id="4", text_a=ELSEWHERE, text_b="Rye bread is made in Tolme.", label="agrees"),
)
FRENCH = (
    PairRow(id="1", text_a="Le quai est fermé à Lorvin.", text_b="Le quai est ouvert à Lorvin.", label="contradicts"),
    PairRow(
        id="2",
        text_a="Le quai de Lorvin compte 12 places.",
        text_b="Le quai de Lorvin compte 19 places.",
        label="contradicts",
    ),
)


def silent(done: int, total: int) -> None:
    """Progress nobody watches."""


def values(figures: tuple[Figure, ...]) -> dict[str, float | None]:
    return {figure.name: figure.value for figure in figures}


def judge_all_as(relation: str) -> Callable[[Call], str]:
    def script(call: Call) -> str:
        answer = {"pair": 1, "relation": relation, "type": None, "explanation": "They do."}
        return json.dumps({"judgements": [answer]})

    return script


def test_rules_are_scored_on_every_row() -> None:
    figures = pair_verdicts.by_rules(ROWS, silent)
    found = values(figures)
    assert found["precision"] == 1.0
    assert found["recall"] == 0.5
    assert found["F1"] == pytest.approx(2 / 3)
    assert found["false conflicts"] == 0.0
    assert found["false agreements"] == 0.0
    assert {figure.decided_by for figure in figures} == {"rules"}


def test_keeping_silent_counts_as_wrong_but_not_where_decided() -> None:
    figures = pair_verdicts.by_rules(ROWS, silent)
    by_name = {figure.name: figure for figure in figures}
    assert by_name["accuracy where decided"].value == 1.0
    assert by_name["accuracy where decided"].rows < by_name["accuracy"].rows == 4
    assert by_name["accuracy"].value is not None
    assert by_name["accuracy"].value < 1.0


def test_an_agreeing_row_called_a_conflict_is_a_false_conflict() -> None:
    wrongly_labelled = ROWS[0].model_copy(update={"label": "agrees"})
    found = values(pair_verdicts.by_rules((wrongly_labelled, ROWS[2]), silent))
    assert (found["precision"], found["false conflicts"]) == (0.0, 1.0)


def test_rows_that_share_a_text_are_resampled_together() -> None:
    accuracy = next(one for one in pair_verdicts.by_rules(ROWS, silent) if one.name == "accuracy")
    assert accuracy.documents == 1


def test_progress_is_told_row_by_row() -> None:
    told: list[tuple[int, int]] = []
    pair_verdicts.by_rules(ROWS, lambda done, total: told.append((done, total)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_french_is_measured_on_its_second_half() -> None:
    found = pair_verdicts.in_french(FRENCH, silent)
    assert {figure.used for figure in found} == {"second half, 1 rows"}
    assert values(found)["recall"] == 1.0
    assert values(found)["false conflicts"] is None


def test_a_pair_that_is_not_french_is_not_judged_as_french() -> None:
    english = ROWS[0].model_copy(update={"id": "3"})
    assert values(pair_verdicts.in_french((*FRENCH, english), silent))["recall"] == 0.5


@pytest.mark.anyio
async def test_a_model_that_judges_is_asked_about_each_pair(services_on: Callable[..., Services]) -> None:
    llm = Scripted(judge_all_as("agrees"))
    services = services_on(llm, remote("openai/desk"))
    told: list[int] = []
    asking = Asking(services.llm, 4, lambda progress: told.append(progress.done))
    figures = await pair_verdicts.by_model(ROWS, services, asking)
    assert len(llm.calls) == len(ROWS)
    assert max(told) == len(ROWS)
    assert {figure.decided_by for figure in figures} == {"scripted"}
    by_rules = values(pair_verdicts.by_rules(ROWS, silent))
    assert values(figures)["false agreements"] != by_rules["false agreements"]


@pytest.mark.anyio
async def test_a_pair_without_a_valid_reply_keeps_the_rules_word(services_on: Callable[..., Services]) -> None:
    def script(call: Call) -> str:
        raise BadReply("not JSON")

    services = services_on(Scripted(script), remote("openai/desk"))
    figures = await pair_verdicts.by_model(ROWS, services, Asking(services.llm, 4, lambda _: None))
    assert values(figures) == values(pair_verdicts.by_rules(ROWS, silent))


@pytest.mark.anyio
async def test_a_model_that_is_down_stops_the_benchmark(services_on: Callable[..., Services]) -> None:
    def script(call: Call) -> str:
        raise ModelDown("no route")

    services = services_on(Scripted(script), remote("openai/desk"))
    with pytest.raises(ModelDown, match="step verdicts"):
        await pair_verdicts.by_model(ROWS, services, Asking(services.llm, 4, lambda _: None))
