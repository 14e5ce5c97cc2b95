"""The weights as installed Python packages, each holding one part. Knows nothing of hashes, settings or models.

The packages are looked up by their metadata; none of their code is imported.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path

CHUNK_BYTES = 1 << 20

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Parts:
    """The parts found, in order, and the names of the packages that are not installed or lack their part."""

    paths: tuple[Path, ...]
    missing: tuple[str, ...]

    @property
    def are_complete(self) -> bool:
        return bool(self.paths) and not self.missing


def find(package: str, count: int, folders: Sequence[str] | None = None) -> Parts:
    """Looks for `<package>1` to `<package><count>` in `folders` (None: where Python looks for packages)."""
    names = [f"{package}{number}" for number in range(1, count + 1)]
    found = [_part(name, f"part{number:02}.bin", folders) for number, name in enumerate(names, start=1)]
    return Parts(
        paths=tuple(path for path in found if path),
        missing=tuple(name for name, path in zip(names, found, strict=True) if not path),
    )


def join(paths: Sequence[Path], target: Path, progress: Progress) -> str:
    """Writes the parts one after the other to `target`; returns the hex SHA-256 of what was written.

    `progress` is told bytes done and bytes in all. Raises OSError.
    """
    total = sum(path.stat().st_size for path in paths)
    digest, done = hashlib.sha256(), 0
    with target.open("wb") as joined:
        for path in paths:
            with path.open("rb") as part:
                while chunk := part.read(CHUNK_BYTES):
                    joined.write(chunk)
                    digest.update(chunk)
                    done += len(chunk)
                    progress(done, total)
        # On disk before it gets its final name: a power cut must not leave a hollow file under it.
        joined.flush()
        os.fsync(joined.fileno())
    return digest.hexdigest()


def _part(name: str, file_name: str, folders: Sequence[str] | None) -> Path | None:
    for distribution in Distribution.discover(name=name, path=list(sys.path if folders is None else folders)):
        path = Path(str(distribution.locate_file(f"{name.replace('-', '_')}/data/{file_name}")))
        if path.is_file():
            return path
    return None
