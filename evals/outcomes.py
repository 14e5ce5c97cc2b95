"""A case with the report a model gave on it: what every evaluator looks at. Knows no metric and no model.

Words are held together by place: a finding rests on an expected quote where the two share at least half of the
shorter, in the same article.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from evals.cases import Case, Stretch
from evals.expected import Place
from service.models import Claim
from service.report_models import Conflict, Report

LEAST_SHARED = 0.5
LONGEST_SHOWN = 240

Kept = TypeVar("Kept")


@dataclass
class Outcome:
    """`report` is of the case's articles in their order, `swapped` of the same articles the other way round."""

    case: Case
    report: Report
    swapped: Report
    _kept: dict[str, object] = field(default_factory=dict, repr=False, compare=False)

    def keep(self, name: str, read: Callable[[], Kept]) -> Kept:
        """What `read` makes of the outcome, made once: several evaluators look at one matching."""
        if name not in self._kept:
            self._kept[name] = read()
        return cast(Kept, self._kept[name])

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The report's claims by id."""
        return {claim.id: claim for claim in self.report.claims}

    @cached_property
    def texts(self) -> dict[str, str]:
        """The words of every article, as offsets count them, by id."""
        return {article.id: article.text for article in self.case.articles}

    def stretch(self, place: Place) -> Stretch:
        """Where a place's words stand."""
        return self.case.stretches[place]

    def share(self, claim: Claim, place: Place) -> float:
        """How much of the shorter of the two a claim and a place share, 0 to 1."""
        spans = [Stretch(claim.article_id, span.start, span.end) for span in claim.spans]
        return overlap(spans, self.stretch(place))

    def rests_on(self, claim_ids: Iterable[str], places: Sequence[Place]) -> bool:
        """Whether any of the claims rests on any of the places. An id nobody knows rests on nothing."""
        known = [self.claims[claim_id] for claim_id in claim_ids if claim_id in self.claims]
        return any(self.share(claim, place) >= LEAST_SHARED for claim in known for place in places)

    def sentence_of(self, claim: Claim) -> str:
        """The whole sentences a claim's spans stand in."""
        article = next(one for one in self.report.articles if one.id == claim.article_id)
        first, last = claim.spans[0].start, claim.spans[-1].end
        told = [one for one in article.sentences if one.start < last and first < one.end]
        return " ".join(article.text[one.start : one.end] for one in told)


def overlap(spans: Sequence[Stretch], stretch: Stretch) -> float:
    """The part of the shorter side that `spans` and `stretch` share, 0 to 1; 0 in different articles."""
    here = [span for span in spans if span.article_id == stretch.article_id]
    shared = sum(max(0, min(span.end, stretch.end) - max(span.start, stretch.start)) for span in here)
    shorter = min(sum(span.end - span.start for span in here), stretch.end - stretch.start)
    return shared / shorter if shorter else 0.0


def show(text: str) -> str:
    """`text` on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 2] + " …"


def show_claim(claim: Claim) -> str:
    """A claim as a reader of results sees it."""
    said = f" ({claim.speaker.name if claim.speaker else 'somebody'} {claim.stance})" if claim.voice == "source" else ""
    return show(f"{claim.article_id}: {claim.text}{said}")


def show_places(places: Iterable[Place]) -> str:
    """Places as a reader of results sees them."""
    return " | ".join(show(f"{place.article}: {place.quote}") for place in places)


def show_conflict(conflict: Conflict, claims: dict[str, Claim]) -> str:
    """A conflict as a reader of results sees it: its type, and the words of each position."""
    sides = [
        " + ".join(show(claims[one].quote) for one in side.claim_ids if one in claims) for side in conflict.positions
    ]
    return f"{conflict.type}, {conflict.confidence}: " + " AGAINST ".join(sides)
