"""Dates that stand before a noun without belonging to it: "on Dec 24 jets bombed", "in 2014 militants"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.engines.offline.lexicon import words
from summarizer.normalize.dates_words import WEEKDAYS

_DATES = words("chunks", "calendar") | words("date_phrases", "short_months")
_WEEK = frozenset(WEEKDAYS)
_FEASTS = frozenset({"christmas", "easter", "boxing", "ramadan"})
_BEFORE = frozenset({"in", "since", "until", "during", "on", "last", "early", "late"})
_OPENS_NOUN = frozenset({"NNS", "NNP", "NNPS", "JJ", "CD", "DT"})
_STAMP = re.compile(r"\d{1,2}[:.h]\d{2}")


def date_size(lows: Sequence[str], tags: Sequence[str], i: int) -> int:
    """How many words from i are a date after its preposition with another noun phrase after it, 0 when none are."""
    low, before = lows[i], lows[i - 1] if i else ""
    if before not in _BEFORE and before != "at":
        return 0
    if low in _FEASTS:
        size = 1 + (lows[i + 1 : i + 2] in (["day"], ["eve"], ["sunday"], ["monday"]))
        return size + ("".join(lows[i + size : i + size + 1])[:2] in {"19", "20"})  # "on Christmas Day 2019 gunmen"
    if before == "at":
        return 0
    if low.isdigit():
        return int(len(low) == 4 and low[:2] in {"19", "20"})
    if not is_date_word(low):
        return 0
    day = lows[i + 1] if i + 1 < len(lows) else ""
    counted = low in _WEEK or (before == "in" and tags[i + 2 : i + 3] == ["NNS"])  # "on Tuesday 30 people were killed"
    size = 1 + (day.isdigit() and len(day) < 3 and not counted)
    after = tags[i + size] if i + size < len(tags) else ""
    return size if after in _OPENS_NOUN or size == 2 else 0


def is_date_word(low: str) -> bool:
    """Is it a word of the calendar, in full or short: "september", "sept."?"""
    return low.rstrip(".") in _DATES


def ages_end(tags: Sequence[str], i: int) -> int:
    """Behind the ages after "aged" at word i, which are one aside ("aged 9, 11 and 14"); 0 where none follow."""
    j, figures = i + 1, 0
    while j + 1 < len(tags) and (tags[j] == "CD" or tags[j + 1] == "CD"):
        figures += tags[j] == "CD"
        j += 1
    j += j < len(tags) and tags[j] == "CD"
    return j if figures else 0


def stamp_size(lows: list[str]) -> int:
    """1 where a sentence opens with the time stamp of a live blog's entry: "14:05 At least four people"."""
    return int(len(lows) > 1 and _STAMP.fullmatch(lows[0]) is not None)
