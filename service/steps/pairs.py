"""Chooses which claims are worth comparing. Knows nothing of how they are judged.

Candidates (candidates.py) come with how much each is worth; as many are taken as there are claims times a number, the
best first, so that pairs grow with the claims and not with their square. What says little new is worth less: another
pair of the same two sentences, or one more equal telling of what a claim was already paired with.
"""

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.models import Pair, ReadArticle
from service.steps.comparing import candidates, set_against
from service.steps.comparing.candidates import Entry
from service.steps.comparing.tellings import Tellings

# What is left of a pair's worth for every pair of the same sentences, and for every equal telling, chosen before.
SAME_SENTENCES, EQUAL_TELLING = 0.85, 0.9
# A candidate left out from here on is one a reader must know of.
LIKELY_SCORE = 0.4

Places = tuple[int, int]


@dataclass(frozen=True)
class Choice:
    """The pairs, best first. `capped`: a candidate with much in common was left out."""

    pairs: tuple[Pair, ...]
    capped: bool


def choose(articles: Sequence[ReadArticle], per_claim: int = 4, tellings: Tellings | None = None) -> Choice:
    """Candidate pairs, at most `per_claim` for every claim there is, best first.

    Only articles of one event are paired; one that tells an event of its own is left out. Inside an article a denial
    is paired with what it denies, and a figure with another of its measure. Equal articles in any order give equal
    pairs; `a` is of the article with the smaller content hash. `tellings` are those articles, if read before.
    """
    ordered = sorted(articles, key=lambda read: (read.article.sha256, read.article.id))
    tellings = tellings or Tellings(ordered)
    entries = candidates.read(ordered, tellings)
    worth = candidates.find(entries) | dict.fromkeys(_set_against(ordered, entries, tellings), 1.0)
    chosen = _spend(worth, entries, per_claim * len(entries))
    found = [
        Pair(a=entries[one].claim.id, b=entries[other].claim.id, score=round(worth[one, other], 4))
        for one, other in chosen
    ]
    return Choice(
        pairs=tuple(sorted(found, key=lambda pair: (-pair.score, pair.a, pair.b))),
        capped=any(score >= LIKELY_SCORE for pair, score in worth.items() if pair not in chosen),
    )


def _set_against(ordered: Sequence[ReadArticle], entries: Sequence[Entry], tellings: Tellings) -> list[Places]:
    """Claims that are compared whatever they share, if they are of one event; see set_against.py."""
    places = {entry.claim.id: number for number, entry in enumerate(entries)}
    found = set_against.pairs(ordered, tellings)
    listed = ((places[one], places[other]) for one, other in found if one in places and other in places)
    return [(min(pair), max(pair)) for pair in listed if entries[pair[0]].event == entries[pair[1]].event]


def _spend(worth: Mapping[Places, float], entries: Sequence[Entry], most: int) -> set[Places]:
    """The best `most` pairs, each choice making its like worth less."""
    chosen: set[Places] = set()
    spent = _Spent(entries)
    waiting = [(-score, entries[pair[0]].claim.id, entries[pair[1]].claim.id, pair) for pair, score in worth.items()]
    heapq.heapify(waiting)
    while waiting and len(chosen) < most:
        score, one, other, pair = heapq.heappop(waiting)
        # Worth only falls, so whatever is still worth what it stood here for is the best there is.
        left = -worth[pair] * spent.share_left(pair)
        if left > score:
            heapq.heappush(waiting, (left, one, other, pair))
            continue
        chosen.add(pair)
        spent.note(pair)
    return chosen


class _Spent:
    """What has been chosen so far, by sentences and by equal tellings."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._sentences: Counter[tuple[object, object]] = Counter()
        self._equals: Counter[int] = Counter()

    def share_left(self, pair: Places) -> float:
        """What is left of the pair's worth, 0 to 1."""
        left = SAME_SENTENCES ** self._sentences[self._of(pair)]
        if self._are_equal(pair):
            left *= EQUAL_TELLING ** max(self._equals[place] for place in pair)
        return float(left)

    def note(self, pair: Places) -> None:
        """Takes note of a pair chosen."""
        self._sentences[self._of(pair)] += 1
        if self._are_equal(pair):
            self._equals.update(pair)

    def _of(self, pair: Places) -> tuple[object, object]:
        return (self._entries[pair[0]].sentence, self._entries[pair[1]].sentence)

    def _are_equal(self, pair: Places) -> bool:
        return self._entries[pair[0]].signature == self._entries[pair[1]].signature
