"""Reads values told of a thing or a deed: a ballot, a minute of play, a spill, a year of building, a fire's end.

Knows no articles. Each reader is a fact of English news language: in how many ways papers tell that one value.
"""

import re

from service.models import Figure
from service.steps.comparing.figures.told_values import NO_END, Range, Told, exactly

_VOTING = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballot|council(?:l?ors?|s)?|parliament|senat(?:e|ors?)|assembly|congress|deputies|"
    r"lawmakers|legislators|committee|commission(?:ers)?|board|jur(?:y|ors)|judges|justices|court|motion|resolution|"
    r"delegates|trustees|directors|governors|M[EP]?Ps)\b",
    re.I,
)
_PLAY = re.compile(
    r"\b(?:beat|goals?|match|half-time|kick-off|final score|innings|sets?|wicket|penalt(?:y|ies)|drew)\b", re.I
)
_TALLY_BETWEEN = re.compile(
    r" (?:(?:votes?|members|ayes|councill?ors|in favou?r|voting for|voted for|for|yes),? )?"
    r"(?:to|against|and|with|versus)(?: just| only)? ",
    re.I,
)
_AND_BETWEEN = re.compile(r"\b(?:and|with) (?:just |only )?$", re.I)
_AGAINST_BEHIND = re.compile(r"^ (?:(?:votes?|members?) )?(?:against|opposed|noes|no\b)", re.I)
_TALLY_DASH = re.compile(r"\b(\d{1,3})[-–](\d{1,3})\b(?![-–\d])")
_FEWEST_VOTES = 3


def ballot(text: str, found: tuple[Figure, ...]) -> Told | None:
    """ "By 13 votes to 10", "voted 12-11", "nine in favour and four against": the votes on both sides."""
    if not _VOTING.search(text) or _PLAY.search(text):
        return None
    counts = [figure for figure in found if figure.kind == "count"]
    for one, other in zip(counts, counts[1:], strict=False):
        between = text[one.end : other.start]
        if one.low is None or other.low is None or not _TALLY_BETWEEN.fullmatch(between):
            continue
        if not _AND_BETWEEN.search(between) or _AGAINST_BEHIND.match(text[other.end :]):
            return _tally(one.low, other.low, text, one.start, other.end)
    dashed = list(_TALLY_DASH.finditer(text))
    if len(dashed) == 1:
        return _tally(float(dashed[0][1]), float(dashed[0][2]), text, dashed[0].start(), dashed[0].end())
    return None


def _tally(one: float, other: float, text: str, start: int, end: int) -> Told | None:
    if max(one, other) < _FEWEST_VOTES:
        return None
    return Told("ballot", (exactly(max(one, other)), exactly(min(one, other))), text[start:end], start, end)


_FINAL = re.compile(
    r"\b(?:beat|beaten|won|wins?|winning|victory|defeat(?:ed)?|lost|drew|draw|thrashed|overcame|edged|finished)\b",
    re.I,
)
_NOT_FINAL = re.compile(
    r"\b(?:half-?time|interval|aggregate|penalties|shoot-?out|sets?|level|led|leading|ahead|lead|behind|first leg|"
    r"last|earlier|previous\w*|reverse|extra time|vot(?:e|es|ed)|ballot)\b",
    re.I,
)


def score(text: str, _: tuple[Figure, ...]) -> Told | None:
    """ "Beat Port Arden 3-1": the final score of the story's one match."""
    found = list(_TALLY_DASH.finditer(text))
    if len(found) != 1 or not _FINAL.search(text) or _NOT_FINAL.search(text):
        return None
    goals = sorted((float(found[0][1]), float(found[0][2])), reverse=True)
    return Told("score", (exactly(goals[0]), exactly(goals[1])), found[0][0], found[0].start(), found[0].end())


