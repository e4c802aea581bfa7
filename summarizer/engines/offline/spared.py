"""Nouns of harm that tell of none: deaths averted, lives saved, bodies handed over."""

from __future__ import annotations

from summarizer.engines.offline.chunks import VG
from summarizer.engines.offline.frames import sharing
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.places import find_places

COSTING = frozenset({"claimed", "cost", "took", "taken", "claiming", "costing", "taking", "claims"})
"""Verbs of what takes lives."""
REMAINS = frozenset({"body", "bodies", "corpse", "corpses", "remains", "death", "killing"})
"""Nouns for the dead themselves."""
_FREE = frozenset({"escape", "escaped", "freed", "released", "rescued", "ransomed", "fled", "returned"})
_COVERED_BY = frozenset({"beneath", "underneath", "under"})
_AVERTED = words("spared", "averted")
_RETURNS = words("spared", "returns")
_FOUND = frozenset({"found", "recovered", "discovered", "dumped"})
_MANY = 20
"""So many bodies at once are handed over by agreement: of dead told long before."""


def came_about(p: Parsed, k: int) -> bool:
    """Not "averted the deaths of 20", "foiled the abduction of 12"; lives are lost only where something costs them."""
    before = [w.low for w in p.words[max(0, p.chunks[k].a - 3) : p.chunks[k].head]]
    if p.head(p.chunks[k]) == "lives" and p.chunks[k].count is None:
        return any(word in COSTING or word in {"lost", "loss", "cost", "costs", "end", "ended"} for word in before)
    if p.head(p.chunks[k]) in REMAINS and p.words[p.chunks[k].a - 1].low in _COVERED_BY:
        return False  # "lay beneath two bodies for an hour"
    return _AVERTED.isdisjoint(before)


def _exchanged(p: Parsed, k: int) -> bool:
    """Example: "the bodies of 1,000 men will be handed over", "returned the remains of 31 soldiers": a swap of many."""
    of = p.chunks[k + 2] if k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) == "of" else None
    if of is None or of.count is None:
        return False
    after, before = p.chunks[k + 3 : k + 4], p.chunks[max(0, k - 1) : k]
    verb = next((c for c in (*before, *after) if c.kind == VG and p.head(c) in _RETURNS), None)
    return verb is not None and (bool(verb.modal) or (of.count.count.min or 0) >= _MANY)


_GATHERED = frozenset({"collect", "gather", "retrieve", "recover", "pick"})
"""What is done with dead not told before: "will collect the bodies of soldiers"."""


def given_back(p: Parsed, k: int) -> bool:
    """Example: "ready to hand over another 1,000 bodies", "the bodies of two of them": of dead told before."""
    if p.head(p.chunks[k]) not in REMAINS:
        return False
    near = [c for c in p.chunks[max(0, k - 2) : k + 2] if c.kind == VG]
    told = [p.head(c) for c in p.chunks[k + 1 : k + 5]]
    again = told[:1] == ["of"] and told[2:] in (["of", "them"], ["of", "whom"]) and p.vocabulary.isdisjoint(_FOUND)
    if again or _exchanged(p, k):
        return True
    # "Handed over the bodies of two men" tells of their death, "agreed to hand over the bodies of 600" of a count.
    named = k + 1 < len(p.chunks) and p.head(p.chunks[k + 1]) == "of"
    j = next((i for i in range(max(0, k - 2), k) if p.chunks[i].kind == VG), None)
    if j is not None and p.head(p.chunks[j]) in _RETURNS and sharing(p, j) is not None:
        return True  # "agreed to lift the siege and hand over the bodies"
    moved = k and p.head(p.chunks[k - 1]) not in _GATHERED
    if moved and p.chunks[k - 1].modal in {"will", "would"} and not any(c.count for c in p.chunks[k : k + 3]):
        return True  # "would escort the bodies of rebels"
    return any(p.head(chunk) in _RETURNS and (chunk.infinitive or not named) for chunk in near)


def is_place_struck(p: Parsed, k: int, of: int) -> bool:
    """Example: "the massacre of San Francisco": where people were killed, and nobody of that name."""
    name = p.slice(p.chunks[of])
    struck = p.head(p.chunks[k]).startswith("massacre") and p.words[p.chunks[of].head].tag == "NNP"
    return struck and any(found.text == name for found in find_places(f"in {name}"))


def comes_free(p: Parsed, k: int) -> bool:
    """Example: "three of the kidnapped peasants managed to escape": does the people's next verb set them free?"""
    verbs = [c for c in p.chunks[k + 1 : k + 3] if c.kind == VG]
    return any(p.head(verb) in _FREE for verb in verbs)
