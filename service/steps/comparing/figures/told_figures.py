"""Whether an article tells a figure that a claim tells, of whatever: a telling figure stands for its fact.

Knows nothing of findings. Days, the years of the news and numbers so small that they stand everywhere tell
nothing here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from service.steps.comparing.agreeing import same_fact
from service.steps.comparing.figures import measures
from service.steps.comparing.figures.measure import Measure
from service.steps.comparing.tellings import Telling

_DAYS = frozenset({"date", "weekday"})
_SMALL = 3.0

Index = Mapping[str, Sequence[Measure]]


def index(tellings: Iterable[Telling]) -> Index:
    """The telling figures of an article's claims, by kind."""
    found: defaultdict[str, list[Measure]] = defaultdict(list)
    for telling in tellings:
        for measure in of(telling):
            found[measure.figure.kind].append(measure)
    return found


def of(telling: Telling) -> tuple[Measure, ...]:
    """The figures of a claim that say more than the day of the news."""
    return tuple(measure for measure in measures.read(telling) if _tells(measure, telling))


def _tells(measure: Measure, telling: Telling) -> bool:
    figure = measure.figure
    if figure.kind in _DAYS or figure.high is None or figure.high <= _SMALL:
        return False
    if figure.kind != "year":
        return True
    news = telling.published.year if telling.published else None
    return figure.low == figure.high and (news is None or figure.high < news - 1)


def are_told(telling: Telling, told: Index) -> bool:
    """Whether any telling figure of a claim is one of those in `told`, by arithmetic, of what may be one thing."""
    return any(same_fact.are_one(mine, other) for mine in of(telling) for other in told.get(mine.figure.kind, ()))
