"""Headings inside an article, and the land that each sentence of a roundup by country is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from summarizer.engines.offline.chunks import QUOTE, STOP, VG
from summarizer.engines.offline.lexicon import months
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.places import country_of

_LONGEST = 4
"""Words of a heading at most: "Central African Republic"."""
_LONGEST_TITLE = 6


def titles(sentences: Sequence[Parsed]) -> frozenset[int]:
    """Numbers of the sentences that only head a section: "MARIB CLASHES", "Rising attacks"; they tell no event.

    A title is a short paragraph of one sentence without a verb and without a full stop.
    """
    size = Counter(p.sentence.paragraph for p in sentences)
    return frozenset(p.number for p in sentences if size[p.sentence.paragraph] == 1 and _is_title(p))


def _is_title(p: Parsed) -> bool:
    if p.headline or len(p.words) > _LONGEST_TITLE or p.counts or not p.text[-1:].isalnum():
        return False
    return not any(chunk.kind in {VG, STOP, QUOTE} for chunk in p.chunks)


_OPENS_ENTRY = re.compile(
    rf"(?:[•*–-] ?)?(?P<day>(?i:{months()})\.? \d{{1,2}}(?:, (?:19|20)\d\d)?"
    rf"|\d{{1,2}} (?i:{months()})(?:,? (?:19|20)\d\d)?|(?i:{months()}),? (?:19|20)\d\d) ?(?::|–|—|- )"
)
"""Example: "October 25, 2013: Fourteen guards are killed"."""
_CHRONICLE = 3
"""Paragraphs that open with a day and a colon, from which on they are the entries of a chronology."""


def note_entries(sentences: Sequence[Parsed]) -> None:
    """Let the sentences of a chronology know their entry and its day: no deed of one entry is told in another."""
    found = ((p, _OPENS_ENTRY.match(p.text)) for p in sentences)
    opened = {p.sentence.paragraph: day["day"] for p, day in found if day is not None}
    if len(opened) < _CHRONICLE:
        return
    entry, last = 0, max(opened)
    for p in sentences:
        entry = p.sentence.paragraph if p.sentence.paragraph in opened else entry
        if entry and p.sentence.paragraph <= last:
            p.entry, p.day = entry, opened[entry]


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
