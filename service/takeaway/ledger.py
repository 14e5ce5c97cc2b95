"""Writes the ledger of a report as CSV (RFC 4180): a row for each quotation of each side. Knows no other format.

Spreadsheets take cells that begin like a formula for one and carry it out; such cells get an apostrophe in front,
which they show as text.
"""

import csv
import io
from collections.abc import Iterator

from service.report_models import Report
from service.takeaway import findings
from service.takeaway.findings import ChangeEntry, ConflictEntry
from service.takeaway.quotations import LookUp, Quotation
from service.visible import one_line

COLUMNS = (
    "section",
    "number",
    "type",
    "side",
    "outlet",
    "speaker",
    "as_of",
    "quotation",
    "article_id",
    "start",
    "end",
    "explanation",
    "evidence",
    "decided_by",
    "confidence",
    "finding_id",
)
# Also the wide forms, which some spreadsheets read as the narrow ones.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_SPREADSHEETS_KNOW_UTF_8_BY = "\ufeff"
Row = tuple[str | int, ...]


def render(report: Report) -> str:
    """The ledger of a report that reports.py has checked; a header line alone where nothing is in it."""
    out = io.StringIO()
    out.write(_SPREADSHEETS_KNOW_UTF_8_BY)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in _rows(report))
    return out.getvalue()


def guarded(cell: str) -> str:
    """`cell` on one line, and a text to every spreadsheet."""
    line = one_line(cell)
    return f"'{line}" if line.startswith(_FORMULA) else line


def _rows(report: Report) -> Iterator[Row]:
    look_up = LookUp(report)
    for entry in findings.conflicts(report, look_up):
        yield from _conflict(entry)
    for change in findings.quote_changes(report, look_up):
        yield from _change(change)


def _conflict(entry: ConflictEntry) -> Iterator[Row]:
    about = (entry.lead, "; ".join(entry.evidence), entry.decided_by, entry.confidence, entry.id)
    for number, side in enumerate(entry.sides, 1):
        for one in side.quotations:
            said = (one.outlet, side.speaker or one.speaker, side.as_of, *_place(one))
            yield (entry.section, entry.number, entry.type, number, *said, *about)


def _change(entry: ChangeEntry) -> Iterator[Row]:
    swaps = "; ".join(f"{a or 'nothing'} / {b or 'nothing'}" for a, b in entry.differences)
    for number, (one, _) in enumerate(entry.versions, 1):
        said = (one.outlet, one.speaker, "", *_place(one))
        yield (
            "quote_changes",
            entry.number,
            ", ".join(entry.kinds),
            number,
            *said,
            entry.lead,
            swaps,
            "",
            "",
            entry.id,
        )


def _place(one: Quotation) -> Row:
    return one.words, one.article_id, one.start, one.end
