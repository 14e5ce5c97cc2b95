"""SHA-256 of large files, computed once per path, size and modification time. Knows nothing of what the files hold.

What was computed is kept in a small JSON file, so that a second start need not read a gigabyte again.
"""

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any


def sha256_of(path: Path, memory: Path) -> str:
    """Hex SHA-256 of the file at `path`, from `memory` if it was computed before. Raises OSError."""
    known = remembered(path, memory)
    if known:
        return known
    before = _stamp(path)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    # A file that changed while it was read has no hash worth keeping.
    if _stamp(path) == before:
        remember(path, sha256, memory)
    return sha256


def remembered(path: Path, memory: Path) -> str | None:
    """The SHA-256 kept for exactly this path, size and modification time, else None. Raises OSError without a file."""
    row = _read(memory).get(str(path.resolve()))
    if not isinstance(row, dict) or [row.get("size"), row.get("mtime_ns")] != _stamp(path):
        return None
    return str(row["sha256"]) if row.get("sha256") else None


def remember(path: Path, sha256: str, memory: Path) -> None:
    """Keeps `sha256` for the file as it is now. A folder that cannot be written costs a re-read later, no more."""
    size, mtime_ns = _stamp(path)
    rows = {name: row for name, row in _read(memory).items() if Path(name).exists()}
    rows[str(path.resolve())] = {"sha256": sha256, "size": size, "mtime_ns": mtime_ns}
    with contextlib.suppress(OSError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        # Written aside and renamed: another process reads the old file or the new one, never half of one.
        handle, aside = tempfile.mkstemp(dir=memory.parent, prefix=memory.name)
        with open(handle, "w", encoding="utf-8") as file:
            json.dump(rows, file, indent=1)
        os.replace(aside, memory)


def _stamp(path: Path) -> list[int]:
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns]


def _read(memory: Path) -> dict[str, Any]:
    try:
        rows = json.loads(memory.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return rows if isinstance(rows, dict) else {}
