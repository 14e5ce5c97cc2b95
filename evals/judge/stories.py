"""Labelled pairs from the eval cases: the candidates the product would compare, with what the case says of them.

Reports come from recorded replies. A candidate that rests on two positions of a conflict is labelled by it, one that
rests on two quotations of an agreement agrees, anything else is not stated: a case names every conflict there is, not
every agreement, so what the rules take for agreement and the case does not name is left out.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from evals import pairing
from evals.expected import CONFLICT_SECTIONS, ConflictSection, Place
from evals.judge.labelled import Label, LabelledPair
from evals.outcomes import Outcome
from service.analyze import tell_by_language
from service.models import Verdict
from service.steps import pairs, rules

_LABELS: dict[ConflictSection, Label] = {
    "contradictions": "contradicts",
    "disputes": "contradicts",
    "updates": "contradicts",
    "scope_differences": "not_stated",
}
Sides = tuple[Sequence[Place], Sequence[Place]]


def candidates(outcome: Outcome, foremost: int) -> Iterator[tuple[LabelledPair, Verdict]]:
    """The first `foremost` candidates of a case and every conflicting one after them, with what the rules say."""
    gold = list(_labelled(outcome))
    for tellings in tell_by_language(pairing.read(outcome)):
        claims = {claim.id: claim for read in tellings.articles.values() for claim in read.claims}
        chosen = pairs.choose(list(tellings.articles.values()), tellings=tellings).pairs
        ruled = rules.judge_all(chosen, tellings.articles, tellings)
        for place, (pair, verdict) in enumerate(zip(chosen, ruled, strict=True)):
            label = next((label for label, sides in gold if pairing.rests_on(outcome, pair, sides)), None)
            if label is None and verdict.relation == "agrees":
                continue
            if place < foremost or label == "contradicts":
                a, b = (" ".join(claims[one].text.split()) for one in (pair.a, pair.b))
                yield LabelledPair(a, b, label or "not_stated", "cases", outcome.case.name), verdict


def _labelled(outcome: Outcome) -> Iterator[tuple[Label, Sides]]:
    """What must or may be found: conflicts first, as they say more."""
    expected = outcome.case.expected
    for section in CONFLICT_SECTIONS:
        for conflict in expected.conflicts(section):
            if conflict.expect != "must_not":
                yield from ((_LABELS[section], sides) for sides in combinations(conflict.positions, 2))
    for agreement in expected.agreements:
        if agreement.expect != "must_not":
            for one, other in combinations(agreement.quotes, 2):
                if one.article != other.article:
                    yield "agrees", ((one,), (other,))
