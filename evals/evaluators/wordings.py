"""What evaluators read in wordings: numbers, names, negations, content words. Own readers on purpose.

The product checks wordings with readers of its own (service/steps/extracting/fidelity.py); an error there must not hide
itself here. These are coarser and err towards silence: a fault they name is one a reader can see.
"""

import re
from collections.abc import Iterable

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_UNITS = {word: number for number, word in enumerate(_SMALL.split())}
_TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)?")
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|un(?:able|confirmed|clear|known))\b|n['’]t\b"
    r"|\b(?:den(?:y|ies|ied|ying)|refus|reject|dismiss|refut|rul\w+ out|declin|fail)\w*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_CAPITALISED = re.compile(r"(?<![.!?:“”\"‘'(\n] )(?<![“\"‘«])(?<!^)\b[^\W\d_a-z]\w+")
# A closing single mark is no apostrophe: no letter follows it.
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘(?:[^’]|’(?=\w))*’|«[^»]*»")
# Written by the summary about the papers, and by nobody in them.
_TELLING = frozenset(
    "report reports reported reporting according both papers paper article articles said says only while words other "
    "that this with from have been were which their they about also after before being would could when where".split()
)
STEM = 5


def numbers(text: str) -> set[str]:
    """Every number as digits, without separators, a point before decimals; number words up to 99 as well, also in
    compounds ("four-year"; "one" is no number)."""
    found = set()
    for word in _NUMBER.findall(text):
        if word[0].isdigit():
            found.add(re.sub(r"[.,\u00a0\u202f](?=\d{3}(?!\d))", "", word).replace(",", "."))
        elif (value := _value(word.casefold())) is not None and value != 1:
            found.add(str(value))
    return found


def names(text: str) -> set[str]:
    """Capitalised words that do not begin a sentence or a quotation, folded; possessive endings left out."""
    return {word.casefold() for word in _CAPITALISED.findall(text) if not word[0].islower()}


def words_of(texts: Iterable[str]) -> set[str]:
    """All words of `texts`, folded."""
    return {word for text in texts for word in re.findall(r"\w+", text.casefold())}


def is_negative(text: str) -> bool:
    """Whether anything in it is denied, refused or said not to be."""
    return _NEGATION.search(text) is not None


def stems(text: str) -> set[str]:
    """Content words, folded and cut to their first letters, so that endings do not count."""
    return {word[:STEM] for word in _WORD.findall(text.casefold()) if word not in _TELLING}


def quoted_pieces(text: str) -> list[str]:
    """What stands in double quotation marks, cut at ellipses; nothing of it empty."""
    quoted = [one[1:-1] for one in re.findall(r"“[^”]*”|\"[^\"]*\"|«[^»]*»", text)]
    return [piece for one in quoted for piece in re.split(r"…|\.\.\.", one) if re.search(r"\w", piece)]


def own_words(text: str) -> str:
    """What stands outside quotation marks."""
    return _QUOTED.sub(" ", text)


def _value(word: str) -> int | None:
    tens, _, unit = word.partition("-")
    if tens in _TENS:
        return _TENS[tens] + (_UNITS.get(unit, 0) if unit else 0)
    return _UNITS.get(tens)
