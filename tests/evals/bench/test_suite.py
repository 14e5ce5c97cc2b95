import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evals import commands
from evals.bench import faithfulness, suite, written_pairs
from service import cli
from service.asking import Progress
from service.errors import Invalid
from service.llm.port import Call
from service.llm.profiles import remote
from service.llm.scripted import Scripted
from service.services import Services
from service.settings import Settings
from tests.evals.small_suite import build_on

PAIR = {
    "id": "1",
    "text_a": "The quay of Sorrel is closed.",
    "text_b": "The quay of Sorrel is open.",
    "label": "agrees",
}
FRENCH = {"id": "1", "text_a": "Le quai est clos.", "text_b": "Le quai est libre.", "label": "compatible"}
CLAIMS = {"id": "1", "sentence": "The quay is closed.", "claims": [{"spans": [[0, 18]]}]}
AGREEMENT = {
    "id": "1",
    "claim_sentence": "The quay of Sorrel is closed.",
    "claim_spans": [[0, 29]],
    "claim_text": "The quay of Sorrel is closed.",
    "article_text": "The quay of Sorrel is closed today.",
    "label": "agrees",
}
SUMMARY = {"id": "1", "summary": "The quay is closed.", "document_text": "The quay is closed.", "label": "consistent"}
WRITTEN = {
    "id": "1",
    "topic": "quay",
    "label": "contradicts",
    "type": "number",
    "published_a": None,
    "published_b": None,
    "text_a": "The quay of Sorrel has 12 berths.",
    "text_b": "The quay of Sorrel has 19 berths.",
    "why": "berths",
}
FILES: dict[str, dict[str, Any]] = {
    "fever_symmetric_test": PAIR,
    "daccord_french": FRENCH,
    "propsegment_wiki_claims": CLAIMS,
    "propsegment_wiki_pairs": AGREEMENT,
    **dict.fromkeys(written_pairs.HALVES, WRITTEN),
    **{faithfulness.file_name(domain): SUMMARY for domain in faithfulness.DOMAINS},
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, row in FILES.items():
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    return tmp_path


def test_the_command_prints_our_figures_beside_published_ones_and_writes_them(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "figures.json"
    arguments = cli.parser().parse_args(["eval", "bench", "--data", str(data), "--pairs", str(data), "-o", str(output)])
    settings = Settings.from_mapping({"RASHOMON_DATA_DIR": str(tmp_path / "data")})
    assert commands.bench(commands.Evaluation(arguments, settings, build_on(Scripted(answer)))) == 0
    assert "57.5 BERT" in " ".join(capsys.readouterr().out.split())
    assert json.loads(output.read_text("utf-8"))


def answer(call: Call) -> str:
    return json.dumps({"claims": []} if call.step == "claims" else {"judgements": []})


@pytest.mark.anyio
async def test_every_benchmark_is_run_by_rule_and_claims_by_the_model(
    data: Path, services_on: Callable[..., Services]
) -> None:
    steps: list[str] = []
    figures = await suite.run(data, data, services_on(Scripted(answer)), lambda told: steps.append(told.step))
    benchmarks = {(figure.benchmark, figure.decided_by) for figure in figures}
    assert benchmarks == {
        ("fever_symmetric", "rules"),
        ("daccord_french", "rules"),
        ("propsegment_wiki_pairs", "rules"),
        ("summedits", "rules"),
        ("written_pairs, open", "rules"),
        ("written_pairs, unseen", "rules"),
        ("propsegment_wiki_claims", "scripted"),
        ("propsegment_wiki_claims", "code alone"),
    }
    assert set(steps) == {one.split(",")[0] for one, _ in benchmarks if one != "propsegment_wiki_claims"} | {"claims"}


@pytest.mark.anyio
async def test_a_model_that_judges_is_measured_beside_the_rules(
    data: Path, services_on: Callable[..., Services]
) -> None:
    llm = Scripted(answer)
    told: list[Progress] = []
    figures = await suite.run(data, data, services_on(llm, remote("openai/desk")), told.append)
    assert {one.decided_by for one in figures if one.benchmark == "fever_symmetric"} == {"rules", "scripted"}
    assert [call.step for call in llm.calls] == ["claims", "verdicts"]


@pytest.mark.anyio
@pytest.mark.parametrize("name", FILES)
async def test_a_missing_file_is_known_before_anything_is_asked(
    data: Path, services_on: Callable[..., Services], name: str
) -> None:
    (data / f"{name}.jsonl").unlink()
    llm = Scripted(answer)
    with pytest.raises(Invalid, match=f"{name}.jsonl"):
        await suite.run(data, data, services_on(llm), lambda _: None)
    assert llm.calls == []
