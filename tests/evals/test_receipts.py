"""Receipts say what was measured; no prompt ships without being measured or named as unmeasured."""

from pathlib import Path

import pytest

from evals import cases, measured_prompts, receipts, recordings, runs
from service.errors import Invalid
from service.prompts import Prompts
from tests.evals.made_results import case, counts, result

RECEIPTS = sorted((Path(__file__).parents[2] / "evals" / "receipts").glob("*.json"))


def test_every_current_prompt_is_measured_or_named_as_unmeasured(prompts: Prompts) -> None:
    read = [receipts.read(path) for path in RECEIPTS]
    known = {(name, one) for receipt in read for name, one in {**receipt.unmeasured, **receipt.prompts}.items()}
    missing = {name for name, one in measured_prompts.ids(prompts).items() if (name, one) not in known}
    assert missing == set(), "run `rashomon eval accept` after a change of these prompts"


@pytest.mark.parametrize("path", RECEIPTS, ids=lambda path: path.stem)
def test_a_receipt_rests_on_the_recordings_and_cases_beside_it(path: Path) -> None:
    receipt = receipts.read(path)
    kept = recordings.path_for(path.parents[1] / "recordings", receipt.result.model)
    shipped = cases.load_all(cases.shipped_folder())
    prompts_now = {**receipt.prompts, **receipt.unmeasured}
    assert receipts.make(receipt.result, prompts_now, kept, receipt.measured_on) == receipt
    assert receipt.result.gold == runs.count_gold(shipped)
    assert {one.name for one in receipt.result.cases} == {one.name for one in shipped}
    assert recordings.read(kept).head.identity == receipt.result.identity


def test_a_receipt_names_measured_and_unmeasured_prompts_and_scores_by_split(tmp_path: Path) -> None:
    kept = tmp_path / "m.jsonl"
    recordings.write(kept, recordings.Head(model="local/small", identity=()), [])
    held = case("b", is_held_out=True, counts={"claims": counts(1, 1, 1)})
    measured = result(case("a", counts={"claims": counts(2)}), held)
    receipt = receipts.make(measured, {"claims.sentence": "0f0f0f", "verdicts": "abc"}, kept, "2026-03-02")
    assert (receipt.prompts, receipt.unmeasured) == ({"claims.sentence": "0f0f0f"}, {"verdicts": "abc"})
    assert {split: metrics["claims.f1"] for split, metrics in receipt.scores.items()} == {
        "all": 0.75,
        "open": 1.0,
        "held out": 0.5,
    }


def test_a_result_is_read_from_a_result_or_from_a_receipt(tmp_path: Path) -> None:
    kept, measured = tmp_path / "m.jsonl", result(case("a"))
    recordings.write(kept, recordings.Head(model="local/small", identity=()), [])
    receipt = receipts.make(measured, {}, kept, "2026-03-02")
    for name, text in (("result", measured.model_dump_json()), ("receipt", receipt.model_dump_json())):
        (tmp_path / name).write_text(text, "utf-8")
        assert receipts.read_result(tmp_path / name) == measured


@pytest.mark.parametrize("text", [None, "{}", "no JSON"])
def test_a_file_that_is_neither_is_named(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "baseline.json"
    if text is not None:
        path.write_text(text, "utf-8")
    with pytest.raises(Invalid, match=r"baseline\.json"):
        receipts.read_result(path)
    with pytest.raises(Invalid, match=r"rashomon eval accept"):
        receipts.read(path)
