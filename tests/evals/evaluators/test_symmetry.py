import pytest

from evals.evaluators import symmetry
from evals.results import Fault
from service.report_models import Report, SameOrigin
from tests.evals.made_outcomes import Story, agreement, at, conflict, omission, sentence

STORY = Story(echo="Four people died. It rained.", gazette="Seven people died. It poured.")
FOUR, SEVEN = STORY.claim("echo", "Four people died"), STORY.claim("gazette", "Seven people died")
RAIN, POUR = STORY.claim("echo", "It rained"), STORY.claim("gazette", "It poured")
CLAIMS = (FOUR, SEVEN, RAIN, POUR)
TOLD = [sentence("Four or seven people died.", FOUR, SEVEN)]
PARTED = conflict(FOUR, SEVEN)
REPORT = STORY.report(claims=CLAIMS, contradictions=[PARTED], agreements=[agreement(RAIN, POUR)], summary=TOLD)


def faults(swapped: Report) -> list[Fault]:
    return symmetry.asymmetry(STORY.outcome({}, swapped=swapped, **_findings(REPORT)))


def _findings(report: Report) -> dict[str, object]:
    sections = {section: getattr(report, section) for section in symmetry.SECTIONS}
    return {**sections, "summary": report.summary.sentences}


def changed(**sections: object) -> Report:
    return REPORT.model_copy(update=sections)


def test_equal_findings_are_symmetric_in_any_order() -> None:
    assert faults(REPORT) == []
    assert faults(changed(claims=REPORT.claims[::-1], articles=REPORT.articles[::-1])) == []


def test_a_finding_of_one_order_alone_is_found() -> None:
    (fault,) = faults(changed(contradictions=()))
    assert (fault.got.startswith("contradictions: "), fault.expected) == (True, "")


def test_a_finding_of_the_other_order_alone_is_found() -> None:
    lacking = omission("echo", POUR)
    (fault,) = faults(changed(omissions=(lacking,)))
    assert (fault.expected.startswith("omissions: "), fault.got) == (True, "")


def test_a_finding_in_another_section_is_found_in_both() -> None:
    moved = faults(changed(contradictions=(), disputes=(PARTED,)))
    assert [(bool(one.got), bool(one.expected)) for one in moved] == [(True, False), (False, True)]


@pytest.mark.parametrize("change", [{"confidence": "certain"}, {"type": "date"}, {"text": "other"}])
def test_one_finding_told_otherwise_is_found(change: dict[str, str]) -> None:
    (fault,) = faults(changed(contradictions=(PARTED.model_copy(update=change),)))
    assert fault.got.startswith("contradictions: ")
    assert fault.expected.startswith("contradictions: ")


def test_a_summary_in_other_words_is_found() -> None:
    other = STORY.report(summary=[sentence("Seven or four people died.", SEVEN, FOUR)]).summary
    (fault,) = faults(changed(summary=other))
    assert fault.got.startswith("Four or seven people died. [")
    assert fault.expected.startswith("Seven or four people died. [")


def test_a_summary_that_cites_other_claims_is_found() -> None:
    other = STORY.report(summary=[sentence(TOLD[0].text, FOUR)]).summary
    assert len(faults(changed(summary=other))) == 1


def test_the_order_of_citations_does_not_matter() -> None:
    assert faults(changed(summary=STORY.report(summary=[sentence(TOLD[0].text, SEVEN, FOUR)]).summary)) == []


def test_articles_of_one_origin_are_the_same_in_any_order() -> None:
    shared = SameOrigin(id="one", text="", article_ids=("echo", "gazette"), why="publisher")
    assert len(faults(changed(same_origin=(shared,)))) == 1


def test_a_changed_quotation_of_one_order_alone_is_found() -> None:
    change = STORY.change(at("echo", "It rained"), at("gazette", "It poured"), "reworded")
    assert len(faults(changed(quote_changes=(change,)))) == 1
