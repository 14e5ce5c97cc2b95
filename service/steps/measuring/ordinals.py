"""Reads ordinals: "third", "21st", "twenty-first". Knows no dates; calendar_days.py takes "14th October" first."""

from service.steps.measuring import digits, nouns
from service.steps.measuring.tokens import Tokens

_WORDS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        1,
    )
}
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_ROUND = {word.removesuffix("y") + "ieth": value for word, value in _TENS.items()} | {"hundredth": 100}
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
# The words that may begin an ordinal.
OPENINGS = frozenset({*_WORDS, *_TENS, *_ROUND})
# Every day words before all else ("at first", "it first aired"): ordinals only where a noun phrase has begun.
_COMMON = frozenset({"first", "second"})
_DETERMINERS = frozenset("the this that its his her their our my".split())
# What "first" and "second" stand before without numbering it.
_IDIOMS = frozenset(
    "lady time place hand half thing person step degree chance aid name class all day night ever look".split()
)


def read(tokens: Tokens, start: int) -> tuple[int, str, int] | None:
    """Value, the noun it numbers ("" if none) and the token after the ordinal at `start`; None if there is none.

    Behind "a" it is a fraction or one more of its kind ("a third of", "a second attack"), so none is read.
    """
    found = _read_digits(tokens, start) or _read_word(tokens, start)
    if found is None or tokens.at(start - 1).lower == "a":
        return None
    value, end = found
    noun = nouns.singular_at(tokens, end + 1 if tokens.at(end).text == "-" else end)
    if tokens[start].lower in _COMMON and not (noun and noun not in _IDIOMS and _is_determined(tokens, start)):
        return None
    return value, noun, end


def _is_determined(tokens: Tokens, start: int) -> bool:
    before = tokens.at(start - 1).lower
    return not tokens[start].is_capitalised and (before in _DETERMINERS or before.endswith("'s"))


def _read_digits(tokens: Tokens, start: int) -> tuple[int, int] | None:
    is_ordinal = tokens.at(start + 1).lower in _SUFFIXES and tokens.gap(start + 1) == 0
    value = digits.to_whole(tokens.at(start).text) if is_ordinal else None
    return (value, start + 2) if value else None


def _read_word(tokens: Tokens, start: int) -> tuple[int, int] | None:
    word, after = tokens.at(start).lower, tokens.at(start + 2).lower
    if word in _TENS and tokens.at(start + 1).text == "-" and _WORDS.get(after, 10) < 10:
        return _TENS[word] + _WORDS[after], start + 3
    value = _WORDS.get(word) or _ROUND.get(word)
    return (value, start + 1) if value else None
