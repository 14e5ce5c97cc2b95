import importlib

import pytest

from evals.evaluators.registry import COUNTERS, EVALUATORS
from evals.results import FAMILIES, Counts, Fault
from tests.evals.made_outcomes import Story, at, may, must

# What the project asked for; more may be added.
ASKED = (
    "ungrounded_span invented_number invented_name lost_negation wrong_speaker outlet_voice_confused missed_claim "
    "invented_claim false_contradiction missed_contradiction wrong_type update_called_contradiction false_omission "
    "missed_omission missed_agreement altered_quote_missed uncited_sentence unsupported_sentence loaded_wording "
    "one_sided_summary order_obeyed asymmetry"
).split()
STORY = Story(echo="Four people died.", gazette="Seven people died.")
CLAIM = at("echo", "Four people died")
POSITIONS = [CLAIM, at("gazette", "Seven people died")]


def test_every_error_asked_for_has_an_evaluator() -> None:
    assert set(ASKED) <= EVALUATORS.keys()


def test_every_evaluator_that_is_written_is_registered() -> None:
    modules = "claims conflicts coverage grounding quotations summary symmetry".split()
    written = {
        name
        for module in modules
        for name, value in vars(importlib.import_module(f"evals.evaluators.{module}")).items()
        if getattr(value, "__annotations__", {}).get("return") == list[Fault] and not name.startswith("_")
    }
    assert written == EVALUATORS.keys()


@pytest.mark.parametrize("name", EVALUATORS)
def test_an_empty_report_on_an_empty_expectation_has_no_fault(name: str) -> None:
    assert EVALUATORS[name](STORY.outcome({})) == []


def test_every_family_of_results_is_counted() -> None:
    assert COUNTERS.keys() == set(FAMILIES)


def test_a_family_counts_its_own_section_alone() -> None:
    expected = {
        "claims": [must(**CLAIM)],
        "agreements": [must(quotes=POSITIONS)],
        "contradictions": [must(positions=POSITIONS)],
        "disputes": [must(positions=POSITIONS)],
        "updates": [must(positions=POSITIONS)],
        "scope_differences": [must(positions=POSITIONS)],
        "quote_changes": [must(quotes=POSITIONS)],
        "omissions": [must(article="gazette", quotes=CLAIM)],
        "summary": [must(quotes=CLAIM)],
    }
    for family, section in expected.items():
        alone = STORY.outcome({family: section})
        assert {one: count(alone) for one, count in COUNTERS.items() if count(alone) != Counts()} == {
            family: Counts(fn=1)
        }
        spared = STORY.outcome({family: [{**may(), **{k: v for k, v in section[0].items() if k != "expect"}}]})
        assert all(count(spared) == Counts() for count in COUNTERS.values())
