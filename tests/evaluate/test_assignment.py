"""The assignment is of greatest total, and stays put on ties."""

from __future__ import annotations

import random

import pytest
from scipy.optimize import linear_sum_assignment

from summarizer.evaluate.assignment import assign


def matrices() -> list[list[list[float]]]:
    chance = random.Random(20160604)
    made = []
    for _ in range(500):
        rows, columns = chance.randint(1, 14), chance.randint(1, 14)
        draw = [lambda: chance.random() * 10, lambda: float(chance.randint(0, 3)), lambda: chance.gauss(0, 5)]
        value = chance.choice(draw)
        made.append([[value() for _ in range(columns)] for _ in range(rows)])
    return made


def test_the_total_equals_scipys_on_500_random_matrices() -> None:
    for scores in matrices():
        mine = assign(scores)
        rows, columns = linear_sum_assignment(scores, maximize=True)
        best = sum(scores[r][c] for r, c in zip(rows, columns, strict=True))
        assert sum(scores[r][c] for r, c in mine) == pytest.approx(best)
        assert len(mine) == min(len(scores), len(scores[0]))
        assert len({r for r, _ in mine}) == len({c for _, c in mine}) == len(mine)


def test_nothing_on_one_side_is_no_pair() -> None:
    assert assign([]) == []
    assert assign([[], []]) == []


def test_ties_are_broken_by_input_order() -> None:
    assert assign([[1.0, 1.0], [1.0, 1.0]]) == [(0, 0), (1, 1)]
    assert assign([[1.0, 1.0, 1.0]]) == [(0, 0)]
    assert assign([[1.0], [1.0], [1.0]]) == [(0, 0)]
