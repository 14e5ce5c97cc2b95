"""Candidate pairs against the cases: gold pairs among them, how many there are, and how many are falsely called one.

A gold pair is two positions of a conflict, or two papers' words of an agreement, that must or may be found; it is
held where a candidate pair rests on both. Knows nothing of models: reports bring the claims.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from evals.expected import CONFLICT_SECTIONS, Place
from evals.outcomes import Outcome
from service.analyze import read_article, tell_by_language
from service.models import Pair, ReadArticle
from service.steps import pairs


@dataclass(frozen=True)
class Paired:
    """One case: `claims` in it, candidate `pairs`, of its `gold` pairs those `held`; `false` findings of a conflict."""

    name: str
    claims: int
    pairs: int
    gold: int
    held: int
    false: int


def count(outcome: Outcome, false: int) -> Paired:
    """The pairs the product would compare in this case; `false` is how many conflicts it reported falsely."""
    alike = tell_by_language(read(outcome))
    reads = [told for tellings in alike for told in tellings.articles.values()]
    chosen = [pair for one in alike for pair in pairs.choose(list(one.articles.values()), tellings=one).pairs]
    gold = [pair for pair in gold_pairs(outcome) if all(_has_claim(outcome, places) for places in pair)]
    held = sum(any(rests_on(outcome, one, sides) for one in chosen) for sides in gold)
    return Paired(outcome.case.name, sum(len(one.claims) for one in reads), len(chosen), len(gold), held, false)


Gold = tuple[Sequence[Place], Sequence[Place]]


def gold_pairs(outcome: Outcome) -> Iterator[Gold]:
    """Every two sides of what must or may be found, across articles."""
    expected = outcome.case.expected
    for section in CONFLICT_SECTIONS:
        for conflict in expected.conflicts(section):
            if conflict.expect != "must_not":
                yield from combinations(conflict.positions, 2)
    for agreement in expected.agreements:
        if agreement.expect != "must_not":
            yield from (
                ((one,), (other,)) for one, other in combinations(agreement.quotes, 2) if one.article != other.article
            )


def read(outcome: Outcome) -> list[ReadArticle]:
    """The case's articles, with the claims of its report."""
    claims = outcome.report.claims
    return [
        read_article(one).model_copy(update={"claims": tuple(c for c in claims if c.article_id == one.id)})
        for one in outcome.case.articles
    ]


def _has_claim(outcome: Outcome, places: Sequence[Place]) -> bool:
    return outcome.rests_on(outcome.claims, places)


def rests_on(outcome: Outcome, pair: Pair, gold: Gold) -> bool:
    """Whether one claim of `pair` rests on one side of `gold` and the other on the other."""
    one, other = gold
    return any(
        outcome.rests_on([a], one) and outcome.rests_on([b], other) for a, b in ((pair.a, pair.b), (pair.b, pair.a))
    )
