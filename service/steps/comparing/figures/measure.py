"""One figure with what it measures: how many dead or hurt, of whom, over which time. Knows no words of any language."""

from dataclasses import dataclass

from service.models import Figure, FigureKind

DAYS: frozenset[FigureKind] = frozenset({"date", "weekday", "year", "time"})


@dataclass(frozen=True)
class Measure:
    """A figure with what it measures: `fate` ("" if none), whom or what it counts, and the words of its clause.

    `per` is over how many seconds it is counted ("an hour", "each day of"), None where that is not told; `is_part`:
    it counts some of those told of before ("two of them").
    """

    figure: Figure
    fate: str
    counted: str
    around: frozenset[str]
    per: float | None = None
    is_part: bool = False

    @property
    def is_toll(self) -> bool:
        """Whether it counts what befell people, and so only grows."""
        return bool(self.fate)

    def is_of_same_kind(self, other: "Measure") -> bool:
        """Whether both could measure one thing, whoever it was counted among."""
        mine, theirs = self.figure.kind, other.figure.kind
        return (mine == theirs or {mine, theirs} <= DAYS) and self.fate == other.fate

    def counts_the_same(self, other: "Measure") -> bool:
        """Whether both count among the same: people, or children; "nobody" counts among all."""
        if any(m.figure.high == 0.0 and not m.counted for m in (self, other)):
            return bool(self.fate) and self.fate == other.fate
        if self.figure.kind in ("count", "ordinal"):
            return self.counted == other.counted and bool(self.counted or self.fate)
        return True
