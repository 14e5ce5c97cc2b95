"""Quotes words of an article so that they stand in it once. Knows nothing of findings or cases.

A case names words, not offsets, and its reader takes every run of white space for one blank. Words that stand twice
are quoted with words around them, long ones by their beginning; always whole words, within MAX_QUOTE code points.
"""

import re
from collections.abc import Iterator

MAX_QUOTE = 300


class Quotable:
    """An article's text, folded: every run of white space one blank."""

    def __init__(self, text: str) -> None:
        self._folded_at: list[int] = []
        parts, length = [], 0
        for run in re.finditer(r"\s+|\S+", text):
            part = " " if run[0].isspace() else run[0]
            self._folded_at += [length] * len(run[0]) if part == " " else range(length, length + len(part))
            parts.append(part)
            length += len(part)
        self._folded_at.append(length)
        self.text = "".join(parts)

    def quote(self, start: int, end: int) -> str | None:
        """Words that stand once and hold `start:end` of the text or begin it; None where there are none."""
        for a, b in self._candidates(*self._whole_words(self._folded_at[start], self._folded_at[end])):
            words = self.text[a:b]
            if self.text.find(words) == a and self.text.find(words, a + 1) < 0:
                return words
        return None

    def _whole_words(self, start: int, end: int) -> tuple[int, int]:
        """The stretch without blanks at its ends, and with the rest of a word that it cuts through."""
        while start < end and self.text[start] == " ":
            start += 1
        while start < end and self.text[end - 1] == " ":
            end -= 1
        if start < end:
            while start and self.text[start - 1].isalnum() and self.text[start].isalnum():
                start -= 1
            while end < len(self.text) and self.text[end - 1].isalnum() and self.text[end].isalnum():
                end += 1
        return start, end

    def _candidates(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        if start >= end:
            return
        if end - start > MAX_QUOTE:
            yield from self._beginnings(start, end)
            return
        while end - start <= MAX_QUOTE:
            yield start, end
            after, before = self._word_after(end), self._word_before(start)
            if after - start <= MAX_QUOTE and after > end:
                yield start, after
            if (before, after) == (start, end):
                return
            start, end = before, after

    def _beginnings(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """As much of a long stretch as may be, from each of its words on."""
        while 0 <= start < end:
            last = self.text.rfind(" ", start, start + MAX_QUOTE + 1) if end - start > MAX_QUOTE else end
            if last > start:
                yield start, last
            start = self.text.find(" ", start, end) + 1 or end

    def _word_after(self, end: int) -> int:
        """The end of the word behind `end`, or of the one that goes on there."""
        found = self.text.find(" ", end + 1)
        return len(self.text.rstrip(" ")) if found < 0 else found

    def _word_before(self, start: int) -> int:
        """The start of the word before `start`, or of the one that begins further left."""
        return self.text.rfind(" ", 0, max(0, start - 1)) + 1 if start else 0
