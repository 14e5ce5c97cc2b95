"""Whether a figure gives the whole of what it measures, now and in fact: no part, age, further number, past or plan.

Knows no other figure and no article. "12 were killed" and "two of them were children" are no two tolls.
"""

import re

from service.models import Figure

_PART_OF_NAMED = re.compile(r"^ ?of (?:them|those|these|whom|which)\b", re.I)
_MORE = re.compile(r"^ ?(?:more|others?|further)\b", re.I)
_MORE_BEFORE = re.compile(r"\b(?:another|a further|an additional|other)\b[^,;]*$", re.I)
_COMPOUND = re.compile(r"^[-–][a-z]", re.I)
_PARTS_BEFORE = re.compile(
    r"\b(?:including|among(?:st)?(?! (?:those|people|men|women|adults|children|residents) aged)|"
    r"of whom|of them|of these|of those|besides|on top of|a record)\b[^,;]*$",
    re.I,
)
_BACKGROUND = re.compile(
    r"\b(?:last|previous|past|earlier) (?:week|month|year|decade|century|summer|winter|spring|autumn|season)\b|"
    r"\b(?:years?|decades?|months?|weeks?|centur(?:y|ies)|winters?|summers?) (?:ago|earlier|before)\b|"
    r"\b(?:in|since) (?:1[6-9]|20)\d\d\b|\b(?:previous(?:ly)?|in the past|worst|deadliest|history|anniversary|similar|"
    r"on average|usual(?:ly)?|capacity|annual(?:ly)?|every year|each year)\b",
    re.I,
)
_UNREAL = re.compile(
    r"\b(?:not|no one|nobody|none|neither|never|could|may|might|would|should|if|whether|unless|risk(?:s|ed|ing)?|"
    r"project(?:ed|ion|ions|s)|forecasts?|predict\w*|expect(?:s|ed)?|polls?|threat\w*|feared?|fears?|denied|hypothetical|plans?)\b",
    re.I,
)


def is_part(figure: Figure, before: str, after: str) -> bool:
    """Whether a count is one of several that make a whole."""
    if _PARTS_BEFORE.search(before):
        return True
    return figure.kind == "count" and bool(_PART_OF_NAMED.match(after))


def adds(figure: Figure, before: str, after: str) -> bool:
    """Whether a count adds to one told before: "another 40", "seven more"."""
    return figure.noun.startswith("other") or bool(_MORE.match(after) or _MORE_BEFORE.search(before))


def is_age(figure: Figure, text: str) -> bool:
    """Whether a bare number between commas is somebody's age: "Pavo Lind, 52, was"."""
    behind = text[figure.end : figure.end + 1]
    return figure.kind == "count" and text[: figure.start].endswith(", ") and (behind in ",.;)" or not behind)


def is_compound(figure: Figure, text: str) -> bool:
    """Whether a figure only describes what follows: "a nine-carriage train"."""
    return bool(_COMPOUND.match(text[figure.end :]))


def is_unreal(text: str) -> bool:
    """Whether words tell of what is supposed, wanted, expected or denied."""
    return bool(_UNREAL.search(text))


def is_background(text: str) -> bool:
    """Whether words tell of another time, a record or a usual state."""
    return bool(_BACKGROUND.search(text))
