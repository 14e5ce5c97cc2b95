"""Reports of real stories, by the embedded model's recorded replies, as documents and as cases."""

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals import cases
from service import reports
from service.analyze import Services
from service.feedback import asked, case
from service.llm.profiles import EMBEDDED
from service.report_models import Report
from service.takeaway import document
from service.takeaway.document import Document
from service.takeaway.quotations import Quotation
from tests.made_reports import made
from tests.test_properties import CASES, FEW, Recorded, report_on

STORIES = st.sampled_from(sorted(CASES))


@pytest.fixture(scope="module")
def reported() -> Callable[[Services, str], Report]:
    """A story's report, made once."""
    kept: dict[str, Report] = {}

    def find(services: Services, name: str) -> Report:
        if name not in kept:
            kept[name] = report_on(list(CASES[name].articles), services)
        return kept[name]

    return find


@pytest.fixture
def services(services_on: Callable[..., Services]) -> Services:
    return services_on(Recorded(), EMBEDDED)


def quotations(told: Document) -> Iterator[Quotation]:
    """Every quotation of a document."""
    for note in told.notes:
        yield from note.quotations
    for conflict in told.conflicts:
        yield from (one for side in conflict.sides for one in side.quotations)
    for change in told.changes:
        yield from (one for one, _ in change.versions)
    for agreement in told.agreements:
        yield from agreement.quotations
    for _, entries in told.omissions:
        yield from (one for entry in entries for one in entry.quotations)


@given(name=STORIES)
@FEW
def test_every_quotation_of_a_real_report_slices_and_leads_to_its_place(
    services: Services, reported: Callable[[Services, str], Report], name: str
) -> None:
    report = reported(services, name)
    assert reports.read(report.model_dump_json().encode()).model_dump() == report.model_dump()
    told = document.build(report)
    texts = {article.id: article.text for article in report.articles}
    anchors = {
        anchor for paper in told.papers for block in paper.blocks for piece in block.pieces for anchor in piece.anchors
    }
    for one in quotations(told):
        assert one.words == texts[one.article_id][one.start : one.end] != ""
        assert one.anchor in anchors
    for paper in told.papers:
        assert "".join(piece.words for block in paper.blocks for piece in block.pieces) == paper.article.text


@given(name=STORIES)
@FEW
def test_a_desk_that_agrees_with_all_of_a_real_report_gets_a_case_the_evals_load(
    services: Services, reported: Callable[[Services, str], Report], name: str
) -> None:
    report = reported(services, name)
    sections = (
        "contradictions",
        "disputes",
        "updates",
        "scope_differences",
        "agreements",
        "omissions",
        "quote_changes",
    )
    said = [
        {"section": section, "finding_id": finding.id, "verdict": "right"}
        for section in sections
        for finding in getattr(report, section)
    ]
    if not said:
        return
    body = {"report": json.loads(report.model_dump_json()), "name": "desk", "feedback": said}
    packed = case.pack(asked.read(json.dumps(body).encode()))
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(io.BytesIO(packed)).extractall(folder)
        (loaded,) = cases.load_all(Path(folder))
    assert {one.id: one.sha256 for one in loaded.articles} == {one.id: one.sha256 for one in CASES[name].articles}


def test_articles_of_one_outlet_are_told_apart() -> None:
    one, other = (paper.model_copy(update={"outlet": "Wire"}) for paper in made().articles)
    told = document.build(made(articles=(one, other)))
    assert [paper.name for paper in told.papers] == ["Wire (courier)", "Wire (post)"]


def test_the_summary_numbers_what_it_cites_in_order_and_once() -> None:
    told = document.build(made())
    assert [note.number for note in told.notes] == [1, 2]
    assert [note.number for note in told.summary[0].notes] == [1, 2]
    again = made().summary.sentences[0].model_copy(update={"claim_ids": ("c5", "c2")})
    told = document.build(
        made(summary=made().summary.model_copy(update={"sentences": (*made().summary.sentences, again)}))
    )
    assert [[note.number for note in sentence.notes] for sentence in told.summary] == [[1, 2], [3, 2]]


def test_steps_are_summed_over_their_calls() -> None:
    (step,) = document.build(made()).steps
    assert (step.calls, step.cached, step.prompt_tokens, step.ms) == (2, 1, 20, 3000)


def test_what_is_known_of_an_article_is_said_beside_it() -> None:
    first = (
        made()
        .articles[0]
        .model_copy(update={"status": "failed", "truncated": True, "date_read": True, "published_at": None})
    )
    paper, _ = document.build(made(articles=(first, made().articles[1]))).papers
    assert paper.when == "no date"
    assert [remark.split()[0] for remark in paper.remarks] == ["could", "only", "the"]
