"""The one-to-one assignment of greatest total: Hungarian method with potentials, standard library only.

Ties are broken by input order (the rows and columns are visited in order), so that reports never flip.
"""

from __future__ import annotations

from collections.abc import Sequence

_INFINITY = float("inf")


def assign(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """(row, column) pairs of the assignment of maximum total, sorted; every row or every column is used.

    `scores` is a rectangle. Whether a pair is worth keeping is for the caller to say (threshold after assignment).
    """
    if not scores or not scores[0]:
        return []
    flipped = len(scores) > len(scores[0])
    costs = [[-x for x in row] for row in (zip(*scores, strict=True) if flipped else scores)]
    row_of = _solve(costs)
    pairs = [(row, column) for column, row in enumerate(row_of) if row >= 0]
    return sorted((c, r) if flipped else (r, c) for r, c in pairs)


def _solve(costs: list[list[float]]) -> list[int]:
    """For each column the row it serves, -1 for none. Needs rows <= columns."""
    rows, columns = len(costs), len(costs[0])
    row_price = [0.0] * rows
    column_price = [0.0] * (columns + 1)  # the last column is the virtual start of every path
    row_of = [-1] * (columns + 1)
    for row in range(rows):
        row_of[columns] = row
        _augment(costs, row_price, column_price, row_of)
    return row_of[:columns]


def _augment(costs: list[list[float]], row_price: list[float], column_price: list[float], row_of: list[int]) -> None:
    """Find the cheapest path from the virtual column to a free one, and shift the assignment along it."""
    columns = len(row_of) - 1
    slack, came_from, used = [_INFINITY] * columns, [columns] * columns, [False] * columns
    here = columns
    while row_of[here] >= 0:
        if here < columns:
            used[here] = True
        row, best, best_at = row_of[here], _INFINITY, -1
        line, price = costs[row], row_price[row]
        for j in range(columns):
            if used[j]:
                continue
            cost = line[j] - price - column_price[j]
            if cost < slack[j]:
                slack[j], came_from[j] = cost, here
            if slack[j] < best:
                best, best_at = slack[j], j
        row_price[row_of[columns]] += best
        column_price[columns] -= best
        for j in range(columns):
            if used[j]:
                row_price[row_of[j]] += best
                column_price[j] -= best
            else:
                slack[j] -= best
        here = best_at
    while here != columns:
        row_of[here], here = row_of[came_from[here]], came_from[here]
