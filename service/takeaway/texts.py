"""An article's whole text in blocks and pieces, each piece with the marks that lie on it. Knows no finding.

Joined, the pieces are the text again: nothing is lost, moved or shown twice.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from service.models import Sentence

# From a line's end on, so that a run of blanks is looked at once.
_BREAK = re.compile(r"\n\s*")


@dataclass(frozen=True)
class Link:
    """Leads from marked words to the finding that rests on them."""

    to: str
    sign: str
    label: str


@dataclass(frozen=True)
class Mark:
    """Words that something rests on. `rank` decides which kind is shown where marks overlap: the lowest."""

    start: int
    end: int
    anchor: str
    kind: str = ""
    rank: int = 0
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Piece:
    """Words under the same marks: `anchors` of those that begin here, `links` of those that end here."""

    words: str
    kind: str = ""
    anchors: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Block:
    """A paragraph, or a line that stands alone, with the part it plays."""

    role: str
    pieces: tuple[Piece, ...] = field(default=())


def lay_out(text: str, sentences: Sequence[Sentence], marks: Iterable[Mark]) -> tuple[Block, ...]:
    """The text in blocks. Sentences and marks lie inside the text; sentences are in order."""
    marks = list(marks)
    edges = sorted({*(mark.start for mark in marks), *(mark.end for mark in marks)})
    laid = _Laid(text, marks)
    found = []
    for start, end, role in _blocks(text, sentences):
        inner = edges[bisect_right(edges, start) : bisect_right(edges, end - 1)]
        cuts = [start, *inner, end]
        pieces = tuple(laid.piece(a, b) for a, b in zip(cuts, cuts[1:], strict=False))
        found.append(Block(role, pieces))
    return tuple(found)


class _Laid:
    """The marks by where they begin and end; asked for pieces from the first to the last."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self._text = text
        self._begin: defaultdict[int, list[Mark]] = defaultdict(list)
        self._end: defaultdict[int, list[Mark]] = defaultdict(list)
        for mark in marks:
            self._begin[mark.start].append(mark)
            self._end[mark.end].append(mark)
        self._open: Counter[tuple[int, str]] = Counter()

    def piece(self, start: int, end: int) -> Piece:
        begun = self._begin.get(start, [])
        self._open.update((mark.rank, mark.kind) for mark in begun if mark.kind)
        kind = min((key for key, number in self._open.items() if number), default=(0, ""))[1]
        ended = self._end.get(end, [])
        self._open.subtract((mark.rank, mark.kind) for mark in ended if mark.kind)
        links = tuple(dict.fromkeys(link for mark in ended for link in mark.links))
        return Piece(self._text[start:end], kind, tuple(mark.anchor for mark in begun), links)


def _blocks(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, str]]:
    """Where blocks begin and end; together they are the whole text.

    A blank line parts paragraphs. A single line's end does only beside a line that stands alone, such as a headline:
    elsewhere somebody's editor has wrapped the text.
    """
    starts = [sentence.start for sentence in sentences]

    def at(offset: int) -> Sentence | None:
        index = bisect_right(starts, offset) - 1
        return sentences[index] if index >= 0 else None

    begin = 0
    for found in _BREAK.finditer(text):
        before, after = at(found.start()), at(found.end())
        is_inside = before is not None and before.end > found.end()
        stands_alone = {one.role for one in (before, after) if one} - {"body"}
        if found[0].count("\n") > 1 or (stands_alone and not is_inside):
            yield from _block(begin, found.end(), before)
            begin = found.end()
    yield from _block(begin, len(text), at(len(text)))


def _block(start: int, end: int, last: Sentence | None) -> Iterator[tuple[int, int, str]]:
    if start < end:
        yield start, end, last.role if last and last.end > start else "body"
