"""Changed quotations against those written by hand."""

from evals.cases import Stretch
from evals.expected import QuoteChangeExpectation
from evals.matching import match
from evals.outcomes import LEAST_SHARED, Outcome, overlap, show, show_places
from evals.results import Counts, Fault
from service.report_models import QuoteChange


def altered_quote_missed(outcome: Outcome) -> list[Fault]:
    """A quotation one paper changed, or gave to somebody else, that the report does not show."""
    matching = _match(outcome)
    missed = [one for row, one in enumerate(_welcome(outcome)) if one.expect == "must" and row not in matching]
    return [Fault(expected=show_places(one.quotes), why=one.why) for one in missed]


def false_quote_change(outcome: Outcome) -> list[Fault]:
    """Two quotations called one that are not, or a change that is none."""
    taken = set(_match(outcome).values())
    surplus = [one for at, one in enumerate(outcome.report.quote_changes) if at not in taken]
    unwelcome = [one for one in outcome.case.expected.quote_changes if one.expect == "must_not"]
    return [
        Fault(
            got=f"{', '.join(change.kinds)}: " + " AGAINST ".join(show(side.quote) for side in change.spans),
            why=next((one.why for one in unwelcome if _fits(outcome, one, change)), "no expectation lists it"),
        )
        for change in surplus
    ]


def count(outcome: Outcome) -> Counts:
    """True positives are `must` changes found."""
    welcome, matching = _welcome(outcome), _match(outcome)
    right = sum(welcome[row].expect == "must" for row in matching)
    musts = sum(one.expect == "must" for one in welcome)
    return Counts(tp=right, fp=len(outcome.report.quote_changes) - len(matching), fn=musts - right)


def _match(outcome: Outcome) -> dict[int, int]:
    found = outcome.report.quote_changes
    edges = [{at: 1.0 for at, one in enumerate(found) if _fits(outcome, row, one)} for row in _welcome(outcome)]
    return match(edges)


def _welcome(outcome: Outcome) -> list[QuoteChangeExpectation]:
    welcome = [one for one in outcome.case.expected.quote_changes if one.expect != "must_not"]
    return sorted(welcome, key=lambda one: one.expect != "must")


def _fits(outcome: Outcome, expected: QuoteChangeExpectation, change: QuoteChange) -> bool:
    if expected.kinds and not set(expected.kinds) & set(change.kinds):
        return False
    sides = [Stretch(side.article_id, side.start, side.end) for side in change.spans]
    return all(
        any(overlap([side], outcome.stretch(place)) >= LEAST_SHARED for side in sides) for place in expected.quotes
    )
