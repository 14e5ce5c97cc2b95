"""The remote adapter and the wrappers around it against a real HTTP server on this machine."""

import json
import subprocess
import sys

import pytest

from service.errors import KeyRefused, ModelDown, ModelError
from service.llm import structured
from service.llm.metered import Metered
from service.llm.port import Call, LanguageModel, Reply
from service.llm.remote import NO_KEY, Remote
from service.llm.repairing import Repairing
from tests.llm.openai_server import DROP, Answer, OpenAIServer, Script, completion, failure, in_turn, json_answer
from tests.llm.remote_calls import KEY, SOUND, complete, remote_at, retried, run

pytestmark = pytest.mark.usefixtures("litellm")


class TestAsking:
    def test_a_call_is_sent_with_its_sampling_and_its_reply_read_with_its_tokens(self, call: Call) -> None:
        with OpenAIServer(in_turn(completion(SOUND))) as server:
            reply = complete(server, call)
        assert reply == Reply(SOUND, "stop", prompt_tokens=11, completion_tokens=7, cost_usd=None)
        (request,) = server.requests
        assert request.headers["authorization"] == f"Bearer {KEY}"
        body = request.body
        assert (body["model"], body["temperature"], body["seed"], body["max_tokens"]) == ("m", 0.0, 7, 120)
        assert body["messages"][1] == {"role": "user", "content": "The minister resigned on Tuesday evening."}

    def test_json_schema_sends_a_strict_schema_and_the_messages_alone(self, call: Call) -> None:
        with OpenAIServer(in_turn(completion(SOUND))) as server:
            complete(server, call, way="json_schema")
        body = server.requests[0].body
        assert body["response_format"]["type"] == "json_schema"
        shape = body["response_format"]["json_schema"]
        assert (shape["strict"], shape["schema"]["additionalProperties"]) == (True, False)
        assert shape["schema"]["required"] == ["items"]
        assert body["messages"][-1]["content"] == call.messages[-1].content

    def test_json_object_writes_the_schema_into_the_last_message(self, call: Call) -> None:
        with OpenAIServer(in_turn(completion(SOUND))) as server:
            complete(server, call, way="json_object")
        body = server.requests[0].body
        assert body["response_format"] == {"type": "json_object"}
        assert json.dumps(call.schema, separators=(",", ":")) in body["messages"][-1]["content"]

    def test_prompt_only_asks_in_words(self, call: Call) -> None:
        with OpenAIServer(in_turn(completion(SOUND))) as server:
            complete(server, call, way="prompt")
        body = server.requests[0].body
        assert "response_format" not in body
        assert structured.SHAPE in body["messages"][-1]["content"]

    def test_a_server_of_ones_own_is_not_sent_the_key_of_a_provider(
        self, call: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        with OpenAIServer(in_turn(completion(SOUND))) as server:
            complete(server, call, key=None)
        assert server.requests[0].headers["authorization"] == f"Bearer {NO_KEY}"

    def test_the_price_of_a_model_that_only_shares_a_name_is_unknown(self, call: Call) -> None:
        with OpenAIServer(in_turn(completion(SOUND))) as server:
            remote = Remote("openai/gpt-4o", KEY, server.api_base, "json_schema", 20.0)
            assert run(remote, lambda one: one.complete(call)).cost_usd is None

    def test_a_known_price_is_told_and_an_unknown_one_is_not_zero(self, call: Call) -> None:
        with OpenAIServer(in_turn(completion(SOUND))) as server:
            prices = [
                run(Remote(model, KEY, server.api_base, "json_schema", 20.0), lambda one: one.complete(call)).cost_usd
                for model in ("mistral/mistral-large-latest", "mistral/a-model-without-a-price")
            ]
        assert prices[0] is not None
        assert prices[0] > 0
        assert prices[1] is None

    @pytest.mark.parametrize("finish_reason", ["stop", "length"])
    def test_why_a_reply_ended_is_told(self, finish_reason: str, call: Call) -> None:
        with OpenAIServer(in_turn(completion('{"items":["a","b', finish_reason=finish_reason))) as server:
            assert complete(server, call).finish_reason == finish_reason

    @pytest.mark.parametrize(
        "answer", [completion("", finish_reason="content_filter"), completion(None, refusal="I will not do that.")]
    )
    def test_a_refusal_is_told_apart_from_an_empty_reply(self, answer: Answer, call: Call) -> None:
        with OpenAIServer(in_turn(answer)) as server:
            assert complete(server, call).finish_reason == "refusal"

    def test_a_server_that_counts_no_tokens_is_taken_at_its_word(self, call: Call) -> None:
        body = {"choices": [{"message": {"role": "assistant", "content": SOUND}}]}
        with OpenAIServer(in_turn(json_answer(body))) as server:
            reply = complete(server, call)
        assert (reply.text, reply.prompt_tokens, reply.cost_usd) == (SOUND, 0, None)


class TestRepairing:
    def repaired(self, script: Script, call: Call) -> tuple[Reply, OpenAIServer]:
        def wrap(inner: LanguageModel) -> LanguageModel:
            return Repairing(retried(Metered(inner)), lambda errors: "Your errors: " + "; ".join(errors))

        with OpenAIServer(script) as server:
            return complete(server, call, wrap), server

    def test_the_server_sees_the_bad_reply_and_its_errors(self, call: Call) -> None:
        reply, server = self.repaired(in_turn(completion('{"items": [1]}'), completion(SOUND)), call)
        assert reply.text == SOUND
        first, second = (request.body["messages"] for request in server.requests)
        assert second[: len(first)] == first
        assert second[len(first) :] == [
            {"role": "assistant", "content": '{"items": [1]}'},
            {"role": "user", "content": "Your errors: items[0]: Input should be a valid string"},
        ]
        assert [record.prompt_tokens for record in reply.records] == [11, 11]

    def test_a_fenced_reply_is_read_without_another_request(self, call: Call) -> None:
        reply, server = self.repaired(in_turn(completion(f"```json\n{SOUND}\n```")), call)
        assert reply.text == SOUND
        assert len(server.requests) == 1

    def test_a_cut_reply_keeps_its_whole_items(self, call: Call) -> None:
        reply, _ = self.repaired(in_turn(completion('{"items":["a","b', finish_reason="length")), call)
        assert (reply.text, reply.finish_reason) == (SOUND, "length")


class TestReadiness:
    def ready(self, remote: Remote) -> None:
        run(remote, lambda one: one.ready())

    def test_a_server_that_lists_its_models_is_ready_without_a_completion(self) -> None:
        with OpenAIServer(in_turn(completion(SOUND))) as server:
            self.ready(remote_at(server.api_base))
        assert server.requests == []
        assert [(probe.method, probe.path) for probe in server.probes] == [("GET", "/v1/models")]
        assert server.probes[0].headers["authorization"] == f"Bearer {KEY}"

    def test_a_server_without_a_list_of_models_is_there_all_the_same(self) -> None:
        with OpenAIServer(in_turn(completion(SOUND)), models=failure(404)) as server:
            self.ready(remote_at(server.api_base))

    @pytest.mark.parametrize(
        ("answer", "error"), [(failure(401), KeyRefused), (failure(503), ModelDown), (DROP, ModelDown)]
    )
    def test_a_server_that_cannot_serve_is_not_ready(self, answer: Answer, error: type[ModelError]) -> None:
        with OpenAIServer(in_turn(completion(SOUND)), models=answer) as server, pytest.raises(error):
            self.ready(remote_at(server.api_base))

    def test_a_server_that_is_not_there_is_not_ready(self) -> None:
        with OpenAIServer(in_turn(completion(SOUND))) as server:
            gone = server.api_base
        with pytest.raises(ModelDown, match="cannot be reached"):
            self.ready(remote_at(gone))

    def test_a_cloud_model_is_ready_with_a_key_of_ours_or_of_the_provider(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.ready(Remote("anthropic/claude-sonnet-4-5", KEY, None, "json_schema", 5.0))
        monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
        self.ready(Remote("anthropic/claude-sonnet-4-5", None, None, "json_schema", 5.0))

    def test_a_cloud_model_without_any_key_names_the_variables_to_set(self) -> None:
        with pytest.raises(KeyRefused, match="set RASHOMON_API_KEY or ANTHROPIC_API_KEY"):
            self.ready(Remote("anthropic/claude-sonnet-4-5", None, None, "json_schema", 5.0))


def test_importing_the_adapter_does_not_import_litellm() -> None:
    script = "import sys, service.llm.remote; print('litellm' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
