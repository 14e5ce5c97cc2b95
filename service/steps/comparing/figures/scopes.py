"""Among whom, where and over which time a figure was counted, as far as its sentence says. Knows no figures.

A figure for a district does not deny one for the city, nor one for a week one for a year. What a sentence leaves
unsaid is unknown: only what both state can set two figures apart.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_LEVELS = {
    "district": "district borough quarter neighbourhood neighborhood ward suburb precinct arrondissement parish",
    "city": "city town municipality metropolis capital village",
    "county": "county counties",
    "province": "province provinces region regions state prefecture canton oblast regional provincial statewide",
    "country": "country nation nationwide national nationally countrywide nationals republic kingdom",
    "world": "world worldwide globe global globally planet",
}
_LEVEL_OF = {word: level for level, words in _LEVELS.items() for word in words.split()}
_AREA = re.compile(
    r"\b(?:in|across|throughout|over|around|for) (?:the |this |its |our |all (?:of )?the )?"
    r"(?:whole |entire |rest of the )?"
    r"(?:[\w'’-]+ ){0,2}?("
    + "|".join(_LEVEL_OF)
    + r")\b(?! of (?-i:[A-Z]))|\b("
    + "|".join(_LEVEL_OF)
    + r")(?:['’]s| as a whole\b)"
    r"|\b(nationwide|nationally|countrywide|statewide|worldwide|globally)\b",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout) (?:the )?(?:(?:" + "|".join(_LEVEL_OF) + r") of )?((?:[A-Z][\w’'-]+ ?)+)"
)
_MONTHS = "january february march april june july august september october november december"
_MONTH = re.compile(r"\b(" + "|".join(_MONTHS.split()) + r"|may)\b(?! \d)", re.I)
_SEASONS = {
    "spring": frozenset({"march", "april", "may"}),
    "summer": frozenset({"june", "july", "august"}),
    "autumn": frozenset({"september", "october", "november"}),
    "winter": frozenset({"december", "january", "february"}),
}
_SEASON = re.compile(r"\b(?:this|last|the|in) (spring|summer|autumn|winter)\b", re.I)
_SPAN = re.compile(
    r"\b(?:this|last|past|the|so far this|in a|over the|during the) (?:\w+ )?"
    r"(day|week|month|quarter|year|decade|century)\b"
    r"|\bover the (?:\w+ )?(days|weeks|months|years)\b",
    re.I,
)
_AGE = re.compile(
    r"\baged (?:over |under |at least |between )?(\d{1,3})\b|\b(?:over|under)[- ](?:the age of )?(\d{1,2})s\b"
    r"|\b(?:over|under|above|below) the age of (\d{1,3})\b"
    r"|\b(?:those|people|persons|anyone|residents|adults) (?:over|under) (\d{1,2})\b"
    r"|\b(\d{1,2}) (?:years )?(?:and|or) (?:over|older|above|younger)\b"
    r"|\b(all ages)\b|\b(children|minors|adults|pensioners|elderly)\b",
    re.I,
)


@dataclass(frozen=True)
class Scope:
    """What a sentence states of a count: the level of the area, named places, the time, and the ages counted."""

    levels: frozenset[str]
    places: frozenset[str]
    months: frozenset[str]
    spans: frozenset[str]
    ages: frozenset[str]


@lru_cache(maxsize=4_096)
def read(sentence: str) -> Scope:
    """The scope a sentence states; linear in it."""
    months = {match[1].lower() for match in _MONTH.finditer(sentence) if match[1][0].isupper()}
    for match in _SEASON.finditer(sentence):
        months |= _SEASONS[match[1].lower()]
    return Scope(
        levels=frozenset(
            _LEVEL_OF.get((match[1] or match[2] or match[3]).lower(), "country") for match in _AREA.finditer(sentence)
        ),
        places=frozenset(_place(match[1]) for match in _PLACE.finditer(sentence) if _place(match[1])),
        months=frozenset(months),
        spans=frozenset((match[1] or match[2]).lower().removesuffix("s") for match in _SPAN.finditer(sentence)),
        ages=frozenset(next(group for group in match.groups() if group) for match in _AGE.finditer(sentence)),
    )


def differ(a: Scope, b: Scope, events: frozenset[str] = frozenset()) -> str | None:
    """What both scopes state and state differently, in words; None where they may be one.

    `events` are the places both articles tell of in their leads: where it all happened.
    """
    if _are_apart(a.levels, b.levels):
        return f"counted over the {_say(a.levels)} against the {_say(b.levels)}"
    named = a.places | b.places
    if _is_area_against_place(a, b) or _is_area_against_place(b, a):
        return f"counted over {_say(a.levels | a.places)} against {_say(b.levels | b.places)}"
    if _are_apart(a.places, b.places) and not named <= events:
        return f"counted in {_say(a.places)} against {_say(b.places)}"
    if a.months and b.months and a.months != b.months:
        return f"counted over {_say(a.months)} against {_say(b.months)}"
    if _are_apart(a.spans, b.spans):
        return f"counted over the {_say(a.spans)} against the {_say(b.spans)}"
    if _are_apart(a.ages, b.ages):
        return f"counted among those of {_say(a.ages)} against {_say(b.ages)}"
    return None


def _is_area_against_place(a: Scope, b: Scope) -> bool:
    """The country, against one named place in it."""
    return bool(a.levels & {"country", "world"}) and not a.places and bool(b.places) and not b.levels


def is_narrower(a: Scope, b: Scope) -> bool:
    """Whether only one of them states a part of the area, of people or of time: whether they are of one is unknown."""
    parts = ((a.ages, b.ages), (a.months, b.months), (a.spans, b.spans), (a.levels - {"city"}, b.levels - {"city"}))
    return any(bool(mine) != bool(theirs) for mine, theirs in parts)


def _are_apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs) and not mine & theirs


def _say(words: frozenset[str]) -> str:
    return ", ".join(sorted(word.capitalize() if word in _MONTHS.split() else word for word in words))


def _place(found: str) -> str:
    """The name, unless a month or a weekday stands there."""
    name = found.strip().removesuffix("'s").removesuffix("’s")
    return "" if name.lower() in f"{_MONTHS} may" or name.endswith("day") else name
