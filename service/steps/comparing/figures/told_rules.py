"""Conflicts between values of a matter that a story has only one of: its ballot, its minute, its year of building.

Knows no speakers. An article that tells of two ballots tells of none that could be held against another paper's.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import product

from service.models import Confidence, Figure
from service.steps import figures
from service.steps.comparing.alignment import Conflict, is_in_lead, is_one_fact, settle
from service.steps.comparing.figures import deal_readers, frame_rules, people_readers, scopes, value_readers
from service.steps.comparing.figures.framed_figures import LONGEST_SENTENCE
from service.steps.comparing.figures.told_values import Told, are_apart
from service.steps.comparing.publication import order
from service.steps.comparing.rulings import Ruling
from service.steps.comparing.tellings import Telling, Tellings

_READERS = (*value_readers.READERS, *people_readers.READERS, *deal_readers.READERS)
# Supposed or wanted, and of another time: "In 1998 the council voted", not "35 per cent, up from 10 last year".
_SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|could|(?-i:may)|might|would|should|expect\w*|predict\w*|forecast\w*|plans to)\b", re.I
)
_OTHER_TIME = re.compile(
    r"\b(?:last (?:week|month|year)|"
    r"(?:weeks?|months?|years?) (?:ago|earlier)|previous\w*|in (?:1[6-9]|20)\d\d|record|average|capacity)\b",
    re.I,
)
# A year of building is of another time by its nature.
_LONG_AGO = "year built"
# Of these there may be several in a story: only the one the lead tells of is meant.
_OF_LEAD = "group of"
# These change from one day to the next; and of two lots one must be common to both papers.
_OF_DAY = ("rate in force", "jobs cut", "price")
_OF_TWO = "codes"
# A score is of one match where a side is named in both.
_OF_NAMED = "score"


def read(telling: Telling) -> tuple[Told, ...]:
    """The values a claim tells; their places are in its sentence."""
    return telling.keep("told values", lambda: _read_claim(telling))


def _read_claim(telling: Telling) -> tuple[Told, ...]:
    sentence = telling.read.sentences[telling.claim.sentence]
    text = telling.read.sentence_text(telling.claim.sentence)
    spans = [(span.start - sentence.start, span.end - sentence.start) for span in telling.claim.spans]
    found = _read(text, telling.read.article.published_at)
    return tuple(one for one in found if any(s <= one.start and one.end <= e for s, e in spans))


def judge(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """A conflict between the values two claims of different articles tell of one matter, or None."""
    for x, y in product(read(a), read(b)):
        if _are_one_matter(x, y) and _may_meet(a, b, x, tellings) and _is_only(a, y, tellings):
            ruling = _judge(a, b, x, y, tellings) if _is_only(b, x, tellings) else None
            if ruling:
                return ruling
    return None


def _judge(a: Telling, b: Telling, x: Told, y: Told, tellings: Tellings) -> Ruling | None:
    reason = _apart(x, y)
    if reason is None:
        return None
    later = order(b.read.article.published_at, a.read.article.published_at)
    if later and x.grows and _least(y if later > 0 else x) > _least(x if later > 0 else y):
        newer, older, new, old = (b, a, y, x) if later > 0 else (a, b, x, y)
        told = f"{newer.name}, published later, has “{new.text}” where {older.name} had “{old.text}”."
        return Ruling("updates", "number", told, "likely", (reason,))
    same_day = a.published is not None and a.published == b.published
    confidence: Confidence = "certain" if same_day and is_one_fact(a.content, b.content, tellings) else "likely"
    conflict = Conflict(
        "date" if x.clock or x.matter.startswith(_LONG_AGO) else "number",
        f"“{x.text}” ({a.name}) and “{y.text}” ({b.name}) cannot both be right.",
        confidence,
        of_a=lambda _, text: x.text in text,
        of_b=lambda _, text: y.text in text,
        evidence=(reason,),
    )
    return settle(a, b, conflict, tellings)


def _are_one_matter(x: Told, y: Told) -> bool:
    """Of "a party of three" the sort of people is not told: it may be the climbers."""
    if x.matter.startswith(_OF_LEAD) and y.matter.startswith(_OF_LEAD):
        return x.matter == y.matter or _OF_LEAD in (x.matter.strip(), y.matter.strip())
    return x.matter == y.matter and (not x.matter.startswith(_OF_TWO) or bool({*x.values} & {*y.values}))


def _may_meet(a: Telling, b: Telling, x: Told, tellings: Tellings) -> bool:
    """Whether nothing sets the sentences apart: the leads where only those count, place, level, time."""
    if x.matter.startswith(_OF_LEAD) and not (is_in_lead(a) and is_in_lead(b)):
        return False
    if x.matter == _OF_NAMED and not a.content.names & b.content.names:
        return False
    ours, theirs = (scopes.read(telling.read.sentence_text(telling.claim.sentence)) for telling in (a, b))
    events = frame_rules.event_names(a, b, tellings)
    if x.matter.startswith(_OF_DAY) and (a.published != b.published or ours.levels != theirs.levels):
        return False
    if x.matter.startswith((_LONG_AGO, *_OF_DAY)):
        apart = (a.content.names ^ b.content.names) - events
        return not (apart & a.content.names and apart & b.content.names)
    return not scopes.differ(ours, theirs) and not frame_rules.is_elsewhere(a, b, tellings)


def _is_only(telling: Telling, theirs: Told, tellings: Tellings) -> bool:
    """Whether an article tells one value of a matter, and not also the other paper's."""
    told = tellings.keep(("told values", telling.read.article.id), lambda: _of_article(telling))
    same = [one for one in told if _are_one_matter(one, theirs)]
    return all(_apart(one, other) is None for one in same for other in same) and all(
        _apart(one, theirs) for one in same
    )


def _of_article(telling: Telling) -> tuple[Told, ...]:
    read, published = telling.read, telling.read.article.published_at
    return tuple(one for index in range(len(read.sentences)) for one in _read(read.sentence_text(index), published))


@lru_cache(maxsize=4_096)
def _read(text: str, published_at: datetime | date | None) -> tuple[Told, ...]:
    if len(text) > LONGEST_SENTENCE:
        return ()
    found: Sequence[Figure] = figures.find(text, published_at=published_at)
    told = (read(text, tuple(found)) for read in _READERS)
    is_supposed = bool(_SUPPOSED.search(text))
    return tuple(
        one
        for one in told
        if one and (one.matter.startswith(_LONG_AGO) or not (is_supposed or _is_of_other_time(text, one)))
    )


def _is_of_other_time(text: str, told: Told) -> bool:
    return bool(_OTHER_TIME.search(text[: told.end] + text[told.end :].split(",")[0]))


def _apart(x: Told, y: Told) -> str | None:
    """Why two tellings of one matter cannot both be right, or None."""
    if x.clock and y.clock:
        compared = figures.compare(x.clock, y.clock)
        return compared.reason if compared.outcome == "conflicting" else None
    return f"of one matter ({x.matter}): {x.text} and {y.text}" if are_apart(x, y) else None


def _least(told: Told) -> float:
    return min((low for low, _ in told.values), default=0.0)
