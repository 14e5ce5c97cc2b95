"""A pair of statements with its label, as the head is trained and measured on. Knows nothing of where it is from."""

import hashlib
from dataclasses import dataclass
from typing import Literal, get_args

Label = Literal["agrees", "contradicts", "not_stated"]
LABELS: tuple[Label, ...] = get_args(Label)


@dataclass(frozen=True)
class LabelledPair:
    """Two statements and how their contents relate.

    `contradicts`: both cannot be right, whoever says so and whenever; who and when, the product weighs in code.
    `source` names the data, `group` what must not stand on both sides of a split (a story, an article, a topic).
    """

    a: str
    b: str
    label: Label
    source: str
    group: str

    @property
    def digest(self) -> str:
        """Hex SHA-256 of both texts: an order of pairs that no other choice has a part in."""
        return hashlib.sha256(f"{self.a}|{self.b}".encode()).hexdigest()
