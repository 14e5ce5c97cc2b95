"""Compares two figures: can both be right? Knows nothing of the claims they stand in.

Three answers, and doubt is its own: figures of different kinds or of different things, ambiguous forms, and differences
that rounding or "about" may but need not explain are incomparable. Whether two figures tell of one matter is for the
caller: "26 people" and "40 people" may both be right of different ones.
"""

import math
from functools import lru_cache

from service.models import Figure, Language
from service.steps.measuring import bounds, day_comparison, rounding, time_comparison
from service.steps.measuring.comparison import Comparison
from service.steps.measuring.french import bounds as french_bounds

# From an open bound on, a value this many times away is allowed by the words but hardly meant by them.
_FAR = 2.0
# Two conversions of one value differ by less than this share.
_FLOAT_NOISE = 1e-9
_COUNTING = frozenset({"count", "ordinal"})
_DAYS = frozenset({"date", "weekday"})
_STRICT: dict[Language, tuple[str, ...]] = {
    "en": tuple(f"{phrase} " for phrase in bounds.STRICT),
    "fr": french_bounds.STRICT,
}


@lru_cache(maxsize=4_096)
def compare(a: Figure, b: Figure) -> Comparison:
    """Whether `a` and `b` can both be right of one matter; the same answer in either order."""
    a, b = sorted((a, b), key=_order)
    if a.kind in _DAYS and b.kind in _DAYS:
        return day_comparison.compare(a, b)
    obstacle = _find_obstacle(a, b)
    if obstacle:
        return Comparison("incomparable", obstacle)
    return time_comparison.compare(a, b) if a.kind == "time" else _compare_values(a, b)


def _order(figure: Figure) -> tuple[bool, float, str]:
    """Bounded and coarser figures last, so that a reason measures the finer one against them."""
    return not _is_plain(figure), rounding.read(figure).doubt, figure.model_dump_json()


def _find_obstacle(a: Figure, b: Figure) -> str | None:
    """Why the values of `a` and `b` cannot be compared, else None."""
    both = f"{a.text} and {b.text}"
    if a.kind != b.kind:
        return f"{both} are of different kinds: {a.kind} and {b.kind}"
    if a.kind != "time" and (a.unit != b.unit or (a.kind == "money" and not a.unit)):
        return f"{both} are in different {'currencies' if a.kind == 'money' else 'units'}"
    if a.noun != b.noun and (a.kind not in _COUNTING or (a.noun and b.noun)):
        return f"{both} are of different things: {' and '.join(noun or 'a total' for noun in (a.noun, b.noun))}"
    if _has_no_value(a) or _has_no_value(b):
        return f"{both}: the value of at least one is not sure"
    is_same = (a.low, a.high, a.bound) == (b.low, b.high, b.bound)
    is_named = a.kind not in _COUNTING or (a.noun and b.noun)
    return None if is_same or is_named else f"{both} may count different things"


def _compare_values(a: Figure, b: Figure) -> Comparison:
    ends = [abs(end) for end in (a.low, a.high, b.low, b.high) if end is not None]
    gap = max(_low(a) - _high(b), _low(b) - _high(a))
    if gap > max(ends) * _FLOAT_NOISE:
        return _compare_apart(a, b, gap)
    if _leaves_out(b, a):
        return Comparison("incomparable", f"{b.text} leaves out {a.text} itself, but only just")
    if (_is_open(a) or _is_open(b)) and max(ends) > _FAR * min(ends):
        return Comparison("incomparable", f"{b.text} allows {a.text}, but is far from it")
    return Comparison("compatible", _say_compatible(a, b))


def _compare_apart(a: Figure, b: Figure, gap: float) -> Comparison:
    limits, converted = (rounding.read(a), rounding.read(b)), _convert(a, b)
    stated = f"{a.text} is {converted}," if converted not in ("", b.text) else f"{a.text} is"
    if gap <= max(limit.sure for limit in limits):
        nearness = "near enough to" if "about" in (a.bound, b.bound) else "within rounding of"
        return Comparison("compatible", f"{stated} {nearness} {b.text}")
    if gap <= max(limit.doubt for limit in limits):
        return Comparison("incomparable", f"{a.text} and {b.text} may differ by rounding alone")
    return Comparison("conflicting", f"{stated} not {b.text}" if _is_plain(b) else f"{b.text} rules out {a.text}")


def _say_compatible(a: Figure, b: Figure) -> str:
    if a.text.lower() == b.text.lower():
        return f"both give {a.text}"
    return f"{a.text} is {b.text}" if _is_plain(b) else f"{b.text} allows {a.text}"


def _leaves_out(bounded: Figure, plain: Figure) -> bool:
    """Whether "more than 43" meets a plain 43: strictly they exclude each other, but no paper is that strict."""
    is_strict = bounded.text.lower().startswith(_STRICT[bounded.language])
    return is_strict and _is_open(bounded) and _is_plain(plain) and plain.low in (bounded.low, bounded.high)


def _convert(a: Figure, b: Figure) -> str:
    """The value of `a` in the unit `b` is written in ("40.2 km"); "" if both are written in one unit, or unclearly."""
    ours, theirs = rounding.read_written(a), rounding.read_written(b)
    is_measure = a.kind in ("length", "duration") and _is_plain(a) and _is_plain(b)
    if not is_measure or ours is None or theirs is None or a.low is None or math.isclose(ours.unit, theirs.unit):
        return ""
    number = f"{a.low / theirs.unit:,.1f}".removesuffix(".0")
    return b.text[: theirs.start] + number + b.text[theirs.end :]


def _has_no_value(figure: Figure) -> bool:
    return figure.low is None and figure.high is None


def _is_open(figure: Figure) -> bool:
    return figure.low is None or figure.high is None


def _is_plain(figure: Figure) -> bool:
    return figure.bound == "exact" and figure.low == figure.high


def _low(figure: Figure) -> float:
    return -math.inf if figure.low is None else figure.low


def _high(figure: Figure) -> float:
    return math.inf if figure.high is None else figure.high
