"""Reads a date or a time as ISO 8601 writes them. Knows nothing of dates in prose; steps/header.py reads those."""

import re
from datetime import UTC, date, datetime

FORM = "YYYY-MM-DD, or YYYY-MM-DDTHH:MM:SS with Z or an offset such as +02:00"
_ISO = re.compile(r"\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?([Zz]|[+-]\d\d:?\d\d)?)?", re.ASCII)


def parse(text: str) -> datetime | date | None:
    """The date or moment `text` gives in `FORM`, else None. A time without an offset is taken as UTC.

    Narrower than `datetime.fromisoformat`, which also takes week dates and bare digits: a "20141017" that was never
    meant as a date must not become one.
    """
    if not _ISO.fullmatch(text):
        return None
    try:
        if len(text) == len("YYYY-MM-DD"):
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
