"""What the wrappers have counted since the service began, for whoever watches. Knows nothing of who that is."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tally:
    """Counters by step, or by step and what happened; each wrapper adds to its own.

    `calls`: every try of a model call by its outcome. `tokens`: "prompt" and "completion". `cost_usd` leaves out the
    `unpriced` calls. `lookups` in the cache: "hit", "miss", or "shared" with an equal call under way. `repairs`: how
    replies were read, whatever the step.
    """

    calls: Counter[tuple[str, str]] = field(default_factory=Counter)
    tokens: Counter[tuple[str, str]] = field(default_factory=Counter)
    cost_usd: dict[str, float] = field(default_factory=dict)
    unpriced: Counter[str] = field(default_factory=Counter)
    retries: Counter[str] = field(default_factory=Counter)
    repairs: Counter[str] = field(default_factory=Counter)
    lookups: Counter[tuple[str, str]] = field(default_factory=Counter)
