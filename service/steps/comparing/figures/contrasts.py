"""Which part of a whole the words beside a figure name: men or women, the upper or the lower river, exports or imports.

Knows no figures. Of one set only one member can be meant; words of two sets say nothing of each other.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

# One line, one set; members apart by "/", words of one member by spaces.
_SETS = """
men's men male males man / women's women female females woman ladies
boys boy / girls girl
adults adult / children child infants babies pupils teenagers / pensioners elderly retired
hobby amateur / commercial professional
private / public state municipal
urban city town / rural village countryside
domestic / foreign overseas international abroad
north northern / south southern / east eastern / west western / central
upper / lower
upstairs upstream / downstream downstairs
downtown / suburban suburbs outlying
exports export exported / imports import imported
residential domestic / industrial commercial
food groceries / energy fuel / housing rents / services / clothing
managers executives directors / employees call-centre clerical manual
drivers driver / cyclists cyclist / pedestrians pedestrian
passengers passenger / freight cargo
new / used second-hand
full-time / part-time
primary / secondary
value turnover / volume bottles tonnage
gross / net
first-class / standard
summit peak / foot
profit profits / revenue revenues sales
outbound departures / inbound arrivals
"""


def _read_sets() -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for number, line in enumerate(_SETS.strip().splitlines()):
        for member, words in enumerate(line.split("/")):
            for word in words.split():
                found.setdefault(word, set()).add((number, member))
    return {word: frozenset(places) for word, places in found.items()}


_MEMBERS = _read_sets()
_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
_WHOLE = re.compile(r"\b(?:as a whole|overall|in total|altogether|all (?!the more|but)|total)\b", re.I)


@lru_cache(maxsize=20_000)
def read(text: str) -> Mapping[str, tuple[int, int]]:
    """The words of `text` that name a part, each with its set and member; names are no such words."""
    found: dict[str, tuple[int, int]] = {}
    for match in _WORD.finditer(text.strip()[:1].lower() + text.strip()[1:]):
        for place in _MEMBERS.get(match[0].replace("’", "'"), ()):
            found[f"{match[0]} {place[0]}"] = place
    return found


def differ(one: str, other: str) -> str | None:
    """The two parts that texts name where they name different ones of a set, in words; else None."""
    ours, theirs = read(one), read(other)
    for part, whole, text in ((ours, theirs, other), (theirs, ours, one)):
        if part and not whole and _WHOLE.search(text):
            return f"of {next(iter(part)).rsplit(' ', 1)[0]} against the whole"
    for word, (number, member) in ours.items():
        rivals = {rival: place for rival, place in theirs.items() if place[0] == number}
        same_side = any(place == (number, member) for place in rivals.values())
        if rivals and not same_side:
            return f"of {word.rsplit(' ', 1)[0]} against {next(iter(rivals)).rsplit(' ', 1)[0]}"
    return None
