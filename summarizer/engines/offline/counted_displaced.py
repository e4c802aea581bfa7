"""Figures of displaced people by that name: refugees, evacuees, new arrivals."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.engines.offline.chunks import NP, P
from summarizer.engines.offline.clauses import groups_at, site_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import Harm

UPROOTED = frozenset({"idps", "refugees", "displaced", "evacuees"})
_COUNTING = frozenset({"registered", "counted", "received", "recorded", "sheltering", "hosting", "of", "in"})
MANY = 100
FEW = 10
"""Below it "three refugees" are persons in a story, not a count of the displaced."""


@needs(UPROOTED, {"arrivals"})
def counted_as_displaced(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "has registered 9,870 refugees", "a figure of 30,000 evacuees", "2,300 new arrivals"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None or p.head(chunk) not in UPROOTED | {"arrivals"}:
        return
    if p.head(chunk) == "arrivals" and "new" not in {w.low for w in p.words[chunk.a : chunk.head]}:
        return
    if k and p.chunks[k - 1].kind == P and p.head(p.chunks[k - 1]) in {"for", "between", "with"}:
        return
    if k + 1 < len(p.chunks) and p.head(p.chunks[k + 1]) in {"returned", "return"}:
        return
    told = bool(k) and p.head(p.chunks[k - 1]) in _COUNTING
    for group in groups_at(p, [k], Harm.DISPLACED, site_of(p, k), "counted as displaced"):
        if group.value is None or group.value >= (FEW if told else MANY):
            group.victims = group.victims or p.words[chunk.head].text
            yield group


OF_NOUNS = (counted_as_displaced,)
