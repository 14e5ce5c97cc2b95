"""Which claims might be worth comparing, and how much so. Knows nothing of how many may be, nor of how they are judged.

An inverted index over names, content words, matters, figures and speakers (sought.py) finds candidates, and so does the
place in the story: newspapers tell one event in much the same order. Never all against all.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
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


@dataclass(frozen=True)
class Entry:
    """A claim with the weights of its keys, how far into its article it stands (0 to 1), and what tells it from a claim
    of the same words."""

    claim: Claim
    article: int
    event: int
    place: float
    weights: Mapping[str, float]
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
    found: dict[tuple[int, int], float] = {}
    for pair in _listed(entries):
        if pair not in found:
            found[pair] = _rate(entries[pair[0]], entries[pair[1]])
    return {pair: worth for pair, worth in found.items() if worth > 0}


def _enter(article: int, event: int, telling: Telling, weights: Mapping[str, float]) -> Entry:
    return Entry(
        claim=telling.claim,
        article=article,
        event=event,
        place=telling.claim.sentence / max(1, len(telling.read.sentences)),
        weights=weights,
        norm=math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0,
        signature=_signature(telling),
        denies=any(stand.stance == "denies" for stand in telling.stands),
    )


def _signature(telling: Telling) -> tuple[object, ...]:
    figures = sorted((f.kind, f.low or 0.0, f.high or 0.0, f.unit) for f in telling.claim.figures)
    return (tuple(figures), tuple(sorted(stand.stance for stand in telling.stands)), tuple(sorted(telling.negated)))


def _listed(entries: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    index = _index(entries)
    ranks = {key: rank for rank, key in enumerate(sorted(index, key=lambda key: (len(index[key]), key)))}
    for number, entry in enumerate(entries):
        rarest = sorted(entry.weights, key=ranks.__getitem__)[:RAREST_KEYS]
        others = set().union(*(index[key] for key in rarest)) - {number}
        yield from ((min(number, other), max(number, other)) for other in others)
    ordered = sorted(range(len(entries)), key=lambda number: (entries[number].place, entries[number].claim.id))
    for at, number in enumerate(ordered):
        yield from ((min(number, other), max(number, other)) for other in ordered[at + 1 : at + 1 + NEAREST])


def _index(entries: Sequence[Entry]) -> Mapping[str, list[int]]:
    """The claims of every key; of a key of many claims some of each article, so that none is out of reach."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for key in entry.weights:
            index[key].append(number)
    return {key: _some_of_each(listed, entries) for key, listed in index.items()}


def _some_of_each(listed: list[int], entries: Sequence[Entry]) -> list[int]:
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


def _rate(a: Entry, b: Entry) -> float:
    """How much two claims are worth comparing, 0 to 1: the cosine of their keys, less for places apart in the story."""
    if a.event != b.event or a.sentence == b.sentence:
        return 0.0
    near = math.exp(-FALL * abs(a.place - b.place))
    keys = a.weights.keys() & b.weights.keys()
    cosine = sum([a.weights[key] * b.weights[key] for key in sorted(keys)]) / (a.norm * b.norm)
    if a.article != b.article:
        return min(1.0, (cosine + OF_PLACE) * near)
    measured = a.signature != b.signature and any(key.startswith(_MEASURES) for key in keys)
    is_answered = a.denies != b.denies and cosine >= LEAST_INSIDE
    return INSIDE * cosine * near if measured or is_answered else 0.0
