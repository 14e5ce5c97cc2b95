"""The same articles in another order must give the same findings."""

from collections.abc import Mapping

from evals.outcomes import Outcome, show
from evals.results import Fault
from service.models import Model
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
    "same_origin",
    "facts",
)


def asymmetry(outcome: Outcome) -> list[Fault]:
    """A finding that stands only in one order of the articles, or in other words, other hands or less surely."""
    faults = []
    for section in SECTIONS:
        here, there = _findings(outcome.report, section), _findings(outcome.swapped, section)
        unlike = sorted(one for one in here.keys() | there.keys() if here.get(one) != there.get(one))
        faults += [
            Fault(expected=_show(section, there, one), got=_show(section, here, one), why=_WHY) for one in unlike
        ]
    ours, theirs = _summary(outcome.report), _summary(outcome.swapped)
    return faults + ([Fault(expected=show(theirs), got=show(ours), why=_WHY)] if ours != theirs else [])


_WHY = "the articles in another order"


def _findings(report: Report, section: str) -> dict[str, Model]:
    return {one.id: one for one in getattr(report, section)}


def _show(section: str, findings: Mapping[str, Model], identity: str) -> str:
    return show(f"{section}: {findings[identity].model_dump_json()}") if identity in findings else ""


def _summary(report: Report) -> str:
    return " ".join(f"{one.text} [{', '.join(sorted(one.claim_ids))}]" for one in report.summary.sentences)
