"""One commitment of one sentence, and when two of them clash. Knows nothing of claims or of how marks are read."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from rapidfuzz.fuzz import ratio

from service.models import ConflictType

# From here on two names may be two spellings of one.
SAME_NAME = 75


@dataclass(frozen=True)
class Mark:
    """A sentence says `words` (offsets `start:end`) on the matter `matter` of `group`.

    Two marks of one group and matter ("" fits any) clash where their `side` differs, or, without sides, where their
    `keys` have nothing in common. `about` narrows the matter: "the driver of the lorry"; what only one of them narrows
    may be two things, unless `is_loose`. `order` tells states that follow upon each other: the later may be news. What
    holds since the year `before` clashes only with papers of a later year. A state that `may_change` is
    another the day after.
    """

    group: str
    matter: str
    type: ConflictType
    words: str
    start: int
    end: int
    side: str = ""
    keys: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    is_loose: bool = False
    order: int | None = None
    before: int | None = None
    may_change: bool = False
    sentence: int = 0
    published: datetime | date | None = None

    def at(self, sentence: int, offset: int, published: datetime | date | None) -> "Mark":
        """The mark where it stands in its article."""
        return replace(self, sentence=sentence, start=self.start + offset, end=self.end + offset, published=published)

    def clashes_with(self, other: "Mark") -> bool:
        """Whether both cannot be right; symmetric."""
        if not self._is_on(other):
            return False
        if not (self._is_past(other) and other._is_past(self)):
            return False
        if self.side or other.side:
            return bool(self.side and other.side) and self.side != other.side and not self._may_follow(other)
        return bool(self.keys and other.keys) and not self.keys & other.keys and not _sound_alike(self, other)

    def agrees_with(self, other: "Mark") -> bool:
        """Whether both say the same of one matter."""
        if not self._is_on(other):
            return False
        return self.side == other.side if self.side else bool(self.keys & other.keys)

    def _is_on(self, other: "Mark") -> bool:
        if self.group != other.group or (self.matter != other.matter and self.matter and other.matter):
            return False
        if bool(self.about) != bool(other.about):
            return self.is_loose and other.is_loose
        return not self.about or bool(self.about & other.about)

    def _is_past(self, other: "Mark") -> bool:
        return self.before is None or (other.published is not None and other.published.year > self.before)

    def _may_follow(self, other: "Mark") -> bool:
        """Whether one is a later state that the later paper tells, or may tell."""
        if self.order is None or other.order is None or self.order == other.order:
            return False
        early, late = sorted((self, other), key=lambda mark: mark.order or 0)
        if early.published is None or late.published is None:
            return True
        if type(early.published) is not type(late.published):
            return True
        return not early.published > late.published


def _sound_alike(x: Mark, y: Mark) -> bool:
    return x.type == "identity" and ratio(x.words.casefold(), y.words.casefold()) >= SAME_NAME
