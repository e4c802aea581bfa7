"""Roundups by country: which land each sentence under a heading is about."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.places import country_of

_LONGEST = 4
"""Words of a heading at most: "Central African Republic"."""


def lands_of(sentences: Sequence[Parsed]) -> dict[int, str]:
    """Number of a sentence -> land (ISO alpha-3) of its section; empty where fewer than two countries head sections.

    A heading is a paragraph that is the name of a country and nothing else.
    """
    found: dict[int, str] = {}
    land: str | None = None
    for p in sentences:
        if len(p.words) <= _LONGEST and (headed := country_of(p.text.strip(" :.*"))) is not None:
            land = headed
        if land is not None:
            found[p.number] = land
    return found if len(set(found.values())) > 1 else {}
