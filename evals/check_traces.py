"""Fails where a tracked file carries this machine's own paths or package indexes. Knows nothing of what files are for.

python evals/check_traces.py
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

# Folders that every machine has: to name them says nothing of this one.
EVERYWHERE = {"/", "/builds", "/home", "/opt", "/root", "/srv", "/tmp", "/usr", "/usr/src", "/var", "/var/tmp"}
PUBLIC_INDEX = "pypi.org"


def own_words(checkout: Path, home: Path, pip_options: Mapping[str, str]) -> set[str]:
    """What would betray this machine: the checkout and the folder it stands in, the home, and what pip is told."""
    folders = {str(folder) for folder in (checkout, checkout.parent, home)} - EVERYWHERE
    words = {f"{folder}/" for folder in folders}
    for name, value in pip_options.items():
        if re.search(r"(index-url|find-links|trusted-host|proxy)$", name):
            words |= {_place(word) for word in value.split()}
    return words - {PUBLIC_INDEX, ""}


def find(words: Iterable[str], files: Mapping[str, str]) -> list[str]:
    """The places in `files` (text by path) that hold one of `words`: "path:line"."""
    sought = sorted(words)
    return [
        f"{path}:{number}"
        for path, text in files.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if any(word in line for word in sought)
    ]


def _place(address: str) -> str:
    """The host of an address, or the folder of one on this machine's disk."""
    parts = urlsplit(address)
    return parts.hostname or parts.path


def main() -> str | None:
    """None where nothing was found, else the message to fail with."""
    checkout = Path(__file__).resolve().parent.parent
    listed = subprocess.run([sys.executable, "-m", "pip", "config", "list"], check=True, capture_output=True, text=True)
    options = dict(line.replace("'", "").split("=", 1) for line in listed.stdout.splitlines() if "=" in line)
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=checkout, check=True, capture_output=True, text=True)
    paths = [path for path in tracked.stdout.split("\0") if path and (checkout / path).is_file()]
    files = {path: (checkout / path).read_text(encoding="utf-8", errors="replace") for path in paths}
    places = find(own_words(checkout, Path.home(), options), files)
    return "\n".join(["This machine's own paths or package indexes stand in:", *places]) if places else None


if __name__ == "__main__":
    sys.exit(main())
