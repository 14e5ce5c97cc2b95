"""Merges verdicts that tell one conflict, and sorts its claims into positions. Knows nothing of texts or reports.

Headline, lead and body restate one conflict; it is one finding. Positions are at least two, and no position holds two
claims that were judged to conflict, in this conflict or another.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.models import Verdict
from service.steps.comparing import matters
from service.steps.comparing.figures import measures
from service.steps.comparing.speakers.parties import may_be_one
from service.steps.comparing.tellings import ANSWERS, Stand, Telling, Tellings

# Claims of one kind of conflict that are compared all with all; beyond it only equal keys and agreements join.
MOST_COMPARED = 200
_BY_FIGURE = frozenset({"number", "date"})
_BY_STAND = frozenset({"denial"})


@dataclass(frozen=True)
class Merged:
    """One conflict: its verdicts, the one that tells it best first, and its positions as claim ids."""

    verdicts: tuple[Verdict, ...]
    positions: tuple[tuple[str, ...], ...]


class _Classes:
    """Union-find over strings; the smallest member names its class."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}

    def members(self, one: str) -> set[str]:
        """Everything in the class of `one`."""
        return self._members.setdefault(self.find(one), {one})

    def find(self, one: str) -> str:
        parent = self._parents.setdefault(one, one)
        while parent != self._parents[parent]:
            parent = self._parents[parent]
        self._parents[one] = parent
        return parent

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        if low != high:
            self._members[low] = self.members(low) | self.members(high)
            self._parents[high] = low


@dataclass(frozen=True)
class Links:
    """Pairs of claims that say the same, and those that are in any conflict and so never in one position."""

    agreeing: tuple[tuple[str, str], ...]
    opposed: frozenset[frozenset[str]] = frozenset()


def merge(
    verdicts: Iterable[Verdict], links: Links, tellings: Mapping[str, Telling], context: Tellings
) -> tuple[Merged, ...]:
    """The conflicts that `verdicts` (all of one relation) tell; `links` are how all claims relate."""
    by_type: dict[str, list[Verdict]] = {}
    for verdict in _by_gravest_type(list(verdicts), tellings):
        by_type.setdefault(verdict.type or "other", []).append(verdict)
    return tuple(
        merged
        for type_, listed in sorted(by_type.items())
        for merged in _merge_type(type_, listed, _Restating((listed[0].relation, type_), links, tellings, context))
    )


