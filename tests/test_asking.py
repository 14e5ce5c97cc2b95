"""Many questions at once: bounded, in order, counted, and one failure ends the others."""

import asyncio

import pytest

from service.asking import Asking, Progress
from service.errors import BadReply, ModelDown, ModelError
from service.llm.port import Call, Message, Reply
from service.models import Model
from service.report_models import CallRecord

pytestmark = pytest.mark.anyio


class Answer(Model):
    text: str


def call(name: str) -> Call:
    return Call("claims", "p", (Message("user", name),), Answer, max_tokens=5, article_id=f"article-{name}")


def reply(name: str) -> Reply:
    record = CallRecord(
        step="claims", article_id=name, cached=False, prompt_tokens=3, completion_tokens=2, cost_usd=None, ms=1
    )
    return Reply(name, records=(record,))


class Slow:
    """Answers in the reverse of the order asked, and remembers how many were under way at once."""

    def __init__(self) -> None:
        self.under_way = 0
        self.most = 0
        self.cancelled = 0

    async def complete(self, call: Call) -> Reply:
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        name = call.messages[0].content
        try:
            for _ in range(20 - int(name)):
                await asyncio.sleep(0)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.under_way -= 1
        if name == "9":
            raise ModelDown("no answer from the server")
        if name == "8":
            raise BadReply("never valid")
        return reply(name)


def nothing(error: ModelError) -> bool:
    return False


async def test_answers_and_records_come_in_the_order_asked_and_never_too_many_at_once() -> None:
    model = Slow()
    asking = Asking(model, 3, lambda progress: None)
    answers = await asking.all("claims", [call(str(n)) for n in range(7)], nothing)
    assert [answer.text for answer in answers if isinstance(answer, Reply)] == list("0123456")
    assert [record.article_id for record in asking.records] == list("0123456")
    assert model.most == 3


async def test_progress_counts_answers_and_tokens() -> None:
    seen: list[Progress] = []
    asking = Asking(Slow(), 2, seen.append)
    await asking.all("claims", [call("1"), call("2")], nothing)
    assert [(one.done, one.total) for one in seen] == [(0, 2), (1, 2), (2, 2)]
    assert (seen[-1].prompt_tokens, seen[-1].completion_tokens) == (6, 4)


async def test_a_failure_names_step_and_article_and_ends_the_calls_under_way() -> None:
    model = Slow()
    with pytest.raises(ModelDown) as failure:
        await Asking(model, 5, lambda progress: None).all("claims", [call("9"), call("0"), call("1")], nothing)
    assert (failure.value.step, failure.value.article_id) == ("claims", "article-9")
    assert "step claims, article article-9" in str(failure.value)
    assert model.cancelled == 2


async def test_a_tolerated_failure_is_an_answer() -> None:
    asking = Asking(Slow(), 5, lambda progress: None)
    answers = await asking.all("claims", [call("8"), call("1")], lambda error: isinstance(error, BadReply))
    assert isinstance(answers[0], BadReply)
    assert isinstance(answers[1], Reply)
