"""Replies are kept as text by call, and replayed or refused, never guessed."""

import asyncio
from pathlib import Path

import pytest
from pydantic import BaseModel

from evals import recordings
from evals.recordings import Head, NotRecorded, Recorded, Recording, Recordings, Replay, Resuming
from service.errors import BadReply, Invalid, ModelDown
from service.llm.port import Call, Message, Reply
from service.llm.scripted import Scripted

HEAD = Head(model="embedded/scripted", identity=("embedded/scripted", "sha256"))


class Answer(BaseModel):
    text: str


def call(words: str) -> Call:
    return Call("claims", "p", (Message("user", words),), Answer, 50, article_id="a")


def ask(model: Recording | Replay | Resuming, words: str) -> Reply:
    return asyncio.run(model.complete(call(words)))


def replaying(recording: Recording) -> Replay:
    return Replay(Recordings(HEAD, recording.taken))


def test_an_equal_call_is_asked_once_and_answered_alike() -> None:
    model = Scripted(lambda asked: f"answer to {asked.messages[-1].content}")
    recording = Recording(model)
    assert [ask(recording, "one").text, ask(recording, "one").text] == ["answer to one"] * 2
    assert len(model.calls) == 1


def test_a_replay_gives_the_recorded_words_free_of_charge() -> None:
    recording = Recording(Scripted(lambda _: Reply("kept", prompt_tokens=7)))
    ask(recording, "one")
    reply = ask(replaying(recording), "one")
    assert reply.text == "kept"
    assert [(one.cached, one.cost_usd, one.article_id) for one in reply.records] == [(True, 0.0, "a")]


def test_a_call_nobody_recorded_is_refused_and_says_what_to_do() -> None:
    recording = Recording(Scripted(lambda _: "kept"))
    ask(recording, "one")
    with pytest.raises(NotRecorded, match=r"embedded/scripted has no recorded reply .*rashomon eval accept"):
        ask(replaying(recording), "two")


def test_only_what_is_not_recorded_is_asked() -> None:
    recording = Recording(Scripted(lambda _: "kept"))
    ask(recording, "one")
    model = Scripted(lambda _: "new")
    resuming = Resuming(Recordings(HEAD, recording.taken), model)
    assert [ask(resuming, "one").text, ask(resuming, "two").text] == ["kept", "new"]
    assert [one.messages[-1].content for one in model.calls] == ["two"]


def test_what_the_model_never_answered_validly_is_replayed_as_its_failure() -> None:
    def fail(_: Call) -> str:
        raise BadReply("claims: Field required")

    recording = Recording(Scripted(fail))
    for model in (recording, replaying(recording)):
        with pytest.raises(BadReply, match="Field required"):
            ask(model, "one")


def test_a_failure_that_may_pass_is_not_kept() -> None:
    def fail(_: Call) -> str:
        raise ModelDown("connection refused", may_pass=True)

    recording = Recording(Scripted(fail))
    with pytest.raises(ModelDown):
        ask(recording, "one")
    assert recording.taken == {}


def test_a_file_holds_a_line_a_call_in_an_order_that_never_changes(tmp_path: Path) -> None:
    replies = [Recorded(key=key, step="claims", reply=f"“{key}”\n") for key in ("b", "a")]
    path = recordings.path_for(tmp_path / "recordings", "openai/gpt:5")
    recordings.write(path, HEAD, replies)
    assert path.name == "openai-gpt-5.jsonl"
    assert [line[:11] for line in path.read_text("utf-8").splitlines()[1:]] == ['{"key": "a"', '{"key": "b"']
    assert recordings.read(path) == Recordings(HEAD, {one.key: one for one in replies})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (None, "holds no recordings"),
        ("", "holds no recordings"),
        ('{"model": "m", "identity": []}\n{"key": 3}\n', "line 2 is no recording"),
        ("nonsense\n", "line 1 is no recording"),
    ],
)
def test_a_file_that_holds_none_is_named_with_the_line(tmp_path: Path, text: str | None, problem: str) -> None:
    path = tmp_path / "m.jsonl"
    if text is not None:
        path.write_text(text, "utf-8")
    with pytest.raises(Invalid, match=rf"m\.jsonl: {problem}"):
        recordings.read(path)
