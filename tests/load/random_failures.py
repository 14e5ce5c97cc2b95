"""One model call in five fails at random; every story must get its own report, once.

    python -m tests.load.random_failures [STORIES] [--jobs]

A real service in a process of its own, asked through its client; with --jobs the stories are left as jobs. A story
that is refused for what may pass is sent again, as a person would; how often is told.
"""

import argparse
import asyncio
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

from service.client import AsyncRashomon, Refused
from service.report_models import Report
from tests.llm import fault_table
from tests.llm.openai_server import DROP, Answer, OpenAIServer, Request, completion, failure
from tests.load import small_stories
from tests.served import Served

SHARE = 0.2
AT_ONCE = 16
MOST_SENDS = 10
FAULTS: tuple[Answer, ...] = (
    failure(500),
    failure(503),
    failure(429),
    failure(429, retry_after="1"),
    DROP,
    Answer(200),
    fault_table.HTML,
    completion("Here you are: {claims"),
)


class Unreliable:
    """Answers right, except for a share of calls. Counts failures, and how often each question was answered."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.failed = 0
        self.answered: Counter[str] = Counter()

    def __call__(self, request: Request) -> Answer:
        if self._chance.random() < SHARE:
            self.failed += 1
            return self._chance.choice(FAULTS)
        self.answered[fault_table.question(request)] += 1
        return fault_table.right(request)


@dataclass
class Outcome:
    """What came of it; `sent_again` counts stories sent once more after a refusal."""

    stories: int
    reports: dict[int, Report] = field(default_factory=dict)
    sent_again: int = 0
    calls_failed: int = 0
    answered_twice: int = 0
    seconds: float = 0.0

    def wrong(self) -> list[str]:
        """What must not have happened."""
        lost = self.stories - len(self.reports)
        mixed = [number for number, report in self.reports.items() if _ids(report) != small_stories.ids(number)]
        requests = {report.provenance.run.request_id for report in self.reports.values()}
        found = [f"{lost} stories were lost"] if lost else []
        found += [f"stories {mixed} got another's report"] if mixed else []
        return found + (["reports were doubled"] if len(requests) < len(self.reports) else [])

    def __str__(self) -> str:
        return (
            f"{len(self.reports)} of {self.stories} stories got a report of their own in {self.seconds:.0f} s; "
            f"{self.calls_failed} model calls failed, {self.sent_again} stories were sent again, {self.answered_twice} "
            "questions were answered twice"
        )


async def ask(service: AsyncRashomon, number: int, *, as_job: bool) -> Report:
    """The report on story `number`."""
    story = small_stories.make(number)
    if not as_job:
        return await service.analyze(story)
    job = await service.submit(story)
    return await service.wait(job.id)


async def ask_all(address: str, outcome: Outcome, *, as_jobs: bool) -> None:
    """Asks for every story, a few at a time, until it has a report."""
    places = asyncio.Semaphore(AT_ONCE)

    async def until_done(service: AsyncRashomon, number: int) -> None:
        for _ in range(MOST_SENDS):
            try:
                async with places:
                    outcome.reports[number] = await ask(service, number, as_job=as_jobs)
                return
            except Refused:
                outcome.sent_again += 1

    async with AsyncRashomon(address) as service:
        await asyncio.gather(*(until_done(service, number) for number in range(outcome.stories)))


def run(stories: int, *, as_jobs: bool, seed: int = 7) -> Outcome:
    """Asks a service on an unreliable model for so many stories."""
    outcome, script = Outcome(stories), Unreliable(seed)
    with OpenAIServer(script) as model:
        settings = {"RASHOMON_MODEL": "openai/any", "RASHOMON_API_BASE": model.api_base, "RASHOMON_RETRY_ATTEMPTS": "6"}
        with Served(**settings, RASHOMON_ANALYSES_WAITING="1000", RASHOMON_JOBS_PARALLEL=str(AT_ONCE)) as served:
            began = time.monotonic()
            asyncio.run(ask_all(served.address, outcome, as_jobs=as_jobs))
            outcome.seconds = time.monotonic() - began
    outcome.calls_failed = script.failed
    outcome.answered_twice = sum(count - 1 for count in script.answered.values())
    return outcome


def _ids(report: Report) -> set[str]:
    return {article.id for article in report.articles}


def main(argv: list[str]) -> str | None:
    """None where every story got its report, else what went wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("stories", type=int, nargs="?", default=500)
    parser.add_argument("--jobs", action="store_true")
    arguments = parser.parse_args(argv)
    outcome = run(arguments.stories, as_jobs=arguments.jobs)
    sys.stdout.write(f"{outcome}\n")
    return "; ".join(outcome.wrong()) or None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
