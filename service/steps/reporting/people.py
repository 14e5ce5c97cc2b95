"""Finds the people an article names: full names, the roles they are given, and every later mention by surname.

Knows nothing of cues. A name is a run of capitalised words without its titles; what looks like a body or a place is
left out. Two people with one surname are never told apart by guessing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from service.steps.reporting.word_classes import (
    CONNECTIVES,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    WEEKDAYS,
    is_auxiliary,
)
from service.steps.reporting.words import Words, is_title
from service.steps.vocabulary.gazetteer import CAPITALS, COUNTRIES, ROLE_ABBREVIATIONS

Gender = Literal["he", "she"]
LONGEST_NAME = 4
# How many words before a name or inside an appositive may give its role.
LONGEST_ROLE = 8

TITLES = frozenset(
    "minister president premier chancellor secretary senator sen representative rep governor gov mayor general"
    " gen colonel col major maj lieutenant lt captain capt sergeant sgt admiral adm commander chief director"
    " chairman chairwoman chair spokesman spokeswoman spokesperson ambassador envoy diplomat judge justice"
    " prosecutor lawyer attorney professor prof dr doctor sir lord lady king queen prince princess pope cardinal"
    " archbishop bishop rev reverend imam sheikh ayatollah rabbi mr mrs ms miss mx officer inspector detective"
    " superintendent deputy vice acting former interim founder co-founder ceo cfo executive head leader coach"
    " manager analyst economist activist author journalist correspondent reporter editor councillor councilman"
    " councilwoman mp mep md fm pm actor actress singer adviser advisor aide expert scientist researcher witness"
    " resident commissioner treasurer speaker foreign prime assistant under undersecretary".split()
)
# What a title may be for; it stands inside a title ("Secretary of State") but is none by itself.
_PORTFOLIOS = frozenset(
    "state defense defence affairs interior finance treasury health education energy labor labour justice"
    " commerce agriculture transportation transport homeland security home trade staff police ministry government"
    " party opposition army navy senior junior chief national economy environment culture press information the of"
    " for and".split()
)
_BODIES_AND_PLACES = frozenset(
    "state states united nations union council committee commission ministry department agency office bureau bank"
    " party house congress senate parliament court police army navy force forces guard group company corp inc ltd"
    " plc university college institute school hospital church association federation foundation organisation"
    " organization watch rights international national front movement coalition alliance league club times post"
    " news journal herald tribune press radio television street road square park river mountain sea ocean bay"
    " island islands valley city county province region district north south east west northern southern eastern"
    " western central republic kingdom empire airport station tower bridge mission residence cup games act law"
    " treaty agreement war day revolution crisis summit conference forum government cross crescent fund service"
    " new saint san los las el great security foreign supreme high world european african asian arab pacific"
    " atlantic democrats republicans white black red".split()
)
_PARTICLES = frozenset("de van von bin al el la da der ibn di du le ten ter dos abu ben".split())
# Begin the names of places and bodies: "St Mary's", "Port Alma".
_PLACE_OPENERS = frozenset("st mount lake fort port cape".split())
_FIRST_NAMES = frozenset("jan april june august per".split())
_ALSO_NAMES = _FIRST_NAMES | {"may", "will", "mark"}
_FEMALE = frozenset("mrs ms miss lady queen spokeswoman chairwoman actress princess councilwoman".split())
_MALE = frozenset("mr sir lord king spokesman chairman prince pope councilman".split())
_INDEFINITE = frozenset(
    "everybody everyone everything somebody someone something anybody anyone anything nobody nothing none there"
    " what why how yes".split()
)
_NO_NAME = _INDEFINITE | CONNECTIVES | DETERMINERS | PREPOSITIONS | PRONOUNS | SUBORDINATORS | WEEKDAYS | MONTHS


class Run(NamedTuple):
    """Capitalised words `start:end` of Words; the name without its titles begins at `name`."""

    start: int
    name: int
    end: int


class People:
    """The people of one article. `mentions` are the code points where each is named, in order."""

    def __init__(self, sentences: Sequence[Words]) -> None:
        self._full: dict[str, set[str]] = {}
        self._roles: dict[str, set[frozenset[str]]] = {}
        self._genders: dict[str, Gender] = {}
        self.mentions: list[tuple[int, str]] = []
        self._strangers: list[tuple[int, str]] = []
        self._common = {word.text for words in sentences for word in words if word.is_word and not word.is_capital}
        # In a line written like a title every word looks like a name.
        told = [words for words in sentences if not is_title(words)]
        found = [(words, run) for words in told for run in find_runs(words)]
        for words, run in found:
            self._learn_name(words, run)
        for words, run in found:
            self._learn_mention(words, run)
            if self._is_stranger(words, run):
                self._strangers.append((words[run.name].start, name_of(words, run)))

    def full_name(self, name: str) -> str | None:
        """The fullest name the article gives for `name`; itself if its surname is shared, None if it is nobody's."""
        known = self._full.get(name, set())
        if len(known) == 1:
            return next(iter(known))
        return name if known or name in self._roles else None

    def with_role(self, role: frozenset[str]) -> str | None:
        """The one person the article gives this role ({"russia", "foreign", "minister"}), else None."""
        fitting = {name for name, roles in self._roles.items() if any(role <= known for known in roles)}
        return fitting.pop() if len(fitting) == 1 else None

    def named_between(self, start: int, end: int) -> list[str]:
        """Everyone named at `start:end`, each once, in order."""
        return _between(self.mentions, start, end)

    def strangers_between(self, start: int, end: int) -> list[str]:
        """The lone names at `start:end` that could be a person's, each once, in order."""
        return _between(self._strangers, start, end)

    def may_be(self, name: str, pronoun: str) -> bool:
        """Whether nothing known of `name` speaks against "he" or "she"."""
        return self._genders.get(name, pronoun) == pronoun

    def is_person(self, name: str) -> bool:
        return name in self._roles

    def _learn_name(self, words: Words, run: Run) -> None:
        name = name_of(words, run)
        is_titled = run.name > run.start
        stands_for_place = words.low(run.start - 1) in ("in", "at", "near", "on", "of", "from", "outside")
        if not is_titled and (" " not in name or stands_for_place):
            return
        if " " in name:
            self._full.setdefault(_surname(name), set()).add(name)
        self._roles.setdefault(name, set())

    def _learn_mention(self, words: Words, run: Run) -> None:
        written = name_of(words, run)
        known = self._full.get(_surname(written), set())
        name = next(iter(known)) if " " not in written and len(known) == 1 else written
        if name not in self._roles:
            return
        self.mentions.append((words[run.name].start, name))
        role = [
            *_role_before(words, run),
            *(words.low(at) for at in range(run.start, run.name)),
            *_role_after(words, run),
        ]
        self._roles[name].add(read_role(role))
        gender: Gender | None = "she" if _FEMALE.intersection(role) else "he" if _MALE.intersection(role) else None
        if gender:
            self._genders[name] = gender

    def _is_stranger(self, words: Words, run: Run) -> bool:
        name = name_of(words, run)
        is_place = name.lower() in COUNTRIES or name.lower() in CAPITALS or words.low(run.start - 1) in PREPOSITIONS
        first = words[run.name]
        opens_sentence = not any(words[at].is_word for at in range(run.name))
        if opens_sentence and (first.low in self._common or first.low.endswith("s")):
            # "Savings will be made": any word has a capital at the beginning of a sentence.
            return False
        is_lone = run.end - run.start == 1 and not name.isupper() and not is_place and words.low(run.start - 1) != "the"
        return is_lone and self.full_name(name) is None


