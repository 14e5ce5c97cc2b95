"""What a figure measures, from the words beside it: dead, hurt, aboard, without power, votes ahead, speed.

Knows no articles and no other figure. Each frame is a general fact of English news language: verbs and nouns on one
side, what may be counted in it on the other. Where no frame fits, a figure has none and is left to other rules.
"""

import re
from dataclasses import dataclass
from typing import Literal

from service.models import Figure, FigureKind

# How a figure of the frame moves while an event goes on: never, only up, or either way.
Course = Literal["fixed", "grows", "moves"]


@dataclass(frozen=True)
class Frame:
    """One thing figures measure; `words` are the expressions that show it, right before or behind the figure."""

    name: str
    course: Course
    words: re.Pattern[str]
    kinds: frozenset[FigureKind] = frozenset({"count"})
    counts: Literal["people", "things", "anything"] = "anything"


def _frame(
    name: str,
    course: Course,
    words: str,
    kinds: str = "count",
    counts: Literal["people", "things", "anything"] = "anything",
) -> Frame:
    pattern = re.compile(rf"\b(?:{words})\b", re.I)
    return Frame(name, course, pattern, frozenset(kinds.split()), counts)  # type: ignore[arg-type]


_SUPPLY = "(?:power|electricity|mains|heat|heating|gas|water|supply|light|current|telephone|phone|internet)"
_PLATFORM = (
    "bridge|footbridge|platform|balcony|stand|stands|terrace|roof|pier|jetty|ice|stage|staircase|stairs|escalator|"
    "walkway|gangway|deck|ski lift|chairlift|ride|lift"
)
FRAMES: tuple[Frame, ...] = (
    _frame(
        "dead",
        "grows",
        r"kill(?:s|ed|ing|ings)?|died?|dies|dying|dead|deaths?|toll|fatalit(?:y|ies)|perish(?:ed|ing)?|"
        r"(?:took|taken|taking|claim(?:s|ed|ing)?|cost(?:ing)?) the lives of|"
        r"drown(?:ed|ing)?|slain|murdered|lost (?:his|her|their) li(?:fe|ves)|lives (?:were|have been|had been) lost|"
        r"bodies (?:was|were|have been|had been) (?:recovered|found|retrieved)|(?:recover|retriev)(?:ed|ing)(?= ?$)",
        counts="people",
    ),
    _frame("hurt", "grows", r"injur(?:ed|ing|ies|es|y)|wound(?:ed|ing|s)?|hurt(?:ing)?|maimed", counts="people"),
    _frame(
        "ill",
        "grows",
        r"fall(?:en|ing)? (?:ill|sick)|fell (?:ill|sick)|ill|sick(?:ened)?|poisoned|infected|"
        r"infections?|caught (?:it|the)|"
        r"symptoms?|(?:had|suffer(?:ed|ing)?|developed|shown|showed|"
        r"reported) (?:\w+ ){0,2}(?:reactions?|symptoms?|limbs|"
        r"rash(?:es)?|fevers?|vomiting|cramps|swelling|side[- ]effects)|taken ill|contracted|tested positive",
        counts="people",
    ),
    _frame(
        "missing",
        "moves",
        r"missing|unaccounted for|untraced|not (?:yet )?been (?:found|traced)|still lost|li(?:e|es|ying) under|"
        r"still buried|feared buried|believed buried|under the (?:rubble|mud|snow|debris|ruins)",
        counts="people",
    ),
    _frame(
        "in hospital",
        "moves",
        r"(?:still |remain(?:s|ed|ing)? |kept )?in (?:the )?hospital|hospitali[sz]ed",
        counts="people",
    ),
    _frame(
        "in intensive care",
        "moves",
        r"in intensive care|in (?:a )?critical condition|fighting for (?:their )?li(?:fe|ves)",
        counts="people",
    ),
    _frame(
        "rescued",
        "moves",
        r"rescued|rescuing|saved|dug out|winched|plucked|pulled (?:alive )?(?:out|from|clear)",
        counts="people",
    ),
    _frame(
        "evacuated",
        "moves",
        r"evacuat(?:ed|ing|ions?)|moved to safety|ordered (?:out|to leave)|told to leave",
        counts="people",
    ),
    _frame(
        "arrested", "moves", r"arrest(?:ed|ing|s)?|detain(?:ed|ing)?|taken into custody|in custody", counts="people"
    ),
    _frame(
        "homeless",
        "moves",
        r"homeless|lost their homes?|without (?:homes?|shelter)|displaced|displacing",
        counts="people",
    ),
    _frame(
        "trapped",
        "fixed",
        r"trapped|trapping|caught (?:inside|in|between|underground|under|below)|stranded|stranding|marooned|pinned|"
        r"stuck (?:inside|in|underground|between)",
        counts="things",
    ),
    _frame(
        "people trapped",
        "moves",
        r"trapped|trapping|caught (?:inside|in|between|underground|under|below)|stranded|stranding|marooned|pinned|"
        r"stuck (?:inside|in|underground|between)",
        counts="people",
    ),
    _frame(
        "aboard",
        "fixed",
        r"aboard|on[ -]?board|manifest|passenger list|carr(?:ied|ying)(?= ?$)",
        counts="people",
    ),
    _frame(
        "standing on it",
        "fixed",
        rf"(?:was|were|been|stood|standing|walking|crossing|crowded|sitting) (?:up )?on (?:the|a|its) (?:\w+ )?"
        rf"(?:{_PLATFORM})|on it",
        counts="people",
    ),
    _frame(
        "there",
        "fixed",
        r"attend(?:ed|ing|ance)|turned (?:out|up)|(?:took|taken|taking) to the streets|rallied|crowd of",
        counts="people",
    ),
    _frame(
        "cut off",
        "moves",
        rf"without (?:\w+ ){{0,2}}{_SUPPLY}|no (?:\w+ ){{0,2}}{_SUPPLY}|cut off|blacked out|in the dark|"
        rf"lost (?:\w+ )?{_SUPPLY}|{_SUPPLY} (?:was|were|is|are|remained) (?:still )?off",
    ),
    _frame(
        "destroyed",
        "moves",
        r"destroy(?:ed|ing|s)?|gutted|razed|burn(?:ed|t) down|flattened|buried|swept away",
        counts="things",
    ),
    _frame("cancelled", "moves", r"cancel(?:l?ed|l?ing|lations?)|called off|scrapped|grounded", counts="things"),
    _frame(
        "waiting", "moves", r"waiting|at anchor|anchored|queu(?:e|ed|ing|eing)|idle|held up|backed up", counts="things"
    ),
    _frame(
        "off the rails",
        "fixed",
        r"derail(?:ed|ing|ment)?|"
        r"(?:left|jump(?:ed|ing)|came off|come off|went off|gone off|off|leaving) the (?:tracks?|rails?)",
        counts="things",
    ),
    _frame("lead in votes", "moves", r"ahead|lead|leads|led|margin|majority|in front|won by"),
    _frame(
        "counted",
        "grows",
        r"(?:ballots?|votes?|precincts|polling (?:stations|places)|districts|returns)(?: \w+){0,3} "
        r"(?:counted|tallied|declared|reporting|reported|in)|(?:counted|tallied)(?= ?$)",
        "percent",
    ),
    _frame(
        "lost on the way", "moves", r"(?:to|through|in|from) (?:leaks?|leakages?|evaporation|theft|waste)", "percent"
    ),
    _frame(
        "turnout",
        "grows",
        r"turnout|turn-out|"
        r"of (?:the |all )?(?:electorate|eligible voters|registered voters|voters) (?:\w+ )?(?:took part|voted|cast)",
        "percent",
    ),
)
# Of a moving thing: what is fastest, allowed, or blown by the wind is another matter.
_WIND = re.compile(r"\b(?:winds?|gusts?|gusting|hurricane|cyclone|typhoon|tornado|storm|breeze|current)\b", re.I)
_ALLOWED = re.compile(
    r"\b(?:limit|permitted|allowed|maximum|top speed|restrict\w*|capable|designed|rated|record|usual\w*|normal\w*|"
    r"slow(?:ed|ing)?|brak\w+|cut|reduc\w+|accelerat\w+|averag\w+|over the|above the|below the)\b",
    re.I,
)
_MOVING = re.compile(
    r"\b(?:doing|travel(?:l?ing|l?ed)?|going|moving|mov(?:ed|es)|driv(?:ing|en)|drove|flying|flew|running|ran|sailing|"
    r"speed(?:s|ing)?|racing|hit|crashed|at)\b",
    re.I,
)
SPEED = Frame("speed", "fixed", _MOVING, frozenset({"length"}))
RANK = Frame("rank in a row", "grows", re.compile(r"(?!)"), frozenset({"ordinal"}))
WIND = Frame("wind", "moves", _WIND, frozenset({"length"}))
# "The flood took 34 lives", not "the coach took 34 people".
_TAKES = re.compile(r"\b(?:took|taken|taking|claim(?:s|ed|ing)?|cost(?:s|ing)?) $", re.I)
_PER_TIME = frozenset({"per hour", "per second", "per minute"})


