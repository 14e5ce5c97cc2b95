"""Reads a French number with its unit, or a range of two: "40 km", "1,1 milliard d'euros", "entre 10 et 12 personnes".

Knows no bounds, dates or times. Values come in the base unit of their kind.
"""

from dataclasses import dataclass

from service.models import FigureKind
from service.steps.measuring.french import nouns, numerals
from service.steps.measuring.numerals import Numeral
from service.steps.measuring.quantities import Quantity
from service.steps.measuring.tokens import Tokens

_DAY = 86400.0
_YEAR = 365.25 * _DAY
_LENGTHS = {"km": 1e3, "kilomètre": 1e3, "mètre": 1.0, "m": 1.0, "cm": 0.01, "centimètre": 0.01, "mm": 0.001}
_DURATIONS = {
    "seconde": 1.0, "minute": 60.0, "min": 60.0, "mn": 60.0, "heure": 3600.0, "jour": _DAY, "semaine": 7 * _DAY,
    "mois": _YEAR / 12, "an": _YEAR, "année": _YEAR, "siècle": 100 * _YEAR,
}  # fmt: skip
_CURRENCIES = {
    "€": "EUR", "euro": "EUR", "eur": "EUR", "$": "USD", "dollar": "USD", "£": "GBP", "rouble": "RUB", "yen": "JPY",
}  # fmt: skip
_QUALIFIED = {("franc", "suisse"): "CHF", ("livre", "sterling"): "GBP", ("dollar", "canadien"): "CAD"}
_POINTS = ("de", "pourcentage")
# "12 000 m2" is an area, "50 km/h" a speed: no length.
_NOT_LENGTH = frozenset({"carré", "carrés", "cube", "cubes", "2", "3", "²", "³", "/"})
OPENINGS = numerals.OPENINGS | {"entre", "un", "une"}


@dataclass(frozen=True)
class _Unit:
    kind: FigureKind
    name: str
    factor: float
    end: int


def read(tokens: Tokens, start: int) -> Quantity | None:
    """The quantity that begins at token `start`, a range if a second number follows, else None."""
    return (
        _read_hours(tokens, start)
        or _read_half(tokens, start)
        or _read_range(tokens, start)
        or _read_single(tokens, start)
    )


def _read_single(tokens: Tokens, start: int) -> Quantity | None:
    numeral = numerals.read(tokens, start)
    if numeral is None or not _may_count(tokens, numeral):
        return None
    return _measure(tokens, start, None, numeral)


def _may_count(tokens: Tokens, numeral: Numeral) -> bool:
    """ "un" and "une" are articles but before the dead and the hurt, or a word that is only counted."""
    is_article = numeral.end == numeral.start + 1 and tokens[numeral.start].lower in ("un", "une")
    return not is_article or nouns.is_single(tokens.at(numeral.end).lower)


def _read_range(tokens: Tokens, start: int) -> Quantity | None:
    """ "entre 10 et 12 personnes", "10 à 12 km", "10-12 %"; not "de 10 à 12", which may be a rise."""
    is_between = tokens.follow(start, "entre")
    first = numerals.read(tokens, start + is_between)
    if first is None or first.value is None or tokens.at(start - 1).lower == "de":
        return None
    place, joiner = first.end, tokens.at(first.end).lower
    is_dash = joiner in ("-", "–") and tokens.gap(place) == tokens.gap(place + 1) == 0
    if not (joiner == "et" if is_between else joiner == "à" or is_dash):
        return None
    second = numerals.read(tokens, place + 1)
    if second is None or second.value is None or not first.value < second.value:
        return None
    scale = second.scale if first.scale == 1.0 and first.value < second.value / second.scale else 1.0
    return _measure(tokens, start, first.value * scale, second)


def _read_hours(tokens: Tokens, start: int) -> Quantity | None:
    """ "2 h 30" and "3 h 12 min", where times.py found no time of day."""
    hours = numerals.read(tokens, start)
    if hours is None or hours.value is None or tokens.at(hours.end).lower != "h":
        return None
    minutes = numerals.read(tokens, hours.end + 1)
    if minutes is None or minutes.value is None or minutes.value >= 60:
        return Quantity(start, hours.end + 1, "duration", hours.value * 3600, hours.value * 3600, "s")
    end = minutes.end + (tokens.at(minutes.end).lower in ("min", "mn"))
    seconds = hours.value * 3600 + minutes.value * 60
    return Quantity(start, end, "duration", seconds, seconds, "s")


