"""The whole pipeline with a trained judge beside the rules, on scripted replies: on, off, missing, silent."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from service import wiring
from service.analyze import analyze, prompts_asked
from service.errors import BadReply
from service.llm import heads
from service.llm.port import Call
from service.llm.scripted import Scripted
from service.models import Article
from service.report_models import Report
from service.services import Judge, Services
from service.settings import Settings
from tests.llm import tiny_gguf
from tests.made_heads import made_head
from tests.test_analyze import CAPABLE, quote_all, restate

pytestmark = pytest.mark.anyio

ServicesOn = Callable[..., Services]
COURIER = Article(
    id="courier",
    outlet="Velmora Courier",
    published_at=date(2021, 3, 9),
    text="The ferry Astrid ran aground off Velmora.\n\nA fishing boat brought the crew of the ferry Astrid ashore.",
)
POST = Article(
    id="post",
    outlet="The Island Post",
    published_at=date(2021, 3, 9),
    text="The ferry Astrid ran aground off Velmora.\n\nThe crew of the ferry Astrid left it in a helicopter.",
)


def opposes(call: Call) -> str:
    """A head that holds the rescue for contradicted and nothing else."""
    both = all(word in call.messages[-1].content for word in ("fishing boat", "helicopter"))
    sure = 0.97 if both else 0.01
    return json.dumps({"agrees": 0.01, "contradicts": sure, "not_stated": round(0.99 - sure, 2)})


async def told(services: Services) -> Report:
    return await analyze((COURIER, POST), services, request_id="r")


def judged(services: Services, script: Callable[[Call], str], most: int = 20) -> tuple[Services, Scripted]:
    judge = Scripted(script)
    return replace(services, judge=Judge(judge, made_head(), most)), judge


async def test_a_contradiction_no_rule_sees_is_found_and_says_who_decided(services_on: ServicesOn) -> None:
    rules_alone = await told(services_on(Scripted(restate)))
    assert rules_alone.contradictions == ()
    services, judge = judged(services_on(Scripted(restate)), opposes)
    report = await told(services)
    (found,) = report.contradictions
    assert (found.decided_by, found.confidence, found.type) == ("model", "possible", "other")
    assert any("a trained judge holds it 97% likely" in reason for reason in found.evidence)
    assert {call.step for call in judge.calls} == {"judging"}
    assert report.provenance.prompts["judging"] == "judging.head@made"
    assert any("trained judge" in notice.text for notice in report.notices if notice.code == "judged_by_rules")


async def test_no_more_pairs_are_read_than_allowed(services_on: ServicesOn) -> None:
    services, judge = judged(services_on(Scripted(restate)), opposes, most=1)
    await told(services)
    assert len(judge.calls) == 1


async def test_a_judge_without_a_valid_answer_changes_nothing(services_on: ServicesOn) -> None:
    def fails(call: Call) -> str:
        raise BadReply("nothing of use")

    services, _ = judged(services_on(Scripted(restate)), fails)
    silent, alone = await told(services), await told(services_on(Scripted(restate)))
    assert silent.contradictions == alone.contradictions
    assert silent.agreements == alone.agreements


async def test_with_a_judging_model_it_is_a_second_opinion(services_on: ServicesOn) -> None:
    def sees_one(call: Call) -> str:
        if call.step != "verdicts":
            return quote_all(call)
        shown = call.messages[-1].content.split("Pair ")[1:]
        opposed = [number for number, pair in enumerate(shown, 1) if "fishing boat" in pair and "helicopter" in pair]
        said = {"relation": "contradicts", "type": "other", "explanation": "Two ways ashore."}
        return json.dumps({"judgements": [{"pair": number, **said} for number in opposed]})

    services = services_on(Scripted(sees_one), profile=CAPABLE)
    assert [one.decided_by for one in (await told(services)).contradictions] == ["model"]
    agreeing = '{"agrees": 0.98, "contradicts": 0.01, "not_stated": 0.01}'
    for script, decided_by in ((opposes, "both"), (lambda _: agreeing, "contested")):
        with_judge, _ = judged(services, script)
        assert [one.decided_by for one in (await told(with_judge)).contradictions] == [decided_by]


def settings(**variables: str) -> Settings:
    return Settings.from_mapping({"RASHOMON_DATA_DIR": os.environ["RASHOMON_DATA_DIR"], **variables})


def test_it_is_off_unless_pairs_are_set_and_then_reads_with_the_shipped_head() -> None:
    assert wiring.deploy(settings()).services.judge is None
    services = wiring.deploy(settings(RASHOMON_JUDGE_PAIRS="7")).services
    assert services.judge is not None
    assert (services.judge.most, services.judge.head.id) == (7, heads.load().id)
    assert services.judge.llm is services.llm
    assert prompts_asked(services)["judging"].endswith(heads.load().id)


async def test_with_other_weights_it_is_off_and_the_report_says_so(tmp_path: Path, services_on: ServicesOn) -> None:
    other = str(tiny_gguf.write(tmp_path / "tiny.gguf"))
    services = wiring.deploy(settings(RASHOMON_JUDGE_PAIRS="7", RASHOMON_EMBEDDED_MODEL=other)).services
    assert services.judge is None
    assert services.judge_is_missed
    report = await told(replace(services_on(Scripted(restate)), judge_is_missed=True))
    assert "judge_missing" in [notice.code for notice in report.notices]


def test_a_remote_model_gets_it_only_where_the_weights_are_installed(tmp_path: Path) -> None:
    remote = {"RASHOMON_MODEL": "openai/any", "RASHOMON_API_BASE": "http://127.0.0.1:9/v1"}
    wanted = settings(**remote, RASHOMON_JUDGE_PAIRS="7", RASHOMON_DATA_DIR=str(tmp_path))
    services = wiring.deploy(wanted).services
    # Whether the packages of the weights are installed here is not this test's to say.
    is_ready = wiring.find_weights(wanted).status().is_ready
    assert (services.judge is not None, services.judge_is_missed) == (is_ready, not is_ready)
    assert not wiring.deploy(settings(**remote)).services.judge_is_missed
