"""The answer to whether two figures can both be right. Knows nothing of how it is found."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["compatible", "conflicting", "incomparable"]


@dataclass(frozen=True)
class Comparison:
    """Whether two figures can both be right, and why, in words for a reader."""

    outcome: Outcome
    reason: str
