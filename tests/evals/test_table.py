import io

import pytest
from rich.console import Console

from evals import changes, table
from evals.results import FAMILIES, Effort, Fault, Result
from tests.evals.made_results import case, counts, fault, result, two_cases

GREEN, RED = "\x1b[32m", "\x1b[31m"


def printed(*results: Result, width: int = 100, baseline: Result | None = None, colour: bool = False) -> str:
    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None
    )
    table.write(results, console, baseline=baseline)
    return str(console.file.getvalue())  # type: ignore[attr-defined]


def printed_changes(before: Result, after: Result, **options: int) -> str:
    console = Console(file=io.StringIO(), width=100)
    table.write_changes(changes.compare(before, after), console, **options)
    return str(console.file.getvalue())  # type: ignore[attr-defined]


def section(told: str, heading: str) -> dict[str, list[str]]:
    """The rows that follow a heading, by their first word, as far as the next heading."""
    lines = told.split(heading)[1].splitlines()[1:]
    rows: dict[str, list[str]] = {}
    for line in lines:
        if line and line.split()[0].isupper():
            break
        if line.strip() and not line.startswith(" "):
            rows.setdefault(line.split()[0], line.split()[1:])
    return rows


def test_scores_stand_apart_for_all_open_and_held_out_cases() -> None:
    told = printed(two_cases())
    assert section(told, "SCORES, ALL CASES")["claims"] == ["6", "5", "5", "1.00", "0.83", "0.91", "0.67-1.00"]
    assert section(told, "SCORES, OPEN CASES")["claims"][:6] == ["4", "4", "4", "1.00", "1.00", "1.00"]
    assert section(told, "SCORES, HELD-OUT CASES")["claims"][:6] == ["2", "1", "1", "1.00", "0.50", "0.67"]


def test_a_family_nothing_is_expected_or_found_in_has_no_score() -> None:
    assert section(printed(two_cases()), "SCORES, ALL")["updates"] == ["0", "0", "0", "-", "-", "-", "-"]


def test_counts_stand_over_the_scores_and_over_each_part() -> None:
    scores = [" ".join(part.split()) for part in printed(two_cases()).split("SCORES")]
    assert "2 cases (1 held out), 41 gold conflicts, 67 near-misses" in scores[1]
    assert "1 open case gold" in scores[2]
    assert "1 held-out case gold" in scores[3]


def test_model_identity_and_prompts_are_named() -> None:
    told = printed(two_cases())
    assert told.startswith("local/small\n")
    assert "Identity: small.gguf, sha256:abc; service 0.3.0" in told
    assert "Prompts: claims.sentence 0f0f0f" in told


def test_a_replay_is_called_one_wherever_its_figures_stand() -> None:
    assert "replay" not in printed(two_cases()).lower()
    told = printed(two_cases(is_replay=True))
    assert "this measures the code and not the model" in told
    assert all(part.count("local/small (replay)") == 1 for part in told.split("SCORES")[1:3])


def test_faults_are_counted_by_evaluator_and_part_zeros_included() -> None:
    rows = section(printed(two_cases()), "FAULTS BY EVALUATOR")
    assert rows == {
        "false_contradiction": ["1", "1", "0", "0"],
        "lost_negation": ["0", "0", "0", "0"],
        "missed_claim": ["1", "0", "1", "0"],
    }


def test_zeros_are_dimmed() -> None:
    row = next(line for line in printed(two_cases(), colour=True).splitlines() if line.startswith("lost_negation"))
    assert row.count("\x1b[2m") == 4
    found = next(line for line in printed(two_cases(), colour=True).splitlines() if line.startswith("missed_claim"))
    assert found.count("\x1b[2m") == 2


def test_failed_cases_and_crashed_evaluators_are_named_in_red() -> None:
    broken = result(
        case("ferry", failure="the model gave no reply"),
        case("bridge", is_held_out=True, crashed={"wrong_type": "KeyError: 'c1'"}),
    )
    told = printed(broken, colour=True)
    assert "\x1b[31mlocal/small, ferry: failed: the model gave no reply" in told
    assert "\x1b[31mlocal/small, bridge (held out): wrong_type crashed: KeyError: 'c1'" in told
    assert "Failed cases: 1, of which 1 are in no score." in told
    assert section(printed(broken), "FAULTS BY EVALUATOR") == {"wrong_type": ["-", "-", "-", "1"]}


def test_no_failure_is_said_as_well() -> None:
    assert "FAILED CASES AND CRASHED EVALUATORS: none" in printed(two_cases())


def test_effort_is_given_and_an_unknown_price_is_no_zero() -> None:
    took = {"seconds": 12.34, "calls": 50, "cached_calls": 7, "prompt_tokens": 12345, "completion_tokens": 678}
    effort = Effort.model_validate(took)
    row = printed(two_cases(effort=effort)).splitlines()[-1].split()
    assert row == ["local/small", "12.3", "50", "7", "12,345", "678", "-"]
    assert printed(two_cases(effort=effort.model_copy(update={"cost_usd": 0.25}))).splitlines()[-1].endswith("$0.2500")


