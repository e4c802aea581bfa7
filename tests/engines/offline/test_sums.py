"""Sums that are told behind their parts: of several deeds they are cumulative, of one deed they hold the parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import Scope

Draft = Callable[[str], DraftRecords]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        (
            "A car bomb in Karrada killed 15 people. A second in Sadr City left seven dead. In all, 22 people were"
            " killed.",
            "22",
        ),
        (
            "Gunmen killed 20 people in Kano on Monday. On Tuesday 30 people were shot dead in Jos. Altogether, some 70"
            " people were killed in three days of violence.",
            "some 70",
        ),
        (
            "A bomb killed six soldiers in Arauca. In Cali, a truck bomb killed 13 people. The president blamed FARC"
            " dissidents for both attacks, in which 19 people lost their lives.",
            "19",
        ),
    ],
)
def test_a_sum_of_several_deeds_is_cumulative(draft: Draft, text: str, total: str) -> None:
    found = {c.count: c.scope for c in draft(text).casualties}
    assert found.pop(total) is Scope.CUMULATIVE
    assert set(found.values()) == {Scope.INCIDENT}


@pytest.mark.parametrize(
    ("text", "total"),
    [
        (
            "An explosion killed the imam, two of his brothers and at least fifteen other worshippers. He said a total"
            " of"
            " 18 people had died.",
            "a total of 18",
        ),
        (
            "A gunman killed two men and two women in Vienna on Monday. The number of dead stood at five, including the"
            " assailant.",
            "five",
        ),
        (
            "A drone killed three members of the security forces. A fourth died of his injuries on Wednesday. The"
            " Observatory said the strike killed four people.",
            "four",
        ),
        (
            "At least six people, including three students, were killed as police fired on protesters. Two died in"
            " Dhaka,"
            " three in Chattogram and one in Rangpur.",
            "At least six",
        ),
    ],
)
def test_a_sum_of_one_deed_holds_its_parts(draft: Draft, text: str, total: str) -> None:
    assert [c.count for c in draft(text).casualties if c.subset_of is None] == [total]


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed six farmers and two guards. On Friday eight soldiers died in Kano.",
        "The raid killed six farmers and several guards. The army said the raid killed nine rebels.",
        "Five soldiers died in the attack. Three civilians were killed in Jos. Nine people died in a similar attack in"
        " May.",
    ],
)
def test_figures_that_only_happen_to_add_up(draft: Draft, text: str) -> None:
    found = draft(text).casualties
    assert {(c.scope, c.subset_of) for c in found} == {(Scope.INCIDENT, None)}
