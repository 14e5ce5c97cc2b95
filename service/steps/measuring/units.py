"""The units figures are counted in, and how they are written: lengths, durations, money, percent. Knows no numbers.

Factors turn a value into the base unit of its kind (metres, seconds, the currency). Symbols and names that several
currencies share are taken for the one that world news means by them, or for none ("francs").
"""

from dataclasses import dataclass, replace

from service.models import FigureKind
from service.steps.measuring.tokens import Tokens

_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86400.0
_YEAR = 365.25 * _DAY
_LENGTHS = {
    "km kms kilometre kilometres kilometer kilometers": 1000.0,
    "metre metres meter meters": 1.0,
    "cm centimetre centimetres centimeter centimeters": 0.01,
    "mm millimetre millimetres millimeter millimeters": 0.001,
    "mile miles": 1609.344,
    "yard yards": 0.9144,
    "foot feet ft": 0.3048,
    "inch inches": 0.0254,
}
# Speeds written as one word: what is covered, per what.
_SPEEDS = {"mph": (1609.344, "hour"), "kph": (1000.0, "hour"), "kmh": (1000.0, "hour"), "knots": (1852.0, "hour")}
_DURATIONS = {
    "second seconds sec secs": 1.0,
    "minute minutes min mins": _MINUTE,
    "hour hours hr hrs": _HOUR,
    "day days": _DAY,
    "week weeks": 7 * _DAY,
    "fortnight fortnights": 14 * _DAY,
    "month months": _YEAR / 12,
    "year years": _YEAR,
    "decade decades": 10 * _YEAR,
    "century centuries": 100 * _YEAR,
}
_SIGNS = {
    "$": "USD", "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "nz$": "NZD",
    "s$": "SGD", "r$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₪": "ILS", "₺": "TRY",
    "₩": "KRW", "₴": "UAH", "₦": "NGN", "₱": "PHP", "₫": "VND",
}  # fmt: skip
_CODES = frozenset(
    "USD EUR GBP JPY CNY INR RUB ILS TRY KRW UAH NGN PHP VND AUD CAD HKD NZD SGD BRL CHF SEK NOK DKK PLN CZK HUF RON "
    "MXN ZAR SAR AED QAR KWD EGP PKR BDT LKR THB MYR IDR IRR IQD SYP LBP".split()
)
# What a currency written before a number may begin with, in lower case.
OPENINGS = frozenset({*_SIGNS, *(sign.removesuffix("$") for sign in _SIGNS), *(code.lower() for code in _CODES), "rs"})
_NAMES = {
    "dollar dollars": "USD",
    "euro euros": "EUR",
    "yen": "JPY",
    "yuan renminbi": "CNY",
    "rouble roubles ruble rubles": "RUB",
    "rupee rupees": "INR",
    "shekel shekels": "ILS",
    "lira": "TRY",
    "hryvnia hryvnias": "UAH",
    "naira": "NGN",
    "zloty zlotys": "PLN",
    "forint forints": "HUF",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "baht": "THB",
    "kronor": "SEK",
    "franc francs kroner peso pesos dinar dinars dirham dirhams riyal riyals rial rials": "",
}
# Weights, verbs and people share these words: money only after a scale ("40 million pounds").
_NAMES_AFTER_SCALE = {"pound pounds": "GBP", "won": "KRW", "rand": "ZAR", "real reais": "BRL"}
_QUALIFIERS = {
    ("us",): "USD", ("u.s.",): "USD", ("american",): "USD", ("australian",): "AUD", ("canadian",): "CAD",
    ("hong", "kong"): "HKD", ("new", "zealand"): "NZD", ("singapore",): "SGD", ("indian",): "INR",
    ("pakistani",): "PKR", ("swiss",): "CHF", ("mexican",): "MXN", ("iranian",): "IRR", ("iraqi",): "IQD",
    ("saudi",): "SAR", ("norwegian",): "NOK", ("danish",): "DKK", ("egyptian",): "EGP", ("syrian",): "SYP",
    ("lebanese",): "LBP",
}  # fmt: skip
_FIRST_QUALIFIERS = frozenset(words[0] for words in _QUALIFIERS)
# What things are commonly sold by: "$85 a barrel".
_PER = frozenset("barrel litre liter gallon tonne ton share person head kilo ounce unit ticket".split())
_PER_SHORT = {"h": "hour", "hr": "hour", "s": "second", "sec": "second", "bbl": "barrel"}
# "40 km a day earlier" tells a time, not a rate.
_NOT_RATE = frozenset("ago later earlier before after".split())


@dataclass(frozen=True)
class Unit:
    """What a number is measured in: the kind of figure, the base unit, its factor, and the token after it."""

    kind: FigureKind
    name: str
    factor: float
    end: int

    @property
    def measure(self) -> tuple[FigureKind, str]:
        """What must be equal for two values to be of one measure."""
        return self.kind, self.name


def _spread(table: dict[str, float]) -> dict[str, float]:
    return {word: factor for words, factor in table.items() for word in words.split()}


def _spread_names(table: dict[str, str]) -> dict[str, str]:
    return {word: code for words, code in table.items() for word in words.split()}


_METRES, _SECONDS = _spread(_LENGTHS), _spread(_DURATIONS)
_CURRENCIES, _CURRENCIES_AFTER_SCALE = _spread_names(_NAMES), _spread_names(_NAMES_AFTER_SCALE)


