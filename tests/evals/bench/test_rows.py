import json
from pathlib import Path

import pytest

from evals.bench import rows
from evals.bench.rows import AgreementRow, ClaimsRow, PairRow
from service.errors import Invalid

PAIR = {"id": "one", "text_a": "The quay is closed.", "text_b": "The quay is open.", "label": "contradicts"}


def write(folder: Path, name: str, *lines: object) -> None:
    text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    (folder / f"{name}.jsonl").write_text(text, "utf-8")


def refusals(folder: Path, row: type[rows.Row] = PairRow) -> list[str]:
    with pytest.raises(Invalid) as raised:
        rows.read(folder, "pairs", row)
    return [str(problem) for problem in raised.value.problems]


def pair(number: int, text_a: str, text_b: str) -> PairRow:
    return PairRow(id=str(number), text_a=text_a, text_b=text_b, label="agrees")


def test_rows_are_read_in_order_and_unused_fields_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "pairs", {**PAIR, "topic": "harbours"}, {**PAIR, "id": "two"})
    assert [row.id for row in rows.read(tmp_path, "pairs", PairRow)] == ["one", "two"]


def test_a_line_separator_inside_a_text_ends_no_row(tmp_path: Path) -> None:
    write(tmp_path, "pairs", json.dumps({**PAIR, "text_a": "Closed.\u2028Still."}, ensure_ascii=False))
    assert rows.read(tmp_path, "pairs", PairRow)[0].text_a == "Closed.\u2028Still."


def test_a_missing_file_is_named_with_its_folder_and_what_to_do(tmp_path: Path) -> None:
    (problem,) = refusals(tmp_path)
    assert problem.startswith("pairs.jsonl: cannot be read in")
    assert str(tmp_path) in problem
    assert "--data" in problem


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "pairs")
    assert refusals(tmp_path) == ["pairs.jsonl: holds no row"]


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pairs.jsonl").write_bytes(b"\xff\xfe{}")
    assert refusals(tmp_path) == ["pairs.jsonl: is not UTF-8"]


def test_every_broken_line_is_named_with_its_field(tmp_path: Path) -> None:
    write(tmp_path, "pairs", PAIR, {**PAIR, "label": "maybe"}, "{broken", {**PAIR, "text_b": ""})
    problems = refusals(tmp_path)
    assert [problem.split(":")[0] for problem in problems] == [f"pairs.jsonl line {number}" for number in (2, 3, 4)]
    assert "label" in problems[0]
    assert "text_b" in problems[2]


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "pairs", PAIR, {**PAIR, "text_a": "Another."})
    assert refusals(tmp_path) == ["pairs.jsonl line 2: id: 'one' stands on a line before"]


def test_no_more_than_ten_broken_lines_are_listed(tmp_path: Path) -> None:
    write(tmp_path, "pairs", *["{}"] * 30)
    assert len(refusals(tmp_path)) == rows.MAX_PROBLEMS


@pytest.mark.parametrize("span", [[4, 4], [6, 4], [0, 20]])
def test_a_span_outside_of_its_sentence_is_refused(tmp_path: Path, span: list[int]) -> None:
    write(tmp_path, "pairs", {"id": "x", "sentence": "The quay is closed.", "claims": [{"spans": [span]}]})
    assert "is not in the 19 code points" in refusals(tmp_path, ClaimsRow)[0]


def test_a_span_of_a_pair_s_claim_is_checked_as_well(tmp_path: Path) -> None:
    row = {"id": "x", "claim_sentence": "Closed.", "claim_spans": [[0, 9]], "claim_text": "Closed."}
    write(tmp_path, "pairs", {**row, "article_text": "Open.", "label": "not_stated"})
    assert "span 0 to 9" in refusals(tmp_path, AgreementRow)[0]


def test_rows_of_one_document_stay_together_though_they_stand_apart() -> None:
    listed = [pair(1, "a", "x"), pair(2, "b", "y"), pair(3, "a", "z")]
    grouped = rows.by_document(listed, lambda row: row.text_a)
    assert [[row.id for row in group] for group in grouped] == [["1", "3"], ["2"]]


def test_the_reporting_half_shares_no_document_with_the_other() -> None:
    listed = [pair(number, text, "x") for number, text in enumerate("aabbccddeec")]
    half = rows.reporting_half(listed, lambda row: row.text_a)
    assert [group[0].text_a for group in half] == ["c", "d", "e"]
    assert len(half[0]) == 3


def test_rows_that_share_a_text_by_way_of_others_are_one_group() -> None:
    listed = [pair(1, "a", "x"), pair(2, "b", "y"), pair(3, "b", "x"), pair(4, "c", "z")]
    assert [[row.id for row in group] for group in rows.by_shared_text(listed)] == [["1", "2", "3"], ["4"]]


def test_the_sample_does_not_depend_on_the_order_of_the_rows() -> None:
    listed = [pair(number, f"text {number}", "x") for number in range(40)]
    chosen = rows.sample(listed, lambda row: row.text_a, 5)
    assert chosen == rows.sample(listed[::-1], lambda row: row.text_a, 5)
    assert len(set(chosen)) == 5
