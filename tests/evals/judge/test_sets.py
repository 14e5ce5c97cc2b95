"""A set has as many pairs of a label as it may, chosen by their text; what is reported on is never fitted on."""

from evals.judge import sets
from evals.judge.labelled import LabelledPair


def test_a_set_is_cut_by_label_and_chosen_whatever_the_order() -> None:
    pairs = [LabelledPair(f"a {n}", "b", "agrees" if n % 2 else "contradicts", "t", "g") for n in range(20)]
    chosen = sets._some(pairs, {"agrees": 3, "contradicts": 2})
    assert [pair.label for pair in chosen].count("agrees") == 3
    assert len(chosen) == 5
    assert set(sets._some(pairs[::-1], {"agrees": 3, "contradicts": 2})) == set(chosen)


def test_sets_to_fit_on_and_to_report_on_have_no_name_in_common() -> None:
    assert not sets.TRAINED_ON.keys() & sets.REPORTED_ON.keys()
