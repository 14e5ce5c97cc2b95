"""Which kinds of vehicle a sentence names, so that the speed of the car is not held against that of the train.

Knows no figures.
"""

import re
from functools import lru_cache

_KINDS = """
train express sleeper locomotive metro tube
tram streetcar
bus coach minibus
car taxi saloon hatchback limousine suv
lorry truck tanker van pickup
motorcycle motorbike moped scooter bicycle bike
ship ferry boat vessel trawler yacht liner freighter dinghy tug barge
plane jet aircraft airliner airplane aeroplane glider
helicopter chopper
"""
_KIND_OF = {word: line.split()[0] for line in _KINDS.strip().splitlines() for word in line.split()} | {
    "lorries": "lorry",
    "taxis": "car",
    "ferries": "ship",
}
_WORDS = re.compile(
    r"\b(" + "|".join(_KIND_OF) + r")(?:e?s)?\b(?![ -](?:ferry|ferries|deck|park|lanes?|station|bomb))", re.I
)


@lru_cache(maxsize=4_096)
def named(text: str) -> frozenset[str]:
    """The kinds of vehicle that `text` names: "the van" and "a lorry" are of one kind."""
    return frozenset(_KIND_OF[match[1].lower()] for match in _WORDS.finditer(text))
