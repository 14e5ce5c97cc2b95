"""Reads how many people a story is about: a party of three, the only one hurt, so many nights on the mountain.

Knows no articles.
"""

import re

from service.models import Figure
from service.steps.comparing.figures.told_values import NO_END, Told, exactly

_HURT = (
    r"(?:hurt|injured|wounded|harmed|burned|burnt|scalded|cut|treated (?:in|at|for)|hospitali[sz]ed|"
    r"taken to (?:the |a )?hospital|rushed to (?:the |a )?hospital|needed (?:hospital )?treatment)"
)
_ONE = r"(?:person|people|man|woman|one|casualty|victim|injury)"
_ONLY = re.compile(
    rf"\b(?:the (?:only|sole|lone) {_ONE}(?: to (?:be|have been))?(?: who (?:was|had been))? {_HURT}"
    rf"|(?:only|just) one (?:person |man |woman )?(?:was |were )?{_HURT}"
    rf"|the (?:only|sole|lone) (?:casualty|injury) (?:was|is)"
    rf"|(?:was|is) the (?:only|sole|lone) (?:casualty|injury))\b(?! on| in the (?:first|second|other))",
    re.I,
)
_SEVERAL = re.compile(
    rf"^(?: [\w-]+){{0,6}} (?:were|was|had been|have been)(?: also| slightly| badly| seriously| lightly)? {_HURT}\b",
    re.I,
)
_NO_PEOPLE = re.compile(r"\b(?:horse|cow|dog|cat|sheep|animal|pig|bird|house|car|vehicle|building|time|hour)s?\b", re.I)
_MORE_THAN_ONE = 2.0


def hurt(text: str, found: tuple[Figure, ...]) -> Told | None:
    """ "The only person hurt was a fitter", "seven workers were treated for burns": one, or so many and more."""
    only = _ONLY.search(text)
    if only:
        return Told("number hurt", (exactly(1.0),), only[0], only.start(), only.end(), grows=True)
    for figure in found:
        if figure.kind != "count" or figure.low is None or figure.low < _MORE_THAN_ONE:
            continue
        match = _SEVERAL.match(text[figure.end :])
        if match and not _NO_PEOPLE.search(f"{figure.noun}{match[0]}"):
            return Told("number hurt", ((figure.low, NO_END),), figure.text, figure.start, figure.end, grows=True)
    return None


# One sort of people in several words. One line, one sort.
_SORTS = """
climber mountaineer alpinist
hiker walker rambler trekker
skier snowboarder
caver potholer
miner pitman
sailor seaman fisherman crewman
hostage captive
prisoner inmate convict detainee
robber thief raider burglar intruder gunman
pilgrim
cyclist
diver
astronaut cosmonaut
kayaker canoeist rafter rower paddler
stowaway
migrant refugee
juror
"""
_SORT_OF = {word: line.split()[0] for line in _SORTS.strip().splitlines() for word in line.split()}
_PARTY_BEFORE = re.compile(
    r"\b(?:the|a|this|that)(?: [\w-]+){0,2} "
    r"(?:party|group|band|team|gang|expedition|crew|family|roped party|trio|quartet) of "
    r"(?:only |just )?$",
    re.I,
)
_WHOLE_BEFORE = re.compile(
    r"(?:^|[\"“”] ?|\b(?:all|the|when|after|as|said|that|where|rescued|found|freed|saved) )$", re.I
)
_PART_BEHIND = re.compile(
    r"^(?: [\w-]+)? (?:(?:of|from) (?:the|a|them|those|these|whom)\b|"
    r"more\b|others?\b|further\b|(?:[\w-]+ ){0,3}(?:died|dead|killed|injured|"
    r"hurt|missing|remain\w*|still|survived|escaped)\b)",
    re.I,
)
_MOST_IN_GROUP, _FEWEST_IN_GROUP = 40.0, 2.0


def group(text: str, found: tuple[Figure, ...]) -> Told | None:
    """ "A party of three", "Four climbers caught by a storm": how many the story is about, of no part of them."""
    for figure in found:
        if figure.kind != "count" or figure.low != figure.high or figure.low is None or figure.bound != "exact":
            continue
        if not _FEWEST_IN_GROUP <= figure.low <= _MOST_IN_GROUP or _PART_BEHIND.match(text[figure.end :]):
            continue
        before, sort = text[: figure.start], _SORT_OF.get(figure.noun.split(" ")[-1], "")
        is_party = bool(_PARTY_BEFORE.search(before)) and (sort or not figure.noun)
        if is_party or (sort and _WHOLE_BEFORE.search(before)):
            return Told(f"group of {sort}", (exactly(figure.low),), figure.text, figure.start, figure.end)
    return None


_NUMBERS = {word: value for value, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_NUMBERS |= {"a single": 1, "a second": 2}
_NIGHTS = re.compile(
    r"\b(?:spent|spend|spending|surviv\w+|endur\w+|after|lasted|through|passed)(?: [\w-]+){0,3}? "
    rf"({'|'.join(_NUMBERS)}|\d{{1,2}}) nights?\b"
    r"(?! (?:ago|later|earlier|before|after|of (?:rioting|unrest|protests?|talks))\b)",
    re.I,
)
_OUTSIDE = re.compile(
    r"^(?: [\w-]+){0,2} (?:on (?:the|a|its) (?:\w+ )?(?:mountain|"
    r"face|ledge|slope|glacier|peak|hillside|raft|roof|island|ridge|moor)|"
    r"out\b|outside|in the open|underground|at sea|adrift|up there|stranded|lost|trapped|in (?:the|a) "
    r"(?:\w+ )?(?:snow|cave|mine|wreck|lifeboat|forest|woods|desert|cold))",
    re.I,
)


def nights_out(text: str, _: tuple[Figure, ...]) -> Told | None:
    """For how many nights people were out on a mountain, at sea or underground."""
    for match in _NIGHTS.finditer(text):
        if _OUTSIDE.match(text[match.end() :]):
            told = match[1].lower()
            value = float(_NUMBERS.get(told) or told)
            return Told(
                "nights out", (exactly(value),), text[match.start(1) : match.end()], match.start(1), match.end()
            )
    return None


READERS = (hurt, group, nights_out)
