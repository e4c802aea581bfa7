"""Intervals: seeded, paired on the same draws, and as wide as they say."""

from __future__ import annotations

import random

import pytest

from summarizer.evaluate.cells import Cell
from summarizer.evaluate.uncertainty import interval, paired_interval

METRIC = "m"


def suite(chance: random.Random, articles: int, mean: float) -> list[dict[str, Cell]]:
    """Articles with 2 to 14 facts each; how hard an article is varies, so facts of one article go together."""
    made = []
    for _ in range(articles):
        facts = chance.randint(2, 14)
        ease = min(max(chance.gauss(mean, 0.15), 0), 1)
        made.append({METRIC: Cell(sum(chance.random() < ease for _ in range(facts)), facts, facts)})
    return made


def test_the_same_seed_gives_the_same_interval() -> None:
    articles = suite(random.Random(1), 20, 0.7)
    assert interval(articles, METRIC) == interval(articles, METRIC)
    assert interval(articles, METRIC, seed=2) != interval(articles, METRIC, seed=3)


def test_an_interval_holds_the_figure_and_narrows_with_more_articles() -> None:
    few, many = (suite(random.Random(1), n, 0.7) for n in (10, 200))
    narrow, wide = interval(many, METRIC), interval(few, METRIC)
    assert narrow is not None
    assert wide is not None
    assert narrow.high - narrow.low < wide.high - wide.low
    assert narrow.low < 0.7 < narrow.high


def test_two_equal_sides_differ_by_exactly_nothing() -> None:
    articles = suite(random.Random(1), 20, 0.7)
    assert paired_interval(articles, articles, METRIC) == (0.0, 0.0)


@pytest.mark.parametrize(("changed", "excludes"), [(2, False), (3, False), (4, True), (5, True)])
def test_the_paired_interval_excludes_nothing_under_four_changed_articles(changed: int, excludes: bool) -> None:
    """(1 - k/n)^n < 0.025 asks for k >= 4 articles changed in one direction, whatever n."""
    old = [{METRIC: Cell(10, 10, 10)} for _ in range(40)]
    new = [{METRIC: Cell(5, 10, 10)} if i < changed else cells for i, cells in enumerate(old)]
    found = paired_interval(new, old, METRIC)
    assert found is not None
    assert (found.high < 0) == excludes


def test_sides_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="same articles"):
        paired_interval([{}], [], METRIC)


def test_nothing_to_measure_has_no_interval() -> None:
    assert interval([], METRIC) is None
    assert interval([{METRIC: Cell()}], METRIC) is None


@pytest.mark.slow
def test_intervals_of_95_percent_contain_the_truth_about_as_often_as_they_say() -> None:
    chance = random.Random(7)
    large = suite(random.Random(8), 60_000, 0.75)
    truth = sum(a[METRIC].hits for a in large) / sum(a[METRIC].due for a in large)
    held = 0
    for _ in range(500):
        found = interval(suite(chance, 40, 0.75), METRIC, draws=1000)
        assert found is not None
        held += found.low <= truth <= found.high
    assert 0.92 <= held / 500 <= 0.98
