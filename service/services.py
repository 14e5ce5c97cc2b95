"""What an analysis needs from outside. Knows nothing of what it is asked, nor of any adapter."""

from dataclasses import dataclass, field

from service.llm.budget import Budget
from service.llm.heads import Head
from service.llm.port import LanguageModel
from service.llm.profiles import Profile
from service.llm.tally import Tally
from service.prompts import Prompts


@dataclass(frozen=True)
class Judge:
    """A trained `head`, and the model whose states it reads through `llm`: at most `most` pairs of one analysis."""

    llm: LanguageModel
    head: Head
    most: int


@dataclass(frozen=True)
class Services:
    """What an analysis needs from outside; built in wiring.py, or by a test on `Scripted`.

    `judge_is_missed`: a trained judge was asked for, but its weights are not there or another model's are.
    """

    llm: LanguageModel
    profile: Profile
    prompts: Prompts
    model: str
    is_local: bool
    parallel_calls: int = 16
    max_cost_usd: float | None = None
    tally: Tally = field(default_factory=Tally)
    judge: Judge | None = None
    judge_is_missed: bool = False

    def budget(self, max_cost_usd: float | None) -> Budget | None:
        """What one analysis may spend, asked to keep to `max_cost_usd`; None: anything, or nothing to pay for."""
        caps = [cap for cap in (self.max_cost_usd, max_cost_usd) if cap is not None]
        return Budget(min(caps)) if caps and not self.is_local else None