def read(tokens: Tokens, start: int, *, is_scaled: bool) -> Unit | None:
    """The unit that begins at token `start`, behind a number; `is_scaled` if that ended in "million" or the like."""
    place = start + 1 if _is_joining_hyphen(tokens, start) else start
    return _percent(tokens, place) or _measure(tokens, place) or _currency(tokens, place, is_scaled=is_scaled)


def read_currency_sign(tokens: Tokens, start: int) -> Unit | None:
    """The currency written before a number: "$", "US$", "Rs.", "USD"."""
    first, second = tokens.at(start), tokens.at(start + 1)
    joined = first.lower + second.lower
    if joined in _SIGNS and tokens.gap(start + 1) == 0 and second.text == "$":
        return Unit("money", _SIGNS[joined], 1.0, start + 2)
    if first.text in ("Rs", "RS"):
        return Unit("money", "INR", 1.0, start + 2 if second.text == "." else start + 1)
    if first.text in _SIGNS:
        return Unit("money", _SIGNS[first.text], 1.0, start + 1)
    if first.text in _CODES and second.is_digits:
        return Unit("money", first.text, 1.0, start + 1)
    return None


def scales_money(tokens: Tokens, place: int) -> bool:
    """Whether the letter at `place` is a scale because a currency follows: "40m euros"."""
    return tokens.at(place).lower in ("k", "m", "b") and bool(_currency(tokens, place + 1, is_scaled=True))


def read_single(tokens: Tokens, start: int) -> Unit | None:
    """The unit at `start` where "a" or "half a" stands before it: "an hour", "half a mile"."""
    unit = _measure(tokens, start)
    return unit if unit and not tokens[unit.end - 1].lower.endswith("s") else None


def read_single_of(tokens: Tokens, place: int) -> float | None:
    """How many seconds the unit of time at `place` is long; None where none stands there."""
    return _SECONDS.get(tokens.at(place).lower)


def read_rate(tokens: Tokens, end: int) -> tuple[str, int]:
    """What a measure that ends before token `end` is counted per, and the token after it: "per hour", "a barrel"."""
    opening, per = tokens.at(end), tokens.at(end + 1)
    if tokens.at(end - 1).lower in _SPEEDS:
        return f"per {_SPEEDS[tokens.at(end - 1).lower][1]}", end
    if opening.text == "/" and tokens.gap(end) == 0 and per.is_word:
        return f"per {_PER_SHORT.get(per.lower, per.lower)}", end + 2
    if opening.lower == "per" and per.is_word and per.lower not in ("cent", "se"):
        second = tokens.at(end + 2).lower
        is_longer = per.lower not in _PER and second in _PER
        return (f"per {per.lower} {second}", end + 3) if is_longer else (f"per {per.lower}", end + 2)
    is_single = (per.lower in _SECONDS or per.lower in _PER) and not per.lower.endswith("s")
    is_rate = is_single and opening.lower in ("a", "an") and tokens.at(end + 2).lower not in _NOT_RATE
    return (f"per {per.lower}", end + 2) if is_rate else ("", end)


def _is_joining_hyphen(tokens: Tokens, place: int) -> bool:
    return tokens.at(place).text == "-" and tokens.gap(place) == 0 and tokens.gap(place + 1) == 0


def _percent(tokens: Tokens, place: int) -> Unit | None:
    word = tokens.at(place).lower
    if word in ("percentage", "basis"):
        points = _points(tokens, place + 1)
        return replace(points, factor=0.01) if points and word == "basis" else points
    if word not in ("%", "percent", "pct", "per") or (word == "per" and not tokens.follow(place + 1, "cent")):
        return None
    end = place + 2 if word == "per" else place + 1
    return _points(tokens, end) or Unit("percent", "%", 1.0, end)


def _points(tokens: Tokens, place: int) -> Unit | None:
    place = place + 1 if _is_joining_hyphen(tokens, place) else place
    return Unit("points", "points", 1.0, place + 1) if tokens.at(place).lower in ("point", "points") else None


def _measure(tokens: Tokens, place: int) -> Unit | None:
    word = tokens.at(place).lower
    if word == "nautical" and tokens.at(place + 1).lower in ("mile", "miles"):
        return Unit("length", "m", 1852.0, place + 2)
    if word in _SPEEDS:
        return Unit("length", "m", _SPEEDS[word][0], place + 1)
    if word in _METRES:
        return Unit("length", "m", _METRES[word], place + 1)
    if word == "m" and tokens.gap(place) == 1:
        return Unit("length", "m", 1.0, place + 1)
    if word == "second" and tokens.at(place - 1).lower not in ("-", "one", "1"):
        return None
    return Unit("duration", "s", _SECONDS[word], place + 1) if word in _SECONDS else None


def _currency(tokens: Tokens, place: int, *, is_scaled: bool) -> Unit | None:
    word = tokens.at(place).lower
    for length in (1, 2) if word in _FIRST_QUALIFIERS else ():
        code = _QUALIFIERS.get(tuple(token.lower for token in tokens[place : place + length]))
        if code and tokens.at(place + length).lower in _CURRENCIES:
            return Unit("money", code, 1.0, place + length + 1)
    if tokens.at(place).text in _CODES or word in ("€", "£", "₽", "₹"):
        return Unit("money", _SIGNS.get(word, tokens.at(place).text), 1.0, place + 1)
    if word in _CURRENCIES:
        return Unit("money", _CURRENCIES[word], 1.0, place + 1)
    if word in _CURRENCIES_AFTER_SCALE and (is_scaled or tokens.follow(place + 1, "sterling")):
        return Unit("money", _CURRENCIES_AFTER_SCALE[word], 1.0, place + 1)
    return None
