"""Made-up weight packages as an installer leaves them on disk, and the publication they are parts of."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from service.llm.weights import Publication

CONTENTS = (b"GGUF" + b"a" * 5000, b"b" * 3000, b"c" * 17)
CONTENT = b"".join(CONTENTS)
PUBLICATION = Publication(
    repository="Newsroom/Tiny-GGUF",
    file_name="tiny.gguf",
    size_bytes=len(CONTENT),
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    package="tiny-part",
    parts=len(CONTENTS),
)


def install(folder: Path, contents: Sequence[bytes] = CONTENTS, package: str = PUBLICATION.package) -> None:
    """Lays out one package a part in `folder`, with code that must never run."""
    for number, content in enumerate(contents, start=1):
        name = f"{package}{number}"
        module = folder / name.replace("-", "_")
        (module / "data").mkdir(parents=True)
        (module / "__init__.py").write_text("raise SystemExit('the code of a weight package was run')")
        (module / "data" / f"part{number:02}.bin").write_bytes(content)
        metadata = folder / f"{module.name}-0.2.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 0.2.0\n")
