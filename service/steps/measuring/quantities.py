"""Reads a number with its unit, or a range of two: "40 km", "$1.1bn", "10 to 12 people", "half an hour", "28-year-old".

Knows no bounds, dates or years. Values come in the base unit of their kind.
"""

from dataclasses import dataclass, replace

from service.models import Bound, FigureKind
from service.steps.measuring import clock_times, nouns, numerals, units
from service.steps.measuring.numerals import Numeral
from service.steps.measuring.tokens import Tokens
from service.steps.measuring.units import Unit

# "a week" says how long only behind one of these; elsewhere it is a rate or a day ("twice a week", "a day after").
_SPAN_CUES = frozenset(
    "for within in lasted lasting took take takes than about over under nearly almost least around".split()
)
# The words that may begin a quantity.
OPENINGS = frozenset({*numerals.OPENINGS, *units.OPENINGS, "between"})


@dataclass(frozen=True)
class Quantity:
    """A value in tokens `start:end`; `noun` is what it counts, or what it is counted per ("per hour")."""

    start: int
    end: int
    kind: FigureKind
    low: float | None
    high: float | None
    unit: str = ""
    noun: str = ""
    bound: Bound = "exact"


@dataclass(frozen=True)
class _Part:
    """One number with its unit, as it stands from token `start` on."""

    start: int
    numeral: Numeral
    unit: Unit | None

    @property
    def end(self) -> int:
        return max(self.numeral.end, self.unit.end) if self.unit else self.numeral.end

    @property
    def factor(self) -> float:
        return self.unit.factor if self.unit else 1.0


def read(tokens: Tokens, start: int) -> Quantity | None:
    """The quantity that begins at token `start`, a range if a second number follows, else None."""
    found = _read_half_unit(tokens, start) or _read_range(tokens, start) or _read_single(tokens, start)
    return _join_smaller(tokens, found) if found and found.kind == "duration" else found


def _join_smaller(tokens: Tokens, whole: Quantity) -> Quantity:
    """ "Two hours, seven minutes and fifty seconds": a duration with the smaller ones that follow it."""
    place = whole.end + tokens.follow(whole.end, ",")
    place += tokens.follow(place, "and")
    part = _read_single(tokens, place) if tokens.at(place).is_digits or tokens.at(place).is_word else None
    if part is None or part.kind != "duration" or part.start != place or None in (whole.low, part.low):
        return whole
    if whole.low != whole.high or not _is_smaller(tokens, part, whole):
        return whole
    joined = replace(whole, end=part.end, low=whole.low + part.low, high=whole.low + part.low)  # type: ignore[operator]
    return _join_smaller(tokens, joined)


def _is_smaller(tokens: Tokens, part: Quantity, whole: Quantity) -> bool:
    """Whether a part counts in a smaller unit than the whole is written in: minutes behind hours."""
    unit, larger = (units.read_single_of(tokens, one.end - 1) for one in (part, whole))
    return unit is not None and larger is not None and unit < larger and (part.low or 0.0) < larger


def _read_single(tokens: Tokens, start: int) -> Quantity | None:
    part = _read_part(tokens, start)
    if part is None:
        return None
    value = part.numeral.value
    return _measure(tokens, part, None if value is None else value * part.factor, start)


def _read_range(tokens: Tokens, start: int) -> Quantity | None:
    """ "10 to 12", "$5-7 million", "between 20 and 30 km", "10km to 12km"; not "rose from 10 to 12"."""
    is_between = tokens.follow(start, "between")
    first = _read_part(tokens, start + 1 if is_between else start)
    if first is None or tokens.at(start - 1).lower == "from" or not _joins(tokens, first.end, is_between=is_between):
        return None
    second = _read_part(tokens, first.end + 1, sign=first.unit if first.start < first.numeral.start else None)
    if second is None or clock_times.is_meridiem(tokens.at(second.end).lower):
        return None
    low = _lower_end(first, second)
    return _measure(tokens, second, low, start) if low is not None else None


