"""The exported folder is one that the evals load and run."""

import asyncio
import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from evals import cases
from evals.cases import Case
from evals.recordings import Recording
from evals.results import Result
from evals.runs import Subject, run
from service import stories
from service.analyze import Services, analyze
from service.errors import InvalidReport
from service.feedback import case
from service.llm.scripted import Scripted
from service.models import Article
from service.report_models import Report
from service.stories import StoryArticle
from tests.evals.small_suite import OTHER_TOLL, TOLL, answer_well
from tests.feedback.test_expectations import read, say
from tests.made_reports import HOSTILE, made

ServicesOn = Callable[..., Services]
FERRY = (
    Article(id="a", outlet="Courier", published_at=date(2026, 3, 2), language="en", text=TOLL + "\n"),
    Article(id="b/../b", outlet="Herald", published_at=datetime(2026, 3, 2, 9, tzinfo=UTC), text=OTHER_TOLL + "\r\n"),
)


def unpacked(packed: bytes, folder: Path) -> Case:
    """The case in a zip, as the evals load it."""
    zipfile.ZipFile(io.BytesIO(packed)).extractall(folder)
    (found,) = cases.load_all(folder)
    return found


def analysed(services: Services) -> Report:
    return asyncio.run(analyze(FERRY, services, request_id="r"))


def measured(one: Case, services: Services) -> Result:
    return asyncio.run(run([one], Subject(services, ("scripted",)), Recording(services.llm)))


def judged(report: Report, section: str, verdict: str) -> list[dict[str, str]]:
    return [{"section": section, "finding_id": finding.id, "verdict": verdict} for finding in getattr(report, section)]


def test_a_desk_that_agrees_gets_a_case_that_the_same_report_passes(tmp_path: Path, services_on: ServicesOn) -> None:
    services = services_on(Scripted(answer_well))
    report = analysed(services)
    assert report.contradictions
    sections = ("contradictions", "agreements", "omissions")
    feedback = [one for section in sections for one in judged(report, section, "right")]
    exported = unpacked(case.pack(read(*feedback, report=report, name="ferry")), tmp_path)
    assert exported.name == "ferry"
    (result,) = measured(exported, services).cases
    assert (result.failure, result.crashed, {k: v for k, v in result.faults.items() if v}) == (None, {}, {})
    assert result.counts["contradictions"].tp == len(report.contradictions)


def test_a_desk_that_does_not_gets_one_that_it_fails(tmp_path: Path, services_on: ServicesOn) -> None:
    services = services_on(Scripted(answer_well))
    report = analysed(services)
    missed = [
        {
            "section": "agreements",
            "positions": [{"article_id": one.id, "start": 30, "end": 60} for one in report.articles],
        }
    ]
    feedback = judged(report, "contradictions", "wrong")
    exported = unpacked(case.pack(read(*feedback, missed=missed, report=report, name="ferry")), tmp_path)
    (result,) = measured(exported, services).cases
    assert [fault.why for fault in result.faults["false_contradiction"]] == ["The desk marked this finding wrong."]


def test_the_articles_come_back_as_they_were_analysed(tmp_path: Path, services_on: ServicesOn) -> None:
    report = analysed(services_on(Scripted(answer_well)))
    exported = unpacked(case.pack(read(*judged(report, "contradictions", "right"), report=report)), tmp_path)
    assert {one.id: one.sha256 for one in exported.articles} == {one.id: one.sha256 for one in FERRY}
    assert sorted(path.name for path in (tmp_path / "pier").iterdir()) == [
        "a.txt",
        "b-b.txt",
        "expected.yaml",
        "story.json",
    ]


def test_a_title_and_a_date_that_were_read_are_read_again() -> None:
    text = "Ferry burns off Brenholt, twelve dead\n\nMarch 3, 2026\n\n" + TOLL
    article = stories.to_article(StoryArticle(id="a", text=text))
    assert (article.title_read, article.date_read) == (True, True)
    paper = {**article.model_dump(), "status": "ok", "sentences": ()}
    document = json.loads(made().model_dump_json())
    kept = ("claims", "agreements", "contradictions", "disputes", "updates", "scope_differences", "quote_changes")
    cleared: dict[str, Any] = dict.fromkeys((*kept, "omissions", "facts", "same_origin", "refusals"), ())
    pages = [{**paper, "id": "c", "title": "What only the page told"}, paper]
    report = Report.model_validate({**document, **cleared, "articles": pages, "summary": {}})
    missed = [{"section": "agreements", "positions": [{"article_id": one, "start": 0, "end": 11} for one in "ac"]}]
    packed = zipfile.ZipFile(io.BytesIO(case.pack(read(missed=missed, report=report))))
    first, second = json.loads(packed.read("pier/story.json"))["articles"]
    assert first == {"id": "c", "title": "What only the page told", "file": "c.txt"}
    assert second == {"id": "a", "file": "a.txt"}


def test_equal_feedback_gives_equal_bytes() -> None:
    assert case.pack(read(say("disputes"))) == case.pack(read(say("disputes")))


TAKEN = [words for words in HOSTILE if "\0" not in words and "\n" not in words]


@pytest.mark.parametrize("words", TAKEN)
def test_strangers_words_are_only_words_in_the_case(words: str, tmp_path: Path) -> None:
    report = made(words)
    plain = [one.model_copy(update={"language": "en", "url": None}) for one in report.articles]
    report = report.model_copy(update={"articles": tuple(plain)})
    feedback = {"section": "contradictions", "finding_id": f"x{words}", "verdict": "right", "why": words}
    exported = unpacked(case.pack(read(feedback, report=report)), tmp_path)
    (expected,) = exported.expected.contradictions
    assert expected.why == " ".join(words.split())
    assert {one.text for one in exported.articles} == {one.text for one in plain}
    assert all(path.parent == tmp_path / "pier" for path in tmp_path.rglob("*.txt"))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"url": "javascript:alert(1)"}, "report.articles[0].url"),
        ({"language": "<b>"}, "report.articles[0].language"),
        ({"id": "a\nb"}, "report.articles[0].id"),
        ({"text": "\0" + "a b"}, "report.articles[0].text"),
        ({"text": "\ufeffa b"}, "report.articles[0].text"),
        ({"text": "..."}, "report.articles[0].text"),
    ],
)
def test_articles_that_could_not_be_analysed_again_are_refused(change: dict[str, str], field: str) -> None:
    papers = (made().articles[0].model_copy(update={**change, "sentences": ()}), made().articles[1])
    cleared: dict[str, Any] = dict.fromkeys(
        "claims agreements contradictions disputes updates scope_differences quote_changes omissions facts "
        "same_origin refusals".split(),
        (),
    )
    summary = made().summary.model_copy(update={"sentences": ()})
    report = made(**cleared, articles=papers, summary=summary)
    with pytest.raises(InvalidReport) as caught:
        case.pack(read(report=report))
    assert field in [problem.field for problem in caught.value.problems]
