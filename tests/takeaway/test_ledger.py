"""The ledger as a table: a row a quotation, and nothing in it that a spreadsheet would carry out."""

import csv
import io
from typing import Any

import pytest

from service.takeaway import ledger
from service.takeaway.ledger import COLUMNS
from service.visible import one_line
from tests.made_reports import HOSTILE, NINE, SAID, TWELVE, made


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == text.count("\n")
    return list(csv.DictReader(io.StringIO(text[1:]), strict=True))


def test_every_quotation_of_the_ledger_has_a_row_with_its_place() -> None:
    report = made()
    found = rows(ledger.render(report))
    sections = ["contradictions", "disputes", "updates", "scope_differences", "quote_changes"]
    assert [row["section"] for row in found] == [section for section in sections for _ in range(2)]
    texts = {article.id: article.text for article in report.articles}
    assert [row["quotation"] for row in found[:2]] == [TWELVE, NINE]
    assert found[-2]["quotation"] == SAID
    for row in found:
        assert one_line(texts[row["article_id"]][int(row["start"]) : int(row["end"])]) == row["quotation"]


def test_a_row_says_who_when_and_how_sure() -> None:
    first = rows(ledger.render(made()))[0]
    assert first["outlet"] == "Outlet of courier"
    assert first["speaker"] == "the mayor"
    assert (first["type"], first["side"], first["decided_by"], first["confidence"]) == (
        "number",
        "1",
        "decided by rules",
        "certain",
    )
    assert first["explanation"] == "Two tolls"
    assert first["finding_id"] == "x"


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_is_a_formula_and_no_row_falls_apart(words: str) -> None:
    found = rows(ledger.render(made(words)))
    assert len(found) == 10
    for row in found:
        assert set(row) == set(COLUMNS)
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]
        assert not [cell for cell in row.values() if "\0" in cell]
    assert found[0]["evidence"].removeprefix("'") == one_line(words)


@pytest.mark.parametrize("cell", ["=1+1", "  =1+1", "+1", "-1", "@x", "\t=1", "\r\n@x", "\u200b=1", "＝1+1"])
def test_what_begins_like_a_formula_is_made_a_text(cell: str) -> None:
    assert ledger.guarded(cell).startswith("'")


def test_an_empty_ledger_is_a_header() -> None:
    nothing: dict[str, Any] = dict.fromkeys(
        ("contradictions", "disputes", "updates", "scope_differences", "quote_changes"), ()
    )
    assert rows(ledger.render(made(**nothing))) == []