def _read_part(tokens: Tokens, start: int, sign: Unit | None = None) -> _Part | None:
    """A number with the currency before it, or a unit behind it; `sign` holds where no currency stands here."""
    own = units.read_currency_sign(tokens, start)
    place = own.end if own else start
    is_money = bool(own or sign) or units.scales_money(tokens, place + 1)
    numeral = numerals.read(tokens, place, takes_short_scale=is_money)
    if numeral is None:
        return None
    inherited = replace(sign, end=numeral.end) if sign else None
    return _Part(start, numeral, own or units.read(tokens, numeral.end, is_scaled=numeral.is_scaled) or inherited)


def _joins(tokens: Tokens, place: int, *, is_between: bool) -> bool:
    if is_between:
        return tokens.follow(place, "and")
    is_dash = tokens.at(place).text in ("-", "–") and tokens.gap(place) == tokens.gap(place + 1)
    return is_dash or tokens.at(place).lower in ("to", "or")


def _lower_end(first: _Part, second: _Part) -> float | None:
    """The value of the lower end, which takes unit and scale from the upper one; None if they make no range."""
    low, high = first.numeral, second.numeral
    if low.value is None or high.value is None or low.bound != "exact" or high.bound != "exact":
        return None
    if first.unit and (second.unit is None or first.unit.measure != second.unit.measure):
        return None
    factor = first.factor if first.unit else second.factor
    scale = high.scale if low.scale == 1.0 and low.value < high.value / high.scale else 1.0
    value = low.value * scale * factor
    return value if value < high.value * second.factor else None


def _measure(tokens: Tokens, part: _Part, low: float | None, start: int) -> Quantity:
    """The figure that `part` makes, with `low` as its lower end, in tokens from `start` on."""
    numeral, unit = part.numeral, part.unit
    high = None if numeral.value is None else numeral.value * part.factor
    end_of_age = _end_of_age(tokens, numeral)
    if end_of_age:
        low, high = (None if value is None else value / part.factor for value in (low, high))
        return Quantity(start, end_of_age, "count", low, high, "", "age")
    if unit is None:
        noun = nouns.find(tokens, start, numeral.end)
        return Quantity(start, numeral.end, "count", low, high, "", noun, numeral.bound)
    per, end = units.read_rate(tokens, part.end)
    return Quantity(start, end, unit.kind, low, high, unit.name, per, numeral.bound)


def _end_of_age(tokens: Tokens, numeral: Numeral) -> int | None:
    """The end of "28-year-old", "28 years old", "28 years of age", "aged 28"; None if the number is no age."""
    place = numeral.end + 1 if tokens.at(numeral.end).text == "-" else numeral.end
    if tokens.at(place).lower in ("year", "years"):
        old = place + 2 if tokens.at(place + 1).text == "-" else place + 1
        if tokens.at(old).lower in ("old", "olds"):
            return old + 1
        if tokens.follow(place + 1, "of", "age"):
            return place + 3
    return numeral.end if tokens.at(numeral.start - 1).lower in ("aged", "age") else None


def _read_half_unit(tokens: Tokens, start: int) -> Quantity | None:
    """ "half an hour", "half a mile"; "a week" where it says how long."""
    if tokens.follow(start, "half") and tokens.at(start + 1).lower in ("a", "an", "-"):
        value, place = 0.5, start + 2
    elif tokens.at(start).lower in ("a", "an") and tokens.at(start - 1).lower in _SPAN_CUES:
        value, place = 1.0, start + 1
    else:
        return None
    unit = units.read_single(tokens, place)
    if unit is None or (value == 1.0 and (unit.kind != "duration" or tokens.at(unit.end).text == "-")):
        return None
    return Quantity(start, unit.end, unit.kind, value * unit.factor, value * unit.factor, unit.name)
