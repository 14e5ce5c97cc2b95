"""Public rows become labelled pairs: halves kept apart, premises narrowed to a sentence, groups that share a text."""

import json
from pathlib import Path
from typing import Any

import pytest

from evals.judge import public
from service.errors import Invalid


def write(folder: Path, name: str, *rows: dict[str, Any]) -> Path:
    lines = (json.dumps({"id": f"r{number}", **row}) for number, row in enumerate(rows))
    (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def test_rows_that_share_a_text_are_one_group(tmp_path: Path) -> None:
    write(
        tmp_path,
        "fever_symmetric_dev",
        {"text_a": "It rose.", "text_b": "It  fell.", "label": "contradicts"},
        {"text_a": "It rose.", "text_b": "It went up.", "label": "agrees"},
        {"text_a": "He won.", "text_b": "He lost.", "label": "contradicts"},
    )
    found = public.fever(tmp_path, "dev")
    assert [(pair.b, pair.label) for pair in found][0] == ("It fell.", "contradicts")
    assert len({pair.group for pair in found}) == 2


def test_a_claim_is_held_against_the_nearest_sentence_and_halves_are_kept_apart(tmp_path: Path) -> None:
    claim = "The bridge opened in 1930."
    rows = [
        {
            "claim_sentence": claim,
            "claim_spans": [[0, len(claim)]],
            "claim_text": claim,
            "article_text": f"Town {number} lies on a river. Its bridge opened in 1930. Trams cross it.",
            "label": "agrees",
        }
        for number in range(4)
    ]
    write(tmp_path, public.PROPSEGMENT, *rows)
    first, second = (public.propsegment(tmp_path, reporting=one) for one in (False, True))
    assert len(first) == len(second) == 2
    assert {pair.b for pair in (*first, *second)} == {"Its bridge opened in 1930."}
    assert not {pair.group for pair in first} & {pair.group for pair in second}


def test_an_edited_summary_is_held_against_the_sentences_nearest_to_its_own(tmp_path: Path) -> None:
    for domain in ("ectsum", "podcast", "qmsumm", "sales_call", "sales_email"):
        rows = [
            {"summary": "Sales rose.", "document_text": f"Report {n}. Sales rose by ten. Costs fell.", "label": label}
            for n, label in enumerate(("consistent", "inconsistent"))
        ]
        write(tmp_path, f"summedits_{domain}", *rows)
    found = public.summaries(tmp_path)
    assert {(pair.a, pair.b, pair.label) for pair in found} == {("Sales rose by ten.", "Sales rose.", "contradicts")}


def test_newer_figures_and_disputes_are_contradictions_of_content() -> None:
    found = public.written(public.shipped_pairs(), "open")
    assert len(found) == 240
    assert {pair.label for pair in found} == {"agrees", "contradicts", "not_stated"}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="fever_symmetric_dev"):
        public.fever(tmp_path, "dev")
