"""Sentences built by code from the papers' own words, each with its outlet and speaker. Knows nothing of any model.

Nothing is said in the summary's own voice but who writes what: the words stand in quotation marks, so a loaded word
stays its author's.
"""

from collections.abc import Sequence

from service.steps.citations import Side, distinct_speakers

LONGEST_QUOTE = 240
_INNER_MARKS = str.maketrans({"“": "‘", "”": "’", "„": "‘", "«": "‘", "»": "’"})


def sentence(kind: str, sides: Sequence[Side]) -> str:
    """One readable sentence about a finding of `kind` with these sides (at least one)."""
    if kind == "agreement":
        return _agreement(sides)
    if kind == "only in one paper":
        return f"Only {_introduced(sides[0])}."
    if kind == "update":
        return "; later, ".join(_introduced(side) for side in sorted(sides, key=_latest)) + "."
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
    speakers = distinct_speakers(name for side in sides for name in side.speakers)
    outlets = join(list(dict.fromkeys(name for side in sides for name in side.outlets)))
    said = f" {join(speakers[:2])} as saying" if all(side.speakers for side in sides) else ""
    return f"{outlets} report{said}, in {_possessive(_quoted_outlet(shortest))} words: {_quoted(shortest)}."


def _introduced(side: Side) -> str:
    """One position: who is quoted, who else reports it in other words, who is speaking."""
    quoted = _quoted_outlet(side)
    others = [name for name in side.outlets if name != quoted]
    saying = f" {join(side.speakers[:2])} as saying" if side.speakers else ""
    if not others:
        return f"{quoted} reports{saying}: {_quoted(side)}"
    return f"{quoted} and, in other words, {join(others)} report{saying}: {_quoted(side)}"


def _latest(side: Side) -> str:
    """When the newest of its articles came out; an update stands on known times."""
    return max(str(article.article.published_at or "") for _, article in side.claims)


def _quoted_outlet(side: Side) -> str:
    """The outlet whose words are quoted: nobody is given another paper's words."""
    return next(article.article.name for claim, article in side.claims if claim == side.shortest)


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _quoted(side: Side) -> str:
    return f"“{_words(side)}”"


def _words(side: Side) -> str:
    """The side's shortest quotation; double marks inside it become single ones, and their pairs stay pairs."""
    quote = side.shortest.quote.strip()
    bare = quote.strip(' "“”.,;')
    # Marks at the edge belong to the quotation unless they enclose all of it, or have lost their partner.
    lost_end = bare.count('"') % 2 or bare.count("“") > bare.count("”")
    return one_line(_single_marks(bare + ("”" if lost_end else "")))


def _single_marks(text: str) -> str:
    opening = True
    marked = []
    for character in text.translate(_INNER_MARKS):
        if character == '"':
            character = "‘" if opening else "’"
            opening = not opening
        marked.append(character)
    return "".join(marked)