def test_repeats_show_their_spread_over_all_cases_only() -> None:
    told = printed(two_cases(repeats=3, spread={"claims.f1": 0.125, "missed_claim": 2.0}))
    assert "3 repeats" in told
    assert section(told, "SCORES, ALL")["claims"][-1] == "0.12"
    assert len(section(told, "SCORES, OPEN")["claims"]) == 7
    assert section(told, "FAULTS BY EVALUATOR")["missed_claim"][-1] == "2"


def test_a_baseline_shows_how_far_each_figure_moved_on_the_cases_both_hold() -> None:
    before = result(case("ferry", counts={"claims": counts(2, fn=2)}, faults={"false_contradiction": ()}))
    told = printed(two_cases(), baseline=before)
    assert "Baseline: local/small, 1 cases" in told
    assert section(told, "SCORES, ALL")["claims"][-1] == "+0.33"
    assert section(told, "SCORES, HELD-OUT")["claims"][-1] == "-"
    assert section(told, "FAULTS BY EVALUATOR")["false_contradiction"][-1] == "+1"


@pytest.mark.parametrize("repeats", [1, 3])
def test_one_model_fits_100_columns_with_everything_shown(repeats: int) -> None:
    full = two_cases(repeats=repeats, spread={f"{family}.f1": 0.25 for family in FAMILIES})
    told = printed(full, baseline=two_cases())
    assert max(map(len, told.splitlines())) <= 100
    assert "…" not in told


def test_models_stand_side_by_side_where_there_is_room_and_below_each_other_where_not() -> None:
    other = two_cases(model="cloud/large")
    wide = printed(two_cases(), other, width=160).split("SCORES, ALL CASES")[1].splitlines()
    assert "local/small" in wide[1]
    assert "cloud/large" in wide[1]
    assert next(line for line in wide if line.startswith("claims")).count("0.67-1.00") == 2
    narrow = printed(two_cases(), other).split("SCORES, ALL CASES")[1].split("SCORES")[0]
    assert [line.strip() for line in narrow.splitlines() if "/" in line] == ["local/small", "cloud/large"]
    assert narrow.count("\nclaims") == 2


def test_words_of_strangers_are_neither_markup_nor_orders_to_the_terminal() -> None:
    hostile = "[red]x[/red] :smile: \x1b[2J\u202e"
    told = printed(result(case(hostile, failure=hostile, crashed={hostile: hostile}), model=hostile), width=200)
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert told.count("[red]x[/red] :smile: ␛[2J") >= 4


def test_changes_name_metric_case_and_both_outputs() -> None:
    before = two_cases(spread={"claims.f1": 0.01})
    worse = case(
        "ferry",
        counts={"claims": counts(3, fn=1)},
        faults={"missed_claim": (fault(expected="Nine died", why="the toll"),), "false_contradiction": ()},
    )
    told = printed_changes(before, two_cases(cases=(worse, before.cases[1])))
    assert "claims.f1: 0.909 -> 0.800, noise 0.010 (worse)" in told
    assert "  ferry: right 4 -> 3, wrong 0 -> 0, missed 0 -> 1" in told
    assert "    came: expected: Nine died; got: nothing; why: the toll" in told
    assert "false_contradiction: 1 -> 0, noise 0 (better)" in told
    assert "    went: expected: nothing; got: 12 died / 14 died; why: the newer toll" in told


def test_a_change_within_noise_is_said_to_be_one() -> None:
    before = result(case("ferry", faults={"lost_negation": ()}), spread={"lost_negation": 1.0})
    after = result(case("ferry", faults={"lost_negation": (fault("x"),)}))
    assert "lost_negation: 0 -> 1, noise 1 (worse, within noise)" in printed_changes(before, after)


def test_faults_beyond_the_limit_are_counted() -> None:
    many: tuple[Fault, ...] = tuple(fault(f"word {number}") for number in range(5))
    before = result(case("a", faults={"x": ()}), case("b", faults={"x": ()}))
    after = result(case("a", faults={"x": many[:3]}), case("b", faults={"x": many[3:]}))
    told = printed_changes(before, after, limit=2)
    assert told.count("came:") == 2
    assert "and 3 more faults" in told
    assert "more faults" not in printed_changes(before, after, limit=5)


def test_no_change_and_cases_of_one_side_are_said() -> None:
    assert printed_changes(two_cases(), two_cases()) == "No metric changed.\n"
    told = printed_changes(two_cases(), result(two_cases().cases[0], case("new")))
    assert "Only in the new result: new" in told
    assert "Only in the baseline: bridge" in told


def test_a_gain_is_green_and_a_loss_red_for_shares_and_for_faults() -> None:
    low = result(case("a", counts={"claims": counts(1, fn=1)}, faults={"x": (fault("y"),)}))
    high = result(case("a", counts={"claims": counts(2)}, faults={"x": ()}))
    gained, lost = printed(high, baseline=low, colour=True), printed(low, baseline=high, colour=True)
    assert coloured(gained, GREEN) == {"+0.33", "-1"}
    assert coloured(gained, RED) == set()
    assert coloured(lost, RED) == {"-0.33", "+1"}
    assert coloured(lost, GREEN) == set()


def coloured(told: str, code: str) -> set[str]:
    """The words printed in a colour."""
    return {part.split("\x1b")[0].strip() for part in told.split(code)[1:]}
