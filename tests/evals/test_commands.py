"""`rashomon eval` as a newsroom uses it: before and after a change of a prompt, on scripted models."""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from evals import commands
from evals.commands import Evaluation
from service import cli
from service.errors import Invalid
from service.llm.port import Call
from service.llm.profiles import EMBEDDED, Profile, remote
from service.llm.scripted import Scripted
from service.settings import Settings
from tests.evals.small_suite import answer_well, build_on, judge_well, write_suite

Do = Callable[..., int]


def answer_badly(call: Call) -> str:
    """Invents a claim, and writes a sentence nobody reported."""
    if call.step == "claims":
        return json.dumps({"claims": ["Ninety people died when the mayor burned the ferry"]})
    return json.dumps({"text": "The mayor of Brenholt did not burn 90 ferries."})


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    return write_suite(tmp_path / "cases")


@pytest.fixture
def do(tmp_path: Path, suite: Path) -> Do:
    """Runs one action on a model that answers by a script."""

    def run(action: str, *argv: str, script: Callable[[Call], str] = answer_well, profile: Profile = EMBEDDED) -> int:
        needs_cases = action in ("run", "gate", "accept")
        arguments = cli.parser().parse_args(["eval", action, *(["--cases", str(suite)] if needs_cases else []), *argv])
        chosen = Settings.from_mapping({"RASHOMON_DATA_DIR": str(tmp_path / "data")})
        return commands.BY_NAME[action](Evaluation(arguments, chosen, build_on(Scripted(script), profile)))

    return run


@pytest.fixture
def baseline(tmp_path: Path, do: Do) -> Path:
    """What `eval run` writes of a model that answers well."""
    assert do("run", "-o", str(tmp_path / "before")) == 0
    return tmp_path / "before" / "embedded-scripted.json"


