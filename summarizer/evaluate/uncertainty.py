"""How far a figure may be chance: bootstrap over articles, because the facts of one article are not independent.

Intervals of 95 %, a fixed seed, the same draws for both sides of a comparison. Known limit: an interval of
paired differences can exclude 0 only when (1 - k/n)^n < 0.025, that is with four or more articles changed in one
direction, whatever the number of articles; so the bootstrap cannot guard a small set alone (docs/evals.md).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from statistics import NormalDist
from typing import NamedTuple

from summarizer.evaluate.cells import Cell

DRAWS, SEED = 2000, 20160604
FEW = 10
"""Under this many articles an interval says little; reports say "too few"."""

ArticleCells = Sequence[Mapping[str, Cell]]


class Interval(NamedTuple):
    """95 %, both ends inclusive."""

    low: float
    high: float


def interval(articles: ArticleCells, metric: str, *, draws: int = DRAWS, seed: int = SEED) -> Interval | None:
    """The interval of one figure over the articles; None where no draw had anything to measure."""
    value, n = _resampled(articles, metric), len(articles)
    return _percentiles([v for picks in _draws(n, draws, seed) if (v := value(picks)) is not None], n)


def paired_interval(
    new: ArticleCells, old: ArticleCells, metric: str, *, draws: int = DRAWS, seed: int = SEED
) -> Interval | None:
    """The interval of new minus old, the same articles in the same order on both sides."""
    if len(new) != len(old):
        raise ValueError("a paired comparison needs the same articles on both sides")
    one, other = _resampled(new, metric), _resampled(old, metric)
    differences = []
    for picks in _draws(len(new), draws, seed):
        a, b = one(picks), other(picks)
        if a is not None and b is not None:
            differences.append(a - b)
    return _percentiles(differences, len(new))


@lru_cache(maxsize=4)
def _draws(n: int, draws: int, seed: int) -> tuple[tuple[int, ...], ...]:
    """The same draws for every figure and for both sides of a comparison."""
    if not n:
        return ()
    chance = random.Random(seed)
    return tuple(tuple(chance.choices(range(n), k=n)) for _ in range(draws))


def _resampled(articles: ArticleCells, metric: str) -> Callable[[Sequence[int]], float | None]:
    """The figure over a resampled list of articles."""
    cells = [article.get(metric, Cell()) for article in articles]
    hits, total = [c.hits for c in cells], [c.said + c.due for c in cells]

    def value(picks: Sequence[int]) -> float | None:
        if len(picks) == 1:
            return cells[picks[0]].value
        pick = itemgetter(*picks)
        below = sum(pick(total))
        return 2 * sum(pick(hits)) / below if below else None

    return value


def _percentiles(values: list[float], n: int) -> Interval | None:
    """The middle 95 % of the draws, a little more for few articles."""
    if not values:
        return None
    values.sort()
    last, tail = len(values) - 1, _tail(n)
    return Interval(values[round(tail * last)], values[round((1 - tail) * last)])


@lru_cache(maxsize=64)
def _tail(n: int) -> float:
    """What to cut at each end: 2.5 % for many articles, less for few, as Student's t is wider than the normal.

    Plain percentiles of a bootstrap over n are too narrow by about sqrt((n-1)/n) and by the missing t quantile; this is
    the expanded percentile interval of Hesterberg (2015), with t from its expansion around the normal quantile.
    """
    if n < 4:
        return 0.0
    z, v = 1.959964, n - 1
    t = z + (z**3 + z) / (4 * v) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2)
    return NormalDist().cdf(-t * (n / (n - 1)) ** 0.5)
