"""Which words of the articles at hand are names, and which names are one. Knows nothing of claims.

A word is a name where it stands with a capital inside a sentence; at a sentence's beginning only if it does so
elsewhere, or another capital follows. Title-case lines teach nothing. Acronyms are taken from the runs of capitals
that the articles themselves hold; countries, demonyms, capitals and bodies of several names from gazetteer.py, whose
names are English ones.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from service.models import Language
from service.steps.vocabulary import french_words
from service.steps.vocabulary.gazetteer import ACRONYMS, BODIES, CAPITALS, COUNTRIES, LONGEST_NAME, ROLE_ABBREVIATIONS
from service.steps.vocabulary.lexemes import Lexeme
from service.steps.vocabulary.stems import STOP_WORDS, stem

# Titles and offices stand with a capital beside a name; what they say is content, not a name.
_OFFICES = frozenset(
    """
    president vice premier prime minister ministry secretary state foreign defence defense interior finance chancellor
    king queen prince princess pope bishop governor mayor senator congressman congresswoman representative ambassador
    judge justice attorney prosecutor sheriff chief general colonel captain major sergeant lieutenant admiral commander
    officer police director chairman chairwoman chair head leader professor deputy commissioner inspector detective
    council commission committee department office government agency authority court parliament senate congress party
    army navy union group company official officials
    """.split()
)
# So do the kinds of places and things that names are given to.
_KINDS = frozenset(
    """
    force forces service services county city district province region river lake mount street road avenue bridge
    airport station hospital university school church north south east west northern southern eastern western central
    national federal international bank war
    """.split()
)
_ROLES = _OFFICES | _KINDS
_FRENCH_ROLES = frozenset(
    "premier ministre ministere president presidente etat assemblee senat conseil mairie maire prefecture prefet "
    "prefete parquet procureur procureure tribunal cour police gendarmerie hopital gare aeroport universite monsieur "
    "madame".split()
)
_STOPS: Mapping[Language, frozenset[str]] = {"en": STOP_WORDS, "fr": french_words.STOP_WORDS}
# After these a capital city is the place; elsewhere ("Moscow refuses") it is the government.
_PLACE_BEFORE = frozenset("in at near from around outside inside across of central downtown".split())
_OFFICE_STEMS = frozenset(stem(office) for office in _OFFICES)
_FIRST_OF_LISTED = frozenset(name.split(" ")[0] for listed in (CAPITALS, BODIES, COUNTRIES) for name in listed)
_JOINERS = frozenset("of the and for de la".split())
_LONGEST_RUN = 8
# Words a title leaves small.
_SMALL_WORDS = frozenset(
    "a an the of in on at to for and or nor but by with from as vs after over into up out off than".split()
)
_SHORTEST_TITLE = 4
_VARIANT_ENDING = re.compile(r"(?:e?[yij]+)$")


@dataclass(frozen=True)
class Name:
    """A name found in a text: its key, which tokens (`first` to before `last`) it stands on."""

    key: str
    first: int
    last: int


@dataclass(frozen=True)
class Names:
    """What the articles at hand teach about names: `known` keys of words, `acronyms` to the words they stand for."""

    language: Language = "en"
    known: frozenset[str] = frozenset()
    acronyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def learn(cls, sentences: Iterable[Sequence[Lexeme]], language: Language = "en") -> "Names":
        """From the words of every sentence of every article."""
        inside: Counter[str] = Counter()
        plain: Counter[str] = Counter()
        runs: dict[str, tuple[str, ...]] = {}
        seen: set[str] = set()
        for tokens in sentences:
            if is_title_case(tokens):
                continue
            for index, token in enumerate(tokens):
                inside[token.word] += _shows_name(tokens, index, _STOPS[language])
                plain[token.word] += not token.is_capitalised
                seen.update([token.word] if token.is_acronym else [])
            runs.update(_initialled_runs(tokens))
        known = frozenset(spelling(word) for word, count in inside.items() if count > plain[word])
        return cls(language, known, {acronym: words for acronym, words in sorted(runs.items()) if acronym in seen})

    def find(self, tokens: Sequence[Lexeme]) -> list[Name]:
        """The names in a sentence's words, in order, longest first where they overlap."""
        names: list[Name] = []
        index = 0
        while index < len(tokens):
            listed = _listed(tokens, index) if self.language == "en" else []
            found = listed or self._single(tokens, index)
            names += found
            index = found[-1].last if found else index + 1
        return names

    def _single(self, tokens: Sequence[Lexeme], index: int) -> list[Name]:
        token = tokens[index]
        if not token.is_capitalised or token.word in _STOPS[self.language] and not token.is_acronym:
            return []
        if token.is_acronym and token.word in self.acronyms:
            return [Name(spelling(word), index, index + 1) for word in self.acronyms[token.word] if not is_role(word)]
        key = spelling(token.word)
        is_name = key in self.known or token.is_acronym and not is_title_case(tokens)
        return [Name(key, index, index + 1)] if is_name and not self._is_role(token.word) else []

    def _is_role(self, word: str) -> bool:
        return word in _FRENCH_ROLES if self.language == "fr" else is_role(word)


