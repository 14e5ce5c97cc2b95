"""What each part of the comparison is worth: the suite on recorded replies with one part off at a time.

    python -m evals.ablation            # Markdown tables, as evals/README.md shows them

A part is switched off by putting a stand-in where the product calls it; nothing of the product knows of it. The model
is not asked: summaries, which differ with the findings, are left to code.
"""

import asyncio
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import Any
from unittest import mock

from evals import pairing, receipts, recordings, runs, scores, subjects
from evals.cases import Case, load_all, shipped_folder
from evals.outcomes import Outcome
from evals.recordings import NotRecorded, Recording, Recordings, Replay
from evals.results import CaseResult, Family, Result
from evals.runs import Subject
from service.errors import BadReply
from service.llm.port import Call, Reply

SHOWN: tuple[Family, ...] = ("contradictions", "disputes", "updates", "scope_differences", "agreements", "omissions")
STEPS, COMPARING = "service.steps", "service.steps.comparing"
COMMITMENTS, SPEAKERS, PREDICATES = (f"{COMPARING}.{name}" for name in ("commitments", "speakers", "predicates"))
_BY_PREDICATE = ("predicate", "denial", "doer")


def _none(*_: Any, **__: Any) -> None:
    return None


def _nothing(*_: Any, **__: Any) -> tuple[()]:
    return ()


@dataclass(frozen=True)
class Part:
    """A part with what stands in for it: the places to patch, and the value put there."""

    name: str
    places: tuple[str, ...]
    stand_in: Callable[..., Any]


PARTS = (
    Part("figures", (f"{COMPARING}.figures.figure_rules.judge",), _none),
    Part("figures of any story", (f"{COMPARING}.figures.measurand_rules.judge",), _none),
    Part("conflicts in words", (f"{COMPARING}.wording_rules.find", f"{COMMITMENTS}.marked_rules.judge"), _none),
    Part("predicates of any story", tuple(f"{PREDICATES}.{name}_rules.judge" for name in _BY_PREDICATE), _none),
    Part(
        "stances and retorts",
        (f"{SPEAKERS}.stance_rules.judge", f"{SPEAKERS}.retort_rules.judge"),
        _none,
    ),
    Part("who says it", (f"{STEPS}.speech.find",), _nothing),
    Part("quotations", (f"{STEPS}.quotes.compare",), _nothing),
    Part("origins", (f"{STEPS}.origins.find",), _nothing),
    Part("one event or not", (f"{COMPARING}.events.is_same",), lambda *_: True),
)


class Unanswered:
    """Replays what is recorded; what is not has no valid answer, which the product does without."""

    def __init__(self, kept: Recordings) -> None:
        self._replay = Replay(kept)

    async def complete(self, call: Call) -> Reply:
        """Raises BadReply for what was never recorded."""
        try:
            return await self._replay.complete(call)
        except NotRecorded as error:
            raise BadReply(error.message) from None


class Silent:
    """Answers nothing: what code does alone."""

    async def complete(self, call: Call) -> Reply:
        """Raises BadReply."""
        raise BadReply(f"nobody was asked about step {call.step}")


def main() -> None:
    path = next((shipped_folder().parent / "recordings").glob("embedded-*.jsonl"))
    kept, cases = recordings.read(path), load_all(shipped_folder())
    outcomes: list[Outcome] = []
    whole = _run(cases, kept, outcomes=outcomes)
    rows = [("everything on", whole), ("the model's cuts", _run(cases, kept, silent=True))]
    for part in PARTS:
        with switched_off(part):
            rows.append((part.name, _run(cases, kept)))
    for split in ("all", "open", "held out"):
        sys.stdout.write(f"\n### {split.capitalize()} cases\n\n{table(rows, split)}\n")
    sys.stdout.write(f"\n### Candidate pairs\n\n{pair_table(whole, outcomes)}\n")


@contextmanager
def switched_off(part: Part) -> Iterator[None]:
    """The product without `part`."""
    with ExitStack() as stack:
        for place in part.places:
            stack.enter_context(mock.patch(place, part.stand_in))
        yield


def table(rows: Sequence[tuple[str, Result]], split: str) -> str:
    """Precision and recall of each family and the false conflicts, a row a part that is off."""
    heads = ["off", *(name.replace("_", " ") for name in SHOWN), "voice", "false conflicts"]
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
    for name, result in rows:
        cases = receipts.splits(result)[split]
        false = scores.faults(cases).get("false_contradiction", 0)
        cells = [name, *(_shares(cases, family) for family in SHOWN), _accuracy(cases), str(false)]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def pair_table(result: Result, outcomes: Sequence[Outcome]) -> str:
    """Gold pairs among the candidates, candidates a claim, and false alarms per 100 candidates."""
    false = {case.name: len(case.faults["false_contradiction"]) for case in result.cases}
    counted = [pairing.count(one, false[one.case.name]) for one in outcomes]
    held_out = {case.name for case in result.cases if case.is_held_out}
    lines = [
        "| cases | gold pairs | held | recall | pairs a claim | false conflicts per 100 pairs |",
        f"|{' --- |' * 6}",
    ]
    for name, chosen in (
        ("all", counted),
        ("open", [one for one in counted if one.name not in held_out]),
        ("held out", [one for one in counted if one.name in held_out]),
    ):
        gold, held = sum(one.gold for one in chosen), sum(one.held for one in chosen)
        pairs, claims = sum(one.pairs for one in chosen), sum(one.claims for one in chosen)
        wrong = sum(one.false for one in chosen)
        share = f"{held / gold:.3f}" if gold else ""
        lines.append(
            f"| {name} | {gold} | {held} | {share} | {pairs / claims:.2f} | {100 * wrong / pairs:.2f} ({wrong}) |"
        )
    return "\n".join(lines)


def _run(
    cases: Sequence[Case], kept: Recordings, *, silent: bool = False, outcomes: list[Outcome] | None = None
) -> Result:
    subject: Subject = subjects.replay(kept, None)
    llm = Silent() if silent else Unanswered(kept)
    subject = replace(subject, services=replace(subject.services, llm=llm))
    return asyncio.run(runs.run(cases, subject, Recording(llm), keep=outcomes))


def _shares(cases: Sequence[CaseResult], family: Family) -> str:
    score = scores.family(cases, family)
    parts = ["" if one is None else f"{one:.2f}" for one in (score.precision, score.recall)]
    return f"{parts[0] or '-'} / {parts[1] or '-'}"


def _accuracy(cases: Sequence[CaseResult]) -> str:
    value = scores.family(cases, "voice").f1
    return "" if value is None else f"{value:.2f}"


if __name__ == "__main__":
    main()
