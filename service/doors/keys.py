"""API keys: made, written down as hashes, and recognised. Knows nothing of HTTP or of what a key opens.

A key is 256 random bits, so a plain SHA-256 of it cannot be searched; the key itself is stored nowhere.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

PREFIX = "rsh_"
LONGEST = 200
FORM = "NAME:SHA256, or NAME:SHA256:RATE:PARALLEL such as desk:9f86...:60/minute:4; several with commas between"
_NAME = re.compile(r"[A-Za-z0-9._-]{1,50}", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_RATE = re.compile(r"[1-9][0-9]{0,6}/(second|minute|hour|day)", re.ASCII)
_PARALLEL = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)


@dataclass(frozen=True)
class Key:
    """A key as it is written down. `rate` and `parallel` where it has limits of its own."""

    name: str
    sha256: str
    rate: str | None = None
    parallel: int | None = None


def new(name: str) -> tuple[str, str]:
    """A fresh key, and the line that stands for it in the settings. Raises ValueError for an unusable name."""
    if not _NAME.fullmatch(name):
        raise ValueError("1 to 50 letters, digits, dots, hyphens and underscores")
    key = PREFIX + secrets.token_urlsafe(32)
    return key, f"{name}:{digest(key)}"


def digest(key: str) -> str:
    """What is written down of a key."""
    return hashlib.sha256(key.encode()).hexdigest()


def read_rate(text: str) -> str:
    """A rate such as 60/minute. Raises ValueError."""
    if not _RATE.fullmatch(text):
        raise ValueError("a number of requests per second, minute, hour or day, such as 60/minute")
    return text


def parse(text: str) -> tuple[Key, ...]:
    """The keys written down in `text`. Raises ValueError, which never repeats it: it may hold a key by mistake."""
    keys = tuple(_read(line.strip()) for line in text.split(",") if line.strip())
    for field in ("name", "sha256"):
        values = [getattr(key, field) for key in keys]
        if len(set(values)) < len(values):
            raise ValueError("different keys with different names; one stands there twice")
    return keys


def find(keys: Sequence[Key], presented: str | None) -> Key | None:
    """The key that was presented. Compares with every one, so that the time taken tells nothing."""
    if not presented or len(presented) > LONGEST:
        return None
    given, found = digest(presented), None
    for key in keys:
        if hmac.compare_digest(key.sha256, given):
            found = key
    return found


def _read(line: str) -> Key:
    name, _, rest = line.partition(":")
    sha256, _, limits = rest.partition(":")
    if not (_NAME.fullmatch(name) and _HASH.fullmatch(sha256)):
        raise ValueError(f"{FORM}; `rashomon key new NAME` makes a key and its line")
    rate, _, parallel = limits.partition(":")
    if limits and not (_RATE.fullmatch(rate) and (not parallel or _PARALLEL.fullmatch(parallel))):
        raise ValueError(FORM)
    return Key(name, sha256, rate or None, int(parallel) if parallel else None)
