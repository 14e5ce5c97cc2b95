"""The parts of the suite whose scores stand apart: all cases, those open to tuning, those held out."""

from collections.abc import Callable
from dataclasses import dataclass

from evals.results import CaseResult, Result


@dataclass(frozen=True)
class Part:
    """Some of the cases, and what they are called."""

    name: str
    holds: Callable[[CaseResult], bool]

    def of(self, result: Result) -> tuple[CaseResult, ...]:
        """Its cases in `result`."""
        return tuple(case for case in result.cases if self.holds(case))


ALL = Part("all", lambda case: True)
PARTS = (
    ALL,
    Part("open", lambda case: not case.is_held_out),
    Part("held-out", lambda case: case.is_held_out),
)
