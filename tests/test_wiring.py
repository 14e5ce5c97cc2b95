import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from service import files, wiring
from service.analyze import analyze
from service.errors import BadSettings, KeyRefused, ModelDown
from service.llm.port import Call
from service.llm.profiles import EMBEDDED
from service.llm.scripted import Scripted
from service.settings import Settings


def settings(**variables: str) -> Settings:
    return Settings.from_mapping({"RASHOMON_DATA_DIR": os.environ["RASHOMON_DATA_DIR"], **variables})


def test_the_model_that_comes_along_is_the_default() -> None:
    deployment = wiring.deploy(settings(RASHOMON_DEADLINE_S="7", RASHOMON_PARALLEL_CALLS="3"))
    services = deployment.services
    assert services.profile == EMBEDDED
    assert services.is_local
    assert services.model == "embedded/qwen2.5-coder-1.5b-instruct-q4_k_m"
    assert (deployment.deadline_s, services.parallel_calls) == (7, 1)


def test_each_policy_is_one_wrapper_and_the_cache_is_outermost() -> None:
    names: list[str] = []
    layer: Any = wiring.deploy(settings()).services.llm
    while layer is not None:
        names.append(type(layer).__name__)
        layer = getattr(layer, "_inner", None)
    assert names == ["Cached", "Repairing", "Retrying", "Metered", "Embedded"]


@pytest.mark.parametrize(
    ("variables", "structured", "is_local"),
    [
        ({"RASHOMON_MODEL": "openai/gpt-4o"}, "json_schema", False),
        ({"RASHOMON_MODEL": "groq/any"}, "json_object", False),
        ({"RASHOMON_MODEL": "groq/any", "RASHOMON_STRUCTURED_OUTPUT": "prompt"}, "prompt", False),
        ({"RASHOMON_MODEL": "ollama/any"}, "json_schema", True),
        ({"RASHOMON_MODEL": "openai/any", "RASHOMON_API_BASE": "http://127.0.0.9:8080/v1"}, "json_schema", True),
        ({"RASHOMON_MODEL": "openai/any", "RASHOMON_API_BASE": "http://192.168.1.5/v1"}, "json_schema", False),
        ({"RASHOMON_MODEL": "openai/any", "RASHOMON_API_BASE": "https://localhost.example.org"}, "json_schema", False),
    ],
)
def test_another_model_is_used_as_the_table_and_the_settings_say(
    variables: dict[str, str], structured: str, is_local: bool
) -> None:
    services = wiring.deploy(settings(**variables)).services
    assert (services.profile.structured, services.is_local) == (structured, is_local)
    assert services.profile.judges
    assert services.model == variables["RASHOMON_MODEL"]


def test_replies_of_one_model_are_never_taken_for_anothers() -> None:
    own = {"RASHOMON_MODEL": "openai/any", "RASHOMON_API_BASE": "http://localhost:1/v1"}
    identities = {
        wiring.identify(settings(**variables))
        for variables in (
            {},
            own,
            {**own, "RASHOMON_MODEL": "openai/other"},
            {**own, "RASHOMON_API_BASE": "http://localhost:2/v1"},
            {**own, "RASHOMON_STRUCTURED_OUTPUT": "prompt"},
        )
    }
    assert len(identities) == 5
    assert wiring.identify(settings(**own, RASHOMON_API_KEY="a")) == wiring.identify(settings(**own))


def test_a_named_model_that_is_missing_is_told_when_the_service_is_built(tmp_path: Path) -> None:
    with pytest.raises(ModelDown, match="RASHOMON_EMBEDDED_MODEL names"):
        wiring.deploy(settings(RASHOMON_EMBEDDED_MODEL=str(tmp_path / "missing.gguf")))


def test_prompts_that_cannot_be_used_are_told_when_the_service_is_built(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="RASHOMON_PROMPTS_DIR"):
        wiring.deploy(settings(RASHOMON_PROMPTS_DIR=str(tmp_path)))


@pytest.mark.anyio
async def test_a_model_nobody_serves_is_not_ready() -> None:
    deployment = wiring.deploy(settings(RASHOMON_MODEL="openai/any", RASHOMON_API_BASE="http://127.0.0.1:9/v1"))
    with pytest.raises(ModelDown, match="cannot be reached"):
        await deployment.ready()
    with pytest.raises(KeyRefused, match="OPENAI_API_KEY"):
        await wiring.deploy(settings(RASHOMON_MODEL="openai/any")).ready()


def restate(call: Call) -> str:
    """A reply that validates, whatever the step."""
    return json.dumps({"claims": ["A claim."]} if call.step == "claims" else {"text": "A sentence."})


ANALYZE_AND_TELL_WHAT_WAS_LOADED = """
import sys
from service import cli
code = cli.main()
sys.stderr.write(" ".join({"litellm", "xllamacpp", "trafilatura", "fastapi"} & set(sys.modules)))
sys.exit(code)
"""


def test_a_repeated_analysis_loads_no_model_and_no_litellm_and_says_so(repository: Path) -> None:
    story = repository / "evals/cases/paris-talks/story.json"
    services = wiring.surround(Scripted(restate), settings(), wiring.open_store(settings()), EMBEDDED, is_local=True)
    asyncio.run(analyze(files.load([story]).articles, services, request_id="first"))
    command = [sys.executable, "-c", ANALYZE_AND_TELL_WHAT_WAS_LOADED, "analyze", str(story)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, cwd=repository)
    assert answer.returncode == 0, answer.stderr
    assert "No model call was made: all " in answer.stdout
    assert answer.stderr.splitlines()[-1].startswith("Writing the summary: ")
    assert not {"litellm", "xllamacpp", "trafilatura", "fastapi"} & set(answer.stderr.split())
