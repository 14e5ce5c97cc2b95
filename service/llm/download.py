"""Fetches one large file over HTTP, continuing where an earlier try stopped. Knows nothing of what the file holds.

Nothing here is called unless the user asks for a download: a newsroom's machine must not call out by surprise.
"""

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service import __version__
from service.errors import ModelDown

CHUNK_BYTES = 1 << 18
# Statuses that can pass: timeout, too early, too many requests, and every 5xx.
PASSING = frozenset({408, 425, 429})

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Patience:
    """How long to go on: tries in all, seconds without a byte, the first pause, which doubles up to the longest."""

    tries: int = 10
    timeout_s: float = 30.0
    pause_s: float = 1.0
    longest_pause_s: float = 30.0


class _Interrupted(Exception):
    """The connection failed in a way that can pass."""


def download(url: str, part: Path, size_bytes: int, progress: Progress, patience: Patience | None = None) -> None:
    """Fetches `url`, a file of `size_bytes`, into `part`; bytes already there are kept and not asked for again.

    Blocks until done. `progress` is told bytes done and bytes in all. Raises ModelDown naming the address and what
    to do; what arrived stays in `part`.
    """
    if not url.startswith(("https://", "http://")):
        raise ModelDown(f"{url} cannot be downloaded from; give an address that begins with https://")
    patience = patience or Patience()
    problem = ""
    for attempt in range(patience.tries):
        if attempt:
            time.sleep(min(patience.pause_s * 2 ** (attempt - 1), patience.longest_pause_s))
        try:
            if _fetch_rest(url, part, size_bytes, progress, patience.timeout_s):
                return
            problem = "the connection was closed early"
        except _Interrupted as error:
            problem = str(error)
    raise ModelDown(
        f"{url}: gave up after {patience.tries} tries, {_size(part)} of {size_bytes} bytes are here ({problem}); "
        "run `rashomon model pull` again to continue"
    )


def _fetch_rest(url: str, part: Path, size_bytes: int, progress: Progress, timeout_s: float) -> bool:
    """One try. Whether the file is whole now."""
    if _size(part) > size_bytes:
        part.unlink()
    done = _size(part)
    if done == size_bytes:
        return True
    with _open(url, done, timeout_s) as response:
        # A server that ignores the range sends the file from its beginning.
        done = done if response.status == 206 else 0
        _refuse_other_size(url, response, size_bytes)
        with part.open("ab" if done else "wb") as file:
            for chunk in _chunks(response, size_bytes - done):
                file.write(chunk)
                done += len(chunk)
                progress(done, size_bytes)
    return done == size_bytes


def _open(url: str, start: int, timeout_s: float) -> Any:
    headers = {"User-Agent": f"rashomon/{__version__}"} | ({"Range": f"bytes={start}-"} if start else {})
    try:
        # Only a publisher's address, written in weights.py, comes here.
        asked = urllib.request.Request(url, headers=headers)  # noqa: S310
        response = urllib.request.urlopen(asked, timeout=timeout_s)  # noqa: S310
    except urllib.error.HTTPError as error:
        error.close()
        if error.code in PASSING or error.code >= 500:
            raise _Interrupted(f"the server answered {error.code} {error.reason}") from None
        raise ModelDown(
            f"{url}: the server answered {error.code} {error.reason}; fetch the file yourself and name it in "
            "RASHOMON_EMBEDDED_MODEL"
        ) from None
    except (OSError, http.client.HTTPException) as error:
        raise _Interrupted(str(getattr(error, "reason", None) or error or type(error).__name__)) from None
    if response.status == 206 and not response.headers.get("Content-Range", "").startswith(f"bytes {start}-"):
        response.close()
        raise ModelDown(f"{url}: the server sent another part than the one asked for; delete the .part file, try again")
    return response


def _refuse_other_size(url: str, response: Any, size_bytes: int) -> None:
    """A login page or another file is refused before a byte of it is kept."""
    stated = response.headers.get("Content-Length")
    if response.status == 206:
        stated = response.headers["Content-Range"].rpartition("/")[2]
    if stated and stated.isdecimal() and int(stated) != size_bytes:
        raise ModelDown(f"{url} is another file: {stated} bytes, the one asked for has {size_bytes}")


def _chunks(response: Any, most: int) -> Iterator[bytes]:
    """What arrives, at most `most` bytes: a server that never stops must not fill the disk."""
    while most > 0:
        try:
            chunk = response.read(min(CHUNK_BYTES, most))
        except (OSError, http.client.HTTPException) as error:
            raise _Interrupted(str(error) or type(error).__name__) from None
        if not chunk:
            return
        most -= len(chunk)
        yield chunk


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0
