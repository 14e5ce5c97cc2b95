"""Chooses which claims of different articles are worth comparing. Knows nothing of how they are judged.

An inverted index over names, content words, matters, figures and speakers (sought.py) finds candidates; never all
against all. Each claim keeps a fixed number of partners, so pairs grow with the claims and not with their square.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.models import Claim, Pair, ReadArticle
from service.steps.comparing import set_against, sought
from service.steps.comparing.tellings import ANSWERS, Telling, Tellings

# Partners below this cosine are not worth a comparison.
LEAST_SCORE, LEAST_INSIDE = 0.005, 0.15
# Most pairs are kept by both their claims: so many partners a claim make about one pair a claim.
PARTNERS_PER_PAIR = 1.75
# A candidate left out from here on is one a reader must know of.
LIKELY_SCORE = 0.4
FEWEST_SHARED = 2
# Of a claim's keys only the rarest find partners, and of a key's claims only the first: bounds the work on any input.
RAREST_KEYS = 40
MOST_PER_KEY = 60
# Inside one article only a denial and what it denies are compared.
MOST_INSIDE = 2
MOST_ANSWERS = 2


@dataclass(frozen=True)
class Choice:
    """The pairs, best first. `capped`: a candidate with much in common was left out."""

    pairs: tuple[Pair, ...]
    capped: bool


@dataclass(frozen=True)
class _Entry:
    """A claim with the weights of its keys and what tells it from a claim of the same words."""

    claim: Claim
    article: int
    event: int
    weights: Mapping[str, float]
    norm: float
    signature: tuple[object, ...]
    answers: bool
    denies: bool


def choose(articles: Sequence[ReadArticle], per_claim: int = 4, tellings: Tellings | None = None) -> Choice:
    """Candidate pairs, at most `per_claim` for every claim there is, best first. Half of a claim's partners are those
    of other figures, stance or polarity, so that many equal tellings do not crowd out the one that differs.

    Only articles of one event are paired; one that tells an event of its own is left out. Inside an article a denial
    is paired with what it denies. Equal articles in any order give equal pairs; `a` is of the article with the smaller
    content hash. `tellings` are those articles, if read before.
    """
    ordered = sorted(articles, key=lambda read: (read.article.sha256, read.article.id))
    tellings = tellings or Tellings(ordered)
    entries = _read(ordered, tellings)
    partners = _Partners(entries)
    chosen: dict[tuple[int, int], float] = {}
    capped = False
    for number, entry in enumerate(entries):
        scores = partners.of(number)
        kept, left_out = _keep(entry, scores, entries, round(per_claim * PARTNERS_PER_PAIR))
        capped = capped or left_out
        chosen |= {(min(number, other), max(number, other)): score for other, score in kept}
    chosen |= dict.fromkeys(_set_against(ordered, entries, tellings), 1.0)
    found = [
        Pair(a=entries[one].claim.id, b=entries[other].claim.id, score=round(score, 4))
        for (one, other), score in chosen.items()
    ]
    best = sorted(found, key=lambda pair: (-pair.score, pair.a, pair.b))
    most = per_claim * len(entries)
    return Choice(tuple(best[:most]), capped or any(pair.score >= LIKELY_SCORE for pair in best[most:]))


def _set_against(
    ordered: Sequence[ReadArticle], entries: Sequence[_Entry], tellings: Tellings
) -> list[tuple[int, int]]:
    """Claims that are compared whatever they share, if they are of one event; see set_against.py."""
    places = {entry.claim.id: number for number, entry in enumerate(entries)}
    found = set_against.pairs(ordered, tellings)
    listed = ((places[one], places[other]) for one, other in found if one in places and other in places)
    return [(min(pair), max(pair)) for pair in listed if entries[pair[0]].event == entries[pair[1]].event]


def _read(ordered: Sequence[ReadArticle], tellings: Tellings) -> list[_Entry]:
    events_found = tellings.events
    found: list[tuple[int, int, Telling, dict[str, float]]] = []
    for position, read in enumerate(ordered):
        event = next(i for i, ids in enumerate(events_found) if read.article.id in ids)
        if len(events_found[event]) < min(2, len(ordered)):
            continue
        for claim in sorted(read.claims, key=lambda claim: (claim.spans[0].start, claim.id)):
            telling = tellings.of(claim)
            found.append((position, event, telling, sought.weigh(telling, tellings)))
    counts = Counter(key for _, _, _, weights in found for key in weights)
    return [
        _enter(position, event, telling, sought.scale(weights, counts, len(found)))
        for position, event, telling, weights in found
    ]


def _enter(article: int, event: int, telling: Telling, weights: Mapping[str, float]) -> _Entry:
    return _Entry(
        claim=telling.claim,
        article=article,
        event=event,
        weights=weights,
        norm=math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0,
        signature=_signature(telling),
        answers=any(stand.stance in ANSWERS for stand in telling.stands),
        denies=any(stand.stance == "denies" for stand in telling.stands),
    )


def _signature(telling: Telling) -> tuple[object, ...]:
    figures = sorted((f.kind, f.low or 0.0, f.high or 0.0, f.unit) for f in telling.claim.figures)
    return (tuple(figures), tuple(sorted(stand.stance for stand in telling.stands)), tuple(sorted(telling.negated)))


def _index(entries: Sequence[_Entry]) -> Mapping[str, list[int]]:
    """The claims of every key; of a key of many claims some of each article, so that none is out of reach."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for key in entry.weights:
            index[key].append(number)
    return {key: _some_of_each(listed, entries) for key, listed in index.items()}