def find_runs(words: Words) -> Iterator[Run]:
    """The runs of capitalised words that can name a person; a possessive ends its run. Linear."""
    index = 0
    while index < len(words):
        end = _run_end(words, index)
        run = _read_run(words, index, end) if end > index else None
        if run:
            yield run
        index = max(end, index + 1)


def name_of(words: Words, run: Run) -> str:
    """The words of a run's name, joined by single spaces, without a possessive ending."""
    parts = [words[at].text for at in range(run.name, run.end)]
    if words[run.end - 1].is_possessive:
        parts[-1] = parts[-1][:-2]
    return " ".join(parts).replace(" .", ".")


def read_role(words: Iterable[str]) -> frozenset[str]:
    """The words of a role in one form: countries for demonyms, "foreign minister" for "FM"."""
    role: set[str] = set()
    for word in words:
        plain = word.removesuffix("'s").replace(".", "")
        country = COUNTRIES.get(plain)
        if country:
            role.add(country)
        elif plain in ROLE_ABBREVIATIONS:
            role.update(ROLE_ABBREVIATIONS[plain])
        elif plain in TITLES or plain in _PORTFOLIOS - _NO_NAME:
            role.add(plain)
    return frozenset(role)


def _run_end(words: Words, start: int) -> int:
    end = start
    while end < len(words):
        word = words[end]
        is_initial = word.low == "." and end > start and len(words[end - 1].text) == 1
        is_link = (word.low in _PARTICLES or (word.low == "of" and words.low(end - 1) in TITLES)) and words.at(
            end + 1
        ).is_capital
        is_word = word.low in _NO_NAME or (is_auxiliary(word.low) and not word.text.isupper())
        # "Theresa May", "Per Dahl": written like a word, but among names.
        may_open = word.low in (_ALSO_NAMES if end > 0 else _FIRST_NAMES) and words.at(end + 1).is_capital
        is_among = may_open or (word.low in _ALSO_NAMES and end > start and not words.low(end + 1)[:1].isdecimal())
        is_name = word.is_capital and (not is_word or is_among)
        if not (is_name or (end > start and (is_link or is_initial))):
            break
        end += 1
        if word.is_possessive:
            break
    return end