def _read_half(tokens: Tokens, start: int) -> Quantity | None:
    """ "une demi-heure", "une heure et demie", "deux heures et demie"."""
    if tokens.follow(start, "une", "demi", "-", "heure"):
        return Quantity(start, start + 4, "duration", 1800.0, 1800.0, "s")
    numeral = numerals.read(tokens, start)
    unit = _duration(tokens, numeral.end) if numeral and numeral.value else None
    if numeral is None or unit is None or not tokens.follow(unit.end, "et"):
        return None
    if tokens.at(unit.end + 1).lower not in ("demi", "demie"):
        return None
    seconds = ((numeral.value or 0.0) + 0.5) * unit.factor
    return Quantity(start, unit.end + 2, "duration", seconds, seconds, "s")


def _measure(tokens: Tokens, start: int, low: float | None, numeral: Numeral) -> Quantity:
    """The figure that `numeral` makes with its unit, with `low` as its lower end if it is a range."""
    value = numeral.value
    age = _end_of_age(tokens, start, numeral)
    if age:
        return Quantity(start, age, "count", value if low is None else low, value, "", "age")
    unit = _unit(tokens, numeral.end)
    if unit is None:
        noun = nouns.find(tokens, numeral.end)
        return Quantity(start, numeral.end, "count", value if low is None else low, value, "", noun, numeral.bound)
    high = None if value is None else value * unit.factor
    least = high if low is None else low * unit.factor
    return Quantity(start, unit.end, unit.kind, least, high, unit.name, "", numeral.bound)


def _end_of_age(tokens: Tokens, start: int, numeral: Numeral) -> int | None:
    """The end of "28 ans" behind "âgé de", or between commas behind a name; else it is a duration."""
    if tokens.at(numeral.end).lower not in ("an", "ans"):
        return None
    is_aged = tokens.at(start - 1).lower == "de" and tokens.at(start - 2).lower.rstrip("es") in ("âg", "âgé")
    is_aside = tokens.at(start - 1).text in (",", "(") and tokens.at(numeral.end + 1).text in (",", ")", ".")
    before = tokens.at(start - 1).lower == "de" and tokens.at(start - 2).lower.rstrip("s") in _PERSONS
    return numeral.end + 1 if is_aged or is_aside or before else None


_PERSONS = frozenset("homme femme garçon fille adolescent adolescente enfant étudiant étudiante retraité".split())


def _unit(tokens: Tokens, place: int) -> _Unit | None:
    start = place + 1 if tokens.at(place).lower in ("de", "d'") else place
    return _percent(tokens, place) or _money(tokens, start) or _length(tokens, start) or _duration(tokens, start)


def _percent(tokens: Tokens, place: int) -> _Unit | None:
    if tokens.at(place).text == "%":
        return _points(tokens, place + 1) or _Unit("percent", "%", 1.0, place + 1)
    if tokens.follow(place, "pour", "cent"):
        return _Unit("percent", "%", 1.0, place + 2)
    return _points(tokens, place)


def _points(tokens: Tokens, place: int) -> _Unit | None:
    """ "points de pourcentage", "point de %"; mere points are those of a game or an index."""
    if tokens.at(place).lower.rstrip("s") != "point" or tokens.at(place + 1).lower != "de":
        return None
    return _Unit("points", "points", 1.0, place + 3) if tokens.at(place + 2).lower in ("pourcentage", "%") else None


def _money(tokens: Tokens, place: int) -> _Unit | None:
    word, after = _bare(tokens.at(place).lower), _bare(tokens.at(place + 1).lower)
    if (word, after) in _QUALIFIED:
        return _Unit("money", _QUALIFIED[word, after], 1.0, place + 2)
    return _Unit("money", _CURRENCIES[word], 1.0, place + 1) if word in _CURRENCIES else None


def _length(tokens: Tokens, place: int) -> _Unit | None:
    factor = _LENGTHS.get(_bare(tokens.at(place).lower))
    following = tokens.at(place + 1)
    if factor is None or following.lower in _NOT_LENGTH or tokens.at(place).text == "M":
        return None
    is_rate = following.lower in ("par", "-") and tokens.at(place + 2).lower in ("heure", "seconde")
    return None if is_rate else _Unit("length", "m", factor, place + 1)


def _duration(tokens: Tokens, place: int) -> _Unit | None:
    word = tokens.at(place).lower
    factor = _DURATIONS.get(word if word == "mois" else _bare(word))
    return _Unit("duration", "s", factor, place + 1) if factor else None


def _bare(word: str) -> str:
    return word[:-1] if len(word) > 2 and word.endswith("s") else word
