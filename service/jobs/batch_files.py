"""The files of a batch: stories in, reports and failures out, a line each. Knows nothing of jobs.

A line of the output stands there whole or not at all: what a killed run left half is cut off before more is written.
"""

import contextlib
import fcntl
import gzip
import os
import re
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Self, cast

from service.errors import Invalid, Problem
from service.jobs.batch import MAX_STORY_BYTES, Line

STDIN = "-"
_HEAD = re.compile(rb'\{"line": (\d{1,9}), "story": "([0-9a-f]{64})"')


class Stories:
    """The lines of `path`, which may be gzipped; `-`: of standard input. `size` is 0 where it is not known."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._raw: IO[bytes] | None = None
        self.size = 0

    @property
    def position(self) -> int:
        """How many bytes of `size` are read."""
        return self._raw.tell() if self._raw and self.size else 0

    def __enter__(self) -> Self:
        try:
            self._raw = sys.stdin.buffer if str(self._path) == STDIN else self._path.open("rb")
        except OSError as error:
            reason = (error.strerror or "unknown error").lower()
            raise Invalid([Problem(str(self._path), f"cannot be read: {reason}", "bad-file")]) from None
        self.size = 0 if str(self._path) == STDIN else self._path.stat().st_size
        return self

    def __exit__(self, *_: object) -> None:
        if self._raw and str(self._path) != STDIN:
            self._raw.close()

    def __iter__(self) -> Iterator[Line]:
        """The lines that are not blank; of one over the limit, its beginning."""
        is_packed = self._path.suffix == ".gz"
        lines = cast(IO[bytes], gzip.GzipFile(fileobj=self._raw) if is_packed else self._raw)
        number = 0
        try:
            while words := lines.readline(MAX_STORY_BYTES + 1):
                number += 1
                is_too_long = len(words) > MAX_STORY_BYTES
                while is_too_long and words and not words.endswith(b"\n"):
                    words = lines.readline(MAX_STORY_BYTES)
                if words.strip() or is_too_long:
                    yield Line(number, words.strip(), is_too_long)
        except (OSError, EOFError):
            raise Invalid([Problem(str(self._path), f"cannot be read after line {number}", "bad-file")]) from None


class Reports:
    """`path` with a report a line, and beside it one with the failures. Raises Invalid for what cannot be used."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.failures_path = path.with_name(f"{path.name.removesuffix('.jsonl')}.failed.jsonl")
        self._stories = array("Q")

    def __enter__(self) -> Self:
        try:
            with contextlib.ExitStack() as stack:
                self._reports = stack.enter_context(self._path.open("a+b"))
                fcntl.flock(self._reports, fcntl.LOCK_EX | fcntl.LOCK_NB)
                self._read_written()
                # A line that failed is tried again, so it is noted again.
                self._failures = stack.enter_context(self.failures_path.open("wb"))
                self._stack = stack.pop_all()
        except BlockingIOError:
            raise self._unusable("is written by another batch now; wait for it, or name another file") from None
        except OSError as error:
            raise self._unusable(f"cannot be written: {(error.strerror or 'unknown error').lower()}") from None
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def has(self, line: Line) -> bool:
        """Whether the report of this line is written. Raises Invalid where it is that of another story."""
        kept = self._stories[line.number] if line.number < len(self._stories) else 0
        if kept and kept != _short(line.sha256):
            detail = f"has a report for line {line.number:,} that was made from another story; name another file"
            raise self._unusable(detail)
        return bool(kept)

    def report(self, line: Line, text: str) -> None:
        """Writes a report for good."""
        self._append(self._reports, f'{{"line": {line.number}, "story": "{line.sha256}", "report": {text}}}\n')

    def failure(self, line: Line, problem: str) -> None:
        """Writes why there is none."""
        self._append(self._failures, f'{{"line": {line.number}, "story": "{line.sha256}", "problem": {problem}}}\n')

    def _append(self, file: IO[bytes], text: str) -> None:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())

    def _read_written(self) -> None:
        self._reports.seek(0)
        whole = 0
        for text in self._reports:
            if not text.endswith(b"\n"):
                break
            whole += len(text)
            head = _HEAD.match(text)
            if not head:
                raise self._unusable("holds lines that no batch wrote; name another file")
            number = int(head[1])
            self._stories.extend([0] * (number + 1 - len(self._stories)))
            self._stories[number] = _short(head[2].decode())
        self._reports.truncate(whole)
        self._reports.seek(0, os.SEEK_END)

    def _unusable(self, detail: str) -> Invalid:
        return Invalid([Problem(f"--output {self._path}", detail, "bad-file")])


def _short(sha256: str) -> int:
    """Eight bytes of it, never 0: enough to tell the stories of one line apart."""
    return int(sha256[:16], 16) or 1
