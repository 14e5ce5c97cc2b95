"""What a stretch of text is about: its names and the stems of its content words, with how rare each is in the articles
at hand. Knows nothing of claims, speakers or findings.

Rarity is the inverse document frequency (Spärck Jones 1972) over all sentences of all articles.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from service.models import Language, ReadArticle
from service.steps.vocabulary import french_words, languages
from service.steps.vocabulary.gazetteer import COUNTRY_NAMES
from service.steps.vocabulary.lexemes import Lexeme, cut
from service.steps.vocabulary.names import Names, is_role
from service.steps.vocabulary.stems import OPPOSING_PREFIXES, stem

# A name says more than a word of the same rarity.
NAME_WEIGHT = 1.3
# What a country counts for where only its minister is named, or the other way round.
STAND_IN = 0.5
# Tokens between a country and the surname it belongs to: "U.S. Secretary of State John Kerry".
_AFFILIATION_REACH = 7


@dataclass(frozen=True, slots=True)
class Term:
    """One content word or name where it stands: tokens `first` to before `last`."""

    key: str
    is_name: bool
    first: int
    last: int


@dataclass(frozen=True)
class Weights:
    """What each key of a content counts for by `rarities`; `by_key` in order of the keys, so that sums are equal."""

    rarities: Mapping[str, float]
    by_key: Mapping[str, float]
    whole: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "whole", sum(self.by_key.values()))

    def of(self, keys: frozenset[str]) -> float:
        """What some of the content's keys count for together."""
        return sum([self.by_key[key] for key in sorted(keys)])


@dataclass(frozen=True)
class Content:
    """The content of a stretch of text. `terms` are in reading order; `keys` are names and stems together."""

    tokens: tuple[Lexeme, ...]
    terms: tuple[Term, ...]
    # What Lexicon.weights_of last made of it: a content is compared many times with one lexicon.
    kept_weights: "Weights | None" = field(default=None, init=False, repr=False, compare=False)

    @cached_property
    def names(self) -> frozenset[str]:
        """Keys of the names."""
        return frozenset(term.key for term in self.terms if term.is_name)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Keys of the words that are not names."""
        return frozenset(term.key for term in self.terms if not term.is_name)

    @cached_property
    def keys(self) -> frozenset[str]:
        """All keys."""
        return frozenset(term.key for term in self.terms)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words as they are written, folded."""
        return frozenset(token.word for token in self.tokens)

    def moved(self, offset: int) -> "Content":
        """The content where its words stand `offset` further on."""
        tokens = (Lexeme(t.text, t.word, t.start + offset, t.end + offset, t.clause) for t in self.tokens)
        return Content(tuple(tokens), self.terms)

    def without(self, start: int, end: int) -> "Content":
        """The content less the words standing at offsets `start:end`."""
        kept = tuple(t for t in self.terms if not start <= self.tokens[t.first].start < end)
        return Content(self.tokens, kept)

    def within(self, start: int, end: int) -> "Content":
        """The content of the words standing at offsets `start:end`."""
        return Content(self.tokens, tuple(t for t in self.terms if start <= self.tokens[t.first].start < end))


@dataclass(frozen=True)
class Overlap:
    """How much two contents share: the keys, and the shared weight over each side's whole weight (0 to 1)."""

    shared: frozenset[str]
    cover_a: float
    cover_b: float

    @property
    def least(self) -> float:
        """The smaller of both covers: 1 when the two say the same in other order."""
        return min(self.cover_a, self.cover_b)

    @property
    def most(self) -> float:
        """The larger of both covers: 1 when one is contained in the other."""
        return max(self.cover_a, self.cover_b)


@dataclass(frozen=True)
class Lexicon:
    """What the articles at hand teach: names, rarities, compounds, and which country a person speaks for.

    `language` is the one they share, whose stop words, stems and elisions it knows.
    """

    language: Language = "en"
    names: Names = field(default_factory=Names)
    rarities: Mapping[str, float] = field(default_factory=dict)
    compounds: frozenset[str] = frozenset()
    affiliations: Mapping[str, frozenset[str]] = field(default_factory=dict)
    # Four readings in five are of words read before: a sentence is looked at for every pair its claims stand in.
    _contents: dict[tuple[str, int], Content] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def learn(cls, articles: Iterable[ReadArticle]) -> "Lexicon":
        """From every sentence of every article; the order of the articles does not matter."""
        reads = list(articles)
        texts = [read.sentence_text(index) for read in reads for index in range(len(read.sentences))]
        return _learn(tuple(sorted(texts)), languages.shared(read.article for read in reads))

    def read(self, text: str, offset: int = 0) -> Content:
        """The content of `text`; `offset` is added to the places of its words."""
        key = (text, offset)
        if key not in self._contents:
            self._contents[key] = self.read(text).moved(offset) if offset else self._cut(text)
        return self._contents[key]

    def _cut(self, text: str) -> Content:
        return _read(self.names, self.compounds, cut(text, language=self.language))

    def stem(self, word: str) -> str:
        """The key of one folded word; "" where it has no content."""
        return _STEMS[self.language](word)

    def weigh(self, key: str) -> float:
        """The rarity of a key; one not seen in the articles counts as seen once."""
        return self.rarities.get(key, self.rarities.get("", 1.0))

    def weights_of(self, content: Content) -> "Weights":
        """What each key of a content counts for: its rarity, and more for a name. Kept with the content."""
        kept = content.kept_weights
        if kept is None or kept.rarities is not self.rarities:
            kept = Weights(self.rarities, {key: self._weigh_in(key, content) for key in sorted(content.keys)})
            object.__setattr__(content, "kept_weights", kept)
        return kept

    def _weigh_in(self, key: str, content: Content) -> float:
        return self.weigh(key) * (NAME_WEIGHT if key in content.names else 1.0)

    def compare(self, a: Content, b: Content) -> Overlap:
        """How much two contents share, by weight."""
        shared = a.keys & b.keys
        return Overlap(shared, self._cover(a, shared), self._cover(b, shared))

    def cover(self, a: Content, b: Content) -> float:
        """The share of the weight of `a` that `b` holds too: `compare(a, b).cover_a`, for half the work."""
        return self._cover(a, a.keys & b.keys)

    def compare_topics(self, a: Content, b: Content) -> Overlap:
        """As `compare`, but a country and a person who speaks for it may stand for each other, at half weight.

        Right for asking whether two reported matters are one ("Moscow and Washington agreed", "Lavrov and Kerry
        agreed"); wrong for telling facts apart.
        """
        shared = a.keys & b.keys
        return Overlap(shared, self._topic_cover(a, b, shared), self._topic_cover(b, a, shared))

    def have_names_apart(self, a: Content, b: Content) -> bool:
        """Whether each names somebody or something that the other does not, nor anybody who stands for it."""
        return bool(self._names_beyond(a, b) and self._names_beyond(b, a))

    def _cover(self, content: Content, shared: frozenset[str]) -> float:
        if not shared:
            return 0.0
        weighed = self.weights_of(content)
        return weighed.of(shared) / weighed.whole if weighed.whole else 0.0

    def _topic_cover(self, content: Content, other: Content, shared: frozenset[str]) -> float:
        weighed = self.weights_of(content)
        stand_ins = content.names - shared - self._names_beyond(content, other)
        share = weighed.of(shared) + STAND_IN * weighed.of(stand_ins)
        return share / weighed.whole if weighed.whole else 0.0

    def _names_beyond(self, content: Content, other: Content) -> frozenset[str]:
        """The names of `content` that `other` has not, nor a country or person standing for them."""
        reach = other.names | {land for name in other.names for land in self._speaks_for(name)}
        unshared = content.names - reach
        return frozenset(key for key in unshared if not self._speaks_for(key) & other.names)

    def _speaks_for(self, key: str) -> frozenset[str]:
        return self.affiliations.get(key, frozenset())


