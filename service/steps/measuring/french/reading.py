"""Finds the figures of French text in order, never overlapping. Knows nothing of claims.

As in figures.py a figure that is none could contradict another one, and a missed one costs less: numbers that name
("ligne 4", "A6"), that are joined to other signs, or that count parts ("deux des trois") are passed over.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from service.models import Bound
from service.steps.measuring.french import bounds, days, numerals, quantities, times
from service.steps.measuring.quantities import Quantity
from service.steps.measuring.tokens import Token, Tokens

_LABELS = frozenset(
    "ligne numéro n no article page chapitre chaîne route vol autoroute voie quai porte étage bâtiment tome "
    "version groupe phase niveau type modèle résolution loi décret boulevard avenue rue appartement".split()
)
_JOINERS = frozenset({"-", "–", "/", ":", "−", "_", "°", "#", "."})
_YEAR_CUES = frozenset("en de depuis fin début année an dès d' l' et à été hiver printemps automne avant après".split())
_EARLIEST, _LATEST = 1900, 2100
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième".split(), 2
    )
} | {"seconde": 2}
_SUFFIXES = frozenset("e ème eme è er ère re nd nde ᵉ".split())
_OPENINGS = frozenset().union(
    bounds.OPENINGS, days.OPENINGS, times.OPENINGS, quantities.OPENINGS, _ORDINALS, numerals.OPENINGS
)
# "une deuxième fois", "la seconde guerre": no rank of anything that is compared.
_NOT_RANKED = frozenset("fois guerre main vague".split())
_PARTS = frozenset("des d' de du parmi sur".split())


def read_all(tokens: Tokens, published_at: datetime | date | None) -> Iterator[Quantity]:
    """The figures, first to last."""
    place = 0
    while place < len(tokens):
        found = _read(tokens, place, published_at) if _may_open(tokens[place]) else None
        if found:
            yield found
        place = found.end if found else _pass_over(tokens, place)


def _may_open(token: Token) -> bool:
    return token.is_digits or token.lower in _OPENINGS


def _read(tokens: Tokens, place: int, published_at: datetime | date | None) -> Quantity | None:
    if tokens[place].is_digits and _is_joined(tokens, place):
        return None
    day = days.read(tokens, place)
    if day:
        resolved = days.resolve(day, tokens, published_at)
        low, high = (float(resolved[0]), float(resolved[1])) if resolved else (None, None)
        return Quantity(place, day.end, "date" if day.weekday is None else "weekday", low, high)
    return _read_ordinal(tokens, place) or _read_bounded(tokens, place)


def _read_bounded(tokens: Tokens, start: int) -> Quantity | None:
    bound, place = bounds.read_before(tokens, start)
    if tokens.at(place).is_digits and _is_joined(tokens, place):
        return None
    is_until = tokens.follow(start, "jusqu'", "à")
    clock = times.read(tokens, place) if place == start or bound == "about" or is_until else None
    if clock:
        minutes = float(clock.minutes)
        first, bound = (place, "exact") if is_until else (start, bound)
        return Quantity(first, clock.end, "time", minutes, minutes, clock.zone, bound=bound)
    if start > 0 and tokens[start].lower == "vers":
        return None
    found = _read_year(tokens, place) or quantities.read(tokens, place)
    if found is None or _names(tokens, place, found) or _is_part(tokens, found):
        return None
    end = found.end
    if place == start:
        bound, end = bounds.read_after(tokens, end)
    return _apply(replace(found, start=start, end=end), bound)


def _apply(found: Quantity, bound: Bound) -> Quantity | None:
    if found.kind == "year":
        return found if bound == "exact" else None
    if bound == "exact":
        bound = found.bound
    elif found.bound == "at_least" and bound == "at_most":
        return replace(found, low=None, high=None, bound=bound)
    low = None if bound == "at_most" else found.low
    high = None if bound == "at_least" else found.high
    return replace(found, low=low, high=high, bound=bound)


def _read_year(tokens: Tokens, place: int) -> Quantity | None:
    text = tokens.at(place).text
    if len(text) != 4 or not text.isdecimal() or tokens.at(place - 1).lower not in _YEAR_CUES:
        return None
    year = float(text)
    following = tokens.at(place + 1)
    counts = following.is_word and (
        following.lower in ("euros", "mètres", "habitants", "personnes") or following.lower == "h"
    )
    is_year = _EARLIEST <= year <= _LATEST and not counts and following.text not in "%€$"
    return Quantity(place, place + 1, "year", year, year) if is_year else None


def _read_ordinal(tokens: Tokens, place: int) -> Quantity | None:
    value, end = _ORDINALS.get(tokens[place].lower), place + 1
    if tokens[place].is_digits and tokens.at(place + 1).lower in _SUFFIXES and tokens.gap(place + 1) == 0:
        parsed = numerals.parse(tokens[place].text)
        value, end = (int(parsed[0]), place + 2) if parsed and parsed[0] else (None, end)
    noun = tokens.at(end).lower
    if not value or not tokens.at(end).is_word or noun in _NOT_RANKED or tokens.at(place - 1).lower in ("un", "une"):
        return None
    return Quantity(place, end, "ordinal", float(value), float(value), "", noun)


def _is_joined(tokens: Tokens, place: int) -> bool:
    """Whether signs or letters join the digits: "A6", "3-1", "9/11", "n°4"."""
    before, after = tokens.at(place - 1), tokens.at(place + 1)
    if tokens.gap(place) == 0 and (before.is_word and not before.lower.endswith("'") or before.text in _JOINERS):
        return True
    if after.text == "/" and tokens.at(place + 2).is_digits and tokens.gap(place + 1) == 0:
        return days.read(tokens, place) is None
    is_score = after.text in ("-", "–") and tokens.gap(place + 1) == 0 and tokens.at(place + 2).is_digits
    if not is_score:
        return False
    first, second = numerals.parse(tokens[place].text), numerals.parse(tokens[place + 2].text)
    return not (first and second and first[0] and second[0] and first[0] < second[0])


def _names(tokens: Tokens, place: int, found: Quantity) -> bool:
    """Whether the word before makes the number a name: "ligne 4", "Airbus 320"."""
    before = tokens.at(place - 1)
    if before.lower in _LABELS or before.text in ("°", "§"):
        return True
    is_name = before.is_word and before.is_capitalised and place > 1 and tokens.at(place - 2).text not in ".!?:«"
    return is_name and found.kind == "count" and not found.noun


def _is_part(tokens: Tokens, found: Quantity) -> bool:
    """ "deux des quatre suspects", "trois d'entre eux", "trois fois": none of them is a count of its own."""
    following = tokens.at(found.end)
    if found.noun == "fois" or following.lower == "fois":
        return True
    return found.kind == "count" and not found.noun and following.lower in _PARTS and found.bound == "exact"


def _pass_over(tokens: Tokens, place: int) -> int:
    """Past a number that measures nothing, whole: the rest of it is no number either."""
    numeral = numerals.read(tokens, place)
    is_long = numeral is not None and numeral.end > place + 1
    return numeral.end if is_long and numeral else place + 1
