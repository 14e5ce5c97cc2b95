"""A claim that tells two things may be in two conflicts; what is restated stays in one."""

from service.models import Verdict
from service.steps.comparing.matters import split

VOTES, PRICE = frozenset({"13 to 10", "12 to 11"}), frozenset({"4.2 million", "2.9 million"})


def conflict(a: str, b: str, at_odds: frozenset[str] = frozenset()) -> Verdict:
    return Verdict(
        a=a, b=b, relation="contradicts", type="number", at_odds=at_odds, decided_by="rules", confidence="likely"
    )


def apart(claim: str) -> str:
    """No claim restates another."""
    return claim


def test_a_claim_at_odds_over_two_figures_is_in_two_matters() -> None:
    ballot, price = conflict("a", "b", VOTES), conflict("a", "c", PRICE)
    assert split([ballot, price], apart) == [[ballot], [price]]


def test_verdicts_on_one_figure_of_a_claim_are_one_matter_also_by_way_of_a_third() -> None:
    one, other = conflict("a", "b", VOTES), conflict("a", "c", frozenset({"13 to 10", "14 to 9"}))
    third = conflict("c", "d", frozenset({"14 to 9", "15 to 8"}))
    assert split([one, third, other], apart) == [[one, third, other]]


def test_where_it_is_not_known_which_words_are_at_odds_a_shared_claim_is_enough() -> None:
    one, other = conflict("a", "b"), conflict("a", "c", PRICE)
    assert split([one, other], apart) == [[one, other]]


def test_conflicts_whose_claims_restate_each_other_are_one_matter() -> None:
    lead, body = conflict("a", "b", VOTES), conflict("a2", "b2", VOTES)
    assert split([lead, body], lambda claim: claim[0]) == [[lead, body]]
    assert split([lead, body], apart) == [[lead], [body]]


def test_claims_in_common_over_other_words_are_not_joined_by_what_they_restate() -> None:
    ballot, price = conflict("a", "b", VOTES), conflict("a", "c", PRICE)
    assert split([ballot, price], lambda _: "one") == [[ballot], [price]]
