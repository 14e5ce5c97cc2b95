"""Reads the words that bound a number: "at least", "more than", "up to", "nearly", "or so". Knows no numbers."""

from service.models import Bound
from service.steps.measuring.tokens import Tokens

_AT_LEAST = (
    "at least", "a minimum of", "minimum of", "no fewer than", "not fewer than", "no less than", "not less than",
    "more than", "over", "well over", "just over", "a little over", "above", "upwards of", "in excess of",
    "greater than",
)  # fmt: skip
_AT_MOST = (
    "at most", "a maximum of", "maximum of", "no more than", "not more than", "fewer than", "less than", "under",
    "just under", "below", "up to", "as many as", "as much as",
)  # fmt: skip
_ABOUT = (
    "about", "around", "some", "roughly", "approximately", "approx", "nearly", "almost", "close to", "an estimated",
    "estimated", "circa", "~", "just about",
)  # fmt: skip
# These leave the number itself out.
STRICT = ("more than", "over", "above", "in excess of", "greater than", "fewer than", "less than", "under", "below")
_BEFORE: tuple[tuple[tuple[str, ...], Bound], ...] = tuple(
    sorted(
        (
            *((tuple(phrase.split()), "at_least") for phrase in _AT_LEAST),
            *((tuple(phrase.split()), "at_most") for phrase in _AT_MOST),
            *((tuple(phrase.split()), "about") for phrase in _ABOUT),
        ),
        key=lambda entry: -len(entry[0]),
    )
)
_AFTER: tuple[tuple[tuple[str, ...], Bound], ...] = (
    (("or", "more"), "at_least"),
    (("or", "so"), "about"),
    (("or", "fewer"), "at_most"),
    (("or", "less"), "at_most"),
    (("-", "plus"), "at_least"),
    (("-", "odd"), "about"),
    (("+",), "at_least"),
)
_NEARLY = frozenset("shortly just soon little moments minutes".split())
_BY_FIRST_WORD = {phrase[0]: tuple(entry for entry in _BEFORE if entry[0][0] == phrase[0]) for phrase, _ in _BEFORE}
# The words that may begin a bound.
OPENINGS = frozenset({*_BY_FIRST_WORD, *_NEARLY, "a"})


def read_before(tokens: Tokens, start: int) -> tuple[Bound, int]:
    """The bound that token `start` begins, and the token after it; ("exact", start) if there is none."""
    for phrase, bound in _BY_FIRST_WORD.get(tokens.at(start).lower, ()):
        if tokens.follow(start, *phrase):
            return bound, _skip_addition(tokens, start + len(phrase))
    return "exact", start


def read_beside(tokens: Tokens, start: int) -> int | None:
    """The token after "shortly before", "just after" and the like, which stand about a time of day; else None."""
    place = start + 2 if tokens.at(start).lower == "a" and tokens.at(start + 1).lower in _NEARLY else start + 1
    is_near = tokens.at(place - 1).lower in _NEARLY and tokens.at(place).lower in ("before", "after", "past")
    return place + 1 if is_near else None


def read_after(tokens: Tokens, end: int) -> tuple[Bound, int]:
    """The bound that stands behind a number, and the token after it; ("exact", end) if there is none."""
    for phrase, bound in _AFTER:
        if tokens.follow(end, *phrase):
            return bound, end + len(phrase)
    return "exact", end


def _skip_addition(tokens: Tokens, place: int) -> int:
    """Past the "another" of "at least another 26"; what it adds to is for nouns.py to tell."""
    for phrase in (("another",), ("a", "further"), ("an", "additional"), ("a", "total", "of")):
        if tokens.follow(place, *phrase):
            return place + len(phrase)
    return place