_HALF, _WHOLE = 45.0, 90.0
_STOPS = re.compile(
    r"\b(?:abandon\w*|halt\w*|suspend\w*|stopp\w*|called off|fail\w*|black(?:ed )?out|went (?:out|dark|off)|collaps\w*|"
    r"interrupt\w*|power cut|darkness|invad\w*|invasion|walked off)\b",
    re.I,
)
_NTH = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)[- ]minute\b", re.I)
_MINUTES_FROM = re.compile(
    r"^ (?:(?P<before>(?:short of|before|from|off) (?:the )?(?:half-?time|the break|break|interval))|"
    r"(?P<end>(?:short of|before|from) (?:the )?(?:end|time|full-?time|final whistle))|"
    r"(?P<after>after (?:the )?(?:half-?time|break|interval|restart)|into the second half)|"
    r"(?P<into>into (?:the|their|its) (?:match|game|first half|tie|fixture|play)|after (?:the )?kick-?off))\b",
    re.I,
)


def minute_of_play(text: str, found: tuple[Figure, ...]) -> Told | None:
    """The minute at which play was stopped: "in the 63rd minute", "six minutes short of half-time"."""
    if not _STOPS.search(text):
        return None
    named = list(_NTH.finditer(text))
    if len(named) == 1:
        return _minute(float(named[0][1]), text, named[0].start(), named[0].end())
    for figure in found:
        match = _MINUTES_FROM.match(text[figure.end :]) if figure.kind == "duration" else None
        if match and figure.low is not None:
            told = figure.low / 60
            minute = {"before": _HALF - told, "end": _WHOLE - told, "after": _HALF + told, "into": told}
            return _minute(minute[match.lastgroup or "into"], text, figure.start, figure.end + match.end())
    return None


def _minute(value: float, text: str, start: int, end: int) -> Told:
    return Told("minute of play", ((value - 1, value + 1),), text[start:end], start, end)


# How many litres one may be: what is spilled weighs from 0.7 (petrol) to 1.3 (slurry, acid) kilos a litre.
_LITRES: dict[str, Range] = {
    "litre": (1.0, 1.0),
    "liter": (1.0, 1.0),
    "gallon": (3.7, 4.6),
    "barrel": (158.0, 160.0),
    "tonne": (770.0, 1430.0),
    "ton": (690.0, 1460.0),
}
_SPILLED = re.compile(
    r"\b(?:spill(?:ed|s|ing)?|spilt|leak(?:ed|s|ing)?|pour(?:ed|ing)|escap(?:ed|ing)|discharg(?:ed|ing)|gush(?:ed|ing)|"
    r"seep(?:ed|ing)|los(?:t|ing)|flow(?:ed|ing)|ooz(?:ed|ing)|drain(?:ed|ing)|releas(?:ed|ing)|ended up in|"
    r"(?:ran|run|running|went|got) into)\b",
    re.I,
)
_LIQUIDS = """
oil crude petroleum
diesel petrol gasoline kerosene naphtha
sewage effluent
slurry manure
acid
milk
wine
"""
_LIQUID_OF = {word: line.split()[0] for line in _LIQUIDS.strip().splitlines() for word in line.split()}
_LIQUID = re.compile(r"\b(" + "|".join(_LIQUID_OF) + r")\b", re.I)
_HELD = re.compile(
    r"\b(?:carry\w*|carried|aboard|capacity|holds?|holding|cargo of|laden|load of|recover\w*|pump\w*|remain\w*|up to|"
    r"an? (?:hour|day|minute|second))\b",
    re.I,
)
_ABOUT = 0.15


def spill(text: str, found: tuple[Figure, ...]) -> Told | None:
    """How much of a liquid was spilled, in litres; weights and measures are one where they may be."""
    counts = [figure for figure in found if figure.kind == "count" and figure.noun.split(" ")[-1] in _LITRES]
    if len(counts) != 1:
        return None
    figure = counts[0]
    liquid, deed = _LIQUID.search(text[figure.end : figure.end + 40]), _SPILLED.search(text)
    around = text[max(0, figure.start - 40) : figure.start] + " " + text[figure.end : figure.end + 40]
    if not liquid or not deed or _HELD.search(around):
        return None
    least, most = _LITRES[figure.noun.split(" ")[-1]]
    low = 0.0 if figure.low is None else figure.low * least * (1 - _ABOUT)
    high = NO_END if figure.high is None else figure.high * most * (1 + _ABOUT)
    return Told(f"spilled {_LIQUID_OF[liquid[1].lower()]}", ((low, high),), figure.text, figure.start, figure.end)


