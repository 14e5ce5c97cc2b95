"""Agreements and omissions against those written by hand.

A case lists every fact the articles share, so an agreement that fits none is false, and an article leaves nothing out
that an agreement of the case has it say. Omissions a case does not list count neither way.
"""

from evals.expected import AgreementExpectation, OmissionExpectation
from evals.matching import match
from evals.outcomes import Outcome, show, show_places
from evals.results import Counts, Fault
from service.report_models import Agreement, Omission


def missed_agreement(outcome: Outcome) -> list[Fault]:
    """A fact the articles share that the report does not say they share."""
    missed = [one for one in _agreements(outcome, "must") if not _is_agreed(outcome, one)]
    return [Fault(expected=show_places(one.quotes), why=one.why) for one in missed]


def false_agreement(outcome: Outcome) -> list[Fault]:
    """Statements joined that do not say the same; also to others that do."""
    told = [(one, _why_not_one(outcome, one)) for one in outcome.report.agreements]
    return [Fault(got=_show(outcome, one), why=why) for one, why in told if why]


def missed_omission(outcome: Outcome) -> list[Fault]:
    """A salient fact an article lacks that the report does not say it lacks."""
    found = {id(expected) for expected, _ in _pair(outcome)}
    missed = [one for one in _omissions(outcome, "must") if id(one) not in found]
    return [Fault(expected=f"{one.article} lacks {show_places(one.quotes)}", why=one.why) for one in missed]


def false_omission(outcome: Outcome) -> list[Fault]:
    """An article said to lack what it says, or what it could not know."""
    faults = []
    for omission in _unlisted(outcome):
        why = _why_false(outcome, omission)
        if why:
            faults.append(Fault(got=show(f"{omission.article_id} lacks {omission.text}"), why=why))
    return faults


def count_agreements(outcome: Outcome) -> Counts:
    """By expectation for what is found and missed, by finding for what is false."""
    must = _agreements(outcome, "must")
    right = sum(_is_agreed(outcome, one) for one in must)
    return Counts(tp=right, fp=len(false_agreement(outcome)), fn=len(must) - right)


def count_omissions(outcome: Outcome) -> Counts:
    """By expectation for what is found and missed, by finding for what is false."""
    right = sum(expected.expect == "must" for expected, _ in _pair(outcome))
    return Counts(tp=right, fp=len(false_omission(outcome)), fn=len(_omissions(outcome, "must")) - right)


def _fits(outcome: Outcome, expected: AgreementExpectation, agreement: Agreement) -> bool:
    """Whether `agreement` joins at least two articles' words of the fact."""
    told = {place.article for place in expected.quotes if outcome.rests_on(agreement.claim_ids, [place])}
    return len(told) > 1


def _is_agreed(outcome: Outcome, expected: AgreementExpectation) -> bool:
    return any(_fits(outcome, expected, one) for one in outcome.report.agreements)


def _why_not_one(outcome: Outcome, agreement: Agreement) -> str:
    """Why its claims do not all say the same; "" where nothing in the case says so."""
    listed = [*_agreements(outcome, "must"), *_agreements(outcome, "may")]
    shared = [place for one in listed if _fits(outcome, one, agreement) for place in one.quotes]
    joined = [one for one in agreement.claim_ids if not outcome.rests_on([one], shared)]
    for one in _agreements(outcome, "must_not"):
        if _fits(outcome, one, agreement) and outcome.rests_on(joined, one.quotes):
            return one.why
    return "" if shared else "no expectation lists it"


def _pair(outcome: Outcome) -> list[tuple[OmissionExpectation, Omission]]:
    expected = [*_omissions(outcome, "must"), *_omissions(outcome, "may")]
    found = outcome.report.omissions
    edges = [{at: 1.0 for at, one in enumerate(found) if _is_meant(outcome, row, one)} for row in expected]
    return [(expected[row], found[at]) for row, at in sorted(match(edges).items())]


def _is_meant(outcome: Outcome, expected: OmissionExpectation, omission: Omission) -> bool:
    is_same = omission.article_id == expected.article
    return is_same and outcome.rests_on(omission.claim_ids, expected.quotes)


def _unlisted(outcome: Outcome) -> list[Omission]:
    welcome = [*_omissions(outcome, "must"), *_omissions(outcome, "may")]
    return [one for one in outcome.report.omissions if not any(_is_meant(outcome, listed, one) for listed in welcome)]


def _why_false(outcome: Outcome, omission: Omission) -> str:
    """Why the article does not lack it; "" where nothing in the case says so."""
    for one in _omissions(outcome, "must_not"):
        if _is_meant(outcome, one, omission):
            return one.why
    for agreed in _agreements(outcome, "must"):
        elsewhere = [place for place in agreed.quotes if place.article != omission.article_id]
        has_it = len(elsewhere) < len(agreed.quotes)
        if has_it and outcome.rests_on(omission.claim_ids, elsewhere):
            return f"it says so: {show_places(agreed.quotes)}"
    return ""


def _agreements(outcome: Outcome, expect: str) -> list[AgreementExpectation]:
    return [one for one in outcome.case.expected.agreements if one.expect == expect]


def _omissions(outcome: Outcome, expect: str) -> list[OmissionExpectation]:
    return [one for one in outcome.case.expected.omissions if one.expect == expect]


def _show(outcome: Outcome, agreement: Agreement) -> str:
    known = outcome.claims
    return " AND ".join(
        show(f"{known[one].article_id}: {known[one].quote}") for one in agreement.claim_ids if one in known
    )