def _some_of_each(listed: list[int], entries: Sequence[_Entry]) -> list[int]:
    if len(listed) <= MOST_PER_KEY:
        return listed
    share = max(1, MOST_PER_KEY // (entries[listed[-1]].article + 1))
    seen: Counter[int] = Counter()
    kept = []
    for number in listed:
        seen[entries[number].article] += 1
        if seen[entries[number].article] <= share:
            kept.append(number)
    return kept


class _Partners:
    """Finds the partners of claims; how like two claims are is reckoned once for both."""

    def __init__(self, entries: Sequence[_Entry]) -> None:
        self._entries = entries
        self._index = index = _index(entries)
        self._ranks = {key: rank for rank, key in enumerate(sorted(index, key=lambda key: (len(index[key]), key)))}
        self._roots = [entry.norm**0.5 for entry in entries]
        self._scores: dict[tuple[int, int], float] = {}

    def of(self, number: int) -> list[tuple[int, float]]:
        """Partners of claim `number` worth comparing, best first, with their cosines.

        Ranked by what is shared over the root of the cosine's norm: a long claim tells several facts, and a partner
        for one of them shares little of the whole.
        """
        entry, entries = self._entries[number], self._entries
        rarest = sorted(entry.weights, key=self._ranks.__getitem__)[:RAREST_KEYS]
        others = set().union(*(self._index[key] for key in rarest)) - {number}
        scored = [(other, self._score(number, other)) for other in others if _may_pair(entry, entries[other])]
        worth = [(other, score) for other, score in scored if score >= _least(entry, entries[other])]
        return sorted(worth, key=lambda one: (-round(one[1] * self._roots[one[0]], 4), entries[one[0]].claim.id))

    def _score(self, one: int, other: int) -> float:
        key = (one, other) if one < other else (other, one)
        known = self._scores.get(key)
        if known is None:
            known = self._scores[key] = _score(self._entries[one], self._entries[other])
        return known


def _least(a: _Entry, b: _Entry) -> float:
    return LEAST_INSIDE if a.article == b.article else LEAST_SCORE


def _may_pair(a: _Entry, b: _Entry) -> bool:
    if a.event != b.event:
        return False
    return a.article != b.article or (a.denies != b.denies and a.claim.sentence != b.claim.sentence)


def _score(a: _Entry, b: _Entry) -> float:
    """The cosine of two claims' weights; 0 where they share hardly a key."""
    ours, theirs = a.weights, b.weights
    keys = ours.keys() & theirs.keys()
    if len(keys) < FEWEST_SHARED:
        return 0.0
    return sum([ours[key] * theirs[key] for key in sorted(keys)]) / (a.norm * b.norm)


def _keep(
    entry: _Entry, scores: Sequence[tuple[int, float]], entries: Sequence[_Entry], per_claim: int
) -> tuple[list[tuple[int, float]], bool]:
    """The partners kept, and whether any was left out."""
    inside = [one for one in scores if entries[one[0]].article == entry.article]
    across = [one for one in scores if entries[one[0]].article != entry.article]
    across = _answers_first(entry, across, entries)
    alike = [one for one in across if entries[one[0]].signature == entry.signature]
    differing = [one for one in across if entries[one[0]].signature != entry.signature]
    places = max(per_claim - len(alike), per_claim // 2)
    kept = differing[:places]
    kept += alike[: per_claim - len(kept)]
    held = set(kept)
    left_out = [score for other, score in across if (other, score) not in held]
    return kept + inside[:MOST_INSIDE], any(score >= LIKELY_SCORE for score in left_out)


def _answers_first(
    entry: _Entry, scores: Sequence[tuple[int, float]], entries: Sequence[_Entry]
) -> list[tuple[int, float]]:
    """For a denial or a refusal to confirm, the closest other answers first: one response may be told in two ways."""
    if not entry.answers:
        return list(scores)
    answers = [one for one in scores if entries[one[0]].answers][:MOST_ANSWERS]
    return answers + [one for one in scores if one not in answers]
