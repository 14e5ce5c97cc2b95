"""Passes over numbers that measure nothing: list marks, labels, names, scores, odds, fractions, "one" as a pronoun.

Knows no kinds of figure. A figure that is none could contradict another one; a missed one costs less.
"""

from service.steps.measuring import clock_times, digits, nouns, numerals, units
from service.steps.measuring.tokens import Tokens

# A number behind one of these names a thing: "Flight 17", "Resolution 2170", "page 3".
_LABELS = frozenset(
    "flight resolution article channel route highway interstate room page chapter section paragraph part type model "
    "boeing airbus group phase level unit platform gate apollo no number nr rule protocol figure table item step "
    "version formula area district ward category class grade tier title verse psalm act scene volume issue season "
    "episode bus train exit junction runway pier block sector zone camp line art".split()
)
_SIGNS = frozenset({"#", "№", "§", "minus"})
_JOINERS = frozenset({"-", "–", "/", ":", "−"})
_FRACTIONS = frozenset("half third quarter fifth sixth seventh eighth ninth tenth".split())
_NOT_ONE_AFTER = frozenset(
    "the no any every each another this that these which what some as by loved someone either neither".split()
)
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_LONGEST_LIST_MARK = 2
_LARGEST_ODDS = 10


def end_at(tokens: Tokens, start: int, text: str, *, is_bounded: bool = False) -> int | None:
    """The token after the number at `start` if it measures nothing, else None.

    `text` is what was cut into tokens; `is_bounded`: "at least" or the like stands before, which no pronoun has.
    """
    numeral = numerals.read(tokens, start)
    if numeral is None:
        return None
    part = _end_of_odds(tokens, numeral) or _end_of_fraction(tokens, numeral)
    if part:
        return part
    if tokens[start].is_digits:
        is_none = _is_mark(tokens, start, text) or _is_attached(tokens, numeral) or _is_labelled(tokens, numeral)
        return numeral.end if is_none else _end_of_chain(tokens, start)
    is_none = _is_name(tokens, numeral) or _is_pronoun(tokens, numeral, is_bounded=is_bounded)
    return numeral.end if is_none else None


def _is_mark(tokens: Tokens, start: int, text: str) -> bool:
    """ "1." or "2)" at the beginning of a line, "[3]", "(4)"."""
    before, after = tokens.at(start - 1), tokens.at(start + 1)
    if before.text in "([" and after.text in ")]" and tokens.gap(start) == tokens.gap(start + 1) == 0:
        return True
    begins_line = start == 0 or "\n" in text[before.end : tokens[start].start]
    is_short = len(tokens[start].text) <= _LONGEST_LIST_MARK
    return begins_line and is_short and after.text in ".)" and tokens.gap(start + 1) == 0 and start + 2 < len(tokens)


def _is_attached(tokens: Tokens, numeral: numerals.Numeral) -> bool:
    """Whether letters or a minus sign join the digits: "MH17", "F-16", "-5", "4x4"."""
    start, end, before = numeral.start, numeral.end, tokens.at(numeral.start - 1)
    if tokens.gap(start) == 0 and before.is_word and not nouns.is_unspaced(before.text[-1]):
        return True
    if tokens.gap(start) == 0 and before.text in ("-", "−", "_") and tokens.at(start - 2).lower != "mid":
        return True
    after = tokens.at(end)
    if tokens.gap(end) > 0 or not after.is_word or nouns.is_unspaced(after.text[0]):
        return False
    is_decade = after.text == "s" and numeral.is_plain and bool((numeral.value or 0) % 100)
    is_known = (
        is_decade or after.lower in _SUFFIXES or clock_times.is_meridiem(after.lower) or units.scales_money(tokens, end)
    )
    return not (is_known or units.read(tokens, end, is_scaled=numeral.is_scaled))


