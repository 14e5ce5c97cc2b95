"""Who speaks: whether two names of speakers may be one, or one body. Knows nothing of what they say.

"Russia", "Moscow", "the Foreign Ministry" and "the Russian ministry" may be one speaker; two persons never are, nor
"police" and "the ministry". Where a body is named without its country, the country is taken from the articles, if
they name exactly one for that body.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.models import ReadArticle
from service.steps.vocabulary import french_words
from service.steps.vocabulary.content_words import Content, Lexicon, Term
from service.steps.vocabulary.gazetteer import COUNTRY_NAMES, ROLE_ABBREVIATIONS
from service.steps.vocabulary.names import is_role
from service.steps.vocabulary.stems import stem

# Speakers that are nobody in particular; they agree with nobody and deny nothing.
_ANONYMOUS = frozenset(
    "reports report media sources source accounts rumours rumors speculation news some critics many others it they he "
    "she people allegations claims suggestions two three four five six dozens".split()
)
_FRENCH_ANONYMOUS = frozenset(
    "sources source medias media presse certains certaines on il elle ils elles beaucoup rumeurs reseaux "
    "temoins".split()
)
# Words between a country and the body it belongs to: "Russia's foreign ministry".
_BODY_REACH = 3


@dataclass(frozen=True)
class Party:
    """A speaker: persons and named bodies, countries they speak for, and the kinds of office or body named."""

    persons: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody in particular speaks."""
        return not (self.persons or self.lands or self.offices)


@dataclass(frozen=True)
class Parties:
    """Reads speakers' names; `seats` are the countries the articles name for each kind of office."""

    lexicon: Lexicon
    seats: Mapping[str, frozenset[str]]

    @classmethod
    def learn(cls, articles: Iterable[ReadArticle], lexicon: Lexicon) -> "Parties":
        """From every sentence of every article."""
        seats: dict[str, set[str]] = {}
        for read in articles:
            for index in range(len(read.sentences)):
                for office, land in _seated(lexicon.read(read.sentence_text(index))):
                    seats.setdefault(office, set()).add(land)
        return cls(lexicon, {office: frozenset(lands) for office, lands in seats.items()})

    def read(self, name: str) -> Party:
        """The party that `name` names."""
        content = self.lexicon.read(name)
        lands = content.names & COUNTRY_NAMES
        persons = content.names - COUNTRY_NAMES
        named = {index for term in content.terms if term.is_name for index in range(term.first, term.last)}
        words = (token.word for index, token in enumerate(content.tokens) if index not in named)
        is_french = self.lexicon.language == "fr"
        offices = frozenset(key for word in words for key in (_french_offices(word) if is_french else _offices(word)))
        if persons and not lands:
            lands = frozenset(land for person in persons for land in self.lexicon.affiliations.get(person, ()))
        if not persons and not lands:
            lands = self._seat(offices)
        return Party(persons, lands, offices)

    def _seat(self, offices: frozenset[str]) -> frozenset[str]:
        named = [self.seats[office] for office in sorted(offices) if office in self.seats]
        shared = frozenset.intersection(*named) if named else frozenset()
        return shared if len(shared) == 1 else frozenset()


def may_be_one(a: Party, b: Party) -> bool:
    """Whether the two may be one speaker; symmetric. Nobody in particular is never one with anybody."""
    if a.is_anonymous or b.is_anonymous:
        return False
    if a.persons and b.persons:
        return bool(a.persons & b.persons)
    if a.offices and b.offices:
        return bool(a.offices & b.offices) and not (a.lands and b.lands and not a.lands & b.lands)
    return bool(a.lands & b.lands)


def _french_offices(word: str) -> Iterable[str]:
    key = "" if word in _FRENCH_ANONYMOUS else french_words.stem(word)
    return (key,) if key and not word.isdigit() else ()


def _offices(word: str) -> Iterable[str]:
    if word in _ANONYMOUS:
        return ()
    if word in ROLE_ABBREVIATIONS:
        return (_KIN.get(stem(part), stem(part)) for part in ROLE_ABBREVIATIONS[word])
    key = stem(word)
    return (_KIN.get(key, key),) if key and not word.isdigit() else ()


# A minister speaks for the ministry, a president for the presidency.
_KIN: Mapping[str, str] = {
    stem(word): stem(kin)
    for word, kin in {
        "minister": "ministry",
        "presidency": "president",
        "governor": "government",
        "policeman": "police",
    }.items()
}


def _seated(content: Content) -> Iterable[tuple[str, str]]:
    """Offices and the country named just before: ("ministri", "russia") from "Russia's foreign ministry"."""
    for term in content.terms:
        if term.is_name and term.key in COUNTRY_NAMES:
            yield from ((office, term.key) for office in _following_offices(content, term))


def _following_offices(content: Content, land: Term) -> list[str]:
    found: list[str] = []
    for token in content.tokens[land.last : land.last + _BODY_REACH]:
        if not is_role(token.word) or token.clause != content.tokens[land.first].clause:
            break
        found += _offices(token.word)
    return found