def spelling(word: str) -> str:
    """`word` with the usual variants of transliteration made one: Sergey, Sergei and Sergej; Gaddafi and Gadafi."""
    if len(word) < 4:
        return word
    single = re.sub(r"([^\W\d_])\1", r"\1", word)
    return _VARIANT_ENDING.sub("i", single.replace("kh", "h").replace("ou", "u"))


def is_role(word: str) -> bool:
    """Whether a word is a title or the kind of a body rather than a name."""
    return word in _ROLES or word in ROLE_ABBREVIATIONS or word.removesuffix("s") in _ROLES


def is_office_stem(key: str) -> bool:
    """Whether a stem is that of an office: "Foreign Minister" shared by two texts says little about either."""
    return key in _OFFICE_STEMS


def is_title_case(tokens: Sequence[Lexeme]) -> bool:
    """Whether capitals tell nothing here: every word but the small ones has one, as in a headline."""
    telling = [token for token in tokens if token.word not in _SMALL_WORDS and not token.is_number]
    return len(telling) >= _SHORTEST_TITLE and all(token.is_capitalised for token in telling)


def _shows_name(tokens: Sequence[Lexeme], index: int, stops: frozenset[str]) -> bool:
    token = tokens[index]
    if not token.is_capitalised or token.word in stops or token.is_number:
        return False
    return index > 0 or (len(tokens) > 1 and tokens[1].is_capitalised and tokens[1].word not in stops)


def _initialled_runs(tokens: Sequence[Lexeme]) -> dict[str, tuple[str, ...]]:
    """Every run of two or more capitalised words, by its initials: {"unsc": ("un", "security", "council")}."""
    runs: dict[str, tuple[str, ...]] = {}
    start = 0
    while start < len(tokens):
        end = start
        while end < len(tokens) and end - start < _LONGEST_RUN and _goes_on(tokens, end):
            end += 1
        words = [token.word for token in tokens[start:end] if token.is_capitalised and token.word not in _JOINERS]
        for count in range(2, len(words) + 1):
            for first in range(len(words) - count + 1):
                piece = tuple(words[first : first + count])
                runs.setdefault("".join(word[0] for word in piece), piece)
        start = max(end, start + 1)
    return runs


def _goes_on(tokens: Sequence[Lexeme], index: int) -> bool:
    token = tokens[index]
    return (token.is_capitalised and not token.is_acronym) or (index > 0 and token.word in _JOINERS)


def _listed(tokens: Sequence[Lexeme], index: int) -> list[Name]:
    """The gazetteer's name that begins at `index`, the longest one."""
    if tokens[index].word not in _FIRST_OF_LISTED or not tokens[index].is_capitalised:
        return []
    for count in range(min(LONGEST_NAME, len(tokens) - index), 0, -1):
        piece = tokens[index : index + count]
        written = " ".join(token.word for token in piece)
        key = _listed_key(written, piece, tokens[index - 1].word if index else "")
        if key:
            return [Name(key, index, index + count)]
    return []


def _listed_key(written: str, piece: Sequence[Lexeme], before: str) -> str:
    if written in ACRONYMS and not piece[0].is_acronym:
        return ""
    if written in CAPITALS:
        return written if before in _PLACE_BEFORE else CAPITALS[written]
    return BODIES.get(written) or COUNTRIES.get(written) or ""
