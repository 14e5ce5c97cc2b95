import pytest

from evals import scores
from evals.results import Counts
from tests.evals.made_results import case, counts, fault, two_cases


@pytest.mark.parametrize(
    ("given", "precision", "recall", "f1"),
    [
        (counts(3, fp=1, fn=2), 0.75, 0.6, 2 / 3),
        (counts(0, fp=2), 0.0, None, 0.0),
        (counts(0, fn=2), None, 0.0, 0.0),
        (counts(5), 1.0, 1.0, 1.0),
        (counts(0), None, None, None),
    ],
)
def test_a_share_without_denominator_is_none(
    given: Counts, precision: float | None, recall: float | None, f1: float | None
) -> None:
    assert scores.precision(given) == precision
    assert scores.recall(given) == recall
    assert scores.f1(given) == (f1 if f1 is None else pytest.approx(f1))


def test_a_family_is_averaged_over_findings_and_not_over_cases() -> None:
    many, one = case("a", counts={"claims": counts(8, fp=2)}), case("b", counts={"claims": counts(0, fn=1)})
    score = scores.family([many, one, case("c")], "claims")
    assert score.counts == counts(8, fp=2, fn=1)
    assert (score.precision, score.recall) == (0.8, 8 / 9)
    assert score.f1 == pytest.approx(16 / 19)


def test_the_interval_holds_the_score_and_is_one_point_where_all_cases_are_alike() -> None:
    mixed = [case(str(at), counts={"claims": counts(at % 4, fp=1, fn=at % 3)}) for at in range(30)]
    score = scores.family(mixed, "claims")
    assert score.low is not None
    assert score.high is not None
    assert score.f1 is not None
    assert 0 < score.low < score.f1 < score.high < 1
    alike = scores.family([case(str(at), counts={"claims": counts(1, fn=1)}) for at in range(9)], "claims")
    assert alike.low == alike.high == alike.f1


def test_more_cases_give_a_narrower_interval() -> None:
    def width(copies: int) -> float:
        few = [case(str(at), counts={"claims": counts(at % 2, fn=1 - at % 2)}) for at in range(4 * copies)]
        score = scores.family(few, "claims")
        assert score.low is not None
        assert score.high is not None
        return score.high - score.low

    assert width(25) < width(2) / 2


def test_equal_results_have_equal_intervals() -> None:
    assert scores.family(two_cases().cases, "claims") == scores.family(two_cases().cases, "claims")


def test_no_case_and_no_finding_have_no_interval() -> None:
    assert scores.family([], "claims") == scores.Score(counts(0), None, None, None, None, None)
    assert scores.family([case("a")], "updates").low is None


def test_the_interval_cuts_as_much_above_as_below() -> None:
    def mean(sample: object) -> float:
        return sum(sample) / len(sample)  # type: ignore[arg-type, call-overload, no-any-return]

    low, high = scores.interval([0.0, 1.0] * 200, mean)
    assert low is not None
    assert high is not None
    # 0.5 give or take 1.96 standard errors of 0.025.
    assert low == pytest.approx(0.451, abs=0.012)
    assert high == pytest.approx(0.549, abs=0.012)


def test_samples_without_a_value_are_left_out() -> None:
    assert scores.interval([1, 0], lambda sample: 0.5 if any(sample) else None) == (0.5, 0.5)
    assert scores.interval([0], lambda sample: None) == (None, None)


def test_faults_are_counted_by_evaluator_zeros_included() -> None:
    assert scores.faults(two_cases().cases) == {"false_contradiction": 1, "lost_negation": 0, "missed_claim": 1}
    assert scores.faults([]) == {}


def test_metrics_hold_every_f1_that_exists_and_every_fault_count() -> None:
    assert scores.metrics(two_cases().cases) == {
        "claims.f1": pytest.approx(10 / 11),
        "contradictions.f1": 0.0,
        "false_contradiction": 1.0,
        "lost_negation": 0.0,
        "missed_claim": 1.0,
    }


def test_spread_is_the_largest_minus_the_smallest_and_a_missing_metric_counts_as_none() -> None:
    runs = [{"claims.f1": 0.5, "x": 3.0}, {"claims.f1": 0.75, "x": 1.0}, {"claims.f1": 0.5, "x": 2.0, "y": 1.0}]
    assert scores.spread(runs) == {"claims.f1": 0.25, "x": 2.0, "y": 1.0}
    assert scores.spread([]) == {}


def test_a_fault_found_twice_counts_twice() -> None:
    assert scores.faults([case("a", faults={"x": (fault("same"), fault("same"))})]) == {"x": 2}