def _read_run(words: Words, start: int, end: int) -> Run | None:
    name = start
    for at in range(start, end - 1):
        low = words.low(at).rstrip(".").rsplit("-", 1)[-1]
        if low in TITLES or _is_rank(words, at, end) or (low in _PORTFOLIOS and name == at and at > start):
            name = at + 1
    while name < end - 1 and (_is_demonym(words, name) or (name > start and words.low(name) in _PORTFOLIOS)):
        name += 1
    parts = [words.low(at).removesuffix("'s").rstrip(".") for at in range(name, end)]
    is_name = 0 < len(parts) <= LONGEST_NAME and not _BODIES_AND_PLACES.intersection(parts) and parts[-1] not in TITLES
    is_place = is_name and (parts[-1] in COUNTRIES or parts[0] in _PLACE_OPENERS)
    if not is_name or is_place or words.low(start - 1) == "the" and name == start:
        return None
    return Run(start, name, end)


def _is_rank(words: Words, index: int, end: int) -> bool:
    """Whether short capitals before a full name are a rank: "ASP Musa Bello"."""
    text = words[index].text
    return text.isupper() and text.isalpha() and 2 <= len(text) <= 4 and end - index >= 3


def _is_demonym(words: Words, index: int) -> bool:
    low = words.low(index).replace(".", "")
    return COUNTRIES.get(low, low) != low


def _role_before(words: Words, run: Run) -> Iterator[str]:
    """Lower-case titles and bodies right before a name: "foreign ministry spokeswoman Maria Roe"."""
    at = run.start - 1
    if words.low(at) == ",":
        # "the Russian foreign minister, Ivan Roe,"
        at -= 1
        if words.low(at) not in TITLES:
            return
    while at >= max(0, run.start - LONGEST_ROLE):
        low = words.low(at).removesuffix("'s").replace(".", "")
        if low not in TITLES and low not in _PORTFOLIOS and low not in COUNTRIES:
            return
        yield words.low(at)
        at -= 1


def _role_after(words: Words, run: Run) -> Iterator[str]:
    """The role in an appositive: "Ivan Roe, the Russian foreign minister,"."""
    if words.low(run.end) != ",":
        return
    role = []
    for at in range(run.end + 1, min(run.end + 1 + LONGEST_ROLE, len(words))):
        if not words[at].is_word:
            break
        role.append(words.low(at))
    has_title = any(low in TITLES for low in role)
    opens_role = bool(role) and (
        role[0] in ("the", "a", "an") or role[0].removesuffix("'s") in COUNTRIES or role[0] in TITLES
    )
    if has_title and opens_role and words.low(run.end + 1 + len(role)) in (",", ".", "\n"):
        yield from role


def _between(mentions: list[tuple[int, str]], start: int, end: int) -> list[str]:
    first, last = bisect_left(mentions, (start, "")), bisect_left(mentions, (end, ""))
    return list(dict.fromkeys(name for _, name in mentions[first:last]))


def _surname(name: str) -> str:
    return name.rsplit(" ", 1)[-1]
