"""Reads the French words that bound a number: "au moins", "plus de", "près de", "quelque". Knows no numbers."""

from service.models import Bound
from service.steps.measuring.tokens import Tokens

_AT_LEAST = (
    "au moins", "plus de", "plus d'", "pas moins de", "au minimum", "un minimum de", "pas moins d'", "dépasse",
    "dépassent", "dépassait", "dépassaient", "dépassé", "supérieur à", "supérieure à", "excède", "excèdent",
)  # fmt: skip
_AT_MOST = (
    "inférieur à", "inférieure à",
    "au plus", "moins de", "moins d'", "jusqu'à", "jusqu' à", "au maximum", "un maximum de", "pas plus de",
    "pas plus d'", "tout au plus",
)  # fmt: skip
_ABOUT = (
    "environ", "près de", "près d'", "quelque", "à peu près", "autour de", "presque", "approximativement",
    "aux alentours de", "aux environs de", "vers", "une estimation de",
)  # fmt: skip
# These leave the number itself out.
STRICT = ("plus de", "plus d'", "moins de", "moins d'", "dépass", "supérieur", "excèd", "inférieur")
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
    (("au", "moins"), "at_least"),
    (("ou", "plus"), "at_least"),
    (("au", "plus"), "at_most"),
    (("au", "maximum"), "at_most"),
    (("environ",), "about"),
)
# The words that may begin a bound.
OPENINGS = frozenset(phrase[0] for phrase, _ in _BEFORE)


def read_before(tokens: Tokens, start: int) -> tuple[Bound, int]:
    """The bound that token `start` begins, and the token after it; ("exact", start) if there is none."""
    for phrase, bound in _BEFORE:
        if tokens.follow(start, *phrase):
            return bound, start + len(phrase)
    return "exact", start


def read_after(tokens: Tokens, end: int) -> tuple[Bound, int]:
    """The bound that stands behind a number, and the token after it; ("exact", end) if there is none."""
    for phrase, bound in _AFTER:
        if tokens.follow(end, *phrase):
            return bound, end + len(phrase)
    return "exact", end