def find(figure: Figure, before: str, after: str, *, is_part: bool = False) -> Frame | None:
    """The frame whose words stand nearest to a figure; `before` and `after` are the text up to its neighbours.

    Of a part ("two of the 17 people hurt remained in hospital") the last words tell what became of it.
    """
    if figure.kind == "length":
        return _find_speed(figure, before, after)
    if figure.noun == "life" and _TAKES.search(before):
        return FRAMES[0]
    best: tuple[int, int] | None = None
    found = None
    for rank, frame in enumerate(FRAMES):
        if figure.kind not in frame.kinds:
            continue
        distance = _from_end(frame, after) if is_part else _distance(frame, before, after)
        if distance is not None and (best is None or (distance, rank) < best):
            best, found = (distance, rank), frame
    return found


def _find_speed(figure: Figure, before: str, after: str) -> Frame | None:
    if figure.noun not in _PER_TIME:
        return None
    around = f"{before} {after}"
    if _WIND.search(around):
        return WIND
    return SPEED if _MOVING.search(around) and not _ALLOWED.search(before) else None


def _from_end(frame: Frame, after: str) -> int | None:
    """How far from the end of what follows the last words of a frame stand."""
    ends = [match.end() for match in frame.words.finditer(after)]
    return len(after) - ends[-1] if ends else None


def _distance(frame: Frame, before: str, after: str) -> int | None:
    """How far from the figure the nearest words of a frame stand."""
    behind = frame.words.search(after)
    last = None
    for match in frame.words.finditer(before):
        last = match
    found = [behind.start()] if behind else []
    found += [len(before) - last.end()] if last else []
    return min(found) if found else None
