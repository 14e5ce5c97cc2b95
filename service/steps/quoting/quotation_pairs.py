"""Finds which quotations of different articles are one utterance. Knows nothing of what their differences mean.

An index of telling words gives each utterance its few best candidates, so no utterance meets all others; an alignment
word by word decides. Of two partners for the same words, the better one is taken.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from service.steps.quoting.utterances import Atom, Utterance
from service.steps.quoting.word_diff import Run, align, find_gaps, is_negation, weigh
from service.steps.vocabulary.namesakes import relate

# A word that more utterances hold finds none of them.
_COMMON = 60
# How many of its rarest words look for an utterance's candidates, and how many candidates in one article are aligned.
_RAREST, _CANDIDATES = 12, 3
_FEWEST_SHARED = 2
# Telling words an unchanged stretch must hold, and a changed one besides names, which tell the topic.
_FEWEST_SAME, _FEWEST_CHANGED = 3, 4
# Shares of the weight of words: of one whole side, of both whole sides, and of both aligned stretches.
_COVER_OF_ONE, _DENSITY_OF_PART = 0.7, 0.7
_COVER_OF_BOTH, _DENSITY = 0.5, 0.5
_ALL = 1 - 1e-9
# Share of all words, those of grammar included, from which two sides that tell the same words are one.
_ALIKE = 0.7
# Where the speakers are surely two, only the very same words are one utterance, and not what many say at such times.
_FEWEST_REASSIGNED, _FEWEST_REASSIGNED_WORDS = 3, 8
_STOCK = frozenset(
    "thought thoughts prayer prayers condolences sympathy sympathies heartfelt deepest heart hearts family families"
    " friend friends victim victims loved ones injured tragedy tragic grief sad sadness stone unturned responsible"
    " justice committed commitment safety priority thank thanks find cause causes happened everything understand learn"
    " lessons lesson investigation help support work working clear answers questions comment again never happen".split()
)
# The same telling words in another order are one utterance from this many and this share of all on.
_FEWEST_RETOLD, _RETOLD = 3, 0.75
# Words of one speaker that another article has at the very beginning or end of a longer quotation.
_FEWEST_PART, _FEWEST_PART_WORDS = 2, 4
# More quotations of one article than this are not compared; those that tell the least are left out.
_MOST_UTTERANCES = 200


@dataclass(frozen=True)
class Match:
    """One utterance as two articles quote it, `a` from the earlier one. `runs` are the words common to both.

    `is_retold`: both tell the same in another order, as two translations do; then the runs are few of the words.
    """

    a: Utterance
    b: Utterance
    runs: tuple[Run, ...]
    closeness: float
    is_retold: bool = False

    @property
    def a_range(self) -> tuple[int, int]:
        """The atoms of `a` from the first common word to the last."""
        return (0, len(self.a.atoms)) if self.is_retold else (self.runs[0].a, self.runs[-1].a + self.runs[-1].size)

    @property
    def b_range(self) -> tuple[int, int]:
        """The atoms of `b` from the first common word to the last."""
        return (0, len(self.b.atoms)) if self.is_retold else (self.runs[0].b, self.runs[-1].b + self.runs[-1].size)


def find(utterances: Sequence[Utterance]) -> tuple[Match, ...]:
    """The matches between different articles, best first; the words of an utterance are matched once per other article.

    `utterances` are in order of article and place; the answer depends on nothing else.
    """
    kept = _limit(utterances)
    matches = [match for a, b in _candidates(kept) if (match := _match(kept[a], kept[b]))]
    return tuple(_take_best(matches))


def touched(atoms: Sequence[Atom], start: int, end: int) -> tuple[int, int]:
    """The range of whole sentences that atoms `start:end` stand in."""
    while start > 0 and atoms[start - 1].sentence == atoms[start].sentence:
        start -= 1
    while end < len(atoms) and atoms[end].sentence == atoms[end - 1].sentence:
        end += 1
    return start, end


def _limit(utterances: Sequence[Utterance]) -> list[Utterance]:
    by_article: dict[int, list[Utterance]] = defaultdict(list)
    for utterance in utterances:
        if sum(atom.weight > 0 for atom in utterance.atoms) >= _FEWEST_SHARED:
            by_article[utterance.article].append(utterance)
    kept = []
    for found in by_article.values():
        found.sort(key=lambda utterance: (-_total(utterance.atoms), utterance.start))
        kept += found[:_MOST_UTTERANCES]
    return sorted(kept, key=lambda utterance: (utterance.article, utterance.start))


def _candidates(utterances: Sequence[Utterance]) -> list[tuple[int, int]]:
    """Pairs of places in `utterances` worth aligning, in order: best sharers of rare words in every other article."""
    weights = [{atom.key: atom.weight for atom in utterance.atoms if atom.weight > 0} for utterance in utterances]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, keys in enumerate(weights):
        for key in keys:
            holders[key].append(place)
    pairs = set()
    for place, keys in enumerate(weights):
        shared: Counter[int] = Counter()
        for key in sorted(keys, key=lambda key: (-keys[key], key))[:_RAREST]:
            if len(holders[key]) <= _COMMON:
                shared.update(holders[key])
        for other in _best_of_each(utterances, place, shared):
            if _may_match(weights[place], weights[other]):
                pairs.add((min(place, other), max(place, other)))
    return sorted(pairs)


def _best_of_each(utterances: Sequence[Utterance], place: int, shared: Counter[int]) -> Iterable[int]:
    taken: Counter[int] = Counter()
    for other, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        article = utterances[other].article
        if article != utterances[place].article and count >= _FEWEST_SHARED and taken[article] < _CANDIDATES:
            taken[article] += 1
            yield other


def _may_match(a: dict[str, float], b: dict[str, float]) -> bool:
    """Whether the words shared, in any order, are enough of the smaller side."""
    shared = sum(a[key] for key in sorted(a.keys() & b.keys()))
    return shared >= _COVER_OF_BOTH * min(sum(a.values()), sum(b.values()))


def _match(a: Utterance, b: Utterance) -> Match | None:
    runs = align(a.atoms, b.atoms)
    if not runs:
        return None
    shared = weigh(runs, a.atoms)
    union = _total(a.atoms) + _total(b.atoms) - shared
    match = Match(a, b, runs, shared / union if union else 0.0)
    if _is_one(match, shared):
        return match
    return replace(match, is_retold=True) if _is_retold(match) else None


def _is_one(match: Match, shared: float) -> bool:
    """Whether the common words make both sides one utterance rather than two on one topic."""
    a, b, runs = match.a.atoms, match.b.atoms, match.runs
    common = [atom for run in runs for atom in a[run.a : run.a + run.size] if atom.weight > 0]
    covers = [_share(shared, atoms, *touched(atoms, *part)) for atoms, part in ((a, match.a_range), (b, match.b_range))]
    densities = [_share(shared, a, *match.a_range), _share(shared, b, *match.b_range)]
    relation = relate(match.a.speaker, match.b.speaker)
    is_unchanged = not find_gaps(runs, a, b) and max(covers) > _ALL
    if relation == "different":
        own = [atom for atom in common if atom.literal not in _STOCK]
        is_long = sum(run.size for run in runs) >= _FEWEST_REASSIGNED_WORDS
        return is_unchanged and is_long and len(own) >= _FEWEST_REASSIGNED
    if is_unchanged and relation == "same" and _is_part(match):
        return len(common) >= _FEWEST_PART
    tells_same = min(covers) > _ALL and _alike(match) >= _ALIKE
    if is_unchanged or tells_same:
        return len(common) >= _FEWEST_SAME + (relation == "unknown" and not tells_same)
    if sum(not atom.is_name for atom in common) < _FEWEST_CHANGED:
        return False
    is_part = max(covers) >= _COVER_OF_ONE and min(densities) >= _DENSITY_OF_PART
    return is_part or (min(covers) >= _COVER_OF_BOTH and min(densities) >= _DENSITY)


def _is_part(match: Match) -> bool:
    """Whether one side is, word for word, how the other begins or ends."""
    (run, *others), a, b = match.runs, match.a.atoms, match.b.atoms
    is_whole = run.size == min(len(a), len(b))
    at_edge = (run.a == 0 and run.b == 0) or (run.a + run.size == len(a) and run.b + run.size == len(b))
    return not others and is_whole and at_edge and run.size >= _FEWEST_PART_WORDS


def _is_retold(match: Match) -> bool:
    """Whether one speaker is quoted with the same telling words, figures and negations in another order."""
    a, b = match.a.atoms, match.b.atoms
    ours, theirs = ({atom.key for atom in atoms if atom.weight > 0} for atoms in (a, b))
    shared = ours & theirs
    is_alike = len(shared) >= _FEWEST_RETOLD and len(shared) >= _RETOLD * len(ours | theirs)
    negations = [sum(map(is_negation, atoms)) for atoms in (a, b)]
    figures = [{atom.literal for atom in atoms if atom.literal[:1].isdecimal()} for atoms in (a, b)]
    is_same_speaker = relate(match.a.speaker, match.b.speaker) == "same"
    return is_alike and is_same_speaker and negations[0] == negations[1] and figures[0] == figures[1]


def _alike(match: Match) -> float:
    return 2 * sum(run.size for run in match.runs) / (len(match.a.atoms) + len(match.b.atoms))


def _take_best(matches: Sequence[Match]) -> list[Match]:
    """The matches less those whose words a better one has taken."""
    taken: dict[tuple[int, int, int], list[tuple[int, int]]] = defaultdict(list)
    kept = []
    for match in sorted(matches, key=_rank):
        sides = ((match.a, match.b.article, match.a_range), (match.b, match.a.article, match.b_range))
        places = [((side.article, side.start, other), part) for side, other, part in sides]
        if any(start < end_ and start_ < end for place, (start, end) in places for start_, end_ in taken[place]):
            continue
        for place, part in places:
            taken[place].append(part)
        kept.append(match)
    return kept


def _rank(match: Match) -> tuple[float, bool, int, int, int, int]:
    is_other = relate(match.a.speaker, match.b.speaker) == "different"
    return -round(match.closeness, 9), is_other, match.a.article, match.a.start, match.b.article, match.b.start


def _share(shared: float, atoms: Sequence[Atom], start: int, end: int) -> float:
    whole = _total(atoms[start:end])
    return shared / whole if whole else 0.0


def _total(atoms: Sequence[Atom]) -> float:
    return sum(atom.weight for atom in atoms)
