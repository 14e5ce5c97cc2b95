"""Phrases of a lexicon: how they are written down, and where they stand in a text. Knows nothing of meanings.

"*" marks a verb in any form, "_" joins the words of a phrase, "~" is up to four words between: "turn*_~_down" is
"turned the offer down" and "were turned down".
"""

from collections.abc import Sequence

from service.steps.comparing.predicates import inflection

LONGEST_GAP = 4

Parts = tuple[frozenset[str] | None, ...]


def parse(phrase: str) -> Parts:
    """The forms that may stand for each word; None for a gap."""
    return tuple(_forms(part) for part in phrase.split("_"))


def end(words: Sequence[str], first: int, parts: Parts) -> int:
    """Behind the last word of a phrase that begins at `first` of `words` (folded); 0 where it does not stand there."""
    place, gap = first, 0
    for part in parts:
        if part is None:
            gap = LONGEST_GAP
            continue
        reach = range(place, min(place + gap + 1, len(words)))
        found = next((index for index in reach if words[index] in part), -1)
        if found < 0:
            return 0
        place, gap = found + 1, 0
    return place


def _forms(part: str) -> frozenset[str] | None:
    if part == "~":
        return None
    return inflection.of_verb(part[:-1]) if part.endswith("*") else frozenset({part})
