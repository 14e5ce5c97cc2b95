"""Claims that agree are grouped around the one most agree with; chains do not drift."""

from itertools import permutations

from service.steps.comparing.clusters import find

ORDER = {name: index for index, name in enumerate("abcdefgh")}


def test_pairs_that_share_a_claim_are_one_cluster_with_its_medoid_first() -> None:
    assert find([("a", "b"), ("b", "c")], set(), ORDER) == (("b", "a", "c"),)


def test_a_chain_does_not_drift() -> None:
    clusters = find([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")], set(), ORDER)
    assert not any({"a", "e"} <= set(cluster) for cluster in clusters)


def test_what_agrees_with_two_members_joins() -> None:
    edges = [("a", "b"), ("a", "c"), ("a", "d"), ("b", "e"), ("c", "e")]
    assert find(edges, set(), ORDER) == (("a", "b", "c", "d", "e"),)


def test_what_agrees_with_one_member_only_stays_out() -> None:
    edges = [("a", "b"), ("a", "c"), ("a", "d"), ("b", "e")]
    assert find(edges, set(), ORDER) == (("a", "b", "c", "d"),)


def test_claims_in_conflict_never_share_a_cluster() -> None:
    edges = [("a", "b"), ("a", "c")]
    assert find(edges, {frozenset(("b", "c"))}, ORDER) == (("a", "b"),)


def test_the_order_of_the_edges_changes_nothing() -> None:
    edges = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "e")]
    assert {find(turned, set(), ORDER) for turned in permutations(edges)} == {(("a", "b", "c"), ("d", "e"))}


def test_no_edges_give_no_clusters() -> None:
    assert find([], set(), ORDER) == ()
