"""Groups claims that agree, without letting a chain drift from one fact to another. Knows only ids and edges.

Star clustering (Aslam, Pelekhov and Rus 2004): the claim most others agree with is the medoid, and what agrees with
it belongs to it; of the rest, what agrees with at least two members joins.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

FEWEST_LINKS = 2


def find(
    agreeing: Iterable[tuple[str, str]], opposed: Collection[frozenset[str]], order: Mapping[str, int]
) -> tuple[tuple[str, ...], ...]:
    """Clusters of two or more, each with its medoid first and the rest in `order`; no claim is in two.

    `opposed` are pairs that must never share a cluster. Independent of the order of `agreeing`.
    """
    links: dict[str, set[str]] = {}
    for a, b in agreeing:
        links.setdefault(a, set()).add(b)
        links.setdefault(b, set()).add(a)
    clusters: list[tuple[str, ...]] = []
    taken: set[str] = set()
    for medoid in sorted(links, key=lambda claim: (-len(links[claim]), order[claim])):
        if medoid not in taken:
            clusters.append(_Star(medoid, links, frozenset(taken), opposed, order).members())
            taken.update(clusters[-1])
    return tuple(cluster for cluster in clusters if len(cluster) > 1)


@dataclass(frozen=True)
class _Star:
    """One medoid and what may gather around it."""

    medoid: str
    links: Mapping[str, set[str]]
    taken: frozenset[str]
    opposed: Collection[frozenset[str]]
    order: Mapping[str, int]

    def members(self) -> tuple[str, ...]:
        """The medoid, then its members in order."""
        members = self._joined([self.medoid], self.links[self.medoid])
        near = {claim for member in members for claim in self.links[member]} - set(members)
        linked = {claim for claim in near if len(self.links[claim] & set(members)) >= FEWEST_LINKS}
        members = self._joined(members, linked)
        return (self.medoid, *sorted(members[1:], key=self.order.__getitem__))

    def _joined(self, members: Sequence[str], candidates: Collection[str]) -> list[str]:
        joined = list(members)
        for claim in sorted(set(candidates) - self.taken, key=self.order.__getitem__):
            if not any(frozenset((claim, member)) in self.opposed for member in joined):
                joined.append(claim)
        return joined
