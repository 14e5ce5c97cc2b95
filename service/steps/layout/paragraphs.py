"""Joins hard-wrapped lines into paragraphs without changing a character. Knows nothing of sentences.

A line followed by a line in lower case is a sure wrap; the longest of these gives the width the text was wrapped at.
A longer line was never wrapped, so it ends its paragraph, as does a full stop after which a word would still have fit.
"""

from collections.abc import Sequence
from typing import NamedTuple

from service.models import Role
from service.steps.layout.roles import ends_with_stop, read_label

# Text is not wrapped wider than this; a longer line that runs on in lower case is a slip, not a width.
WIDEST_WRAP = 120
# A line this much shorter than the width that begins a paragraph and has no final stop is a heading of its own.
SHORT_LINE = 0.6
# In a script without capitals a line that nearly fills the width runs on.
FULL_LINE = 0.8
BLANK = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u2060" + "".join(
    map(chr, range(0x2000, 0x200B))
)


class Paragraph(NamedTuple):
    """Lines that belong together.

    `is_soft`: no blank line stands before it, only a line break. `label` is the role its first line declares.
    """

    start: int
    end: int
    is_soft: bool
    label: Role | None


class _Line(NamedTuple):
    start: int
    end: int
    is_soft: bool
    text: str
    label: Role | None


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """`start:end` without white space and invisible marks at its ends; empty if nothing else is there."""
    piece = text[start:end]
    end -= len(piece) - len(piece.rstrip(BLANK))
    start += len(piece) - len(piece.lstrip(BLANK))
    return min(start, end), end


def find_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of `text`, in order, trimmed; linear in its length."""
    lines = _find_lines(text)
    width = _wrap_width(lines)
    paragraphs: list[Paragraph] = []
    first = 0
    for index, line in enumerate(lines):
        if index + 1 < len(lines) and _runs_on(lines, index, first, width):
            continue
        paragraphs.append(Paragraph(lines[first].start, line.end, lines[first].is_soft, lines[first].label))
        first = index + 1
    return tuple(paragraphs)


def _find_lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    position = 0
    is_soft = False
    for raw in text.splitlines(keepends=True):
        start, end = trim(text, position, position + len(raw))
        position += len(raw)
        if start < end:
            lines.append(_Line(start, end, is_soft, text[start:end], read_label(text[start:end])))
        is_soft = start < end
    return lines


def _wrap_width(lines: Sequence[_Line]) -> int:
    lengths = [
        len(line.text)
        for line, after in zip(lines, lines[1:], strict=False)
        if after.is_soft and _starts_low(after.text)
    ]
    caseless = [len(line.text) for line in lines if _is_caseless(line.text)]
    if not lengths and len(caseless) > 2:
        # Without capitals nothing is sure; lines of one length are a sign.
        longest = max(caseless)
        full = [length for length in caseless if length >= FULL_LINE * longest]
        lengths = full if len(full) * 2 > len(caseless) else []
    return max((length for length in lengths if length <= WIDEST_WRAP), default=0)


def _runs_on(lines: Sequence[_Line], index: int, first: int, width: int) -> bool:
    """Whether the paragraph that begins with line `first` goes on after line `index`."""
    line, after = lines[index], lines[index + 1]
    if not after.is_soft or after.label or line.label in ("dateline", "address"):
        return False
    if _starts_low(after.text):
        return True
    if line.label or len(line.text) > width:
        return False
    if _is_caseless(after.text):
        return len(line.text) >= FULL_LINE * width
    if ends_with_stop(line.text):
        return len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width
    is_heading = index == first and len(line.text) < SHORT_LINE * width and _starts_high(line.text)
    return not is_heading


def _starts_low(line: str) -> bool:
    return _first_letter(line).islower()


def _starts_high(line: str) -> bool:
    return _first_letter(line).isupper()


def _is_caseless(line: str) -> bool:
    letter = _first_letter(line)
    return letter.isalpha() and not letter.islower() and not letter.isupper()


def _first_letter(line: str) -> str:
    """The first letter after quotation marks and brackets, or the first digit; "" if neither comes soon."""
    return next((character for character in line[:8] if character.isalnum()), "")
