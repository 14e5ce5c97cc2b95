"""Asks the model many questions at once, bounded, and keeps count. Knows nothing of what is asked.

One Asking lives as long as one analysis: its records are the analysis' provenance, its progress what the user sees.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from service.errors import ModelError
from service.llm.budget import Budget
from service.llm.port import Call, LanguageModel, Reply
from service.report_models import CallRecord


@dataclass(frozen=True)
class Progress:
    """How far a step is: `done` of `total` questions answered; tokens are those of the whole analysis so far."""

    step: str
    done: int
    total: int
    prompt_tokens: int
    completion_tokens: int


Answer = Reply | ModelError


class Asking:
    """Asks through `llm`, at most `parallel_calls` at once, within `budget`, telling `progress` after every answer."""

    def __init__(
        self,
        llm: LanguageModel,
        parallel_calls: int,
        progress: Callable[[Progress], None],
        budget: Budget | None = None,
    ) -> None:
        self._llm = llm
        self._budget = budget
        self._places = asyncio.Semaphore(parallel_calls)
        self._progress = progress
        self._prompt_tokens = 0
        self._completion_tokens = 0
        self.records: list[CallRecord] = []

    async def all(
        self,
        step: str,
        calls: Sequence[Call],
        tolerates: Callable[[ModelError], bool],
        through: LanguageModel | None = None,
    ) -> list[Answer]:
        """The answers in the order of `calls`. An error that `tolerates` accepts is an answer; any other is raised.

        `through` is the model to ask where it is not the analysis' own.

        Raises ModelError naming step and article; the calls still under way are cancelled then.
        """
        self._tell(step, 0, len(calls))
        done = 0

        async def answer(call: Call) -> Answer:
            nonlocal done
            result = await self._one(call, tolerates, through or self._llm)
            done += 1
            self._count(result)
            self._tell(step, done, len(calls))
            return result

        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(answer(call)) for call in calls]
        except BaseExceptionGroup as failures:
            raise _first(failures) from failures
        answers = [task.result() for task in tasks]
        # In the order asked, not answered: equal runs list equal calls.
        self.records += [record for one in answers if isinstance(one, Reply) for record in one.records]
        return answers

    async def _one(self, call: Call, tolerates: Callable[[ModelError], bool], llm: LanguageModel) -> Answer:
        async with self._places:
            try:
                return await llm.complete(replace(call, budget=self._budget))
            except ModelError as error:
                error.step, error.article_id = call.step, call.article_id
                if tolerates(error):
                    return error
                raise

    def _tell(self, step: str, done: int, total: int) -> None:
        self._progress(Progress(step, done, total, self._prompt_tokens, self._completion_tokens))

    def _count(self, answer: Answer) -> None:
        if isinstance(answer, Reply):
            self._prompt_tokens += sum(record.prompt_tokens for record in answer.records)
            self._completion_tokens += sum(record.completion_tokens for record in answer.records)


def _first(failures: BaseExceptionGroup[BaseException]) -> BaseException:
    """The first failure that is not a group; a sibling's cancellation never hides the cause."""
    first = failures.exceptions[0]
    return _first(first) if isinstance(first, BaseExceptionGroup) else first