def test_a_run_writes_json_and_a_page_and_prints_scores(
    tmp_path: Path, do: Do, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "results"
    assert do("run", "-o", str(folder)) == 0
    result = json.loads((folder / "embedded-scripted.json").read_text("utf-8"))
    assert [case["name"] for case in result["cases"]] == ["agreeing", "parting"]
    assert "parting" in (folder / "index.html").read_text("utf-8")
    printed = capsys.readouterr()
    assert "contradictions" in printed.out
    assert "1 gold conflict" in printed.out
    assert "2/2" in printed.err


def test_a_good_model_passes_the_gate(baseline: Path, do: Do, capsys: pytest.CaptureFixture[str]) -> None:
    assert do("gate", "--baseline", str(baseline)) == 0
    assert "May ship: 2 cases" in capsys.readouterr().out


def test_bad_replies_are_stopped_with_metric_case_and_both_outputs(
    tmp_path: Path, do: Do, capsys: pytest.CaptureFixture[str]
) -> None:
    def lose_a_toll(call: Call) -> str:
        """Leaves out what matters; all it says is in the article, so no check of the product minds."""
        reply = json.loads(judge_well(call))
        if call.step == "claims":
            reply["claims"] = [one for one in reply["claims"] if "Twelve" not in one["quote"]]
        return json.dumps(reply)

    capable = remote("openai/any")
    assert do("run", "-o", str(tmp_path / "well"), script=judge_well, profile=capable) == 0
    before = str(tmp_path / "well" / "embedded-scripted.json")
    assert do("gate", "--baseline", before, script=judge_well, profile=capable) == 0
    capsys.readouterr()
    assert do("gate", "--baseline", before, script=lose_a_toll, profile=capable) == 1
    printed = " ".join(capsys.readouterr().out.split())
    assert "STOP: contradictions.f1: 1.000 before, 0.000 now, in parting" in printed
    assert "STOP: claims.f1: 1.000 before, 0.857 now, in parting" in printed
    assert "a: Nine people died" in printed
    assert "b: Twelve people died" in printed
    assert "May not ship" in printed


def test_a_model_that_fell_over_is_stopped_by_name_of_the_case(
    baseline: Path, do: Do, capsys: pytest.CaptureFixture[str]
) -> None:
    assert do("gate", "--baseline", str(baseline), script=_break_json) == 1
    printed = capsys.readouterr().out
    assert "STOP: case parting failed" in printed


def _break_json(call: Call) -> str:
    raise RuntimeError("a model that fell over")


def test_a_candidate_file_is_judged_without_asking_anybody(
    baseline: Path, tmp_path: Path, do: Do, capsys: pytest.CaptureFixture[str]
) -> None:
    worse = json.loads(baseline.read_text("utf-8"))
    fault = {"expected": "", "got": "Nine AGAINST Twelve, told twice", "why": "one matter"}
    worse["cases"][1]["faults"]["false_contradiction"] = [fault]
    path = tmp_path / "worse.json"
    path.write_text(json.dumps(worse), "utf-8")
    assert do("gate", "--baseline", str(baseline), "--candidate", str(path), script=_break_json) == 1
    printed = capsys.readouterr().out
    assert "STOP: false_contradiction: 0 before, 1 now, in parting" in printed
    assert "told twice" in printed
    assert do("diff", str(baseline), str(path)) == 0
    assert "told twice" in capsys.readouterr().out


def test_what_is_accepted_replays_to_the_same_scores_without_a_model(
    tmp_path: Path, do: Do, capsys: pytest.CaptureFixture[str]
) -> None:
    assert do("accept", "--into", str(tmp_path)) == 0
    receipt = tmp_path / "receipts" / "embedded-scripted.json"
    recorded = tmp_path / "recordings" / "embedded-scripted.jsonl"
    replaying = ["--baseline", str(receipt), "--replay", str(recorded)]
    assert do("gate", *replaying, script=_break_json) == 0
    assert "a replay of recorded replies" in capsys.readouterr().out
    lines = recorded.read_text("utf-8").splitlines()
    recorded.write_text("\n".join(lines[:1] + lines[2:]) + "\n", "utf-8")
    assert do("gate", *replaying) == 1
    assert "has no recorded reply" in capsys.readouterr().out.replace("\n", " ")


def test_accepting_again_asks_only_what_is_not_recorded(tmp_path: Path, do: Do) -> None:
    assert do("accept", "--into", str(tmp_path)) == 0
    recorded = tmp_path / "recordings" / "embedded-scripted.jsonl"
    again = ["--into", str(tmp_path / "again"), "--recorded", str(recorded), "--fresh"]
    assert do("accept", *again, script=_break_json) == 0
    kept = tmp_path / "again" / "recordings" / "embedded-scripted.jsonl"
    assert [json.loads(line)["key"] for line in kept.read_text("utf-8").splitlines()[1:]] == [
        json.loads(line)["key"] for line in recorded.read_text("utf-8").splitlines()[1:]
    ]
    head, *lines = recorded.read_text("utf-8").splitlines()
    recorded.write_text("\n".join([head, *lines[1:]]) + "\n", "utf-8")
    assert do("accept", *again, script=_break_json) == 1


def test_replies_of_another_model_are_not_taken_for_its_own(tmp_path: Path, do: Do) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text('{"model": "openai/desk", "identity": ["openai/desk"]}\n', "utf-8")
    with pytest.raises(Invalid, match="--recorded: holds replies of openai/desk, not of embedded"):
        do("accept", "--into", str(tmp_path), "--recorded", str(other))


def test_a_replay_whose_scores_changed_is_stopped_even_where_they_are_better(
    tmp_path: Path, do: Do, capsys: pytest.CaptureFixture[str]
) -> None:
    assert do("accept", "--into", str(tmp_path)) == 0
    receipt = tmp_path / "receipts" / "embedded-scripted.json"
    kept = json.loads(receipt.read_text("utf-8"))
    kept["result"]["cases"][1]["counts"]["contradictions"] = {"fn": 1}
    receipt.write_text(json.dumps(kept), "utf-8")
    replayed = str(tmp_path / "recordings" / "embedded-scripted.jsonl")
    assert do("gate", "--baseline", str(receipt), "--replay", replayed) == 1
    assert "other scores than the receipt" in capsys.readouterr().out


def test_nothing_is_accepted_where_a_case_failed(tmp_path: Path, do: Do, capsys: pytest.CaptureFixture[str]) -> None:
    assert do("accept", "--into", str(tmp_path / "kept"), script=_break_json) == 1
    assert not (tmp_path / "kept").exists()
    assert "Nothing kept: agreeing, parting failed" in capsys.readouterr().out


def test_repeats_ask_anew_and_print_their_spread(tmp_path: Path, do: Do, capsys: pytest.CaptureFixture[str]) -> None:
    assert do("run", "--repeat", "2", "-o", str(tmp_path / "twice")) == 0
    result = json.loads((tmp_path / "twice" / "embedded-scripted.json").read_text("utf-8"))
    assert result["repeats"] == 2
    assert set(result["spread"].values()) == {0.0}


def test_one_case_may_be_run_alone_and_an_unknown_one_is_named(tmp_path: Path, do: Do) -> None:
    assert do("run", "--only", "parting", "-o", str(tmp_path / "one")) == 0
    result = json.loads((tmp_path / "one" / "embedded-scripted.json").read_text("utf-8"))
    assert [case["name"] for case in result["cases"]] == ["parting"]
    with pytest.raises(Invalid, match="no case 'partin'; there are agreeing, parting"):
        do("run", "--only", "partin")


def test_an_invented_claim_does_not_get_past_the_checks_of_the_product(tmp_path: Path, do: Do) -> None:
    assert do("run", "-o", str(tmp_path / "bad"), script=answer_badly) == 0
    result = json.loads((tmp_path / "bad" / "embedded-scripted.json").read_text("utf-8"))
    faults = {name: len(found) for case in result["cases"] for name, found in case["faults"].items() if found}
    assert not {"ungrounded_span", "invented_number", "invented_name", "unsupported_sentence"} & set(faults)


WITHOUT_THE_EXTRA = """
import sys
sys.modules["pydantic_evals"] = None
from service import cli
sys.exit(cli.main())
"""


def test_without_the_extra_the_command_says_what_to_install(repository: Path) -> None:
    command = [sys.executable, "-c", WITHOUT_THE_EXTRA, "eval", "diff", "a", "b"]
    answer = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert "needs pydantic_evals; install the extra: pip install 'rashomon[evals]'" in answer.stderr


def test_the_arguments_of_a_gate_leave_no_case_out() -> None:
    arguments = cli.parser().parse_args(["eval", "gate", "--baseline", "b"])
    assert isinstance(arguments, argparse.Namespace)
    assert arguments.only == []
