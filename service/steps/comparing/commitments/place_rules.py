"""On which side of something a named place lies: "Tarsk, on the north bank". Knows nothing of other sentences.

Only sides that exclude each other are read, and only of what is named right beside.
"""

import re
from collections.abc import Iterator

from service.steps.comparing.commitments.mark import Mark
from service.steps.vocabulary.content_words import Lexicon

_SIDES = {"north": "south", "east": "west", "left": "right", "upper": "lower", "near": "far"}
_SIDE_NOUN = r"(?P<noun>bank|side|shore|coast|end|edge|slope|flank|carriageway|wing|outskirts|tip|rim|face)"
_DIRECTION = r"(?P<side>north|south|east|west|left|right|upper|lower)(?:ern)?(?:-hand)?"
_NAMED = r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})"
_ON = rf"(?i:on|at|along|by|from) (?:the|its|their) {_DIRECTION} {_SIDE_NOUN}\b"
_FRAMES = tuple(
    re.compile(frame)
    for frame in (
        rf"\b{_NAMED},? (?:which |that |who )?(?:(?:is|was|lies|lay|stands|stood|sits|sat|lived|lives) )?{_ON}",
        rf"\b{_ON}(?: of [^,;.]{{3,30}})?, (?:the |a |an )?(?:[a-z]+ (?:of )?){{0,3}}{_NAMED}",
    )
)
# Of a mountain, an island or a building; which one is the event's own, or is named.
_LOOSE = re.compile(
    rf"(?i:\b(?:on|up|down|of|along|below|to|off) (?:the|its) (?:[a-z]+ )?{_DIRECTION} (?P<noun>face|flank|"
    rf"slopes?|wall|ridge|side)\b)"
    rf"(?: of (?:the )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}))?"
)
_OF_MOUNTAINS = frozenset("face flank slope slopes wall ridge".split())
_MOUNTAIN = re.compile(
    r"\b(?:climb\w*|mountain\w*|summit|peak|ridge|rocks?|cliffs?|slopes?|glacier|avalanche|ledge|skiers?|"
    r"hikers?|face)\b",
    re.I,
)


def read(text: str, lexicon: Lexicon) -> Iterator[Mark]:
    """Which side named places are said to lie on."""
    for frame in _FRAMES:
        for match in frame.finditer(text):
            names = lexicon.read(match["name"]).keys
            if names:
                side, noun = match["side"].lower(), match["noun"]
                axis = next(one for one in _SIDES if side in (one, _SIDES[one]))
                yield Mark(
                    group="place",
                    matter=f"{axis} {'side' if noun in _BORDERS else noun}",
                    type="place",
                    words=match[0],
                    start=match.start(),
                    end=match.end(),
                    side=side,
                    about=names,
                )
    for match in _LOOSE.finditer(text):
        yield from _of_mountain(text, match, lexicon)


def _of_mountain(text: str, match: re.Match[str], lexicon: Lexicon) -> Iterator[Mark]:
    """The side of a mountain, which the event has one of; another named one is another."""
    if match["noun"].lower() not in _OF_MOUNTAINS and not _MOUNTAIN.search(text):
        return
    side = match["side"].lower()
    yield Mark(
        group="place",
        matter=f"{next(one for one in _SIDES if side in (one, _SIDES[one]))} face",
        type="place",
        words=match[0],
        start=match.start(),
        end=match.end(),
        side=side,
        about=lexicon.read(match["name"] or "").keys,
        is_loose=True,
    )


# A river's bank, shore and side are one thing.
_BORDERS = frozenset({"bank", "side", "shore"})
