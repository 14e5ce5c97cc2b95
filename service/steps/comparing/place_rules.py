"""On which side of something a named place lies: "Tarsk, on the north bank". Knows nothing of other sentences.

Only sides that exclude each other are read, and only of what is named right beside.
"""

import re
from collections.abc import Iterator

from service.steps.comparing.mark import Mark
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


# A river's bank, shore and side are one thing.
_BORDERS = frozenset({"bank", "side", "shore"})
