"""Reads numbers in words and digits: "twenty-six", "1,200", "1.1bn", "half a million", "dozens". Knows no units.

Words are English, digits of any script. A form that means different numbers in different countries ("1.200", "1 200")
is read as a number of unknown value.
"""

from dataclasses import dataclass, replace

from service.models import Bound
from service.steps.measuring import digits
from service.steps.measuring.tokens import Token, Tokens

_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SMALL = _ONES | _TENS
_SCALES = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
_MULTIPLES = {"dozen": 12.0, "hundred": 100.0, **_SCALES, "bn": 1e9, "mn": 1e6, "mln": 1e6, "tn": 1e12, "trn": 1e12}
_LARGE = frozenset(word for word, factor in _MULTIPLES.items() if factor >= 1e6)
# Each of these also means something else (metres, minutes, tonnes): they count only where the caller says so.
_DOUBTFUL_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
# What a vague plural stands for at the least: two of its unit.
_VAGUE = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9}
_VAGUE_OF_VAGUE = {"tens": 10.0, "dozens": 12.0, "hundreds": 100.0, "thousands": 1e3}
# The words that may begin a number.
OPENINGS = frozenset({*_SMALL, *_VAGUE, *_VAGUE_OF_VAGUE, "several", "half", "a", "an"})
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@dataclass(frozen=True)
class Numeral:
    """A number written in tokens `start:end`, `value` None where its form is ambiguous.

    `fine` is the place value of the last written digit, `coarse` that of the last digit that is not a padding zero:
    40 has 1 and 10, "1.1bn" has 0.1bn for both. `scale` is the "million" or "hundred" the number ends with, else 1.
    `is_plain` marks four digits without separators, as years are written.
    """

    value: float | None
    start: int
    end: int
    fine: float = 1.0
    coarse: float = 1.0
    bound: Bound = "exact"
    scale: float = 1.0
    is_plain: bool = False

    @property
    def is_scaled(self) -> bool:
        """Whether it ends in "thousand", "million" or more."""
        return self.scale >= 1e3


def read(tokens: Tokens, start: int, *, takes_short_scale: bool = False) -> Numeral | None:
    """The number that begins at token `start`, else None.

    `takes_short_scale` lets "40m", "5k", "2b" be millions, thousands, billions, as they are after a currency sign.
    """
    if tokens.at(start).is_digits:
        return _read_digits(tokens, start, takes_short_scale=takes_short_scale)
    if tokens.at(start).lower not in OPENINGS:
        return None
    return _read_vague(tokens, start) or _read_half(tokens, start) or _read_words(tokens, start)


def _read_digits(tokens: Tokens, start: int, *, takes_short_scale: bool) -> Numeral | None:
    text = tokens[start].text
    parsed = digits.parse(text, is_scaled=tokens.at(start + 1).lower in _LARGE)
    if parsed is None:
        return None
    value, decimals = parsed
    if _is_space_grouped(tokens, start):
        return Numeral(None, start, start + 2)
    if value is None:
        return Numeral(None, start, start + 1)
    fine = 10.0**-decimals
    is_plain = len(text) == 4 and text.isdecimal()
    numeral = Numeral(value, start, start + 1, fine, _coarse_place(value, fine), is_plain=is_plain)
    return _scale(tokens, _add_fraction(tokens, numeral), takes_short_scale=takes_short_scale)


def _is_space_grouped(tokens: Tokens, start: int) -> bool:
    """Whether the next token continues this one as in the French "1 200"."""
    first, second = tokens[start], tokens.at(start + 1)
    is_group = len(second.text) == 3 and second.text.isdecimal()
    return is_group and len(first.text) <= 3 and first.text.isdecimal() and tokens.gap(start + 1) == 1


def _add_fraction(tokens: Tokens, numeral: Numeral, unit: float = 1.0) -> Numeral:
    """Adds a "½" or "and a half" that follows, counted in `unit`."""
    end = numeral.end
    if numeral.value is None:
        return numeral
    if tokens.at(end).text in _FRACTIONS and tokens.gap(end) <= 1:
        fraction, after = _FRACTIONS[tokens[end].text] * unit, end + 1
    elif tokens.follow(end, "and", "a", "half"):
        fraction, after = 0.5 * unit, end + 3
    else:
        return numeral
    return replace(numeral, value=numeral.value + fraction, end=after, fine=fraction, coarse=fraction, is_plain=False)


def _scale(tokens: Tokens, numeral: Numeral, *, takes_short_scale: bool = False) -> Numeral:
    """Multiplies by the "million", "bn" or "dozen" that follows, joined by nothing, a space or a hyphen."""
    place = numeral.end
    if tokens.at(place).text == "-" and tokens.gap(place) == 0:
        place += 1
    factor = _factor(tokens.at(place), takes_short_scale=takes_short_scale and tokens.gap(place) == 0)
    if factor is None or numeral.value is None or tokens.gap(place) > 1:
        return numeral
    return replace(
        numeral,
        value=numeral.value * factor,
        end=place + 1,
        fine=numeral.fine * factor,
        coarse=numeral.coarse * factor,
        scale=factor,
        is_plain=False,
    )


