"""A value a sentence tells of one matter that a story has only one of. Knows no articles and no other sentence.

`values` are ranges: two tellings of one matter cannot both be right where a range of the one lies apart from that of
the other.
"""

from collections.abc import Callable
from dataclasses import dataclass

from service.models import Figure

Range = tuple[float, float]
NO_END = float("inf")


@dataclass(frozen=True)
class Told:
    """`matter` is what is told, down to the thing it is told of; `start` and `end` are places in the sentence.

    `grows`: a later paper may know of more. `clock` is the time of day, where that is what is told.
    """

    matter: str
    values: tuple[Range, ...]
    text: str
    start: int
    end: int
    grows: bool = False
    clock: Figure | None = None


Reader = Callable[[str, tuple[Figure, ...]], Told | None]


def exactly(value: float) -> Range:
    """The range of one value."""
    return value, value


def are_apart(x: Told, y: Told) -> bool:
    """Whether two tellings of one matter cannot both be right, by their ranges; of times of day it is not asked."""
    return any(a[1] < b[0] or b[1] < a[0] for a, b in zip(x.values, y.values, strict=True))
