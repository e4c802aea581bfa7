"""Nouns of harm that tell of none: deaths averted, lives saved, bodies handed over."""

from __future__ import annotations

from summarizer.engines.offline.chunks import VG
from summarizer.engines.offline.frames import sharing
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed

COSTING = frozenset({"claimed", "cost", "took", "taken", "claiming", "costing", "taking", "claims"})
"""Verbs of what takes lives."""
REMAINS = frozenset({"body", "bodies", "corpse", "corpses", "remains", "death", "killing"})
"""Nouns for the dead themselves."""
_AVERTED = words("spared", "averted")
_RETURNS = words("spared", "returns")


def came_about(p: Parsed, k: int) -> bool:
    """Not "averted the deaths of 20", "foiled the abduction of 12"; lives are lost only where something costs them."""
    before = [w.low for w in p.words[max(0, p.chunks[k].a - 3) : p.chunks[k].head]]
    if p.head(p.chunks[k]) == "lives" and p.chunks[k].count is None:
        return any(word in COSTING or word in {"lost", "loss", "cost", "costs", "end", "ended"} for word in before)
    return _AVERTED.isdisjoint(before)


def given_back(p: Parsed, k: int) -> bool:
    """Example: "ready to hand over another 1,000 bodies", "606 bodies were repatriated": of dead told before."""
    if p.head(p.chunks[k]) not in REMAINS:
        return False
    near = [c for c in p.chunks[max(0, k - 2) : k + 2] if c.kind == VG]
    # "Handed over the bodies of two men" tells of their death, "agreed to hand over the bodies of 600" of a count.
    named = k + 1 < len(p.chunks) and p.head(p.chunks[k + 1]) == "of"
    j = next((i for i in range(max(0, k - 2), k) if p.chunks[i].kind == VG), None)
    if j is not None and p.head(p.chunks[j]) in _RETURNS and sharing(p, j) is not None:
        return True  # "agreed to lift the siege and hand over the bodies"
    return any(p.head(chunk) in _RETURNS and (chunk.infinitive or not named) for chunk in near)
