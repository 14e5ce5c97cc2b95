"""Pairs quotation marks over a whole article. Knows nothing of sentences, speakers or what is said.

Marks are told by their place as much as by their shape, since articles mix straight and curly ones: what opens has a
space before it and a word after, what closes the other way round. A mark that pairs with nothing is left alone rather
than guessed at: a wrong pair would swallow the reporter's own words.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from service.steps.layout.paragraphs import BLANK, Paragraph

# More marks open at once than this are noise; the oldest are forgotten.
DEEPEST = 6
# How far to look for a surer closing mark than the apostrophe of a plural ("the miners' union").
FARTHEST_CLOSING = 400
_MARK = re.compile("``|''|[\"“”„‟«»‹›‘’‚‛'「」『』〝〞＂]")
_DOUBLE = re.compile('["“”„«»「」＂]')
_VISIBLE = re.compile(rf"[^{re.escape(BLANK)}]")
_SINGLES = frozenset("'‘’‚‛‹›")
_OPENS = frozenset("“„‟«‹‘‚‛「『〝") | {"``"}
_CLOSES = frozenset("”»›’」』〞") | {"''"}
# These say by shape alone what they do; the others also by their place.
_FIRM = frozenset("「」『』«»‹›")
_BEFORE_OPENING = frozenset("([{—–-/:|") | frozenset(BLANK)
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…|。，、") | frozenset(BLANK)
_DECADE = re.compile(r"\d0s|\d\d(?!\d|\s|%)")
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|bout|n|round|neath)\b", re.IGNORECASE)


class Quotation(NamedTuple):
    """A quotation with its marks at `start:end`, its words at `inner_start:inner_end`.

    `depth` 0 is outermost. `is_closed` is False where the closing mark is missing: it then ends with its paragraph;
    `goes_on` says that the next paragraph opens again, as newspapers do when one speaker goes on. `mark` opened it.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    is_closed: bool
    goes_on: bool
    mark: str


class _Open(NamedTuple):
    mark: str
    start: int
    inner_start: int

    @property
    def is_single(self) -> bool:
        return self.mark in _SINGLES


class _Pairing:
    """The marks open at one point of the text, and the quotations found so far."""

    def __init__(self, text: str, *, is_reversed: bool) -> None:
        self.text = text
        self.is_reversed = is_reversed
        self.open: list[_Open] = []
        self.found: list[Quotation] = []

    def read(self, mark: re.Match[str], end: int) -> None:
        """Takes the next mark of a paragraph that ends at `end`."""
        opens, closes = self._turns(mark)
        if closes and self._closes_something(mark, end):
            self._close(mark)
        elif opens:
            self.open = [*self.open[-DEEPEST + 1 :], _Open(mark[0], mark.start(), mark.end())]

    def end_paragraph(self, end: int, *, goes_on: bool) -> None:
        """Ends what is still open: only a lone outermost mark that speech could begin with counts as a quotation."""
        opened = [opened for opened in self.open if not opened.is_single or goes_on]
        if len(opened) == 1 and _VISIBLE.search(self.text, opened[0].inner_start, end):
            start, inner_start = opened[0].start, opened[0].inner_start
            last_double = next(
                (quotation.start for quotation in reversed(self.found) if quotation.mark not in _SINGLES), -1
            )
            if goes_on or last_double < start:
                self.found.append(Quotation(start, end, inner_start, end, 0, False, goes_on, opened[0].mark))
        self.open.clear()

    def _turns(self, mark: re.Match[str]) -> tuple[bool, bool]:
        """Whether the mark may open and may close here."""
        text, shape = self.text, mark[0]
        before = text[mark.start() - 1] if mark.start() else " "
        after = text[mark.end()] if mark.end() < len(text) else " "
        if shape in _FIRM:
            return (shape in _OPENS) != self._is_turned(shape), (shape in _CLOSES) != self._is_turned(shape)
        if before.isalnum() and after.isalnum():
            # An apostrophe, a Hebrew abbreviation, or a slip of the keyboard.
            return False, shape not in _SINGLES and not _is_hebrew(before)
        if shape in _SINGLES and _is_elision(text, mark.end()):
            return False, not before.isspace()
        opens = (
            before in _BEFORE_OPENING or before in _OPENS or before == '"' or not before.isalnum()
        ) and after not in BLANK
        closes = before not in BLANK and (
            after in _AFTER_CLOSING or after in _CLOSES or after in "\"'“" or not after.isalnum()
        )
        if shape in _OPENS:
            # A German closing mark has the shape of an English opening one.
            opens = True if not closes or before in _BEFORE_OPENING else opens
            return opens, closes and not opens
        if shape in _CLOSES:
            return (
                opens and not closes and before in _BEFORE_OPENING,
                closes or after in BLANK or after in _AFTER_CLOSING,
            )
        return opens, closes

    def _is_turned(self, shape: str) -> bool:
        return self.is_reversed and shape in "«»"

    def _closes_something(self, mark: re.Match[str], end: int) -> bool:
        kind = [opened for opened in self.open if opened.is_single == (mark[0] in _SINGLES)]
        if not kind:
            return False
        if mark[0] not in _SINGLES:
            return True
        inside = self.open[-1]
        return inside.is_single and not self._is_plural_possessive(mark, end)

    def _is_plural_possessive(self, mark: re.Match[str], end: int) -> bool:
        """Whether "the miners' union" stands here: a word in lower case follows, and a surer closing mark later."""
        text = self.text
        follows = text[mark.end() : mark.end() + 2]
        if text[mark.start() - 1] not in "sS" or not (follows[:1] in BLANK and follows[1:].islower()):
            return False
        rest = text[mark.end() : min(end, mark.end() + FARTHEST_CLOSING)]
        surer = re.search(r"\w[.,!?]?['’](?=[\s.,;:!?)—–]|$)|(?<=\s)['‘](?=\w)|[\"“”]", rest)
        return surer is not None and surer[0][-1] in "'’" and surer[0][:1].isalnum()

    def _close(self, mark: re.Match[str]) -> None:
        is_single = mark[0] in _SINGLES
        while self.open[-1].is_single != is_single:
            # A single mark left open inside a double quotation was an apostrophe.
            self.open.pop()
        opened = self.open.pop()
        if _VISIBLE.search(self.text, opened.inner_start, mark.start()):
            self.found.append(
                Quotation(opened.start, mark.end(), opened.inner_start, mark.start(), 0, True, False, opened.mark)
            )


