"""How surely parts of two claims tell one fact in other words. Knows nothing of verdicts, speakers or stances.

A newspaper sentence tells several facts, so clause is held against clause. Words meet by meaning, or, for less, by the
matter they belong to; figures meet where arithmetic makes them one; each counts by its rarity in the articles at hand.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product

from service.models import Figure, FigureKind
from service.steps import figures
from service.steps.comparing import focus
from service.steps.comparing.figures import measures
from service.steps.comparing.figures.measure import Measure
from service.steps.comparing.tellings import Telling, Tellings
from service.steps.vocabulary import concepts
from service.steps.vocabulary.content_words import NAME_WEIGHT, Content, Lexicon
from service.steps.vocabulary.stems import stem

# What a word counts for that only belongs to the same matter, beside one of the same meaning.
OF_ONE_MATTER = 0.45
# What an equal figure counts for beside a word as rare as can be; one to three stand everywhere.
FIGURE, SMALL_FIGURE = 1.3, 0.6
_SMALL = 3.0
_DAYS: frozenset[FigureKind] = frozenset({"date", "weekday"})
# Shorter clauses than this are read with the one before.
_FEWEST_TERMS = 2
_NOTHING = frozenset[str]()
_PEOPLE = frozenset({"people", "person"})
_ANYBODY = _PEOPLE | {""}
# Up to here a number stands in many a sentence of a story.
_FEW = 10.0
_PARTITIVE = re.compile(r"\s+(?:out )?of(?: (?:the|its|his|her|their|all))*\s*")


@dataclass(frozen=True)
class Clause:
    """A part of a claim: its terms with the matters they belong to, and what its figures measure.

    `weights` holds what each key counts for, in order of the keys; `rare` what a word as rare as can be does.
    """

    content: Content
    matters: tuple[frozenset[str], ...]
    measures: tuple[Measure, ...]
    weights: Mapping[str, float]
    rare: float
    whole: float = field(init=False)
    all_matters: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        whole = sum(self.weights.values()) + sum(self._of_figure(m.figure) for m in self.measures)
        object.__setattr__(self, "whole", whole)
        object.__setattr__(self, "all_matters", frozenset().union(*self.matters))

    def cover(self, words: frozenset[str], related: frozenset[str], met: set[int]) -> float:
        """The share of its weight another clause holds, by meaning, matter and the figures that begin at `met`."""
        weights = self.weights
        shared = sum([weights[key] for key in sorted(words)])
        if related:
            shared += OF_ONE_MATTER * sum([weights[key] for key in sorted(related)])
        if met:
            shared += sum(self._of_figure(m.figure) for m in self.measures if m.figure.start in met)
        return shared / self.whole if self.whole else 0.0

    def _of_figure(self, figure: Figure) -> float:
        is_small = figure.kind in ("count", "ordinal") and (figure.high or 0.0) <= _SMALL
        return self.rare * (SMALL_FIGURE if is_small else FIGURE)


@dataclass(frozen=True)
class Likeness:
    """How two clauses meet. `least`, `most`: the covers. `words` and `names` meet by meaning, `related` words by
    matter, `figures` by value; `parted`: other figures of the same things conflict."""

    x: Clause
    y: Clause
    least: float
    most: float
    words: frozenset[str]
    names: frozenset[str]
    related: frozenset[str]
    figures: tuple[tuple[Measure, Measure], ...]
    parted: bool

    @property
    def shared(self) -> int:
        """How many words and names meet, in meaning or matter."""
        return len(self.words) + len(self.names) + len(self.related)

    def beyond(self, pair: tuple[Measure, Measure]) -> int:
        """How many meet beside what a pair of figures counts: twelve cows that died are not twelve that were sold."""
        nouns = {stem(measure.figure.noun) for measure in pair} - {""}
        return len((self.words | self.names | self.related) - nouns) if self._is_of_things(pair) else self.shared

    def _is_of_things(self, pair: tuple[Measure, Measure]) -> bool:
        return all(m.figure.kind == "count" and m.figure.noun not in _ANYBODY for m in pair)


def find(a: Telling, b: Telling, tellings: Tellings, least: float = 0.0) -> tuple[Likeness, ...]:
    """How the clauses of two claims meet, those that share something and cover each other by `least`, the likest
    first."""
    ours, theirs = clauses(a, tellings), clauses(b, tellings)
    met = (compare(x, y, least) for x, y in product(ours, theirs))
    return tuple(sorted((one for one in met if one), key=lambda one: (-one.least, -one.most, sorted(one.words))))


def clauses(telling: Telling, tellings: Tellings) -> tuple[Clause, ...]:
    """The clauses of a claim, and the whole of it where it has several."""
    return tellings.keep(("clauses", telling.claim.id), lambda: _clauses(telling, tellings))


def compare(x: Clause, y: Clause, least: float = 0.0) -> Likeness | None:
    """How much two clauses share, by weight; None where they share nothing, or one covers less than `least`."""
    pairs = _equal_figures(x, y) if x.measures and y.measures else ()
    words = x.content.keys & y.content.keys
    are_related = not x.all_matters.isdisjoint(y.all_matters)
    if not (words or are_related or pairs):
        return None
    met_x, met_y = ({pair[side].figure.start for pair in pairs} for side in (0, 1))
    related_x = _related(x, y, words) if are_related else _NOTHING
    if not (words or related_x or pairs):
        return None
    cover_x = x.cover(words, related_x, met_x)
    if cover_x < least:
        return None
    related_y = _related(y, x, words) if are_related else _NOTHING
    covers = (cover_x, y.cover(words, related_y, met_y))
    if min(covers) < least or not max(covers):
        return None
    counted = {stem(measure.figure.noun) for pair in pairs for measure in pair}
    free = product(_unmet(x, met_x), _unmet(y, met_y))
    return Likeness(
        x=x,
        y=y,
        least=min(covers),
        most=max(covers),
        words=words - x.content.names,
        names=words & x.content.names,
        related=min(related_x, related_y, key=lambda keys: (len(keys - counted), sorted(keys))),
        figures=pairs,
        parted=any(_are_parted(f, g) for f, g in free),
    )


def _equal_figures(x: Clause, y: Clause) -> tuple[tuple[Measure, Measure], ...]:
    return tuple((f, g) for f in x.measures for g in y.measures if are_one(f, g))


def are_one(f: Measure, g: Measure) -> bool:
    """Whether two figures are one value, by arithmetic, of what may be one thing."""
    if "ordinal" in (f.figure.kind, g.figure.kind) or (f.fate and g.fate and f.fate != g.fate):
        return False
    if f.figure.kind == g.figure.kind == "count":
        known = (f.figure.low, f.figure.high) == (g.figure.low, g.figure.high) and f.figure.low is not None
        of_one_thing = bool(f.fate) and f.fate == g.fate or _may_count_one(f.figure, g.figure)
        return known and of_one_thing and (f.figure.bound == g.figure.bound or _are_rounded(f.figure, g.figure))
    same = f.figure.kind == g.figure.kind or {f.figure.kind, g.figure.kind} <= _DAYS
    ends = [{end for end in (m.figure.low, m.figure.high) if end is not None} for m in (f, g)]
    is_open = bool({f.figure.bound, g.figure.bound} & {"at_least", "at_most"}) and not ends[0] & ends[1]
    return same and not is_open and figures.compare(f.figure, g.figure).outcome == "compatible"


def _are_rounded(f: Figure, g: Figure) -> bool:
    """Whether "about 60" and "sixty" may be one; of small numbers "about two" is said where two are not meant."""
    return {f.bound, g.bound} == {"exact", "about"} and (f.high or 0.0) > _FEW


def _may_count_one(f: Figure, g: Figure) -> bool:
    noun, other = f.noun, g.noun
    if not noun or not other or stem(noun) == stem(other):
        return True
    if _PEOPLE & {noun, other} and (f.high or 0.0) > _FEW:
        # "900 people" and "900 smelter workers"; that nothing but people is meant the other words must show.
        return True
    return bool(concepts.of_word(noun) & concepts.of_word(other))


def _are_parted(f: Measure, g: Measure) -> bool:
    if not f.is_of_same_kind(g) or (f.figure.kind == "count" and not f.counts_the_same(g)):
        return False
    return figures.compare(f.figure, g.figure).outcome == "conflicting"


def _unmet(clause: Clause, met: set[int]) -> list[Measure]:
    return [measure for measure in clause.measures if measure.figure.start not in met]


def _related(x: Clause, y: Clause, words: frozenset[str]) -> frozenset[str]:
    """The terms of `x` that meet a term of `y` in a matter, besides those that meet in meaning."""
    others = {m for term, of in zip(y.content.terms, y.matters, strict=True) if term.key not in words for m in of}
    own = zip(x.content.terms, x.matters, strict=True)
    return frozenset(term.key for term, of in own if term.key not in words and of & others)


def _clauses(telling: Telling, tellings: Tellings) -> tuple[Clause, ...]:
    placed, found = telling.placed, _whole_measures(telling)
    parts = focus.split(placed)
    if len(parts) > 1:
        parts.append((placed, parts[0][1], parts[-1][2]))
    built = [_build(*part, found, tellings.lexicon) for part in parts]
    return tuple(part for part in built if len(part.content.terms) + len(part.measures) >= _FEWEST_TERMS)


def _whole_measures(telling: Telling) -> tuple[Measure, ...]:
    """The measures, less the wholes that others are parts of: "six of its nine carriages" does not tell of nine.

    "Two of the 17 people hurt" does tell of 17: what people are counted for stands behind their number.
    """
    text, found = telling.read.article.text, measures.read(telling)
    pairs = ((f, g) for f, g in zip(found, found[1:], strict=False) if not (g.fate or g.figure.noun in _PEOPLE))
    wholes = {
        g.figure.start for f, g in pairs if _PARTITIVE.fullmatch(text, f.figure.end, max(f.figure.end, g.figure.start))
    }
    return tuple(measure for measure in found if measure.figure.start not in wholes)


def _build(content: Content, start: int, end: int, found: tuple[Measure, ...], lexicon: Lexicon) -> Clause:
    for measure in found:
        # "Forty" is no word beside its figure.
        if measure.figure.low:
            content = content.without(measure.figure.start, measure.figure.end)
    matters = tuple(concepts.of_tokens(content.tokens[term.first : term.last]) for term in content.terms)
    weights = {key: lexicon.weigh(key) * (NAME_WEIGHT if key in content.names else 1.0) for key in sorted(content.keys)}
    within = tuple(m for m in found if start <= m.figure.start < end)
    return Clause(content, matters, within, weights, lexicon.weigh(""))
