"""Reads the date in a date line ("October 17, 2014", "Published: 17 Oct. 2014 10:35 GMT"). Knows nothing of layout.

A date whose order of day and month is a guess (03/04/2014) is not read, neither is one without a year.
"""

import re
from collections.abc import Iterator
from datetime import date

# A date line is short; nothing longer is looked at.
LONGEST_LINE = 120
MONTHS = {
    name[:length]: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), start=1
    )
    for length in {3, len(name)}
} | {"sept": 9}

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"\b{_MONTH}\s*{_DAY},?\s+{_YEAR}",
        rf"\b{_DAY}(?:\s+of)?[\s.-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"(?<!\d){_YEAR}(?P<separator>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=separator){_DAY}(?!\d)",
        rf"{_YEAR}年\s?(?P<month>1[0-2]|0?[1-9])月\s?{_DAY}日",
    )
)
_NUMERIC = re.compile(
    rf"(?<!\d)(?P<first>\d{{1,2}})(?P<separator>[-/.])(?P<second>\d{{1,2}})(?P=separator){_YEAR}", re.ASCII
)
_LABEL = re.compile(
    r"(?:first\s+)?(?:published|posted|updated|last\s+updated|modified|date|created|issued|filed|on|at)\b"
    r"\s*(?:on|at|:)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\.\d+)?|\b\d{1,2}\s?(?=[ap]\.?m)|\b[ap]\.?m\b\.?"
    r"|[+-]\d\d:?\d\d\b|(?<=\d)[TZ]\b"
    r"|\b(?:GMT|UTC|BST|EST|EDT|ET|CET|CEST|MSK|PST|PDT|PT|IST|JST|EAT|hrs|local\s+time)\b",
    re.IGNORECASE,
)
_DATE_TIME_JOINT = re.compile(r"(?<=\d)T(?=\d\d:)")
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE)
_SEPARATORS = " \t\u00a0|,;:/·•-–—()[]."
_SECTION = re.compile(r"in [\w /&-]{1,40}")
_PLACE = re.compile(r"[A-Z][A-Z .,'/-]+(?:\((?:Reuters|AP|AFP|TASS|dpa|Xinhua|UPI|ANSA|EFE|Bloomberg)\)?)?")


_PREFIX = re.compile(
    r"\(?[A-Z][A-Z.'-]+(?:[ /][A-Z][A-Z.'-]+)*(?:,? [A-Z][\w.]*(?: \w+\.?)?){0,3}(?:, \w+\.? ?\d{0,2})?"
    r"(?: ?\([A-Z][\w /]{1,24}\))?\s*(?:—|–|--?)\s+|\([A-Z][\w /]{1,24}\)\s*[-–—]+\s*"
)


def find_text_after_place(text: str, start: int, end: int) -> int:
    """Where the words begin after "PARIS, Oct 14 (Reuters) -" at `start`; `start` if nothing of the kind is there."""
    match = _PREFIX.match(text, start, min(end, start + LONGEST_LINE))
    return match.end() if match else start


def read_date(line: str) -> date | None:
    """The first date in `line` that is complete and unambiguous, else None."""
    return next((day for _, _, day in _dates(line[:LONGEST_LINE])), None)


def has_date(text: str) -> bool:
    """Whether `text` names a day in a year anywhere; for short texts."""
    return any(form.search(text) for form in (*_FORMS, _NUMERIC))


def is_date_line(line: str) -> bool:
    """Whether `line` is only a date, with labels, clock times and weekdays, or a place in capitals before it."""
    if len(line) > LONGEST_LINE or not has_date(line):
        return False
    rest = take_date_out(line)
    return not rest or bool(_PLACE.fullmatch(rest)) or bool(_SECTION.fullmatch(rest))


def take_date_out(line: str) -> str:
    """`line` without its dates, clock times, weekdays, labels, and the separators at its ends."""
    rest = _DATE_TIME_JOINT.sub(" ", line)
    for form in (*_FORMS, _NUMERIC, _CLOCK, _WEEKDAY, _LABEL):
        rest = form.sub(" ", rest)
    return rest.strip(_SEPARATORS)


def _dates(line: str) -> list[tuple[int, int, date]]:
    matches = [match for form in _FORMS for match in form.finditer(line)]
    found = [(match.start(), match.end(), day) for match in matches for day in _written_out(match)]
    found += [(match.start(), match.end(), day) for match in _NUMERIC.finditer(line) for day in _numeric(match)]
    return sorted(found)


def _written_out(match: re.Match[str]) -> Iterator[date]:
    month = match["month"].lower()
    yield from _valid(int(match["year"]), int(month) if month.isdecimal() else MONTHS[month], int(match["day"]))


def _numeric(match: re.Match[str]) -> Iterator[date]:
    year, first, second = int(match["year"]), int(match["first"]), int(match["second"])
    if first > 12 or first == second:
        yield from _valid(year, second, first)
    elif second > 12:
        yield from _valid(year, first, second)


def _valid(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
