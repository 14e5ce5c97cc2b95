"""Maximum bipartite matching: expectations and findings, each used once. Knows nothing of either.

Kuhn's augmenting paths (Kuhn 1955): as many pairs as can be had at once. Rows come first in order, and each takes its
heaviest partner unless another row needs it, so that `must` rows put before `may` rows are served before them.
"""

from collections.abc import Mapping, Sequence


def match(edges: Sequence[Mapping[int, float]]) -> dict[int, int]:
    """Row to column. `edges[row]` gives the weight of every column that fits the row; no pair fits by chance."""
    row_of: dict[int, int] = {}
    for row in range(len(edges)):
        _augment(row, edges, row_of, set())
    return {row: column for column, row in sorted(row_of.items())}


def _augment(row: int, edges: Sequence[Mapping[int, float]], row_of: dict[int, int], seen: set[int]) -> bool:
    for column in sorted(edges[row], key=lambda one: (-edges[row][one], one)):
        if column in seen:
            continue
        seen.add(column)
        if column not in row_of or _augment(row_of[column], edges, row_of, seen):
            row_of[column] = row
            return True
    return False
