"""A trained head: what a model's last hidden state says of two statements. Knows nothing of how a state is computed.

A multinomial logistic regression on the state of the last token, the two statements put into a prompt that ends where
the model's answer would begin (probing a hidden state: Alain and Bengio 2016; for truth, Azaria and Mitchell 2023).
Its numbers lie beside this file, its card in evals/judge/README.md, which also says how it is rebuilt. It belongs to
the weights it was trained on, named by their SHA-256: another model's states mean something else.
"""

import hashlib
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from service.models import Model

SHIPPED = Path(__file__).with_name("judge_head.json")
# A model's own marks of who speaks, written inside a statement, would end the statement.
_MARK, _DEFUSED = "<|", "< |"


class Likelihood(Model):
    """How the contents of two statements relate: calibrated probabilities that add up to 1."""

    agrees: float = Field(ge=0, le=1)
    contradicts: float = Field(ge=0, le=1)
    not_stated: float = Field(ge=0, le=1)


class Numbers(Model):
    """A head as it is stored. `weights` has a row a label of Likelihood in order, each as long as the state;
    `points` are the probabilities from which on a finding is made."""

    model_sha256: str
    prompt: str
    weights: tuple[tuple[float, ...], ...]
    bias: tuple[float, ...]
    points: dict[str, float]


@dataclass(frozen=True)
class Head:
    """`id` names prompt and numbers by content."""

    id: str
    numbers: Numbers

    def question(self, a: str, b: str) -> str:
        """The text whose last state is read."""
        first, second = (" ".join(text.split()).replace(_MARK, _DEFUSED) for text in (a, b))
        before, between, after = self._parts
        return f"{before}{first}{between}{second}{after}"

    def read(self, state: Sequence[float]) -> Likelihood:
        """What the state of the last token says. Raises ValueError where it is not as long as the head's weights."""
        scores = [
            bias + sum(weight * value for weight, value in zip(row, state, strict=True))
            for row, bias in zip(self.numbers.weights, self.numbers.bias, strict=True)
        ]
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        total = sum(shares)
        # Rounded: what lies beyond is the processor's noise, and must not tip a report.
        agrees, contradicts, not_stated = (round(share / total, 4) for share in shares)
        return Likelihood(agrees=agrees, contradicts=contradicts, not_stated=not_stated)

    @property
    def _parts(self) -> tuple[str, str, str]:
        before, rest = self.numbers.prompt.split("{a}")
        between, after = rest.split("{b}")
        return before, between, after


@lru_cache(maxsize=4)
def load(path: Path = SHIPPED) -> Head:
    """The head in `path`. Raises ValueError where it is not one."""
    content = path.read_bytes()
    return Head(hashlib.sha256(content).hexdigest()[:16], Numbers.model_validate(json.loads(content)))