def pair(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Quotation, ...]:
    """The quotations of `text` in order, outer before inner. Linear in the length of the text."""
    first_guillemet = re.search("[«»]", text)
    pairing = _Pairing(text, is_reversed=first_guillemet is not None and first_guillemet[0] == "»")
    for index, paragraph in enumerate(paragraphs):
        for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
            pairing.read(mark, paragraph.end)
        after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if pairing.open and after and _runs_into(pairing, text, after):
            continue
        goes_on = bool(pairing.open) and after is not None and _reopens(text, after, pairing.open[0])
        pairing.end_paragraph(paragraph.end, goes_on=goes_on)
    return _with_depth(pairing.found)


def _reopens(text: str, after: Paragraph, opened: _Open) -> bool:
    """Whether the next paragraph begins with the kind of mark that the last one left open."""
    mark = _MARK.match(text, after.start, after.end)
    return mark is not None and (mark[0] in _SINGLES) == opened.is_single and mark[0] not in _CLOSES


def _runs_into(pairing: _Pairing, text: str, after: Paragraph) -> bool:
    """Whether a line break that looked like a new paragraph cuts a quotation: the next mark closes it."""
    doubles = [opened for opened in pairing.open if not opened.is_single]
    if not after.is_soft or len(doubles) != 1:
        return False
    mark = _DOUBLE.search(text, after.start, after.end)
    return mark is not None and mark.start() > after.start and pairing._turns(mark) == (False, True)


def _with_depth(found: Sequence[Quotation]) -> tuple[Quotation, ...]:
    nested: list[Quotation] = []
    enclosing: list[int] = []
    for quotation in sorted(found, key=lambda quotation: (quotation.start, -quotation.end)):
        while enclosing and enclosing[-1] <= quotation.start:
            enclosing.pop()
        nested.append(quotation._replace(depth=len(enclosing)))
        enclosing.append(quotation.end)
    return tuple(nested)


def _is_elision(text: str, position: int) -> bool:
    return bool(_DECADE.match(text, position) or _ELISION.match(text, position))


def _is_hebrew(character: str) -> bool:
    return "\u0590" <= character <= "\u05ff"
