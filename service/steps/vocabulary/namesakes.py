"""Whether two names of speakers can be of one speaker. Knows nothing of what they say or stand for (parties.py does).

Only two persons named in full are ever told apart: a ministry speaks for its minister, a capital for its government,
and a title alone ("the secretary of state") for whoever holds it.
"""

from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from service.steps.vocabulary.gazetteer import COUNTRIES
from service.steps.vocabulary.lexemes import Lexeme, cut
from service.steps.vocabulary.names import is_role, spelling
from service.steps.vocabulary.stems import STOP_WORDS

# Transliterations of one surname are at least this alike, in percent.
_ALIKE = 70
# Words that end the names of bodies, not of persons.
_BODIES = frozenset(
    "house press agency news times post journal media watch rights nations international institute foundation fund "
    "corporation corp inc ltd bank street kremlin pentagon white".split()
)


@lru_cache(maxsize=1_024)
def relate(a: str | None, b: str | None) -> Literal["same", "different", "unknown"]:
    """Whether `a` and `b` name one speaker, surely two, or may be either; symmetric."""
    if a is None or b is None:
        return "unknown"
    first, second = _person(a), _person(b)
    if _words(a, without_roles=bool(first and second)) & _words(b, without_roles=bool(first and second)):
        return "same"
    if not first or not second:
        return "unknown"
    return "unknown" if any(fuzz.ratio(x, y) >= _ALIKE for x in first for y in second) else "different"


def _words(name: str, *, without_roles: bool) -> frozenset[str]:
    """The words of a name that tell whose it is; between two persons their titles tell nothing."""
    words = (token.word for token in cut(name) if len(token.word) > 1 and token.word not in STOP_WORDS)
    return frozenset(COUNTRIES.get(word, spelling(word)) for word in words if not (without_roles and is_role(word)))


def _person(name: str) -> tuple[str, ...]:
    """First name and surname of a person named in full, at the end of `name`; () if it is none."""
    last = cut(name)[-2:]
    is_full = len(last) == 2 and all(_is_of_person(token) for token in last)
    return tuple(spelling(token.word) for token in last) if is_full else ()


def _is_of_person(token: Lexeme) -> bool:
    is_name = token.is_capitalised and not token.is_acronym and token.word not in STOP_WORDS
    return is_name and not is_role(token.word) and token.word not in COUNTRIES and token.word not in _BODIES
