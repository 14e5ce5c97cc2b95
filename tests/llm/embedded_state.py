"""Looks into an embedded model that runs: what it computed, what the process holds, what its port answers."""

import urllib.error
import urllib.request
from pathlib import Path

from service.llm.embedded import Embedded
from service.llm.llama import Llama


def running(model: Embedded) -> Llama:
    """What the adapter has loaded."""
    assert model._llama is not None
    return model._llama


def computed_tokens(model: Embedded) -> int:
    return running(model).computed_tokens


def status_of(address: str) -> int:
    try:
        return int(urllib.request.urlopen(urllib.request.Request(address, data=b"{}", method="POST")).status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def mapped_files() -> list[str]:
    """The files this process has mapped into memory."""
    return list({line.split(" ")[-1] for line in Path("/proc/self/maps").read_text().splitlines()})
