"""Makes sure that a reply validates: reads damaged JSON and asks once more, showing the model its errors.

Knows nothing of prompts: what the model is told comes from a function. Whatever a re-ask costs is on the record.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from pydantic import ValidationError

from service.errors import BadReply
from service.llm import damaged_json
from service.llm.port import Call, LanguageModel, Message, Reply

# A runaway reply would otherwise fill the context of the call that is to mend it.
LONGEST_SHOWN = 4_000
MOST_ERRORS = 10
LONGEST_ERROR = 200


class Repairing:
    """Answers only with replies of `inner` that validate against `call.reply`.

    `render_repair` words what a model is told about its errors. `counts` holds how often replies were read by which
    rung of the ladder (see damaged_json), how often a call was "asked again", and how often for nothing ("given up").
    """

    def __init__(self, inner: LanguageModel, render_repair: Callable[[list[str]], str]) -> None:
        self._inner = inner
        self._render_repair = render_repair
        self.counts: Counter[str] = Counter()

    async def complete(self, call: Call) -> Reply:
        """A reply whose text is canonical JSON of `call.reply`; `records` holds every call it took.

        A reply that ran into its token limit comes back with its whole items and `finish_reason` "length". Raises
        BadReply naming fields and rules, without words of the reply, or what `inner` raises.
        """
        first = await self._inner.complete(call)
        try:
            return self._validated(call, first)
        except _Unusable as unusable:
            self.counts["asked again"] += 1
            again = call.followed_by(*self._complaint(first, unusable.errors))
        second = _together(first, await self._inner.complete(again))
        try:
            return self._validated(call, second)
        except _Unusable as unusable:
            self.counts["given up"] += 1
            raise BadReply(_message(unusable.errors), errors=unusable.errors) from None

    def _validated(self, call: Call, reply: Reply) -> Reply:
        if reply.finish_reason == "refusal":
            raise BadReply("the model refused to answer", refused=True)
        try:
            read = damaged_json.repair(reply.text, reply.finish_reason)
            # Not strict: "3" where 3 is asked for loses nothing, and small models write it.
            valid = call.reply.model_validate_json(read.text)
        except damaged_json.NotJson as error:
            raise _Unusable([str(error)]) from None
        except ValidationError as error:
            raise _Unusable(_lines(error)) from None
        self.counts[read.how] += 1
        return replace(reply, text=valid.model_dump_json())

    def _complaint(self, reply: Reply, errors: list[str]) -> tuple[Message, Message]:
        # Some providers refuse an empty turn.
        shown = reply.text[:LONGEST_SHOWN] or "(nothing)"
        return Message("assistant", shown), Message("user", self._render_repair(errors))


class _Unusable(Exception):
    """A reply that does not validate; `errors` says why, one line each."""

    def __init__(self, errors: list[str]) -> None:
        self.errors = errors


def _together(first: Reply, second: Reply) -> Reply:
    """The second reply, with what both took."""
    known = first.cost_usd is not None and second.cost_usd is not None
    return replace(
        second,
        prompt_tokens=first.prompt_tokens + second.prompt_tokens,
        completion_tokens=first.completion_tokens + second.completion_tokens,
        cost_usd=(first.cost_usd or 0) + (second.cost_usd or 0) if known else None,
        records=(*first.records, *second.records),
    )


def _lines(error: ValidationError) -> list[str]:
    """One line a broken rule: where, and what; never the value that broke it."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    lines = [f"{_path(one['loc'])}: {one['msg']}"[:LONGEST_ERROR] for one in found[:MOST_ERRORS]]
    left_out = len(found) - len(lines)
    return [*lines, f"and {left_out} more"] if left_out else lines


def _path(location: tuple[int | str, ...]) -> str:
    """`claims[2].quote`; a name that the model made up is not repeated."""
    path = ""
    for part in location:
        name = part if isinstance(part, int) or (part.isidentifier() and len(part) <= 40) else "?"
        path += f"[{name}]" if isinstance(name, int) else f".{name}" if path else name
    return path or "the answer"


def _message(errors: list[str]) -> str:
    return f"the model's reply does not have the shape asked for, even after it was shown its errors: {errors[0]}"
