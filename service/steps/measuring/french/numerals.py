"""Reads French numbers: "1 234,5", "quatre-vingt-douze", "une centaine", "2,3 millions". Knows no units.

"1.200" has no value here, as in digits.py: it is a thousand and two hundred to some and one and a fifth to others.
"""

import re
import unicodedata
from dataclasses import replace

from service.steps.measuring.digits import LONGEST
from service.steps.measuring.numerals import Numeral
from service.steps.measuring.tokens import Tokens

_ONES = {
    word: value
    for value, word in enumerate(
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
    )
} | {"une": 1}
_TENS = dict(zip("vingt trente quarante cinquante soixante".split(), range(20, 70, 10), strict=True)) | {
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
_SCALES = {"mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9}
_LARGE = {word: factor for word, factor in _SCALES.items() if factor >= 1e6} | {"mds": 1e9, "md": 1e9}
# "une centaine" is said of about as many.
_COLLECTIVES = {
    "dizaine": 10.0, "douzaine": 12.0, "quinzaine": 15.0, "vingtaine": 20.0, "trentaine": 30.0, "quarantaine": 40.0,
    "cinquantaine": 50.0, "soixantaine": 60.0, "centaine": 100.0, "millier": 1e3,
}  # fmt: skip
_VAGUE = {"dizaines": 10.0, "centaines": 100.0, "milliers": 1e3, "millions": 1e6, "milliards": 1e9}
_VAGUE_BEFORE = frozenset({"des", "plusieurs", "quelques", "de"})
# The words that may begin a number; "un" and "une" are articles far more often, and quantities.py asks for more.
OPENINGS = frozenset({*_ONES, *_TENS, "cent", "cents", "mille", "plusieurs", "des", "quelques"}) - {"un"}
_GROUPED = re.compile(r"\d{1,3}(?: \d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d+")
_DECIMAL_POINT = re.compile(r"\d+\.\d{1,2}")


def read(tokens: Tokens, start: int) -> Numeral | None:
    """The number that begins at token `start`, else None."""
    if tokens.at(start).is_digits:
        return _read_digits(tokens, start)
    return _read_collective(tokens, start) or _read_vague(tokens, start) or _read_words(tokens, start)


def parse(text: str) -> tuple[float | None, int] | None:
    """Value and number of decimals of a run of digits; (None, 0) where ambiguous; None if it is no number."""
    plain = "".join(_to_plain(character) for character in text)
    if len(plain) > LONGEST:
        return None
    if _PLAIN.fullmatch(plain) or _GROUPED.fullmatch(plain) or _POINTED.fullmatch(plain):
        digits = plain.replace(" ", "").replace(".", "").replace(",", ".")
    elif _DECIMAL_POINT.fullmatch(plain):
        digits = plain
    else:
        return (None, 0) if re.fullmatch(r"\d{1,3}\.\d{3}", plain) else None
    return float(digits), len(digits.partition(".")[2])


def _to_plain(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return character if character in ".," else " "


def _read_digits(tokens: Tokens, start: int) -> Numeral | None:
    text = tokens[start].text
    parsed = parse(text)
    if parsed is None:
        return None
    value, decimals = parsed
    if value is None:
        return Numeral(None, start, start + 1)
    fine = 10.0**-decimals
    is_plain = len(text) == 4 and text.isdecimal()
    return _scale(tokens, Numeral(value, start, start + 1, fine, _coarse(value, fine), is_plain=is_plain))


def _scale(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Multiplies by the "millions" or "mille" that follows."""
    factor = _SCALES.get(tokens.at(numeral.end).lower) or _LARGE.get(tokens.at(numeral.end).lower)
    if factor is None or numeral.value is None or tokens.gap(numeral.end) > 1:
        return numeral
    return replace(
        numeral,
        value=numeral.value * factor,
        end=numeral.end + 1,
        fine=numeral.fine * factor,
        coarse=numeral.coarse * factor,
        scale=factor,
        is_plain=False,
    )


def _read_collective(tokens: Tokens, start: int) -> Numeral | None:
    """ "une centaine", "deux douzaines", "la vingtaine" is none."""
    value = _COLLECTIVES.get(tokens.at(start + 1).lower.removesuffix("s"))
    times = _ONES.get(tokens.at(start).lower)
    if value is None or not times:
        return None
    is_exact = value == 12.0 and times > 1
    whole = value * times
    return Numeral(whole, start, start + 2, value, value, bound="exact" if is_exact else "about", scale=value)


def _read_vague(tokens: Tokens, start: int) -> Numeral | None:
    """ "des dizaines", "plusieurs centaines", "des centaines de milliers": at least two of the unit."""
    unit = _VAGUE.get(tokens.at(start + 1).lower)
    if unit is None or tokens.at(start).lower not in _VAGUE_BEFORE:
        return None
    more = _VAGUE.get(tokens.at(start + 3).lower) if tokens.follow(start + 2, "de") else None
    if more and more > unit:
        return Numeral(2 * unit * more, start, start + 4, unit * more, unit * more, bound="at_least", scale=more)
    return Numeral(2 * unit, start, start + 2, unit, unit, bound="at_least", scale=unit)


def _read_words(tokens: Tokens, start: int) -> Numeral | None:
    spelled = _Spelled(tokens, start)
    while spelled.take():
        pass
    return spelled.numeral()


class _Spelled:
    """A number being read from words. `group` stands below the next scale; `last` is the word just taken."""

    def __init__(self, tokens: Tokens, start: int) -> None:
        self.tokens, self.start, self.end, self.place = tokens, start, start, start
        self.total, self.group, self.scale, self.last = 0, 0, 1e15, ""

    def take(self) -> bool:
        """Adds the word at `place` if it continues the number, and moves on."""
        word = self.tokens.at(self.place).lower
        if not (self._add(word) or self._multiply(word) or self._close_group(word)):
            return False
        self.end, self.last = self.place + 1, word
        self.place = self._next_place()
        return True

    def numeral(self) -> Numeral | None:
        if self.end == self.start:
            return None
        value = float(self.total + self.group)
        fine = _LARGE.get(self.last, 1.0)
        return Numeral(value, self.start, self.end, fine, _coarse(value, fine), scale=_SCALES.get(self.last, 1.0))

    def _add(self, word: str) -> bool:
        if word in ("vingt", "vingts") and self.last == "quatre":
            # quatre-vingt(s): four twenties.
            self.group += 76
            return True
        value = _ONES.get(word) if word in _ONES else _TENS.get(word)
        if value is None or not self._has_room(value):
            return False
        self.group += value
        return True

    def _has_room(self, value: int) -> bool:
        """Whether `value` may follow what stands so far: "vingt trois", "soixante dix", "dix sept", "cent douze"."""
        below = self.group % 100
        if below == 0 or self.end == self.start:
            return value > 0 or self.end == self.start
        if self.last == "dix" and below in (10, 70, 90):
            return value in (7, 8, 9)
        if self.last in ("soixante", "vingt", "vingts") and below in (60, 80):
            return 0 < value < 20
        return self.last in _TENS and 0 < value < 10

    def _multiply(self, word: str) -> bool:
        if word not in ("cent", "cents") or self.group > 9:
            return False
        self.group = max(self.group, 1) * 100
        return True

    def _close_group(self, word: str) -> bool:
        factor = _SCALES.get(word)
        if factor is None or factor >= self.scale or (word != "mille" and not self.group):
            return False
        self.scale = factor
        self.total, self.group = self.total + int(max(self.group, 1) * factor), 0
        return True

    def _next_place(self) -> int:
        """Past a hyphen inside the number, or the "et" of "vingt et un"."""
        tokens, end = self.tokens, self.end
        place = end + 1 if tokens.at(end).text in ("-", "‑") and tokens.gap(end) == 0 else end
        if tokens.at(place).lower == "et" and self.last in _TENS:
            after = place + 2 if tokens.at(place + 1).text == "-" else place + 1
            return after if tokens.at(after).lower in ("un", "une", "onze") else place
        return place


def _coarse(value: float, fine: float) -> float:
    """The place value of the last digit of `value` that is not zero, `fine` at the least."""
    if fine < 1 or value == 0:
        return fine
    place = fine
    while value % (place * 10) == 0:
        place *= 10
    return place
