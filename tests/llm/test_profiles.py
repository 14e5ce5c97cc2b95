"""Which way of asking each model gets, and that a setting comes before the table."""

import pytest

from service.llm import profiles
from service.llm.profiles import EMBEDDED, STRUCTURED_BY_MODEL, Structured


@pytest.mark.parametrize(
    ("model", "way"),
    [
        ("openai/gpt-4o", "json_schema"),
        ("openai/gpt-4.1-mini", "json_schema"),
        ("openai/gpt-5", "json_schema"),
        ("openai/o3", "json_schema"),
        ("openai/gpt-4", "prompt"),
        ("openai/gpt-4-0613", "prompt"),
        ("openai/gpt-4-turbo", "json_object"),
        ("openai/gpt-4-0125-preview", "json_object"),
        ("openai/gpt-4o-2024-05-13", "json_object"),
        ("openai/gpt-3.5-turbo", "json_object"),
        ("openai/a-model-of-ones-own", "json_schema"),
        ("anthropic/claude-sonnet-4-5", "json_schema"),
        ("gemini/gemini-2.5-flash", "json_schema"),
        ("ollama/llama3.2", "json_schema"),
        ("hosted_vllm/Qwen/Qwen3-8B", "json_schema"),
        ("groq/openai/gpt-oss-120b", "json_schema"),
        ("groq/llama-3.3-70b-versatile", "json_object"),
        ("deepseek/deepseek-chat", "json_object"),
        ("bedrock/eu.anthropic.claude-sonnet-4-5-v1:0", "json_schema"),
        ("bedrock/meta.llama3-1-70b-instruct-v1:0", "prompt"),
        ("cohere_chat/command-r-plus", "prompt"),
        ("nobody/has-heard-of-it", "json_object"),
    ],
)
def test_each_model_is_asked_in_the_strictest_way_it_takes(model: str, way: Structured) -> None:
    assert profiles.remote(model).structured == way


def test_a_setting_comes_before_the_table() -> None:
    assert profiles.remote("openai/gpt-4o", "prompt").structured == "prompt"


def test_no_row_of_the_table_is_hidden_by_one_above() -> None:
    for number, (pattern, way) in enumerate(STRUCTURED_BY_MODEL):
        example = pattern.replace("[36]", "3").replace("*", "x")
        assert profiles.remote(example).structured == way, f"row {number}, {pattern}"


def test_remote_models_read_and_judge_and_the_embedded_one_only_restates() -> None:
    remote = profiles.remote("openai/gpt-4o")
    assert (remote.judges, remote.only_restates) == (True, False)
    assert (EMBEDDED.judges, EMBEDDED.only_restates) == (False, True)
