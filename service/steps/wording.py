"""Sentences built by code from the papers' own words, each with its outlet and speaker. Knows nothing of any model.

Nothing is said in the summary's own voice but who writes what: the words stand in quotation marks, so a loaded word
stays its author's.
"""

from collections.abc import Sequence

from service.steps.citations import Side

LONGEST_QUOTE = 240
_INNER_MARKS = str.maketrans({"“": "‘", "”": "’", '"': "’", "„": "‘", "«": "‘", "»": "’"})


def sentence(kind: str, sides: Sequence[Side]) -> str:
    """One readable sentence about a finding of `kind` with these sides (at least one)."""
    if kind == "agreement":
        return _agreement(sides)
    if kind == "only in one paper":
        return f"Only {_introduced(sides[0])}."
    return "; ".join(_introduced(side) for side in sides) + "."


def one_line(quote: str, longest: int = LONGEST_QUOTE) -> str:
    """`quote` on one line, cut at a word with an ellipsis where it is longer than `longest` characters."""
    line = " ".join(quote.split()).strip(" ,;")
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0].rstrip(" ,;") + " …"


def join(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _agreement(sides: Sequence[Side]) -> str:
    shortest = min(sides, key=lambda side: (len(_words(side)), side.outlets))
    speakers = dict.fromkeys(name for side in sides for name in side.speakers)
    outlets = join(list(dict.fromkeys(name for side in sides for name in side.outlets)))
    said = f" that {join(list(speakers)[:2])} said" if all(side.speakers for side in sides) else ""
    return f"{outlets} report{said}, in {shortest.outlets[0]}’s words: {_quoted(shortest)}."


def _introduced(side: Side) -> str:
    outlets = join(side.outlets)
    verb = "reports" if len(side.outlets) == 1 else "report"
    if side.speakers:
        return f"{outlets} {verb} {join(side.speakers[:2])} as saying: {_quoted(side)}"
    return f"{outlets} {verb}: {_quoted(side)}"


def _quoted(side: Side) -> str:
    return f"“{_words(side)}”"


def _words(side: Side) -> str:
    return one_line(side.shortest.quote.strip(' "“”').translate(_INNER_MARKS)).rstrip(".")