def _factor(token: Token, *, takes_short_scale: bool = False) -> float | None:
    doubtful = _DOUBTFUL_SCALES.get(token.lower) if takes_short_scale else None
    return _MULTIPLES.get(token.lower, doubtful)


def _read_vague(tokens: Tokens, start: int) -> Numeral | None:
    """ "dozens", "tens of thousands", "several hundred", "a couple of": at least, or about, two of the unit."""
    word, unit = tokens.at(start).lower, tokens.at(start + 2).lower
    if word in _VAGUE_OF_VAGUE and tokens.follow(start + 1, "of") and _VAGUE.get(unit, 0) >= 2e3:
        return _vague(_VAGUE_OF_VAGUE[word] * _VAGUE[unit], start, start + 3)
    if word in _VAGUE and (word != "scores" or tokens.follow(start + 1, "of")):
        return _vague(_VAGUE[word], start, start + 1)
    if tokens.follow(start, "a", "couple", "of"):
        return Numeral(2.0, start, start + 3, bound="about")
    opening = 1 if word == "several" else 2 if tokens.follow(start, "a", "few") else 0
    factor = _factor(tokens.at(start + opening)) if opening else None
    return _vague(2 * factor, start, start + opening + 1) if factor else None


def _vague(low: float, start: int, end: int) -> Numeral:
    return Numeral(low, start, end, low, low, "at_least")


def _read_half(tokens: Tokens, start: int) -> Numeral | None:
    """ "half a million", "half-a-dozen", "a quarter of a million"."""
    value, after = 0.5, start + 1
    if tokens.follow(start, "a", "quarter", "of"):
        value, after = 0.25, start + 3
    elif not tokens.follow(start, "half"):
        return None
    while tokens.at(after).lower in ("a", "-"):
        after += 1
    factor = _factor(tokens.at(after)) if after > start + 1 else None
    share = value * factor if factor else 0.0
    return Numeral(share, start, after + 1, share / 2, share / 2, scale=factor) if factor else None


def _read_words(tokens: Tokens, start: int) -> Numeral | None:
    """Cardinals in words, as English grammar builds them: "two hundred and six thousand", "a dozen"."""
    spelled = _Spelled(tokens, start)
    while spelled.take():
        pass
    return spelled.numeral()


class _Spelled:
    """A number being read from words. `group` stands below the next scale, `floor` is its smallest filled place."""

    def __init__(self, tokens: Tokens, start: int) -> None:
        self.tokens, self.start, self.end, self.place = tokens, start, start, start
        self.total, self.group, self.floor, self.scale = 0.0, 0.0, 1e3, 1e15
        if tokens.at(start).lower in ("a", "an") and _factor(tokens.at(start + 1)):
            self.group, self.floor, self.place = 1.0, 1.0, start + 1

    def take(self) -> bool:
        """Adds the word at `place` if it continues the number, and moves on."""
        word = self.tokens.at(self.place).lower
        if not (self._add_small(word) or self._multiply(word) or self._close_group(word)):
            return False
        self.end = self.place + 1
        self.place = self._next_place(word)
        return True

    def numeral(self) -> Numeral | None:
        if self.end == self.start:
            return None
        last = self.tokens[self.end - 1].lower
        value, scale = self.total + self.group, _MULTIPLES.get(last, 1.0)
        fine = scale if last in _SCALES else 1.0
        coarse = 12.0 if last == "dozen" else _coarse_place(value, fine)
        numeral = Numeral(value, self.start, self.end, fine, coarse, scale=scale)
        with_fraction = _add_fraction(self.tokens, numeral, unit=fine)
        return with_fraction if numeral.is_scaled else _scale(self.tokens, with_fraction)

    def _add_small(self, word: str) -> bool:
        value = _SMALL.get(word)
        if value is None or not (self.floor >= 100 or (self.floor == 10 and 0 < value < 10)):
            return False
        self.group, self.floor = self.group + value, 10 if value >= 20 else 1
        return True

    def _multiply(self, word: str) -> bool:
        if word not in ("hundred", "dozen") or not 0 < self.group < 100:
            return False
        self.group *= _MULTIPLES[word]
        self.floor = 100 if word == "hundred" else 1
        return True

    def _close_group(self, word: str) -> bool:
        if word not in _SCALES or not self.group or _SCALES[word] >= self.scale:
            return False
        self.scale = _SCALES[word]
        self.total, self.group, self.floor = self.total + self.group * self.scale, 0.0, 1e3
        return True

    def _next_place(self, word: str) -> int:
        """Past a hyphen inside the number, or past "and" after a hundred or a scale."""
        tokens, end = self.tokens, self.end
        if tokens.at(end).text == "-" and tokens.gap(end) == 0 and tokens.gap(end + 1) == 0:
            return end + 1
        is_big = word == "hundred" or word in _SCALES
        return end + 1 if is_big and tokens.follow(end, "and") and tokens.at(end + 1).lower in _SMALL else end


def _coarse_place(value: float, fine: float) -> float:
    """The place value of the last digit of `value` that is not zero, `fine` at the least."""
    if fine < 1 or value == 0:
        return fine
    place = fine
    while value % (place * 10) == 0:
        place *= 10
    return place
