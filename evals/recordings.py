"""Replies as they came, kept as text, and a model that answers from them. Knows nothing of cases or scores.

One JSON Lines file a model: a head line that names it, then a line a call, sorted by key (Call.content_key, the
SHA-256 of all that can change the answer). What the model never answered validly is kept as its failure.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from service.errors import BadReply, Invalid, ModelError, Problem
from service.llm.port import Call, LanguageModel, Reply
from service.models import Model
from service.report_models import CallRecord


class Recorded(Model):
    """One call's answer: `reply` as it validated, or `failure`, why there is none. Tokens are what it once took."""

    key: str
    step: str
    reply: str | None = None
    failure: str | None = None
    prompt_tokens: int = 0
    completion_tokens: int = 0


class Head(Model):
    """The first line: which model answered, as its identity in the cache says it."""

    model: str
    identity: tuple[str, ...]


@dataclass(frozen=True)
class Recordings:
    """All of one model's kept replies, by key."""

    head: Head
    replies: Mapping[str, Recorded]


class NotRecorded(ModelError):
    """The call has no recorded reply: the prompt, a case or the code before the call has changed."""


class Recording:
    """Keeps every answer of `inner`, and gives it again to an equal call; `taken` holds them by key."""

    def __init__(self, inner: LanguageModel) -> None:
        self._inner = inner
        self.taken: dict[str, Recorded] = {}

    async def complete(self, call: Call) -> Reply:
        """The reply of `inner`. Raises what `inner` raises; only a BadReply is kept."""
        key = call.content_key()
        if key in self.taken:
            return _answer(self.taken[key], call)
        try:
            reply = await self._inner.complete(call)
        except BadReply as error:
            self.taken[key] = Recorded(key=key, step=call.step, failure=error.message)
            raise
        self.taken[key] = Recorded(
            key=key,
            step=call.step,
            reply=reply.text,
            prompt_tokens=sum(record.prompt_tokens for record in reply.records),
            completion_tokens=sum(record.completion_tokens for record in reply.records),
        )
        return reply


class Replay:
    """Answers from recordings alone; no model is loaded or asked."""

    def __init__(self, recordings: Recordings) -> None:
        self._recordings = recordings

    async def complete(self, call: Call) -> Reply:
        """The recorded reply. Raises NotRecorded, or BadReply where the model gave none that validates."""
        recorded = self._recordings.replies.get(call.content_key())
        if recorded is None:
            model = self._recordings.head.model
            raise NotRecorded(
                f"{model} has no recorded reply to this call (prompt {call.prompt_id}): a prompt, a case or the code "
                "before it has changed; `rashomon eval accept` asks the model and records anew"
            )
        return _answer(recorded, call)


class Resuming:
    """Answers from recordings where they hold the call, and asks `inner` the rest."""

    def __init__(self, recordings: Recordings, inner: LanguageModel) -> None:
        self._replay = Replay(recordings)
        self._inner = inner

    async def complete(self, call: Call) -> Reply:
        """The recorded reply, or that of `inner`. Raises what `inner` raises, and BadReply where that is recorded."""
        try:
            return await self._replay.complete(call)
        except NotRecorded:
            return await self._inner.complete(call)


def path_for(folder: Path, model: str) -> Path:
    """Where the replies of `model` are kept in `folder`."""
    return folder / f"{slug(model)}.jsonl"


def slug(model: str) -> str:
    """A model's name as a file name."""
    return "".join(character if character.isalnum() or character in "-._" else "-" for character in model)


def read(path: Path) -> Recordings:
    """The recordings in a file. Raises Invalid naming file and line."""
    try:
        head, *lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError, ValueError):
        detail = "holds no recordings; `rashomon eval accept` makes them"
        raise Invalid([Problem(str(path), detail, "bad-file")]) from None
    line_number = 1
    try:
        named = Head.model_validate_json(head)
        replies = {}
        for line_number, line in enumerate(lines, 2):  # noqa: B007 (named in the error)
            recorded = Recorded.model_validate_json(line)
            replies[recorded.key] = recorded
    except ValidationError as error:
        detail = f"line {line_number} is no recording: {error.errors()[0]['msg']}"
        raise Invalid([Problem(str(path), detail, "bad-file")]) from None
    return Recordings(named, replies)


def write(path: Path, head: Head, replies: Iterable[Recorded]) -> None:
    """Writes a file that differs only where replies do: sorted, a line each."""
    lines = [_line(head), *(_line(one) for one in sorted(replies, key=lambda one: one.key))]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _line(value: Model) -> str:
    return json.dumps(value.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False, sort_keys=True)


def _answer(recorded: Recorded, call: Call) -> Reply:
    if recorded.reply is None:
        raise BadReply(recorded.failure or "no valid reply was recorded")
    record = CallRecord(
        step=call.step,
        article_id=call.article_id,
        cached=True,
        prompt_tokens=recorded.prompt_tokens,
        completion_tokens=recorded.completion_tokens,
        cost_usd=0.0,
        ms=0,
    )
    reply = Reply(recorded.reply, prompt_tokens=recorded.prompt_tokens, completion_tokens=recorded.completion_tokens)
    return replace(reply, records=(record,))
