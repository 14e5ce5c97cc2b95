"""Shares told in words, as percent: "a third of", "two-thirds", "four in five", "nine out of ten", "half the staff".

Knows no articles. A share is a measure of its own; figures.py reads only figures with a number that counts something.
"""

import re

from service.models import Bound, Figure

_ONES = {word: value for value, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}
_NUMBER = rf"(?:{'|'.join(_ONES)}|\d{{1,3}})"
_ABOUT = (
    r"(?P<about>(?:about|around|some|roughly|nearly|almost|close to|just over|just under|well over|more than|over|"
    r"less than|fewer than|under|at least) )?"
)
# "A third of the staff", not "the third of May", "a quarter of a million" or "a half mile".
_FRACTION = re.compile(
    rf"\b{_ABOUT}(?P<number>an?|{'|'.join(_ONES)})[ -](?P<part>{'|'.join(_PARTS)})s?\b"
    r"(?= (?:of|as|more|less|fewer|higher|lower|full|empty|up|down|said|were|was|are|is)\b|[,.;]|$)"
    r"(?! of an? (?:million|billion|mile|second|cent|hour|century)\b)",
    re.I,
)
_OUT_OF = re.compile(
    rf"\b{_ABOUT}(?P<number>{_NUMBER}) (?:in(?: every)?|out of(?: every)?) (?P<whole>{_NUMBER})\b"
    r"(?! (?:years|days|weeks|months|hours))",
    re.I,
)
_HALF = re.compile(
    rf"\b(?<!first )(?<!second ){_ABOUT}half (?:of )?(?:the|its|their|all|of)\b"
    r"(?! (?:hour|century|decade|way|time|season))",
    re.I,
)
_BOUNDS: dict[str, Bound] = {
    **dict.fromkeys(("less than", "fewer than", "under"), "at_most"),
    **dict.fromkeys(("more than", "over", "well over", "at least"), "at_least"),
}


def find(text: str) -> tuple[Figure, ...]:
    """The shares of `text`, in order, as figures of kind percent."""
    found = [(match, _value(match)) for match in (*_FRACTION.finditer(text), *_OUT_OF.finditer(text))]
    found += [(match, 50.0) for match in _HALF.finditer(text)]
    told = [_figure(match, value) for match, value in found if value is not None and 0 < value < 100]
    return tuple(sorted(told, key=lambda figure: figure.start))


def _value(match: re.Match[str]) -> float | None:
    number = _count(match["number"])
    whole = _PARTS[match["part"].lower()] if "part" in match.groupdict() else _count(match["whole"])
    return 100.0 * number / whole if whole and number < whole else None


def _count(word: str) -> int:
    lowered = word.lower()
    return int(lowered) if lowered.isdecimal() else _ONES.get(lowered, 1)


def _figure(match: re.Match[str], value: float) -> Figure:
    said = (match["about"] or "").strip().lower()
    bound = _BOUNDS.get(said, "about")
    return Figure(
        text=match[0],
        start=match.start(),
        end=match.end(),
        kind="percent",
        low=None if bound == "at_most" else value,
        high=None if bound == "at_least" else value,
        unit="%",
        bound=bound,
    )
