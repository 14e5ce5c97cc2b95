"""How much a fact matters to the story, 0 to 1, from what can be counted. Knows nothing of who leaves it out."""

import re
from collections.abc import Sequence

from service.models import Claim, Kind, ReadArticle
from service.steps.comparing.tellings import Telling

# What each part counts for; they add up to 1.
ORIGINS, POSITION, SUBSTANCE, VOICE = 0.35, 0.3, 0.2, 0.15
# A sentence with so many figures and names is as substantial as any.
FULL_SUBSTANCE = 5
_OF_KIND: dict[Kind, float] = {"fact": 1.0, "statement": 0.8, "forecast": 0.4, "opinion": 0.0}
_LEANS_ON_OTHERS = re.compile(
    r"^\W*(?:he|she|it|they|this|that|these|those|his|her|its|their|such|but|however|also)\b", re.I
)


def rate(tellings: Sequence[Telling], origins: int, all_origins: int) -> float:
    """The salience of a fact told by `tellings` (at least one), of `origins` independent origins out of `all_origins`.

    Origins: their share. Position: how early in its article the earliest telling stands. Substance: figures and names.
    Voice: facts before statements, forecasts, opinions. Half of it for words that mean little on their own ("they").
    """
    best = max((_rate_telling(telling) for telling in tellings), default=0.0)
    return round(ORIGINS * origins / max(1, all_origins) + best, 3)


def stands_alone(claim: Claim) -> bool:
    """Whether a claim can be understood without the sentence before."""
    return not _LEANS_ON_OTHERS.match(claim.text)


def _rate_telling(telling: Telling) -> float:
    claim = telling.claim
    substance = min(1.0, (len(claim.figures) + len(telling.content.names)) / FULL_SUBSTANCE)
    rated = POSITION * _earliness(claim, telling.read) + SUBSTANCE * substance + VOICE * _OF_KIND[claim.kind]
    return rated if stands_alone(claim) else rated / 2


def _earliness(claim: Claim, read: ReadArticle) -> float:
    return 1 - claim.sentence / max(1, len(read.sentences))