def _is_labelled(tokens: Tokens, numeral: numerals.Numeral) -> bool:
    """Whether the word before makes the number a name: a label, or a name that counts nothing ("Apollo 11 landed")."""
    place = numeral.start - 1
    if tokens.at(place).text == "." and tokens.gap(place) == 0:
        return tokens.at(place - 1).lower in ("no", "nr", "art")
    before = tokens.at(place)
    if before.lower in _SIGNS:
        return True
    unit = units.read(tokens, numeral.end, is_scaled=numeral.is_scaled)
    counts = bool(unit or nouns.find(tokens, numeral.start, numeral.end) or numeral.is_scaled or numeral.is_plain)
    if before.lower in _LABELS:
        return before.is_capitalised or not counts or tokens.follow(numeral.end, "of")
    is_inside = place > 0 and tokens.at(place - 1).text not in ".!?:\"“'‘" and tokens.gap(numeral.start) == 1
    return before.is_word and before.is_capitalised and is_inside and not counts


def _is_name(tokens: Tokens, numeral: numerals.Numeral) -> bool:
    """ "Group of Seven", "Channel Four"."""
    before = tokens.at(numeral.start - 1)
    if not tokens[numeral.start].is_capitalised or tokens.gap(numeral.start) != 1:
        return False
    if before.lower == "of":
        return tokens.at(numeral.start - 2).is_capitalised
    return before.is_word and before.is_capitalised and not nouns.find(tokens, numeral.start, numeral.end)


def _is_pronoun(tokens: Tokens, numeral: numerals.Numeral, *, is_bounded: bool) -> bool:
    """Whether a bare "one" counts nothing: "one of", "no one", "one day", "as one put it"."""
    start, end = numeral.start, numeral.end
    if end != start + 1 or tokens[start].lower != "one":
        return False
    if tokens.follow(end, "of") or tokens.follow(end, "another"):
        return True
    unit = units.read(tokens, end, is_scaled=False)
    if is_bounded or (unit and not tokens.follow(end, "day")):
        return False
    return tokens.at(start - 1).lower in _NOT_ONE_AFTER or not nouns.counts_one(tokens, end)


def _end_of_chain(tokens: Tokens, start: int) -> int | None:
    """The end of "9/11", "3-1", "24/7", "1:23:45", "202-555-0100"; a rising pair ("10-12", "1994-96") is a range."""
    end = start + 1
    while (
        tokens.at(end).text in _JOINERS and tokens.at(end + 1).is_digits and tokens.gap(end) == tokens.gap(end + 1) == 0
    ):
        end += 2
    if end == start + 1:
        return None
    if end > start + 3 or tokens[start + 1].text in "/:":
        return end
    first, second = digits.parse(tokens[start].text), digits.parse(tokens[start + 2].text)
    if first is None or second is None or first[0] is None or second[0] is None:
        return end
    is_years = len(tokens[start].text) == 4 and len(tokens[start + 2].text) == 2
    return None if first[0] < second[0] or is_years else end


def _end_of_odds(tokens: Tokens, numeral: numerals.Numeral) -> int | None:
    """The end of "one in four", "9 out of 10"; but "3 in 10 days" and "4 in 2014" are figures."""
    place = numeral.end + 1 if tokens.follow(numeral.end, "in") else numeral.end + 2
    if not (tokens.follow(numeral.end, "in") or tokens.follow(numeral.end, "out", "of")):
        return None
    other = numerals.read(tokens, place)
    if other is None or other.is_plain or units.read(tokens, other.end, is_scaled=other.is_scaled):
        return None
    if numeral.value is None or other.value is None or not numeral.value < other.value or numeral.value > _LARGEST_ODDS:
        return None
    return other.end


def _end_of_fraction(tokens: Tokens, numeral: numerals.Numeral) -> int | None:
    """The end of "two-thirds", "three quarters", "one fifth"; "twenty-third" is an ordinal."""
    place = numeral.end + 1 if tokens.at(numeral.end).text == "-" else numeral.end
    word = tokens.at(place).lower
    if numeral.value == 1:
        return place + 1 if word in _FRACTIONS else None
    return place + 1 if word.endswith("s") and word.removesuffix("s") in _FRACTIONS else None
