"""A suite of two small cases on disk, and models that answer it well or badly."""

import json
import re
from pathlib import Path
from typing import Any

import yaml

from evals.subjects import Build
from service.deployment import Deployment
from service.llm.cached import TextStore
from service.llm.port import Call, LanguageModel
from service.llm.profiles import EMBEDDED, Profile
from service.prompts import Prompts, shipped_folder
from service.services import Services
from service.settings import Settings

TOLL = "Nine people died when the ferry Astrid burned off Brenholt on Monday, and the harbour was closed."
OTHER_TOLL = "Twelve people died when the ferry Astrid burned off Brenholt on Monday, and the harbour was closed."
EMPTY = "agreements contradictions disputes updates scope_differences quote_changes omissions summary".split()


def write_suite(folder: Path) -> Path:
    """Two cases: papers that part over a toll, and papers that do not."""
    parting = {
        "positions": [{"article": "a", "quote": "Nine people died"}, {"article": "b", "quote": "Twelve people died"}]
    }
    write_case(folder / "parting", TOLL, OTHER_TOLL, contradictions=[{"expect": "must", "why": "the toll", **parting}])
    write_case(folder / "agreeing", TOLL, TOLL)
    return folder


def write_case(folder: Path, one: str, other: str, **expected: Any) -> None:
    """A case of two articles of one sentence each; every claim may be there."""
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(one + "\n", "utf-8")
    (folder / "b.txt").write_text(other + "\n", "utf-8")
    articles = [
        {"id": name, "outlet": outlet, "published_at": "2026-03-02", "language": "en", "file": f"{name}.txt"}
        for name, outlet in (("a", "Courier"), ("b", "Herald"))
    ]
    (folder / "story.json").write_text(json.dumps({"articles": articles}), "utf-8")
    claims = [
        {"expect": expect, "why": "told", "article": name, "quote": quote}
        for name, text in (("a", one), ("b", other))
        for expect, quote in (("must", text.split(",")[0]), ("may", "the harbour was closed"))
    ]
    document = {"claims": claims, **{section: [] for section in EMPTY}, **expected}
    (folder / "expected.yaml").write_text(yaml.safe_dump(document, allow_unicode=True), "utf-8")


def answer_well(call: Call) -> str:
    """Cuts every sentence at its "and"; restates nothing."""
    if call.step == "claims":
        sentence = re.findall("Sentence: ⟦(.*)⟧", call.messages[-1].content)[-1]
        return json.dumps({"claims": sentence.rstrip(".").split(", and ")})
    return json.dumps({"text": ""})


def judge_well(call: Call) -> str:
    """A capable model: proposes the parts of every sentence, and sees where tolls part."""
    shown = call.messages[-1].content
    if call.step == "claims":
        told = [(int(number), text) for number, text in re.findall(r"(\d+): ⟦(.*)⟧", shown)]
        parts = [(number, part) for number, text in told for part in text.rstrip(".").split(", and ")]
        return json.dumps({"claims": [_propose(number, part) for number, part in parts]})
    if call.step == "verdicts":
        pairs = re.split(r"(?m)^Pair (\d+)$", shown)[1:]
        return json.dumps(
            {"judgements": [_judge(int(n), text) for n, text in zip(pairs[::2], pairs[1::2], strict=True)]}
        )
    return json.dumps({"sentences": []})


def _propose(number: int, words: str) -> dict[str, Any]:
    return {"sentence": number, "quote": words, "text": words, "speaker": None, "stance": "asserts", "kind": "fact"}


def _judge(number: int, pair: str) -> dict[str, Any]:
    parts = "Nine people" in pair and "Twelve people" in pair
    relation = "contradicts" if parts else "agrees"
    return {"pair": number, "relation": relation, "type": "number" if parts else None, "explanation": "The toll."}


def services(llm: LanguageModel, prompts_dir: Path | None = None, profile: Profile = EMBEDDED) -> Services:
    prompts = Prompts.load(prompts_dir or shipped_folder())
    return Services(llm, profile, prompts, "embedded/scripted", is_local=True, parallel_calls=1)


def build_on(llm: LanguageModel, profile: Profile = EMBEDDED) -> Build:
    """Deploys `llm` whatever the settings ask for."""

    def build(settings: Settings, _: TextStore | None = None) -> Deployment:
        async def ready() -> None:
            return None

        return Deployment(services(llm, settings.prompts_dir, profile), ready, deadline_s=60.0)

    return build
