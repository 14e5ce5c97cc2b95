"""The embedded model's states for pairs of statements, kept in a file outside the repository. Knows no label.

Computing one takes a second or two, so each is kept as soon as it is there: a run that is cut short goes on where it
stopped. A state's key is the SHA-256 of weights and text; states of other weights or prompts do no harm.
"""

import hashlib
import sqlite3
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

from service.llm.llama import Llama


class States:
    """States by text, of one model, in the SQLite file `path`; made where there is none."""

    def __init__(self, path: Path, model_sha256: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.execute("CREATE TABLE IF NOT EXISTS states (key TEXT PRIMARY KEY, numbers BLOB) WITHOUT ROWID")
        self._model_sha256 = model_sha256

    def get(self, text: str) -> "array[float] | None":
        """The state of `text` as 32-bit numbers, None where it was not computed yet."""
        row = self._database.execute("SELECT numbers FROM states WHERE key = ?", (self._key(text),)).fetchone()
        return array("f", row[0]) if row else None

    def put(self, text: str, state: Sequence[float]) -> None:
        """Keeps the state of `text`."""
        row = (self._key(text), array("f", state).tobytes())
        self._database.execute("INSERT OR REPLACE INTO states VALUES (?, ?)", row)

    def compute(self, texts: Sequence[str], llama: Callable[[], Llama], tell: Callable[[int, int], None]) -> None:
        """Computes what is missing for `texts`; `llama` loads the model, and is not called where nothing is missing."""
        missing = [text for text in dict.fromkeys(texts) if self.get(text) is None]
        model = llama() if missing else None
        for done, text in enumerate(missing, 1):
            if model:
                self.put(text, model.state(text)[0])
            tell(done, len(missing))

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def _key(self, text: str) -> str:
        return hashlib.sha256(f"{self._model_sha256}\n{text}".encode()).hexdigest()
