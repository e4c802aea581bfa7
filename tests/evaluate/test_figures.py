"""Counts are judged by figure and by bounds, apart."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.evaluate.figures import judge_count, single
from summarizer.evaluate.labels import LabelCasualty
from summarizer.records.values import Count


def gold(**fields: Any) -> LabelCasualty:
    given = {"id": "c1", "harm": "killed", "count": "x", "modifier": "exact", "victims": "people", "scope": "incident"}
    return LabelCasualty(**{**given, "victim_status": "unknown", "quotes": ("x",), **fields})


def said(modifier: str, low: int | None, best: int | None, high: int | None, text: str = "x") -> Count:
    return Count(text=text, min=low, best=best, max=high, modifier=modifier)


AT_LEAST = gold(modifier="at_least", min=26, best=26)
RANGE = gold(modifier="range", min=10, max=15)
FAMILIES = gold(count="two families")
HEAVY = gold(modifier="unquantified", count="heavy casualties")


@pytest.mark.parametrize(
    ("label", "count", "exact", "bound", "inside"),
    [
        (AT_LEAST, said("at_least", 26, 26, None), True, True, True),
        (AT_LEAST, said("exact", 26, 26, 26), True, False, True),
        (AT_LEAST, said("up_to", None, None, 26), True, False, True),
        (AT_LEAST, said("at_least", 30, 30, None), False, False, True),
        (AT_LEAST, said("at_least", 20, 20, None), False, False, False),
        (RANGE, said("range", 10, None, 15), True, True, True),
        (RANGE, said("exact", 12, 12, 12), False, False, True),
        (RANGE, said("exact", 9, 9, 9), False, False, False),
        (FAMILIES, said("exact", None, None, None, "two families"), True, True, True),
        (FAMILIES, said("exact", 2, 2, 2, "two"), False, False, False),
        (HEAVY, said("unquantified", None, None, None), True, True, True),
    ],
)  # fmt: skip
def test_figure_bounds_and_range_are_judged_apart(
    label: LabelCasualty, count: Count, exact: bool, bound: bool, inside: bool
) -> None:
    assert judge_count(label, count) == (exact, bound, inside)


def test_an_accepted_bound_is_right() -> None:
    label = gold(modifier="more_than", min=40, best=40, accept={"min": (41,)})
    assert judge_count(label, said("more_than", 41, None, None)).exact
    assert not judge_count(label, said("more_than", 42, None, None)).exact


def test_an_accepted_modifier_brings_its_own_bounds() -> None:
    label = gold(modifier="exact", min=9, best=9, max=9, accept={"modifier": ("at_least",)})
    assert judge_count(label, said("at_least", 9, 9, None)).right
    assert not judge_count(label, said("up_to", None, None, 9)).right


@pytest.mark.parametrize(
    ("count", "figure"),
    [
        (said("at_least", 26, 26, None), 26),
        (said("vague", 12, None, None), 12),
        (said("up_to", None, None, 30), 30),
        (said("unquantified", None, None, None), None),
    ],
)
def test_the_single_figure_is_best_else_min_else_max(count: Count, figure: int | None) -> None:
    assert single(count) == figure
