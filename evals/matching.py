"""Maximum bipartite matching: expectations and findings, each used once. Knows nothing of either.

Rows come first in order: a row once served stays served, so that `must` rows put before `may` rows are served before
them. Each row joins by the heaviest augmenting path, so that of all ways to serve the same rows the heaviest is taken
(successive longest paths; Jonker and Volgenant 1987 by Bellman and Ford).
"""

from collections import deque
from collections.abc import Mapping, Sequence

# Sums of weights differ by rounding alone below this.
_EQUAL = 1e-9


def match(edges: Sequence[Mapping[int, float]]) -> dict[int, int]:
    """Row to column. `edges[row]` gives the weight of every column that fits the row; no pair fits by chance."""
    column_of: dict[int, int] = {}
    for row in range(len(edges)):
        gains, came = _reach(row, edges, column_of)
        free = gains.keys() - column_of.values()
        if free:
            _take(min(free, key=lambda one: (-gains[one], one)), came, column_of)
    return dict(sorted(column_of.items()))


def _reach(
    start: int, edges: Sequence[Mapping[int, float]], column_of: Mapping[int, int]
) -> tuple[dict[int, float], dict[int, int]]:
    """The weight won by giving each column away in turn from `start`, and the row that gets it."""
    row_of = {column: row for row, column in column_of.items()}
    gains: dict[int, float] = {}
    came: dict[int, int] = {}
    waiting = deque([(start, 0.0)])
    while waiting:
        row, won = waiting.popleft()
        for column, weight in sorted(edges[row].items()):
            if column == column_of.get(row) or won + weight <= gains.get(column, float("-inf")) + _EQUAL:
                continue
            gains[column], came[column] = won + weight, row
            if column in row_of:
                loser = row_of[column]
                waiting.append((loser, won + weight - edges[loser][column]))
    return gains, came


def _take(column: int | None, came: Mapping[int, int], column_of: dict[int, int]) -> None:
    while column is not None:
        row = came[column]
        left = column_of.get(row)
        column_of[row] = column
        column = left
