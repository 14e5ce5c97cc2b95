"""Contradictions, disputes, updates and scope differences against those written by hand.

A conflict fits an expectation where two of its positions rest on two different positions of it. Each expectation
takes one finding: one matter found twice is a false one. The lists of a case are closed, so what fits neither `must`
nor `may` is false.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from evals.expected import CONFLICT_SECTIONS, ConflictExpectation, ConflictSection
from evals.matching import match
from evals.outcomes import Outcome, show_conflict, show_places
from evals.results import Counts, Fault
from service.report_models import Conflict

SURENESS = ("possible", "likely", "certain")
# In these a false finding does harm: a reader takes the papers or the speakers to part.
HARMFUL: tuple[ConflictSection, ...] = ("contradictions", "disputes")
# Found in the first and expected in the second: not a wrong type, as another evaluator has a name for it.
_NAMED_ELSEWHERE = {
    ("contradictions", "updates"),
    ("contradictions", "scope_differences"),
    ("disputes", "scope_differences"),
}


@dataclass(frozen=True)
class Matched:
    """One section held against the case."""

    section: ConflictSection
    pairs: tuple[tuple[ConflictExpectation, Conflict], ...]
    missed: tuple[ConflictExpectation, ...]
    surplus: tuple[Conflict, ...]


def false_contradiction(outcome: Outcome) -> list[Fault]:
    """A contradiction or dispute where there is none: the error a newsroom fears most.

    Two figures of different scope both hold, so called a contradiction they are a false one.
    """
    faults = []
    for matched in (_match(outcome, section) for section in HARMFUL):
        for conflict in matched.surplus:
            other = _elsewhere(outcome, conflict, matched.section)
            if other is None or other[0] == "scope_differences":
                faults.append(Fault(got=_show(outcome, conflict), why=_why_not(outcome, conflict, matched)))
    return faults


def missed_contradiction(outcome: Outcome) -> list[Fault]:
    """A contradiction or dispute that must be there, found in no section."""
    missed = [one for section in HARMFUL for one in _match(outcome, section).missed]
    return [_missing(one) for one in missed if not _is_found(outcome, one)]


def wrong_type(outcome: Outcome) -> list[Fault]:
    """A conflict found, in another section or with another type than accepted."""
    faults = []
    for section in CONFLICT_SECTIONS:
        matched = _match(outcome, section)
        for expected, conflict in matched.pairs:
            if expected.types and conflict.type not in expected.types:
                faults.append(Fault(expected=", ".join(expected.types), got=_show(outcome, conflict), why=expected.why))
        for conflict in matched.surplus:
            other = _elsewhere(outcome, conflict, section)
            if other and (section, other[0]) not in _NAMED_ELSEWHERE:
                faults.append(Fault(expected=other[0], got=f"{section}: {_show(outcome, conflict)}", why=other[1].why))
    return faults


def update_called_contradiction(outcome: Outcome) -> list[Fault]:
    """A newer figure or state called a contradiction of the older."""
    faults = []
    for conflict in _match(outcome, "contradictions").surplus:
        other = _elsewhere(outcome, conflict, "contradictions")
        if other and other[0] == "updates":
            faults.append(Fault(expected="updates", got=_show(outcome, conflict), why=other[1].why))
    return faults


def missed_update(outcome: Outcome) -> list[Fault]:
    """An update or difference in scope that must be there, found in no section."""
    missed = [one for section in ("updates", "scope_differences") for one in _match(outcome, section).missed]
    return [_missing(one) for one in missed if not _is_found(outcome, one)]


def false_update(outcome: Outcome) -> list[Fault]:
    """An update or difference in scope where there is none."""
    return [
        Fault(got=f"{section}: {_show(outcome, conflict)}", why=_why_not(outcome, conflict, _match(outcome, section)))
        for section in ("updates", "scope_differences")
        for conflict in _match(outcome, section).surplus
        if _elsewhere(outcome, conflict, section) is None
    ]


def count(outcome: Outcome, section: ConflictSection) -> Counts:
    """The counts of one section; what stands in the wrong section is wrong in both."""
    matched = _match(outcome, section)
    right = sum(expected.expect == "must" for expected, _ in matched.pairs)
    return Counts(tp=right, fp=len(matched.surplus), fn=len(matched.missed))


def fits(outcome: Outcome, expected: ConflictExpectation, conflict: Conflict) -> bool:
    """Whether `conflict` is the one `expected` means, and no surer than it may be."""
    is_too_sure = expected.at_most and SURENESS.index(conflict.confidence) > SURENESS.index(expected.at_most)
    return not is_too_sure and _is_about(outcome, expected, conflict)


def _is_about(outcome: Outcome, expected: ConflictExpectation, conflict: Conflict) -> bool:
    rests = [
        {at for at, side in enumerate(conflict.positions) if outcome.rests_on(side.claim_ids, places)}
        for places in expected.positions
    ]
    return any(one and other and len(one | other) > 1 for one, other in combinations(rests, 2))


def _match(outcome: Outcome, section: ConflictSection) -> Matched:
    return outcome.keep(section, lambda: _match_section(outcome, section))


def _match_section(outcome: Outcome, section: ConflictSection) -> Matched:
    expected = sorted(
        (one for one in outcome.case.expected.conflicts(section) if one.expect != "must_not"),
        key=lambda one: one.expect != "must",
    )
    found = _found(outcome, section)
    edges = [{at: 1.0 for at, one in enumerate(found) if fits(outcome, row, one)} for row in expected]
    matching = match(edges)
    return Matched(
        section,
        tuple((expected[row], found[at]) for row, at in sorted(matching.items())),
        tuple(one for row, one in enumerate(expected) if one.expect == "must" and row not in matching),
        tuple(one for at, one in enumerate(found) if at not in matching.values()),
    )


def _elsewhere(
    outcome: Outcome, conflict: Conflict, section: ConflictSection
) -> tuple[ConflictSection, ConflictExpectation] | None:
    """The section and expectation of another section that `conflict` fits, updates first."""
    others: Sequence[ConflictSection] = ("updates", "contradictions", "disputes", "scope_differences")
    for other in others:
        for expected in outcome.case.expected.conflicts(other):
            if other != section and expected.expect != "must_not" and fits(outcome, expected, conflict):
                return other, expected
    return None


def _is_found(outcome: Outcome, expected: ConflictExpectation) -> bool:
    everything = [one for section in CONFLICT_SECTIONS for one in _found(outcome, section)]
    return any(_is_about(outcome, expected, conflict) for conflict in everything)


def _why_not(outcome: Outcome, conflict: Conflict, matched: Matched) -> str:
    """The case's own line where it has one."""
    if any(fits(outcome, expected, conflict) for expected, _ in matched.pairs):
        return "the same matter is found already"
    listed = [one for one in outcome.case.expected.conflicts(matched.section) if _is_about(outcome, one, conflict)]
    named = [one.why for one in listed if one.expect == "must_not"]
    named += [f"at most {one.at_most}: {one.why}" for one in listed if one.at_most]
    other = _elsewhere(outcome, conflict, matched.section)
    return next(iter(named), other[1].why if other else "no expectation lists it")


def _found(outcome: Outcome, section: ConflictSection) -> Sequence[Conflict]:
    found: Sequence[Conflict] = getattr(outcome.report, section)
    return found


def _missing(expected: ConflictExpectation) -> Fault:
    return Fault(expected=" AGAINST ".join(show_places(places) for places in expected.positions), why=expected.why)


def _show(outcome: Outcome, conflict: Conflict) -> str:
    return show_conflict(conflict, outcome.claims)
