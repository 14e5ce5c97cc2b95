"""Finds the figures of a text: counts, money, percent, lengths, durations, dates, weekdays, times, ordinals.

Knows nothing of claims. English words, digits of any script; French words by measuring/french. Silent where a number
measures nothing or could mean two things. No package was found that does this: quantulum3 0.10 reads "$1.1bn" as bits,
"7 p.m." as pennies, and no dates; dateparser reads the clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from service.models import Bound, Figure, Language
from service.steps.measuring import (
    bounds,
    calendar_days,
    clock_times,
    non_figures,
    nouns,
    ordinals,
    quantities,
    tokens,
    years,
)
from service.steps.measuring.comparison import Comparison
from service.steps.measuring.figure_comparison import compare
from service.steps.measuring.french import reading as french
from service.steps.measuring.quantities import Quantity
from service.steps.measuring.tokens import Token, Tokens

_PERIODS = frozenset("season session term round match game night generation summer winter".split())
_OPENINGS = frozenset().union(
    bounds.OPENINGS, calendar_days.OPENINGS, clock_times.OPENINGS, ordinals.OPENINGS, quantities.OPENINGS
)
__all__ = ["Comparison", "compare", "find"]


@dataclass(frozen=True)
class _Source:
    """What is read: the tokens, the text they come from, and when it was published."""

    tokens: Tokens
    text: str
    published: date | None
    language: Language


def find(
    text: str, *, offset: int = 0, published_at: datetime | date | None = None, language: Language = "en"
) -> tuple[Figure, ...]:
    """The figures of `text` in order, never overlapping; never raises. Linear in the text.

    Offsets are `offset` plus the position in `text`. `Figure.text` holds the words of bound, number and unit, without
    the counted noun. Weekdays and dates without a year are resolved by `published_at`; without it their value is None.
    """
    published = published_at.date() if isinstance(published_at, datetime) else published_at
    found = _find(text, published, language)
    return tuple(_move(figure, offset) for figure in found) if offset else found


# A sentence is asked about for its claim, its frames, its told values and its onset.
@lru_cache(maxsize=4_096)
def _find(text: str, published: date | None, language: Language) -> tuple[Figure, ...]:
    source = _Source(tokens.split(text, language), text, published, language)
    return tuple(_build(source, reading) for reading in _read_all(source))


def _move(figure: Figure, offset: int) -> Figure:
    return figure.model_copy(update={"start": figure.start + offset, "end": figure.end + offset})


def _read_all(source: _Source) -> Iterator[Quantity]:
    if source.language == "fr":
        yield from french.read_all(source.tokens, source.published)
        return
    place = 0
    while place < len(source.tokens):
        if not _may_open(source.tokens[place]):
            place += 1
            continue
        reading = _read_unbounded(source, place) or _read_bounded(source, place)
        if reading:
            yield reading
            place = reading.end
            continue
        place = non_figures.end_at(source.tokens, place, source.text) or place + 1


def _may_open(token: Token) -> bool:
    """Whether a figure may begin here; nine words in ten are passed over by this look alone."""
    return token.is_digits or token.lower in _OPENINGS or token.lower.removesuffix("'s") in calendar_days.OPENINGS


def _read_unbounded(source: _Source, place: int) -> Quantity | None:
    return _read_day(source, place) or _read_ordinal(source.tokens, place)


def _read_bounded(source: _Source, start: int) -> Quantity | None:
    """A time, year or quantity with the bound before or behind it."""
    found = source.tokens
    beside = bounds.read_beside(found, start)
    if beside is not None:
        near = _read_time(found, beside)
        return _apply(replace(near, start=start), "about") if near else None
    bound, place = bounds.read_before(found, start)
    reading = _read_time(found, place) or _read_number(source, place, is_bounded=place > start)
    if reading is None:
        return None
    end = reading.end
    if place == start:
        bound, end = bounds.read_after(found, end)
    elif found[start].lower == "over" and (reading.kind == "duration" or reading.noun in _PERIODS):
        # "over two days" means during as often as more than.
        bound = "about"
    if reading.kind == "count" and not reading.noun:
        # The bound stood between the number and what tells its noun: "killed at least 26", "400 or so people".
        reading = replace(reading, noun=nouns.find(found, start, end))
    return _apply(replace(reading, start=start, end=end), bound)


def _read_number(source: _Source, place: int, *, is_bounded: bool) -> Quantity | None:
    found, text = source.tokens, source.text
    if non_figures.end_at(found, place, text, is_bounded=is_bounded):
        return None
    named = years.read(found, place, is_bounded=is_bounded)
    if named:
        return Quantity(place, named.end, "year", float(named.first), float(named.last))
    return quantities.read(found, place)


def _read_day(source: _Source, start: int) -> Quantity | None:
    stated = calendar_days.read(source.tokens, start)
    if stated is None:
        return None
    days = calendar_days.resolve(stated, source.tokens, source.published)
    low, high = (float(days[0]), float(days[1])) if days else (None, None)
    return Quantity(start, stated.end, "date" if stated.weekday is None else "weekday", low, high)


def _read_time(found: Tokens, start: int) -> Quantity | None:
    clock = clock_times.read(found, start)
    if clock is None:
        return None
    return Quantity(start, clock.end, "time", float(clock.minutes), float(clock.minutes), clock.zone)


def _read_ordinal(found: Tokens, start: int) -> Quantity | None:
    ordinal = ordinals.read(found, start)
    if ordinal is None:
        return None
    value, noun, end = ordinal
    return Quantity(start, end, "ordinal", float(value), float(value), "", noun)


def _apply(reading: Quantity, bound: Bound) -> Quantity | None:
    """`reading` under `bound`; None where the two do not go together ("at most 7 p.m.")."""
    if reading.kind in ("time", "year"):
        return replace(reading, bound=bound) if bound in ("exact", "about") else None
    if bound == "exact":
        bound = reading.bound
    elif reading.bound == "at_least" and bound == "at_most":
        # "up to dozens": neither end is known.
        return replace(reading, low=None, high=None, bound=bound)
    low = None if bound == "at_most" else reading.low
    high = None if bound == "at_least" else reading.high
    return replace(reading, low=low, high=high, bound=bound)


def _build(source: _Source, reading: Quantity) -> Figure:
    start, end = source.tokens[reading.start].start, source.tokens[reading.end - 1].end
    return Figure(
        text=source.text[start:end],
        start=start,
        end=end,
        kind=reading.kind,
        low=reading.low,
        high=reading.high,
        unit=reading.unit,
        noun=reading.noun,
        bound=reading.bound,
        language=source.language,
    )
