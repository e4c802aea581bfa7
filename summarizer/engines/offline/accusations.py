"""Whom a verb of accusing accuses: the one who does what the gerund behind it says."""

from __future__ import annotations

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, QUOTE, STOP, SUB, VG, P
from summarizer.engines.offline.frames import object_of
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed

_REACH = 24
"""Chunks."""
_ACCUSING = words("roles", "accusing")


def _accused_before(p: Parsed, comma: int) -> int | None:
    """Example: "accused the coalition of bombing Mushaki, killing six": the gerund goes on from the accused."""
    verbs = (i for i in range(comma - 1, max(0, comma - _REACH), -1) if p.chunks[i].kind in {VG, STOP, SUB})
    accuses = next((i for i in verbs if p.chunks[i].kind != VG or p.words[p.chunks[i].head].tag != "VBG"), None)
    if accuses is None or p.head(p.chunks[accuses]) not in _ACCUSING or p.chunks[accuses].passive:
        return None
    return object_of(p, accuses)


def accused_of(p: Parsed, k: int) -> int | None:
    """Example: "accused the army of shelling villagers": the subject of the gerund at k is whom the verb accuses."""
    of = k - 1
    later = p.head(p.chunks[of]) == "later"  # "accused the army of beating a man, later arresting two soldiers"
    while of > 1 and p.chunks[of].kind in {QUOTE, ADV} and not later:
        of -= 1  # "of killing a guard, then hiding his body"
    chunk = p.chunks[k]
    gerund = p.head(chunk).endswith("ing") and all(w.tag == "RB" for w in p.words[chunk.a : chunk.head])
    if gerund and of > 1 and p.chunks[of].kind == COMMA:
        return _accused_before(p, of)
    if of < 2 or not (gerund or "VBG" in {p.words[chunk.head].tag, p.words[chunk.a].tag}):
        return None
    if p.chunks[of].kind == CC:  # "of storming homes and executing men"
        first = next((i for i in range(of - 1, max(of - 7, 2), -1) if p.chunks[i].kind == VG), None)
        return accused_of(p, first) if first is not None else None
    if p.chunks[of].kind != P:
        return None
    i = of - 1
    while i > 1 and p.chunks[i].kind == NP and p.chunks[i - 1].kind == P:
        i -= 2
    before = p.chunks[i - 1]
    if p.head(p.chunks[of]) == "by" and before.kind == VG and p.words[before.a].tag == "VBG":
        return accused_of(p, i - 1)  # "of having provoked the tension by killing two"
    blames = before.kind == VG and not before.passive and p.head(before) in _ACCUSING
    return i if blames and p.chunks[i].kind == NP else None
