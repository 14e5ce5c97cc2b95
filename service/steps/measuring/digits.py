"""Reads one run of digits with its separators: "1,200", "1.1", "12,34,567", "1.200.000". Knows nothing around it.

Digits of any script. "1.200" is a thousand and two hundred in one country and one and a fifth in another: such a form
has no value here, it is never guessed.
"""

import re
import unicodedata

# Longer runs are serial or telephone numbers; a float would not hold them exactly either.
LONGEST = 15
_ACCEPTED = tuple(
    (re.compile(form), grouping)
    for form, grouping in (
        (r"\d+(?:\.\d+)?", ""),
        (r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", ","),
        (r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?", ","),
        (r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", "."),
        (r"\d{1,3}\.\d{3},\d+", "."),
        (r"\d{1,3}(?:_\d{3})+(?:[.,]\d+)?", "_"),
        (r"\d+,\d{1,2}", ""),
    )
)
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def parse(text: str, *, is_scaled: bool = False) -> tuple[float | None, int] | None:
    """Value and number of decimals of a run of digits; (None, 0) where ambiguous; None if it is no number ("1.2.3").

    `is_scaled`: "billion" or the like follows, so "3.575" can only be a decimal.
    """
    plain = "".join(_to_ascii(character) for character in text)
    if len(plain) > LONGEST:
        return None
    if _AMBIGUOUS.fullmatch(plain) and not is_scaled:
        return None, 0
    for form, grouping in _ACCEPTED:
        if form.fullmatch(plain):
            digits = (plain.replace(grouping, "") if grouping else plain).replace(",", ".")
            return float(digits), len(digits.partition(".")[2])
    return None


def to_whole(text: str) -> int | None:
    """The whole number that plain digits give, else None."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else None


def _to_ascii(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return {"٫": ".", "٬": ",", ".": ".", ",": ","}.get(character, "_")
