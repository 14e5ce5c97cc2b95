"""Turns verdicts into findings: agreements, contradictions, disputes, updates, scope differences.

Knows nothing of how verdicts came about. Equal verdicts give equal findings whatever the order of the articles.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from service.models import Claim, ReadArticle, Relation, Verdict, content_id
from service.report_models import Agreement, Conflict, Position, SameOrigin, Variant
from service.steps import origins, wording
from service.steps.citations import Side
from service.steps.comparing import clusters, positions
from service.steps.comparing.positions import Merged
from service.steps.comparing.rulings import quote
from service.steps.comparing.tellings import Telling, Tellings

_CONFLICTS: tuple[Relation, ...] = ("contradicts", "disputes", "updates", "differs_in_scope")
_CONFIDENCES = ("certain", "likely", "possible")
_KINDS: Mapping[str, str] = {
    "contradicts": "contradiction",
    "disputes": "dispute",
    "updates": "update",
    "differs_in_scope": "difference in scope",
}


@dataclass(frozen=True)
class Findings:
    """What the articles, held against each other, say; the surest and most prominent of each kind first."""

    agreements: tuple[Agreement, ...] = ()
    contradictions: tuple[Conflict, ...] = ()
    disputes: tuple[Conflict, ...] = ()
    updates: tuple[Conflict, ...] = ()
    scope_differences: tuple[Conflict, ...] = ()

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """All but the agreements."""
        return (*self.contradictions, *self.disputes, *self.updates, *self.scope_differences)


def group(
    verdicts: Sequence[Verdict],
    articles: Sequence[ReadArticle],
    same_origin: Sequence[SameOrigin],
    tellings: Tellings | None = None,
) -> Findings:
    """Groups verdicts on claims of `articles`; a conflict that does not end up with two positions is withheld."""
    grouping = _Grouping(articles, same_origin, tellings or Tellings(articles))
    by_relation = {relation: [v for v in verdicts if v.relation == relation] for relation in (*_CONFLICTS, "agrees")}
    agreeing = tuple((v.a, v.b) for v in by_relation["agrees"])
    opposed = frozenset(frozenset((v.a, v.b)) for r in _CONFLICTS for v in by_relation[r])
    links = positions.Links(agreeing, opposed)
    conflicts = {r: grouping.conflicts(r, by_relation[r], links) for r in _CONFLICTS}
    return Findings(
        agreements=grouping.agreements(agreeing, opposed),
        contradictions=conflicts["contradicts"],
        disputes=conflicts["disputes"],
        updates=conflicts["updates"],
        scope_differences=conflicts["differs_in_scope"],
    )


class _Grouping:
    """The claims at hand in one order that does not depend on how the articles came."""

    def __init__(self, articles: Sequence[ReadArticle], same_origin: Sequence[SameOrigin], tellings: Tellings) -> None:
        ordered = sorted(articles, key=lambda read: (read.article.sha256, read.article.id))
        self._context = tellings
        self._same_origin = same_origin
        claims = [claim for read in ordered for claim in sorted(read.claims, key=_place)]
        self._tellings = {claim.id: self._context.of(claim) for claim in claims}
        self._order = {claim.id: index for index, claim in enumerate(claims)}

    def agreements(
        self, agreeing: Sequence[tuple[str, str]], opposed: frozenset[frozenset[str]]
    ) -> tuple[Agreement, ...]:
        """Clusters that reach over two articles or more, the most widely told first."""
        found = clusters.find(agreeing, opposed, self._order)
        built = [self._agreement(cluster) for cluster in found if len(self._articles_of(cluster)) > 1]
        rank = {one.id: self._prominence(one.claim_ids) for one in built}
        return tuple(sorted(built, key=lambda one: (-one.independent_origins, rank[one.id], one.id)))

    def conflicts(
        self, relation: Relation, verdicts: Sequence[Verdict], links: positions.Links
    ) -> tuple[Conflict, ...]:
        """One finding a conflict, the surest first."""
        merged = positions.merge(verdicts, links, self._tellings, self._context)
        built = [self._conflict(relation, one) for one in merged if len(one.positions) > 1]
        rank = {one.id: self._prominence([c for p in one.positions for c in p.claim_ids]) for one in built}
        return tuple(sorted(built, key=lambda one: (_CONFIDENCES.index(one.confidence), rank[one.id], one.id)))

    def _agreement(self, cluster: tuple[str, ...]) -> Agreement:
        article_ids = self._articles_of(cluster)
        voices = {self._claim(claim_id).voice for claim_id in cluster}
        sides = [self._side([claim_id]) for claim_id in cluster]
        return Agreement(
            id=content_id(sorted(cluster)),
            # With mixed voices each is named, so that reported words are nobody's own.
            text=wording.sentence("agreement" if len(voices) == 1 else "reported alike", sides),
            claim_ids=cluster,
            article_ids=article_ids,
            independent_origins=origins.count(article_ids, self._same_origin),
            variants=tuple(Variant(claim_id=one, quote=self._claim(one).quote) for one in cluster),
        )

    def _conflict(self, relation: Relation, merged: Merged) -> Conflict:
        best = merged.verdicts[0]
        told = sorted(merged.positions, key=lambda ids: min(self._order[one] for one in ids))
        claim_ids = [one for ids in told for one in ids]
        return Conflict(
            id=content_id(sorted(claim_ids)),
            text=wording.sentence(_KINDS[relation], [self._side(ids) for ids in told]),
            type=best.type or "other",
            positions=tuple(self._position(ids) for ids in told),
            explanation=best.explanation,
            evidence=tuple(dict.fromkeys(reason for verdict in merged.verdicts for reason in verdict.evidence)),
            decided_by=best.decided_by,
            confidence=best.confidence,
        )

    def _position(self, claim_ids: Sequence[str]) -> Position:
        tellings = [self._tellings[one] for one in claim_ids]
        names = list(dict.fromkeys(name for telling in tellings if (name := _holder(telling))))
        return Position(
            text=quote(tellings[0]),
            claim_ids=tuple(claim_ids),
            article_ids=self._articles_of(claim_ids),
            speaker=max(names, key=lambda name: (len(name), name), default=None),
            as_of=_latest(tellings),
        )

    def _side(self, claim_ids: Sequence[str]) -> Side:
        return Side(tuple((self._claim(one), self._tellings[one].read) for one in claim_ids))

    def _claim(self, claim_id: str) -> Claim:
        return self._tellings[claim_id].claim

    def _articles_of(self, claim_ids: Sequence[str]) -> tuple[str, ...]:
        ordered = sorted(claim_ids, key=self._order.__getitem__)
        return tuple(dict.fromkeys(self._claim(one).article_id for one in ordered))

    def _prominence(self, claim_ids: Iterable[str]) -> int:
        """How early in its article the earliest of the claims stands."""
        return min(self._claim(one).spans[0].start for one in claim_ids)


def _place(claim: Claim) -> tuple[int, int, str]:
    return (claim.spans[0].start, claim.spans[-1].end, claim.id)


def _holder(telling: Telling) -> str | None:
    return (telling.stands or (telling.stand,))[0].name


def _latest(tellings: Sequence[Telling]) -> str | None:
    """The latest publication time of a position's articles, ISO 8601; None where one is not known."""
    times: list[date] = [t.read.article.published_at for t in tellings if t.read.article.published_at]
    return max(time.isoformat() for time in times) if len(times) == len(tellings) else None
