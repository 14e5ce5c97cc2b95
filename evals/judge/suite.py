"""The eval cases with the judge on: every open case read by a head that saw nothing of it. Knows no file.

Replies of the model are recorded ones; what the head says is looked up by the text it would read.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace

from evals import receipts, runs, scores, subjects
from evals.ablation import Unanswered
from evals.cases import Case
from evals.recordings import Recording, Recordings
from evals.results import CaseResult, Counts, Family, Result
from service.errors import BadReply
from service.llm.heads import Head, Likelihood
from service.llm.port import Call, Reply
from service.services import Judge

SHOWN: tuple[Family, ...] = ("contradictions", "disputes", "updates", "agreements")


class LookedUp:
    """What heads say, by the text they read; what nobody worked out is kept in `missing` and has no answer."""

    def __init__(self, said: Mapping[str, Likelihood]) -> None:
        self._said = said
        self.missing: list[str] = []

    async def complete(self, call: Call) -> Reply:
        """Raises BadReply for a text nobody worked out."""
        text = call.messages[-1].content
        if text not in self._said:
            self.missing.append(text)
            raise BadReply("no state is kept for this pair")
        return Reply(self._said[text].model_dump_json(), cost_usd=0.0)


def run(cases: Sequence[Case], kept: Recordings, judge: Judge | None) -> Result:
    """The cases through the product, with `judge` or by rules alone; summaries are left to code."""
    subject = subjects.replay(kept, None)
    services = replace(subject.services, llm=Unanswered(kept), judge=judge)
    return asyncio.run(runs.run(cases, replace(subject, services=services), Recording(services.llm)))


def asked(cases: Sequence[Case], kept: Recordings, head: Head, most: int) -> dict[str, list[str]]:
    """The texts a head would read in every case, by its name."""
    found = {}
    for case in cases:
        judge = LookedUp({})
        run([case], kept, Judge(judge, head, most))
        found[case.name] = judge.missing
    return found


def table(results: Mapping[str, Result]) -> str:
    """Precision / recall (its interval, by case) of the sections a judge may change, and false contradictions."""
    heads = ["cases", "decided by", *(name.replace("_", " ") for name in SHOWN), "false contradictions"]
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
    for split in ("all", "open", "held out"):
        for name, result in results.items():
            cases = receipts.splits(result)[split]
            cells = [_shares(cases, family) for family in SHOWN]
            false = scores.faults(cases).get("false_contradiction", 0)
            lines.append(f"| {split} | {name} | {' | '.join(cells)} | {false} |")
    return "\n".join(lines)


def _shares(cases: Sequence[CaseResult], family: Family) -> str:
    score = scores.family(cases, family)
    counted = [case.counts.get(family, Counts()) for case in cases]
    low, high = scores.interval(counted, lambda drawn: scores.recall(sum(drawn, Counts())))
    precision, recall, least, most = (
        "-" if one is None else f"{one:.2f}" for one in (score.precision, score.recall, low, high)
    )
    return f"{precision} / {recall} ({least} to {most})"
