"""AUC, the point of at most one false call in a hundred, intervals by group, and reliability."""

import pytest

from evals.judge import measures
from evals.judge.labelled import Label
from evals.judge.measures import Scored


def scored(label: Label, *scores: float, group: str = "g") -> list[Scored]:
    return [Scored(label, group, score) for score in scores]


def test_auc_is_the_share_of_pairs_in_order_ties_counting_half() -> None:
    pairs = [*scored("contradicts", 0.9, 0.5), *scored("agrees", 0.5, 0.1), *scored("not_stated", 0.99)]
    assert measures.auc(pairs, ("agrees",)) == pytest.approx((2 + 1.5) / 4)
    assert measures.auc(pairs, ("not_stated",)) == 0
    assert measures.auc(scored("agrees", 0.1), ("agrees",)) is None


def test_the_point_lets_one_in_a_hundred_through_and_none_of_fewer() -> None:
    hundred = scored("not_stated", *(number / 100 for number in range(100)))
    assert measures.called(hundred, "not_stated", measures.point(hundred)) == pytest.approx(0.01)
    fifty = hundred[::2]
    assert measures.called(fifty, "not_stated", measures.point(fifty)) == 0


def test_an_interval_holds_its_value_and_is_wider_for_fewer_groups() -> None:
    many = [one for n in range(40) for one in scored("contradicts", float(n % 2), group=str(n))]
    few = [Scored(one.label, str(int(one.group) % 4), one.contradicts) for one in many]
    wide, narrow = (
        measures.interval(pairs, lambda drawn: measures.called(drawn, "contradicts", 0.5)) for pairs in (few, many)
    )
    for share in (wide, narrow):
        assert share.value == 0.5
        assert share.low is not None
        assert share.high is not None
        assert share.low <= 0.5 <= share.high
    assert str(measures.interval([], lambda _: None)) == "-"


def test_reliability_sets_what_is_said_beside_what_is_seen() -> None:
    pairs = [*scored("contradicts", 0.9, 0.9), *scored("agrees", 0.9, 0.1)]
    assert measures.reliability(pairs) == [(0.1, 0.0, 1), (pytest.approx(0.9), pytest.approx(2 / 3), 3)]
