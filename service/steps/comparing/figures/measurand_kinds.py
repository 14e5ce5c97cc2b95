"""Whether two figures are of one kind and unit, how alike what they count is, and what arithmetic says of them.

Knows no articles and no other figures.
"""

from service.models import Figure
from service.steps.comparing.figures import counted_nouns, measured_stuff, measures, rates, stated_values
from service.steps.comparing.figures.measurands import Measurand
from service.steps.figures import Comparison

# Whatever happens, begins or ends is counted in no number.
OF_EVENTS = frozenset({"happen", "begin", "end", "close", "open", "lasting", "delay", "fire", "speed", "found"})


def compare(x: Measurand, y: Measurand) -> Comparison:
    """The arithmetic, once what is counted has been found to be one thing."""
    mine, theirs = (_one_noun(one) for one in _in_one_unit(x.figure, y.figure))
    if {mine.kind, theirs.kind} == {"date", "year"}:
        mine, theirs = measures.as_year(mine), measures.as_year(theirs)
    return rates.compare(mine, x.per, theirs, y.per)


def _in_one_unit(x: Figure, y: Figure) -> tuple[Figure, Figure]:
    """Both figures; acres and hectares in one unit, as far as both count stuff in different ones."""
    if x.kind != "count" or x.noun == y.noun:
        return x, y
    mine, theirs = measured_stuff.convert(x), measured_stuff.convert(y)
    return (mine, theirs) if mine.noun == theirs.noun else (x, y)


def _one_noun(figure: Figure) -> Figure:
    return figure.model_copy(update={"noun": "thing"}) if figure.kind == "count" else figure


def likeness(x: Measurand, y: Measurand) -> counted_nouns.Likeness | None:
    """How alike what is counted is; None where it cannot be one thing."""
    if not are_of_kind(x.figure, y.figure):
        return None
    if x.figure.kind != "count":
        return "unknown"
    mine, theirs = _in_one_unit(x.figure, y.figure)
    found = counted_nouns.compare(mine.noun, theirs.noun)
    is_bare = found == "unknown" and not (x.deeds & y.deeds) - OF_EVENTS
    return None if found == "other" or is_bare else found


def are_of_kind(x: Figure, y: Figure) -> bool:
    """Whether two figures are counted, or measured in one unit, or say when."""
    if x.kind in stated_values.CALENDAR and y.kind in stated_values.CALENDAR:
        return True
    return x.kind == y.kind and x.unit == y.unit and (x.kind == "count" or x.noun == y.noun)
