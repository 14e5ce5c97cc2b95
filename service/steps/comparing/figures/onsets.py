"""When an event began or a thing gave way, as a sentence tells it: what happened, and on which day at what time.

Knows no other claim. Only the verbs of beginning and of breaking are read, and only where the time stands behind them
in one clause; "it" is what the sentence before tells of.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Literal

from service.models import Figure
from service.steps import figures
from service.steps.comparing.figures.framed_figures import LONGEST_SENTENCE
from service.steps.comparing.tellings import Telling

# What happens or gives way, in several words. One line, one thing.
_EVENTS = """
fire blaze inferno flames wildfire
earthquake quake tremor
explosion blast detonation bomb
crash collision pile-up
train express sleeper carriage carriages coaches wagons
avalanche snow snowslide slab
landslide slide mudslide rockfall rockslide
bridge span footbridge viaduct flyover
outage blackout supply mains
main pipe pipeline
shooting stabbing
strike walkout stoppage
talks summit meeting
dam dyke levee embankment
roof ceiling building tower
plane jet aircraft airliner helicopter
ferry ship vessel boat
tunnel mine
"""
_EVENT_OF = {word: line.split()[0] for line in reversed(_EVENTS.strip().splitlines()) for word in line.split()}
_ANY = frozenset("accident incident disaster tragedy catastrophe".split())
# These happen in one stroke: to begin and to come down are one.
_STROKES = frozenset("earthquake explosion crash avalanche landslide shooting".split())
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_BEGAN = (
    r"began|begun|started|broke out|broken out|took hold|erupted|ignited|happened|occurred|struck|hit|came|took place|"
    r"got under way|set in|swept"
)
_BROKE = (
    r"collapsed|fell|gave (?:way|out)|broke away|broke(?! out)|burst|split|ruptured|derailed|"
    r"(?:came|went|left|jumped) (?:off )?the (?:tracks?|rails?)|went down|came down|dropped|folded|failed|crashed|"
    r"exploded|detonated|went off|sank|capsized|snapped"
)
_VERB = re.compile(rf"\b(?:(?P<broke>{_BROKE})|(?P<began>{_BEGAN}))\b", re.I)
_STOP = re.compile(
    r"[;:]|\b(?:when|while|until|till|before|after|because|and|but|which|who|that|since|as|if|than|for)\b",
    re.I,
)
_RELATIVE = re.compile(r"\b(?:which|that) (?:had )?$", re.I)
_NOT_FIRST = re.compile(
    r"\b(?:second|third|another|again|new|fresh|later|re-?(?:ignit|start|open|began|occurr)\w*|aftershock\w*|not|never|"
    r"could|may|might|would|if|first|last|search|inquiry|investigation|work|evacuation|rescue|trial|hearing|"
    r"previous\w*|ago|every|each|usually)\b|\b(?:in|since) (?:1[6-9]|20)\d\d\b",
    re.I,
)
# Another verb on the way to the time: it tells when that was. "The bridge fell remained in hospital on Monday".
_OTHER_VERB = re.compile(
    r"\b(?!(?:red|bed|shed|led|wooded|crowded)\b)\w+ed\b|\b(?:was|were|is|are|be|been|has|have|had|remains?|said|says|left|"
    r"took|went|came|put|got|made|held|led|told|lost|sent|fled|ran|drove|flew|met|to)\b",
    re.I,
)
# In minutes after midnight.
_DAWN, _BEDTIME = 6 * 60, 21 * 60
_ASIDE = re.compile(r",[^,]*,")
_FIRST_REACH = 70
_LATE = re.compile(r"\b(?:night|late|midnight|evening|overnight)\b", re.I)
_EARLY = re.compile(r"\b(?:early|small hours|overnight|before dawn|midnight)\b", re.I)
# How far before and behind a day the words for its hours stand: "early on Saturday", "Thursday night".
_BESIDE_BEFORE, _BESIDE_BEHIND = 22, 10


@dataclass(frozen=True)
class Onset:
    """`event` is what happened ("" where any accident is meant), `how` whether it began or broke; offsets are of the
    sentence. `hour` and `day` are as told, `beside` the words beside the day."""

    event: str
    how: Literal["began", "broke"]
    hour: Figure | None
    day: Figure | None
    beside: str

    def is_one_with(self, other: "Onset") -> bool:
        """Whether both may tell when one thing happened."""
        if self.event and other.event and self.event != other.event:
            return False
        return self.how == other.how or not (self.event and other.event) or self.event in _STROKES

    @property
    def may_be_early(self) -> bool:
        """Whether it may have been in the first hours of its day, which a paper may count to the day before."""
        return (self.hour.low or 0.0) < _DAWN if self.hour else bool(_EARLY.search(self.beside))

    @property
    def may_be_late(self) -> bool:
        """Whether it may have been in the last hours of its day."""
        return bool(_LATE.search(self.beside)) or (self.hour is not None and (self.hour.low or 0.0) >= _BEDTIME)


def read(telling: Telling) -> Onset | None:
    """The onset a claim tells of, None where it tells none or gives no time."""
    return telling.keep("onset", lambda: _read_claim(telling))


def _read_claim(telling: Telling) -> Onset | None:
    index = telling.claim.sentence
    sentence, text = telling.read.sentences[index], telling.read.sentence_text(index)
    before = telling.read.sentence_text(index - 1) if index else ""
    onset = _read(text, before, telling.read.article.published_at)
    if onset is None:
        return None
    spans = [(span.start - sentence.start, span.end - sentence.start) for span in telling.claim.spans]
    told = [one for one in (onset.hour, onset.day) if one]
    return onset if all(any(s <= f.start and f.end <= e for s, e in spans) for f in told) else None


@lru_cache(maxsize=4_096)
def _read(text: str, before: str, published_at: datetime | date | None) -> Onset | None:
    if len(text) > LONGEST_SENTENCE:
        return None
    found = [one for one in figures.find(text, published_at=published_at) if one.kind in ("time", "weekday", "date")]
    if not found:
        return None
    for verb in _VERB.finditer(text):
        event = _subject(text[: verb.start()], before)
        onset = _behind(text, verb, event, found) if event is not None else None
        if onset:
            return onset
    return None


def _behind(text: str, verb: re.Match[str], event: str, found: Sequence[Figure]) -> Onset | None:
    rest = text[verb.end() : verb.end() + _FIRST_REACH]
    hour = next((one for one in found if one.kind == "time" and one.start >= verb.end()), None)
    day = next((one for one in found if one.kind != "time" and one.start >= verb.end()), None)
    if hour and hour.end <= verb.end() + _FIRST_REACH:
        at = hour.start - verb.end()
        rest = rest[:at] + " " * len(hour.text) + rest[at + len(hour.text) :]
    hour, day = (one if one and _reaches(rest, one.start - verb.end()) else None for one in (hour, day))
    if hour is None and day is None:
        return None
    if _NOT_FIRST.search(_clause_before(text[: verb.start()])) or _NOT_FIRST.search(rest):
        return None
    beside = text[max(0, day.start - _BESIDE_BEFORE) : day.end + _BESIDE_BEHIND] if day else ""
    return Onset(event, "began" if verb["began"] else "broke", hour, day, beside)


def _clause_before(text: str) -> str:
    """The clause that ends with `text`, without what stands in it between commas: "The pipe, laid in 1908,"."""
    return _ASIDE.sub(" ", _STOP.split(text)[-1])


def _reaches(rest: str, distance: int) -> bool:
    between = rest[:distance]
    return distance <= len(rest) and not _STOP.search(between) and not _OTHER_VERB.search(between)


def _subject(before_verb: str, sentence_before: str) -> str | None:
    """What the verb is said of: the last event word before it, or what "it" stands for; None where neither is there."""
    if _RELATIVE.search(before_verb):
        named = [word for word in (found.lower() for found in _WORD.findall(before_verb)) if word in _EVENT_OF]
        return _EVENT_OF[named[-1]] if named else None
    words = [word.lower() for word in _WORD.findall(_clause_before(before_verb))]
    if words[-1:] == ["it"] or words[-2:-1] == ["it"]:
        earlier = (word.lower() for word in _WORD.findall(sentence_before))
        return next((_EVENT_OF[word] for word in earlier if word in _EVENT_OF), None)
    known = next((word for word in words if word in _EVENT_OF or word in _ANY), None)
    return _EVENT_OF.get(known, "") if known else None
