from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from evals.matching import match

# Rows to the columns that fit them, with weights: small enough for brute force.
GRAPHS = st.lists(st.dictionaries(st.integers(0, 4), st.floats(0.1, 2.0), max_size=5), max_size=5)


def most_pairs(edges: list[dict[int, float]]) -> int:
    """The largest number of pairs any way of giving columns to rows makes."""
    free: list[int | None] = [*range(5), *([None] * len(edges))]
    return max(
        sum(column in row for row, column in zip(edges, columns, strict=True))
        for columns in set(permutations(free, len(edges)))
    )


def test_a_row_gives_its_column_up_where_another_has_no_other() -> None:
    assert match([{0: 2.0, 1: 1.0}, {0: 1.0}]) == {0: 1, 1: 0}


def test_a_chain_of_rows_moves_along() -> None:
    assert match([{0: 1.0, 1: 0.5}, {1: 1.0, 2: 0.5}, {0: 1.0}]) == {0: 1, 1: 2, 2: 0}


def test_rows_are_served_in_their_order() -> None:
    assert match([{0: 0.1}, {0: 9.0}]) == {0: 0}
    assert match([{}, {0: 1.0}, {0: 1.0}]) == {1: 0}


def test_each_row_takes_its_heaviest_column_and_the_first_of_equals() -> None:
    assert match([{0: 0.5, 1: 0.9}, {1: 0.5, 2: 0.9}]) == {0: 1, 1: 2}
    assert match([{2: 1.0, 1: 1.0}]) == {0: 1}


def test_nothing_fits_nothing() -> None:
    assert match([]) == {}
    assert match([{}, {}]) == {}


@given(GRAPHS)
def test_no_column_is_given_twice_and_every_pair_fits(edges: list[dict[int, float]]) -> None:
    matching = match(edges)
    assert len(set(matching.values())) == len(matching)
    assert all(column in edges[row] for row, column in matching.items())


@given(GRAPHS)
def test_there_is_no_matching_with_more_pairs(edges: list[dict[int, float]]) -> None:
    assert len(match(edges)) == most_pairs(edges)


@given(GRAPHS)
def test_more_rows_never_take_a_row_its_place(edges: list[dict[int, float]]) -> None:
    for count in range(len(edges)):
        assert match(edges[:count]).keys() <= match(edges).keys()