_BUILDINGS = """
hall auditorium
school
church chapel
bridge footbridge viaduct flyover
dam
tower spire
stadium arena
theatre theater playhouse
hospital infirmary
station terminal
factory mill plant works refinery
castle palace fortress
museum gallery
library
tunnel
prison jail
ship ferry vessel tanker liner boat
hotel
wing extension annexe annex
pier jetty
market
stand grandstand terrace
block flats apartments tenement
"""
_BUILDING_OF = {word: line.split()[0] for line in _BUILDINGS.strip().splitlines() for word in line.split()}
_BUILDING = re.compile(r"\b(" + "|".join(_BUILDING_OF) + r")\b", re.I)
_BUILT = re.compile(
    r"\b(?:(?:built|put up|erected|constructed|added|raised|went up)(?: back)? in|"
    r"dat(?:es?|ed|ing)(?: back)? (?:from|to)) "
    r"(?P<year>1[0-9]{3}|20\d\d)\b",
    re.I,
)
_BUILT_BEFORE = re.compile(r"\b(?P<year>1[0-9]{3}|20\d\d)[- ]built (?P<thing>\w+)", re.I)
_SUBJECT_REACH = 80
_CLAUSE = re.compile(r"[;:.]|, (?:and|but|while)\b|\b(?:which replaced|replac(?:ed|ing)|whose|when|after)\b", re.I)


def year_built(text: str, _: tuple[Figure, ...]) -> Told | None:
    """ "The hall was put up in 1968", "the bridge, which dates from 1931": the year, and of what kind of building."""
    match = _BUILT_BEFORE.search(text)
    if match and match["thing"].lower() in _BUILDING_OF:
        return _built(match, match["thing"], text)
    match = _BUILT.search(text)
    if match is None:
        return None
    subject = _CLAUSE.split(text[max(0, match.start() - _SUBJECT_REACH) : match.start()])[-1]
    named = _BUILDING.search(subject)
    return _built(match, named[1], text) if named else None


def _built(match: re.Match[str], thing: str, text: str) -> Told:
    year, start, end = float(match["year"]), match.start("year"), match.end("year")
    return Told(f"year built: {_BUILDING_OF[thing.lower()]}", ((year - 0.5, year + 0.5),), text[start:end], start, end)


_FIRE = re.compile(r"\b(?:fire|blaze|flames?|inferno)\b", re.I)
_FIRE_OUT = re.compile(
    r"\b(?:was|were|been|be|had it|had them)(?: not| finally| at last| completely| fully)* "
    r"(?:out|put out|extinguished|doused|quenched|beaten (?:down|out)|smothered)"
    r" (?:(?:only|completely|fully|finally) )?(?:by|at|until|till|before|just before|"
    r"shortly before|shortly after|soon after)? ?$"
    r"|\b(?:fire|blaze|flames?|inferno) (?:burned|burnt|raged|blazed)(?: on)? (?:until|till) $",
    re.I,
)
_OTHER_FIRE = re.compile(r"\b(?:second|another|earlier|first|last (?:week|month|year)|under control)\b", re.I)


def fire_out(text: str, found: tuple[Figure, ...]) -> Told | None:
    """At what time of day a fire was out."""
    for figure in found:
        before = text[: figure.start]
        if figure.kind == "time" and _FIRE_OUT.search(before) and _FIRE.search(before):
            if _OTHER_FIRE.search(before):
                return None
            return Told("fire out", (), figure.text, figure.start, figure.end, clock=figure)
    return None


READERS = (ballot, score, minute_of_play, spill, year_built, fire_out)
