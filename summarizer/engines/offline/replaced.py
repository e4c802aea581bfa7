"""Figures that a newer one has replaced, by the words before them."""

from __future__ import annotations

import re

_REPLACED = re.compile(
    r"\b(?:from|up from|down from|earlier|initially|previous(?:ly)?|had (?:earlier )?(?:spoken|put|said|reported|given)"
    r"|first (?:spoke|said|put))\b"
)
_REPLACED_HERE = re.compile(r"(?:from\b(?:(?!\bto\b)[^,;])*|had (?:earlier )?(?:spoken|put|said|reported)\b[^,;]*)$")
_REVISES = re.compile(r"\brevis(?:es|ed|ing) (?:the|its|an?) (?:\w+ )?(?:figure|toll|count|number) of $")
_TAKEN_BACK = re.compile(
    r"\b(?:correct|retract|withdr[ae]w|amend|revis|apologi[sz]e)\w*\b[^.;]{0,30}\b(?:statements?|reports?"
    r"|announcements?|claims?|tweets?"
    r"|posts?|messages?)\b[^.;]{0,30}\bthat [^.;,]{0,30}$"
)
"""Before a figure: "corrected its earlier statement that 14 people had died"."""
_EARLIER = re.compile(
    r"\b(?:earlier|initial|initially|first|preliminary(?! committee)|previous(?! (?:\d|day|night|week|month|year))"
    r"|original|originally|at first)\b"
    r"(?:(?!, but\b)[^.;]){0,50}\b(?:spoken of|spoke of|put|said|reported|gave|given|toll|figure|count|counted|bulletin"
    r"|tally|estimate|estimated|indicated|stated|announced)\b(?:(?!, but\b|\bincluded\b)[^.;]){0,25}$"
)
_NEWER = re.compile(
    r"\b(?:was|were|is|been) (?:later |since |then |subsequently )?"
    r"(?:revised|raised|increased|updated|corrected|lowered|changed|cut)"
    r" (?:up|down|upwards?|downwards?)? ?to $"
)
"""Right before a figure: "an earlier toll of five was revised to seven"."""
_REVISED = re.compile(r"\b(?:revis|rose|risen|rais|climb|updat|correct|increas|lower|lift|jump|up to|death toll)\w*")


def is_replaced(low: str, start: int) -> bool:
    """Do the words before a figure at `start` say that a newer one stands in its place?"""
    near = low[max(0, start - 110) : start]
    if _NEWER.search(near):
        return False
    if _EARLIER.search(near[-90:]) or _TAKEN_BACK.search(near):
        return True
    if _REVISES.search(low[max(0, start - 60) : start]):
        return True
    if not _REPLACED.search(low[max(0, start - 60) : start]) or not _REVISED.search(low):
        return False
    return bool(_REPLACED_HERE.search(low[max(0, start - 40) : start]))
