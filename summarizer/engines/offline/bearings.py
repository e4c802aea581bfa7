"""Where and when two mentions of events stand: the same town, the same day, the same part of the article?"""

from __future__ import annotations

import re

from summarizer.engines.offline.happening import Happening
from summarizer.engines.offline.lexicon import months

_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_DATED = re.compile(rf"day\b|\d|week|year|(?!may){months()}|\bmay\b", re.IGNORECASE)


def elsewhere(a: Happening, b: Happening) -> bool:
    """Do two mentions each name a town, and not the same? A region or a landmark may hold a town."""
    if a.place is None or b.place is None or {a.place.kind, b.place.kind} != {"city"}:
        return False
    one, other = set(a.place.text.lower().split()), set(b.place.text.lower().split())
    return not one & other


def other_day(a: str | None, b: str | None) -> bool:
    """Do two time phrases both name a day or a month, and not the same?"""
    if not a or not b or a.lower() == b.lower():
        return False
    return bool(_DATED.search(_CLOCK.sub("", a)) and _DATED.search(_CLOCK.sub("", b)))


def names_day(event: Happening) -> bool:
    """Does its time phrase name a day, a month or a year?"""
    return event.time is not None and _DATED.search(event.time) is not None


def near(told: Happening, event: Happening) -> bool:
    """Is it told in the paragraph of the other, or the one before?"""
    return event.p.sentence.paragraph - told.mentions[-1][0].sentence.paragraph <= 1
