"""A part is off only while it is measured; candidate pairs are held against the gold ones."""

import asyncio
from pathlib import Path

import pytest

from evals import ablation, cases, pairing, runs
from evals.outcomes import Outcome
from evals.recordings import Recording
from evals.results import Result
from evals.runs import Subject
from service.llm.scripted import Scripted
from service.steps.comparing.figures import figure_rules
from tests.evals.small_suite import answer_well, services, write_suite


def run(suite: tuple[cases.Case, ...], keep: list[Outcome] | None = None) -> Result:
    subject = Subject(services(Scripted(answer_well)), ())
    return asyncio.run(runs.run(suite, subject, Recording(subject.services.llm), keep=keep))


@pytest.fixture
def suite(tmp_path: Path) -> tuple[cases.Case, ...]:
    return cases.load_all(write_suite(tmp_path / "cases"))


def test_without_figures_a_toll_is_no_contradiction_and_afterwards_it_is(suite: tuple[cases.Case, ...]) -> None:
    (figures,) = [part for part in ablation.PARTS if part.name == "figures"]
    with ablation.switched_off(figures):
        without = run(suite)
    rows = [("everything on", run(suite)), ("figures", without)]
    on, off = ablation.table(rows, "all").splitlines()[2:]
    assert "1.00 / 1.00" in on
    assert "- / 0.00" in off
    assert figure_rules.judge.__module__ == figure_rules.__name__


@pytest.mark.parametrize("part", ablation.PARTS, ids=lambda part: part.name)
def test_every_part_can_be_switched_off(suite: tuple[cases.Case, ...], part: ablation.Part) -> None:
    with ablation.switched_off(part):
        assert all(case.failure is None for case in run(suite).cases)


def test_gold_pairs_among_the_candidates_are_counted(suite: tuple[cases.Case, ...]) -> None:
    outcomes: list[Outcome] = []
    run(suite, outcomes)
    agreeing, parting = (pairing.count(one, 0) for one in sorted(outcomes, key=lambda one: one.case.name))
    assert (parting.gold, parting.held) == (1, 1)
    assert (agreeing.gold, agreeing.held) == (0, 0)
    assert 0 < parting.pairs <= 4 * parting.claims
