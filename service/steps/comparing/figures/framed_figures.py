"""The figures of a claim with what each measures: its frame, what is counted, per what, and in which scope.

Knows no other claim. The whole sentence is read, since a claim is often a part of one ("killing at least four people").
Parts of a greater number ("nine of them badly") and further ones ("another 40") measure no whole and are left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from service.models import Figure, FigureKind
from service.steps import figures
from service.steps.comparing.figures import frames, parts, scopes
from service.steps.comparing.figures.frames import Frame
from service.steps.comparing.figures.scopes import Scope
from service.steps.comparing.tellings import Telling

_DAYS: frozenset[FigureKind] = frozenset({"date", "weekday", "year", "time", "ordinal"})
_NOBODY_SPECIAL = frozenset(
    {"", "people", "person", "victim", "dead", "death", "fatality", "injured", "missing", "body", "life"}
)
# One thing in several words. One line, one thing.
_THINGS = """
carriage coach car wagon railcar
home house dwelling property household
ship vessel boat
lorry truck
plane aircraft jet airliner
"""
_THING_OF = {word: line.split()[0] for line in reversed(_THINGS.strip().splitlines()) for word in line.split()}
_ONLOOKERS = frozenset("spectator onlooker pedestrian visitor walker bystander fan tourist guest reveller".split())
# Nothing that is done to people.
_NOT_PEOPLE = frozenset(
    "home house building vehicle car lorry truck ship vessel animal dog horse cow sheep bird fish percent hour "
    "day week month year place time vote ballot certificate bus train flight plane tree school road street village "
    "town shop point mile kilometre metre tonne ton degree leg arm bone".split()
)
# Where a clause ends for the figure in it.
_END = re.compile(
    r"[;:]|\s[-–—]\s|, (?:and|or)\b|"
    r"\b(?:when|after|before|because|while|but|although|though|as|since|until|where|if|than|whereas)\b",
    re.I,
)
# What is left of a whole is a part of it: "water was off for 9,000 of the households"; what befell some of it is not.
_PART = re.compile(r"^ ?of the(?! (?:injured|wounded|casualties|survivors)\b)\b", re.I)
_OF_HURT = re.compile(r"^ ?of the (?:injured|wounded|casualties|survivors)\b", re.I)
# "12 were killed and another 30 hurt": all who are hurt, since the others are dead.
_BESIDE_THE_DEAD = frozenset({"hurt", "missing", "in hospital"})
# "Six of its nine carriages": a part with its whole. "nine-carriage" tells only how the whole is made.
_OF_WHOLE = re.compile(r"^ of (?:all )?(?:the |its |their |his |her |our )?$", re.I)
_NEXT_PART = re.compile(r"[,(]|\b(?:and|or|plus)\b", re.I)
# "Pulled from the car by two anglers": they did it, it did not befall them.
_DOER = re.compile(r"\bby\s*$", re.I)
_HARMS = frozenset({"dead", "injured", "missing", "arrested", "displaced"})


# What is longer is a list or a table: which of its words go with which figure cannot be told.
LONGEST_SENTENCE = 1_500


@dataclass(frozen=True)
class Framed:
    """A figure in a frame. `thing` is what is counted ("" for people); `limits` are words that narrow it down;
    `window` is the stretch of the sentence that tells of the figure."""

    figure: Figure
    frame: Frame
    thing: str
    limits: frozenset[str]
    scope: Scope
    window: tuple[int, int]


def read(telling: Telling) -> tuple[Framed, ...]:
    """The framed figures of a claim, in order; their offsets are those of the sentence."""
    return telling.keep("framed figures", lambda: _read_claim(telling))


def _read_claim(telling: Telling) -> tuple[Framed, ...]:
    sentence = telling.read.sentences[telling.claim.sentence]
    text = telling.read.sentence_text(telling.claim.sentence)
    spans = [(span.start - sentence.start, span.end - sentence.start) for span in telling.claim.spans]
    found = _read(text, telling.read.article.published_at)
    return tuple(one for one in found if any(s <= one.figure.start and one.figure.end <= e for s, e in spans))


@lru_cache(maxsize=4_096)
def _read(text: str, published_at: datetime | date | None) -> tuple[Framed, ...]:
    if len(text) > LONGEST_SENTENCE:
        return ()
    found = figures.find(text, published_at=published_at)
    counted = [
        figure for figure in found if figure.kind not in _DAYS and figure.noun != "age" and figure.kind != "duration"
    ]
    read = [_frame(text, counted, index) for index in range(len(counted))]
    read += [_rank(text, figure) for figure in found if figure.kind == "ordinal"]
    return tuple(one for one in read if one)


def _rank(text: str, figure: Figure) -> Framed | None:
    """ "The fourth burst this week": a count of what came before, where its time is told."""
    scope = scopes.read(text)
    return (
        Framed(figure, frames.RANK, figure.noun, frozenset(), scope, (0, len(text)))
        if scope.spans and figure.noun
        else None
    )


def _frame(text: str, counted: Sequence[Figure], index: int) -> Framed | None:
    figure = counted[index]
    before, after = _around(text, counted, index)
    if parts.is_part(figure, before, after) or parts.is_compound(figure, text) or parts.is_age(figure, text):
        return None
    if index and _is_of_whole(text, counted, index - 1):
        return None
    frame = frames.find(
        figure, before, after, is_part=_is_of_whole(text, counted, index) or bool(_OF_HURT.match(after))
    )
    if frame is None or (figure.kind == "count" and _PART.match(after) and frame.course != "moves"):
        return None
    if any(parts.is_unreal(side) or parts.is_background(side) for side in (before, after)):
        return None
    if frame.counts == "people" and _DOER.search(before):
        return None
    if parts.adds(figure, before, after) and not (index and frame.name in _BESIDE_THE_DEAD):
        return None
    thing = "" if frame.name in ("speed", "wind") else _thing(figure, frame)
    if thing is None:
        return None
    window = (figure.start - len(before), figure.end + len(after))
    return Framed(figure, frame, thing, _limits(figure, after), scopes.read(text), window)


def _around(text: str, counted: Sequence[Figure], index: int) -> tuple[str, str]:
    """The text before and behind a figure, up to its neighbours and within its clause."""
    figure = counted[index]
    last = index + 1 if _is_of_whole(text, counted, index) else index
    start = counted[index - 1].end if index else 0
    end = counted[last + 1].start if last + 1 < len(counted) else len(text)
    before, after = text[start : figure.start], text[counted[last].end : end]
    cut = None if last > index else _END.search(after)
    after = after[: cut.start()] if cut else after
    if index:
        before = _NEXT_PART.split(before)[-1]
    if last + 1 < len(counted):
        after = _NEXT_PART.split(after)[0]
    return _END.split(before)[-1], after


def _is_of_whole(text: str, counted: Sequence[Figure], index: int) -> bool:
    """Whether figure `index` is a part of the next: "six of its nine carriages"."""
    if index + 1 >= len(counted) or counted[index].kind != "count":
        return False
    return bool(_OF_WHOLE.match(text[counted[index].end : counted[index + 1].start]))


def _thing(figure: Figure, frame: Frame) -> str | None:
    """What is counted; "" for people as such; None where the frame cannot hold it."""
    if frame.kinds != {"count"}:
        return ""
    noun = figure.noun.removeprefix("other ").removeprefix("others")
    noun = _THING_OF.get(noun, noun)
    if frame.name == "standing on it" and noun in _ONLOOKERS:
        return ""
    if noun in _NOBODY_SPECIAL:
        return (
            None
            if frame.counts == "things" or (not noun and frame.name in ("standing on it", "cut off", "lead in votes"))
            else ""
        )
    if frame.counts == "people" and noun in _NOT_PEOPLE:
        return None
    if frame.name == "lead in votes" and noun != "vote":
        return None
    return noun


def _limits(figure: Figure, after: str) -> frozenset[str]:
    """The words between a figure and what it counts: "two Norwegian passengers" are not all passengers."""
    if not figure.noun or figure.noun in _HARMS:
        return frozenset()
    stem = figure.noun.split()[-1][:4]
    words = after.split()[:4]
    reach = next((i for i, word in enumerate(words) if word.lower().startswith(stem)), 0)
    return frozenset(word.lower() for word in words[:reach]) - {"of", "the", "its", "their"}
