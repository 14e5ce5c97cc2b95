"""How far a figure may lie from the truth it rounds, read from its written digits. Knows no other figure.

Two limits: within `sure` rounding explains a difference, within `doubt` it may. "4.8 km" is sure to half its last
digit; "400" may stand for anything from 350 to 450 but is not sure to; "26 people" is not rounded at all. The shares
are ours, chosen so that doubt never becomes a contradiction.
"""

from dataclasses import dataclass
from functools import lru_cache

from service.models import Figure
from service.steps.measuring import numerals, tokens
from service.steps.measuring.french import numerals as french_numerals
from service.steps.measuring.numerals import Numeral
from service.steps.measuring.tokens import Tokens

# Shares of the value.
_SURE_OF_DIGIT, _SURE_OF_ZEROS = 0.10, 0.05
_SURE_OF_ABOUT, _DOUBT_OF_ABOUT = 0.10, 0.25
_DOUBT_OF_VAGUE = 0.5
# A count is taken as rounded from two zeros on: 40 people are forty, 400 are some four hundred.
_ROUND_COUNT = 100


@dataclass(frozen=True)
class Rounding:
    """Limits in the base unit of the figure's kind."""

    sure: float
    doubt: float


@dataclass(frozen=True)
class Written:
    """The last number written in a figure's text, at `start:end` of it; `unit` is what one of it is worth."""

    numeral: Numeral
    start: int
    end: int
    unit: float


@lru_cache(maxsize=4_096)
def read_written(figure: Figure) -> Written | None:
    """The last number in `figure.text`; None where it has none ("a week") or its value is unknown."""
    found, place, last = tokens.split(figure.text, figure.language), 0, None
    while place < len(found):
        numeral = _read_numeral(figure, found, place)
        last, place = (numeral, numeral.end) if numeral else (last, place + 1)
    value = figure.low if figure.high is None else figure.high
    if last is None or value is None or not last.value:
        return None
    return Written(last, found[last.start].start, found[last.end - 1].end, value / last.value)


def _read_numeral(figure: Figure, found: Tokens, place: int) -> Numeral | None:
    if figure.language == "fr":
        return french_numerals.read(found, place)
    return numerals.read(found, place, takes_short_scale=figure.kind == "money")


@lru_cache(maxsize=4_096)
def read(figure: Figure) -> Rounding:
    """The limits of `figure`; both 0 where nothing may be rounded."""
    value = abs((figure.low if figure.high is None else figure.high) or 0.0)
    written = read_written(figure)
    plain = _of_digits(figure, written, value) if written else Rounding(0.0, 0.0)
    if written and written.numeral.bound == "at_least":
        return Rounding(0.0, _DOUBT_OF_VAGUE * value)
    if figure.bound == "about" or _is_loose(figure):
        return Rounding(max(plain.sure, _SURE_OF_ABOUT * value), max(plain.doubt, _DOUBT_OF_ABOUT * value))
    return plain


def _is_loose(figure: Figure) -> bool:
    """A dozen, half a day and a week are said of about as many."""
    words = figure.text.lower().split()
    is_dozen = words[-1] in ("dozen", "douzaines")
    return is_dozen or (figure.kind in ("duration", "length") and words[0] in ("a", "an", "half", "une", "un"))


def _of_digits(figure: Figure, written: Written, value: float) -> Rounding:
    numeral = written.numeral
    fine, coarse = numeral.fine * written.unit / 2, numeral.coarse * written.unit / 2
    if figure.kind in ("percent", "points"):
        return Rounding(min(fine, _SURE_OF_DIGIT * value), fine)
    if figure.kind in ("count", "ordinal") and not numeral.is_scaled:
        is_rounded = figure.kind == "count" and numeral.coarse >= _ROUND_COUNT
        return Rounding(min(coarse, _SURE_OF_ZEROS * value), coarse) if is_rounded else Rounding(0.0, 0.0)
    if coarse > fine and not numeral.is_scaled:
        return Rounding(min(coarse, _SURE_OF_ZEROS * value), coarse)
    return Rounding(min(fine, _SURE_OF_DIGIT * value), coarse)
