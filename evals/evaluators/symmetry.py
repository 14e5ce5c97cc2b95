"""The same articles in another order must give the same findings."""

from evals.outcomes import Outcome, show
from evals.results import Fault
from service.report_models import Report

SECTIONS = (
    "claims",
    "agreements",
    "contradictions",
    "disputes",
    "updates",
    "scope_differences",
    "quote_changes",
    "omissions",
    "facts",
)


def asymmetry(outcome: Outcome) -> list[Fault]:
    """A finding that stands only in one order of the articles."""
    faults = []
    for section in SECTIONS:
        here, there = _findings(outcome.report, section), _findings(outcome.swapped, section)
        faults += [Fault(expected=f"{section}: {show(there[one])}", why=_WHY) for one in sorted(there.keys() - here)]
        faults += [Fault(got=f"{section}: {show(here[one])}", why=_WHY) for one in sorted(here.keys() - there)]
    ours, theirs = _summary(outcome.report), _summary(outcome.swapped)
    return faults + ([Fault(expected=show(theirs), got=show(ours), why=_WHY)] if ours != theirs else [])


_WHY = "the articles in another order"


def _findings(report: Report, section: str) -> dict[str, str]:
    return {one.id: one.model_dump_json() for one in getattr(report, section)}


def _summary(report: Report) -> str:
    return " ".join(sentence.text for sentence in report.summary.sentences)
