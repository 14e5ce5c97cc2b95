"""Which claims might be worth comparing, and how much so. Knows nothing of how many may be, nor of how they are judged.

An inverted index over names, content words, matters, figures and speakers (sought.py) finds candidates, and so does the
place in the story: newspapers tell one event in much the same order. Never all against all.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.models import Claim, ReadArticle
from service.steps.comparing import sought
from service.steps.comparing.tellings import Telling, Tellings

# Of a claim's keys only the rarest find partners, and of a key's claims only the first: bounds the work on any input.
RAREST_KEYS = 40
MOST_PER_KEY = 60
# So many claims before and after it in the story are candidates whatever they share.
NEAREST = 6
# What a claim at the same place of the story is worth that shares nothing, and how fast worth falls from there on.
OF_PLACE, FALL = 0.01, 1.5
# Inside one article a denial is held against what it denies, and a figure against another of the same measure.
INSIDE, LEAST_INSIDE = 0.6, 0.15
_MEASURES = ("measures ", "toll ", "told as ")


# The claims of every key, with what it counts for in each.
Index = Mapping[str, Mapping[int, float]]


@dataclass(frozen=True)
class Entry:
    """A claim with the weights of its keys, in order, and which of them say what its figures measure; how far into its
    article it stands (0 to 1), and what tells it from a claim of the same words."""

    claim: Claim
    article: int
    event: int
    place: float
    weights: Mapping[str, float]
    measured: frozenset[str]
    norm: float
    signature: tuple[object, ...]
    denies: bool

    @property
    def sentence(self) -> tuple[int, int]:
        """Where it stands: several claims may be parts of one sentence."""
        return (self.article, self.claim.sentence)


def read(articles: Sequence[ReadArticle], tellings: Tellings) -> list[Entry]:
    """The claims of `articles` in order, less those of an article that tells an event of its own."""
    events_found = tellings.events
    found: list[tuple[int, int, Telling, dict[str, float]]] = []
    for position, told in enumerate(articles):
        event = next(i for i, ids in enumerate(events_found) if told.article.id in ids)
        if len(events_found[event]) < min(2, len(articles)):
            continue
        for claim in sorted(told.claims, key=lambda claim: (claim.spans[0].start, claim.id)):
            telling = tellings.of(claim)
            found.append((position, event, telling, sought.weigh(telling, tellings)))
    counts = Counter(key for _, _, _, weights in found for key in weights)
    return [
        _enter(position, event, telling, sought.scale(weights, counts, len(found)))
        for position, event, telling, weights in found
    ]


def find(entries: Sequence[Entry]) -> dict[tuple[int, int], float]:
    """Pairs of places in `entries`, the smaller first, with how much each is worth comparing."""
    index = _index(entries)
    found: dict[tuple[int, int], float] = {}
    for number, others in enumerate(_listed(entries, index)):
        entry = entries[number]
        apt = {other for other in others if _may_pair(entry, entries[other])}
        for other, product in _products(entry, apt, index).items():
            worth = _rate(entry, entries[other], product / (entry.norm * entries[other].norm))
            if worth > 0:
                found[number, other] = worth
    return found


def _enter(article: int, event: int, telling: Telling, weights: Mapping[str, float]) -> Entry:
    return Entry(
        claim=telling.claim,
        article=article,
        event=event,
        place=telling.claim.sentence / max(1, len(telling.read.sentences)),
        weights=dict(sorted(weights.items())),
        measured=frozenset(key for key in weights if key.startswith(_MEASURES)),
        norm=math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0,
        signature=_signature(telling),
        denies=any(stand.stance == "denies" for stand in telling.stands),
    )


def _signature(telling: Telling) -> tuple[object, ...]:
    figures = sorted((f.kind, f.low or 0.0, f.high or 0.0, f.unit) for f in telling.claim.figures)
    return (tuple(figures), tuple(sorted(stand.stance for stand in telling.stands)), tuple(sorted(telling.negated)))


def _index(entries: Sequence[Entry]) -> Index:
    """The claims of every key, with what it counts for in each."""
    index: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        for key, weight in entry.weights.items():
            index[key][number] = weight
    return index


def _listed(entries: Sequence[Entry], index: Index) -> list[set[int]]:
    """For every claim the later ones it might be compared with."""
    finding = {key: _some_of_each(list(held), entries) for key, held in index.items()}
    ranks = {key: rank for rank, key in enumerate(sorted(finding, key=lambda key: (len(finding[key]), key)))}
    found: list[set[int]] = [set() for _ in entries]
    for number, entry in enumerate(entries):
        rarest = sorted(entry.weights, key=ranks.__getitem__)[:RAREST_KEYS]
        for other in set().union(*(finding[key] for key in rarest)) - {number}:
            found[min(number, other)].add(max(number, other))
    ordered = sorted(range(len(entries)), key=lambda number: (entries[number].place, entries[number].claim.id))
    for at, number in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + NEAREST]:
            found[min(number, other)].add(max(number, other))
    return found


def _some_of_each(listed: list[int], entries: Sequence[Entry]) -> list[int]:
    """The claims of a key; where they are many some of each article, so that none is out of reach."""
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


def _may_pair(a: Entry, b: Entry) -> bool:
    """Whether anything they share makes two claims worth comparing."""
    if a.event != b.event or a.sentence == b.sentence:
        return False
    return a.article != b.article or a.denies != b.denies or _are_measured_apart(a, b)


def _are_measured_apart(a: Entry, b: Entry) -> bool:
    return a.signature != b.signature and not a.measured.isdisjoint(b.measured)


def _products(entry: Entry, others: set[int], index: Index) -> dict[int, float]:
    """What the keys a claim shares with each of `others` count for, each with the other's; added up in order of the
    keys, so that either of two claims reckons the same."""
    products = dict.fromkeys(others, 0.0)
    for key, weight in entry.weights.items():
        theirs = index[key]
        for other in theirs.keys() & others:
            products[other] += weight * theirs[other]
    return products


def _rate(a: Entry, b: Entry, cosine: float) -> float:
    """How much two claims are worth comparing, 0 to 1: the cosine of their keys, less for places apart in the story."""
    near = math.exp(-FALL * abs(a.place - b.place))
    if a.article != b.article:
        return min(1.0, (cosine + OF_PLACE) * near)
    is_answered = a.denies != b.denies and cosine >= LEAST_INSIDE
    return INSIDE * cosine * near if is_answered or _are_measured_apart(a, b) else 0.0