_STEMS: Mapping[Language, Callable[[str], str]] = {"en": stem, "fr": french_words.stem}


@lru_cache(maxsize=4)
def _learn(texts: tuple[str, ...], language: Language) -> Lexicon:
    sentences = [cut(text, language=language) for text in texts]
    names = Names.learn(sentences, language)
    # French writes no compounds now as one word, now as two.
    long = (token.word for tokens in sentences for token in tokens if len(token.word) >= 8)
    compounds = frozenset(long if language == "en" else ())
    contents = [_read(names, compounds, tokens) for tokens in sentences]
    found = Counter(key for content in contents for key in content.keys)
    rarities = {key: math.log(1 + len(texts) / count) for key, count in found.items()}
    known = {(text, 0): content for text, content in zip(texts, contents, strict=True)}
    rare = {"": math.log(1 + len(texts))}
    return Lexicon(language, names, rarities | rare, compounds, _affiliations(contents), known)


def _read(names: Names, compounds: frozenset[str], tokens: tuple[Lexeme, ...]) -> Content:
    terms = [Term(name.key, True, name.first, name.last) for name in names.find(tokens)]
    taken = {index for term in terms for index in range(term.first, term.last)}
    index = 0
    while index < len(tokens):
        is_free = index not in taken and not tokens[index].is_number
        term = _term(tokens, index, names.language, compounds) if is_free else None
        terms += [term] if term and term.key else []
        index = term.last if term else index + 1
    return Content(tokens, tuple(sorted(terms, key=lambda term: (term.first, term.key))))


def _term(tokens: Sequence[Lexeme], index: int, language: Language, compounds: frozenset[str]) -> Term:
    if language == "fr":
        return Term(french_words.stem(tokens[index].word), False, index, index + 1)
    return _word(tokens, index, compounds)


def _word(tokens: Sequence[Lexeme], index: int, compounds: frozenset[str]) -> Term:
    """The content word at `index`, joined with the next where the articles write the two as one ("air strikes")."""
    word = tokens[index].word
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    if word in OPPOSING_PREFIXES and following:
        return Term(f"anti{stem(following)}", False, index, index + 2)
    joined = word + following
    if following and (joined in compounds or f"{joined}s" in compounds or joined.removesuffix("s") in compounds):
        return Term(stem(joined), False, index, index + 2)
    return Term(stem(word), False, index, index + 1)


def _affiliations(contents: Iterable[Content]) -> dict[str, frozenset[str]]:
    """Which country a person speaks for, from "Russian Foreign Minister Sergey Lavrov": country, role, name."""
    found: dict[str, set[str]] = {}
    for content in contents:
        names = [term for term in content.terms if term.is_name]
        for land, person in zip(names, names[1:], strict=False):
            is_person_of = land.key in COUNTRY_NAMES and person.key not in COUNTRY_NAMES
            if is_person_of and _has_role_between(content, land, person):
                for name in _run_from(names, person):
                    found.setdefault(name.key, set()).add(land.key)
    return {key: frozenset(lands) for key, lands in found.items()}


def _has_role_between(content: Content, land: Term, person: Term) -> bool:
    between = content.tokens[land.last : person.first]
    one_clause = content.tokens[land.first].clause == content.tokens[person.first].clause
    return one_clause and 0 < len(between) <= _AFFILIATION_REACH and any(is_role(token.word) for token in between)


def _run_from(names: Sequence[Term], first: Term) -> list[Term]:
    """The names that follow `first` without a word between: first name and surname."""
    run = [first]
    for name in names[names.index(first) + 1 :]:
        if name.first != run[-1].last:
            break
        run.append(name)
    return run
