from typing import get_args

import pytest

from evals import changes
from evals.changes import EVALUATORS_OF, Change
from evals.results import Family, Result
from tests.evals.made_results import case, counts, fault, result, two_cases


def only(before: Result, after: Result) -> Change:
    (change,) = changes.compare(before, after).changed
    return change


def test_equal_results_differ_in_nothing() -> None:
    assert changes.compare(two_cases(), two_cases()) == changes.Changes((), (), ())


def test_every_family_knows_its_evaluators() -> None:
    assert set(EVALUATORS_OF) == set(get_args(Family))


def test_a_fault_that_came_is_named_with_its_case_and_words() -> None:
    came = fault("12 / 14", expected="nothing", why="an update")
    before = result(case("a", faults={"false_contradiction": ()}), case("b", faults={"false_contradiction": ()}))
    after = result(case("a", faults={"false_contradiction": ()}), case("b", faults={"false_contradiction": (came,)}))
    change = only(before, after)
    assert (change.metric, change.before, change.after, change.loss) == ("false_contradiction", 0.0, 1.0, 1.0)
    (moved,) = change.cases
    assert (moved.name, moved.came, moved.went, moved.before) == ("b", (came,), (), None)


def test_a_lower_f1_is_a_loss_and_shows_counts_and_the_faults_behind_it() -> None:
    missed = fault(expected="Nine died")
    before = result(case("a", counts={"claims": counts(4)}, faults={"missed_claim": ()}))
    after = result(case("a", counts={"claims": counts(3, fn=1)}, faults={"missed_claim": (missed,)}))
    share, count = changes.compare(before, after).changed
    assert (share.metric, share.is_share, count.metric, count.is_share) == ("claims.f1", True, "missed_claim", False)
    assert share.loss == pytest.approx(1 - 6 / 7)
    assert share.cases[0].came == (missed,)
    assert (share.cases[0].before, share.cases[0].after) == (counts(4), counts(3, fn=1))


def test_fewer_faults_and_a_higher_f1_are_gains() -> None:
    worse = result(case("a", counts={"claims": counts(1, fn=1)}, faults={"missed_claim": (fault("x"),)}))
    better = result(case("a", counts={"claims": counts(2)}, faults={"missed_claim": ()}))
    assert all(change.loss < 0 for change in changes.compare(worse, better).changed)


def test_one_fault_exchanged_for_another_in_a_changed_metric_shows_both() -> None:
    before = result(case("a", faults={"x": (fault("one"), fault("two"))}))
    after = result(case("a", faults={"x": (fault("three"),)}))
    (moved,) = only(before, after).cases
    assert (moved.came, moved.went) == ((fault("three"),), (fault("one"), fault("two")))


def test_a_fault_found_once_more_names_its_case() -> None:
    before, after = (result(case("a", faults={"x": (fault("same"),) * times})) for times in (1, 2))
    (moved,) = only(before, after).cases
    assert (moved.name, moved.came, moved.went) == ("a", (fault("same"),), ())
    assert only(after, before).cases[0].went == (fault("same"),)


def test_only_cases_of_both_are_compared_and_the_others_named() -> None:
    shared = case("shared", faults={"x": ()})
    before = result(shared, case("old", faults={"x": (fault("a"),)}))
    after = result(case("new", faults={"x": (fault("b"),) * 3}), shared)
    assert changes.compare(before, after) == changes.Changes((), ("new",), ("old",))


def test_the_order_of_cases_does_not_matter() -> None:
    ferry, bridge = two_cases().cases
    assert changes.compare(two_cases(), result(bridge, ferry)).changed == ()


def test_noise_is_the_larger_spread_of_the_two() -> None:
    before = result(case("a", faults={"x": ()}), spread={"x": 1.0})
    after = result(case("a", faults={"x": (fault("y"),)}), spread={"x": 2.0})
    assert only(before, after).noise == only(after, before).noise == 2.0
    bare = before.model_copy(update={"spread": {}})
    assert only(bare, after.model_copy(update={"spread": {}})).noise == 0.0


def test_a_share_that_cannot_be_had_any_more_counts_as_lost() -> None:
    before, after = result(case("a", counts={"claims": counts(2)})), result(case("a", failure="no reply"))
    change = only(before, after)
    assert (change.before, change.after, change.loss) == (1.0, 0.0, 1.0)
    assert change.cases[0].after == counts(0)