class _Restating:
    """Which claims in conflicts of one type take the same position."""

    def __init__(
        self,
        kind: tuple[str, str],
        links: Links,
        tellings: Mapping[str, Telling],
        context: Tellings,
    ) -> None:
        self._relation, self._type = kind
        self._links = links
        self._partners = _both_ways(links.agreeing)
        self._opposed = _both_ways(tuple(pair) for pair in links.opposed)
        self.tellings = tellings
        self._context = context
        self._opponents: dict[str, set[str]] = {}
        self._apart: dict[str, set[str]] = {}
        self._tolls: dict[str, frozenset[tuple[object, ...]]] = {}

    def classes(self, verdicts: Sequence[Verdict]) -> _Classes:
        """The positions, over all conflicts of the type."""
        claims = sorted({claim for verdict in verdicts for claim in (verdict.a, verdict.b)})
        self._opponents = {claim: set() for claim in claims}
        for verdict in verdicts:
            self._opponents[verdict.a].add(verdict.b)
            self._opponents[verdict.b].add(verdict.a)
        self._apart = {claim: others | self._opposed.get(claim, set()) for claim, others in self._opponents.items()}
        classes = _Classes()
        for one, other in self._pairs(claims):
            ours, theirs = sorted((classes.members(one), classes.members(other)), key=len)
            if not any(self._apart[claim] & theirs for claim in ours):
                classes.join(one, other)
        return classes

    def joined_by(self, positions: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """The positions with the claims that agree with exactly one of them."""
        placed = {claim for position in positions for claim in position}
        # A clause of the sentence that tells one side tells nothing for the other.
        sentences = [{self._place(claim) for claim in position} for position in positions]
        holders = [{self._article(claim) for claim in position} for position in positions]
        homes: dict[str, set[int]] = {}
        for number, position in enumerate(positions):
            for claim in position:
                for other in self._partners.get(claim, set()) - placed:
                    homes.setdefault(other, set()).add(number)
        joining = sorted(
            (claim, min(found))
            for claim, found in homes.items()
            if len(found) == 1
            and not any(self._place(claim) in told for n, told in enumerate(sentences) if n not in found)
            and not any(self._is_elsewhere(claim, told) for n, told in enumerate(holders) if n not in found)
        )
        return [(*p, *(claim for claim, home in joining if home == n)) for n, p in enumerate(positions)]

    def _is_elsewhere(self, claim: str, holders: set[str]) -> bool:
        """Whether the claim's paper tells another side itself; only a paper that reports a dispute tells both."""
        return self._relation != "disputes" and self._article(claim) in holders

    def _article(self, claim: str) -> str:
        return self.tellings[claim].read.article.id

    def _place(self, claim: str) -> tuple[str, int]:
        telling = self.tellings[claim]
        return self._article(claim), telling.claim.sentence

    def _pairs(self, claims: Sequence[str]) -> list[tuple[str, str]]:
        known = set(claims)
        linked = sorted(tuple(sorted(pair)) for pair in self._links.agreeing if set(pair) <= known)
        few = claims if len(claims) <= MOST_COMPARED else []
        compared = [(a, b) for i, a in enumerate(few) for b in few[i + 1 :] if self._restate(a, b)]
        return [(a, b) for a, b in linked] + compared

    def _restate(self, one: str, other: str) -> bool:
        a, b = self.tellings[one], self.tellings[other]
        if a.read is b.read and a.claim.sentence == b.claim.sentence:
            return True
        if self._is_one_side(a, b):
            return True
        if self._type in _BY_FIGURE:
            return bool(self._tolls_of(a) & self._tolls_of(b))
        if self._type not in _BY_STAND:
            return False
        shares_opponent = bool(self._opponents[one] & self._opponents[other])
        return any(self._is_one_stand(x, y, shares_opponent) for x in a.stands for y in b.stands)

    def _is_one_side(self, a: Telling, b: Telling) -> bool:
        """Whether two papers give the word of one named speaker, against one opponent, in one dispute of speakers."""
        if self._relation != "disputes" or a.read is b.read or not (a.stand.is_named and b.stand.is_named):
            return False
        x, y = a.stand.holder, b.stand.holder
        if x is None or y is None or not may_be_one(x, y):
            return False
        return bool(a.content.stems & b.content.stems) or bool(_values(a) & _values(b))

    def _tolls_of(self, telling: Telling) -> frozenset[tuple[object, ...]]:
        if telling.claim.id not in self._tolls:
            self._tolls[telling.claim.id] = _toll_keys(telling)
        return self._tolls[telling.claim.id]

    def _is_one_stand(self, x: Stand, y: Stand, shares_opponent: bool) -> bool:
        """Whether one speaker takes one side of one matter, as far as can be told."""
        if x.holder is None or y.holder is None or (x.stance in ANSWERS) != (y.stance in ANSWERS):
            return False
        if not may_be_one(x.holder, y.holder):
            return False
        return (x.stance == y.stance and shares_opponent) or self._context.is_one_matter(x, y)


def _both_ways(pairs: Iterable[tuple[str, ...]]) -> dict[str, set[str]]:
    """The partners of each claim in any of `pairs`."""
    partners: dict[str, set[str]] = {}
    for one, other in pairs:
        partners.setdefault(one, set()).add(other)
        partners.setdefault(other, set()).add(one)
    return partners


def _merge_type(type_: str, verdicts: Sequence[Verdict], restating: _Restating) -> list[Merged]:
    positions = restating.classes(verdicts)
    if type_ not in _BY_FIGURE:
        return _merge_matter(verdicts, positions, restating)
    matters_told = matters.split(verdicts, positions.find)
    return [merged for one in matters_told for merged in _merge_matter(one, positions, restating)]


def _merge_matter(verdicts: Sequence[Verdict], positions: _Classes, restating: _Restating) -> list[Merged]:
    conflicts = _Classes()
    for verdict in verdicts:
        conflicts.join(positions.find(verdict.a), positions.find(verdict.b))
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(conflicts.find(positions.find(verdict.a)), []).append(verdict)
    return [_merged(group, positions, restating) for _, group in sorted(groups.items())]


def _merged(verdicts: Sequence[Verdict], classes: _Classes, restating: _Restating) -> Merged:
    best = sorted(verdicts, key=lambda v: (_CONFIDENCES.index(v.confidence), v.a, v.b))
    members: dict[str, list[str]] = {}
    for claim in dict.fromkeys(claim for verdict in best for claim in (verdict.a, verdict.b)):
        members.setdefault(classes.find(claim), []).append(claim)
    plain = [_plainest(claims, restating.tellings) for claims in members.values()]
    return Merged(tuple(best), tuple(restating.joined_by(plain)))


def _plainest(claims: Sequence[str], tellings: Mapping[str, Telling]) -> tuple[str, ...]:
    """The claims of a position, less parts of a sentence of which another claim tells the whole answer."""
    telling = {(t.read.article.id, t.claim.sentence) for t in map(tellings.__getitem__, claims) if t.tells_answer}
    return tuple(
        one
        for one in claims
        if tellings[one].tells_answer or (tellings[one].read.article.id, tellings[one].claim.sentence) not in telling
    )


def _by_gravest_type(verdicts: Sequence[Verdict], tellings: Mapping[str, Telling]) -> list[Verdict]:
    """The verdicts; one on a state joins the conflict over the cause that its claims also tell: a sound rail, or a
    broken one to blame."""
    causes = [verdict for verdict in verdicts if verdict.type == "cause"]

    def joins(verdict: Verdict) -> bool:
        return verdict.type == "other" and any(_is_of_one(verdict, cause, tellings) for cause in causes)

    return [v.model_copy(update={"type": "cause"}) if joins(v) else v for v in verdicts]


def _is_of_one(verdict: Verdict, cause: Verdict, tellings: Mapping[str, Telling]) -> bool:
    ours, theirs = {verdict.a, verdict.b}, {cause.a, cause.b}
    if len(ours & theirs) != 1:
        return False
    one, other = (tellings[min(side)] for side in (ours - theirs, theirs - ours))
    return one.read is other.read and bool(one.content.stems & other.content.stems)


def _values(telling: Telling) -> frozenset[tuple[object, ...]]:
    return frozenset((f.kind, f.low, f.high, f.unit) for f in telling.claim.figures if f.low is not None)


def _toll_keys(telling: Telling) -> frozenset[tuple[object, ...]]:
    read = measures.read(telling)
    return frozenset((m.fate, m.counted, m.figure.low, m.figure.high) for m in read if m.is_toll)


_CONFIDENCES = ("certain", "likely", "possible")
