"""Writes a result into a file, whole or not at all. Knows nothing of what it is."""

import os
from pathlib import Path

from service.errors import Invalid, Problem


def refuse_unwritable(path: Path) -> None:
    """Raises Invalid before any work whose result could not be kept."""
    problem = None
    if path.is_dir():
        problem = "is a folder; name a file"
    elif not path.parent.is_dir():
        problem = "is in a folder that does not exist; make it first"
    elif not os.access(path if path.exists() else path.parent, os.W_OK):
        problem = "cannot be written; choose another place"
    if problem:
        raise Invalid([Problem(f"--output {path}", problem, "bad-file")])


def replace(path: Path, content: bytes) -> None:
    """Writes all of `content` or leaves `path` as it was: a reader never meets half of it. Raises OSError."""
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_bytes(content)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)
