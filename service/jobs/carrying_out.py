"""Carries out one job: a story in, a Report or a problem out, as text. Knows no engine and no database.

A failure that can pass is tried again, with the replies that are finished already kept by the cache.
"""

import asyncio
import logging
from collections.abc import Callable

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from service import deadline, problems, stories
from service.analyze import analyze
from service.asking import Progress
from service.deployment import Deployment
from service.errors import BadReply, ModelDown, ModelTimeout, RashomonError
from service.faults import without_words
from service.jobs.job import Asked, Outcome
from service.report_models import Report

_log = logging.getLogger("rashomon")
FIRST_WAIT_S, LONGEST_WAIT_S = 2.0, 60.0


class CarryingOut:
    """Does what jobs ask with `deployment`, each at most `attempts` times."""

    def __init__(self, deployment: Deployment, attempts: int, first_wait_s: float = FIRST_WAIT_S) -> None:
        self._deployment = deployment
        self._attempts = attempts
        self._first_wait_s = first_wait_s

    async def __call__(self, asked: Asked, progress: Callable[[Progress], None]) -> Outcome:
        """What came of it; never raises but when it is cancelled."""
        try:
            report = await self._retried(asked, progress)
        except RashomonError as error:
            problem = problems.describe(error, asked.request_id)
            _log.warning("job %s failed: %s, step %s", asked.request_id, problem.type, problem.step)
        except Exception as error:
            _log.error("job %s failed: %s", asked.request_id, without_words(error))
            problem = problems.internal(asked.request_id)
        else:
            return Outcome("report", report.model_dump_json())
        return Outcome("problem", problem.model_dump_json(exclude_none=True))

    async def _retried(self, asked: Asked, progress: Callable[[Progress], None]) -> Report:
        exponential = wait_exponential_jitter(multiplier=self._first_wait_s, max=LONGEST_WAIT_S)

        def wait(state: RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            return max(exponential(state), min(getattr(error, "retry_after_s", None) or 0.0, LONGEST_WAIT_S))

        retrying = AsyncRetrying(
            retry=retry_if_exception(_may_pass), stop=stop_after_attempt(self._attempts), wait=wait, reraise=True
        )
        report: Report = await retrying(self._once, asked, progress)
        return report

    async def _once(self, asked: Asked, progress: Callable[[Progress], None]) -> Report:
        story = await asyncio.to_thread(stories.parse, asked.story.encode())
        articles = await asyncio.to_thread(stories.to_articles, story)
        async with deadline.within(self._deployment.deadline_s, progress) as tell:
            return await analyze(
                articles,
                self._deployment.services,
                options=story.options,
                request_id=asked.request_id,
                progress=tell,
            )


def _may_pass(error: BaseException) -> bool:
    """Whether the same job can succeed later. A model that refuses, or refuses the key, will do so again."""
    if isinstance(error, BadReply):
        return not error.refused
    return isinstance(error, ModelTimeout) or (isinstance(error, ModelDown) and error.may_pass)
