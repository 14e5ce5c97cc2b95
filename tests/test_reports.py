"""A report that comes back is read strictly: every doubt names the field."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from service import reports
from service.errors import InvalidReport, Malformed
from tests.made_reports import HOSTILE, made

Change = Callable[[dict[str, Any]], None]


def sent(change: Change | None = None) -> bytes:
    """The made report as bytes, changed on its way."""
    document: dict[str, Any] = json.loads(made().model_dump_json())
    if change:
        change(document)
    return json.dumps(document).encode()


def put(path: str, value: Any) -> Change:
    """Puts a value where a dotted path leads: `claims.0.id`."""

    def change(document: dict[str, Any]) -> None:
        *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
        at: Any = document
        for part in way:
            at = at[part]
        at[last] = value

    return change


def test_a_report_comes_back_as_it_went() -> None:
    assert reports.read(sent()) == made()


def test_the_report_that_tests_store_is_one(repository: Path) -> None:
    stored = json.loads((repository / "tests" / "stored_report.json").read_text("utf-8"))
    provenance = json.loads(made().provenance.model_dump_json())
    assert reports.read(json.dumps({**stored, "provenance": provenance}).encode()).contradictions


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_words_whatever_they_are(words: str) -> None:
    assert reports.read(made(words).model_dump_json().encode()) == made(words)


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        ("report_version", "2", "report_version"),
        ("claims.0.spans.0.end", 7, "claims[0].spans[0]"),
        ("claims.0.spans.0.start", -5, "claims[0].spans[0]"),
        ("claims.0.spans.0.quote", "Nobody died", "claims[0].spans[0]"),
        ("claims.0.spans", [], "claims[0].spans"),
        ("claims.0.article_id", "nowhere", "claims[0].article_id"),
        ("claims.1.id", "c1", "claims[1].id"),
        ("claims.0.sentence", "1", "claims[0].sentence"),
        ("claims.0.voice", "rumour", "claims[0].voice"),
        ("articles.1.id", "courier", "articles[1].id"),
        ("articles.0.truncated", 1, "articles[0].truncated"),
        ("articles.0.sentences.1.start", 3, "articles[0].sentences[1]"),
        ("articles.0.sentences.1.end", 10**30, "articles[0].sentences[1]"),
        ("articles.0.text", "a" * 100_001, "articles[0].text"),
        ("quote_changes.0.spans.1.end", 9, "quote_changes[0].spans[1]"),
        ("quote_changes.0.spans.1.article_id", "nowhere", "quote_changes[0].spans[1].article_id"),
        ("contradictions.0.positions.0.claim_ids", ["c9"], "contradictions[0].positions[0].claim_ids"),
        ("contradictions.0.positions.0.claim_ids", ["c1", "c1"], "contradictions[0].positions[0].claim_ids"),
        ("disputes.0.positions.0.claim_ids", [], "disputes[0].positions"),
        ("updates.0.positions", [], "updates[0].positions"),
        ("updates.0.decided_by", "me", "updates[0].decided_by"),
        ("agreements.0.article_ids", ["nowhere"], "agreements[0].article_ids"),
        ("omissions.0.reported_by", ["nowhere"], "omissions[0].reported_by"),
        ("facts.0.by_article", {"nowhere": "says"}, "facts[0].by_article"),
        ("summary.sentences.0.claim_ids", ["c9"], "summary.sentences[0].claim_ids"),
        ("extra", 1, "extra"),
    ],
)
def test_what_does_not_hold_is_refused_by_its_field(path: str, value: Any, field: str) -> None:
    with pytest.raises(InvalidReport) as caught:
        reports.read(sent(put(path, value)))
    assert field in [problem.field for problem in caught.value.problems]


@pytest.mark.parametrize(
    "body", [b"", b"[", b'{"a": 1, "a": 2}', b'{"a": NaN}', b"\xff", b'"\\ud800"', b"[" * 100_000], ids=repr
)
def test_what_is_not_json_is_malformed(body: bytes) -> None:
    with pytest.raises(Malformed):
        reports.read(body)


def test_a_few_bytes_cannot_ask_for_a_page_of_gigabytes() -> None:
    text = "a" * 100_000
    document = json.loads(made().model_dump_json())
    document["articles"][0].update(text=text, sentences=[])
    document["claims"][0]["spans"] = [{"start": 0, "end": len(text), "quote": text, "match": "exact"}]
    document["claims"] = document["claims"][:2]
    document["summary"]["sentences"] = [{**document["summary"]["sentences"][0], "claim_ids": ["c1"]}] * 100
    for section in ("agreements", "facts", "omissions", "quote_changes"):
        document[section] = []
    with pytest.raises(InvalidReport, match="quotes 10,"):
        reports.read(json.dumps(document).encode())


def test_only_the_first_of_many_problems_are_told() -> None:
    document = json.loads(made().model_dump_json())
    document["claims"] = [{**document["claims"][0], "id": str(n), "article_id": "nowhere"} for n in range(500)]
    with pytest.raises(InvalidReport) as caught:
        reports.read(json.dumps(document).encode())
    assert len(caught.value.problems) == 20
