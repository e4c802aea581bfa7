"""The chunks in which an event is told: where its trigger begins and ends, and the verb that carries it out."""

from __future__ import annotations

from summarizer.engines.offline.chunks import STOP, SUB, VG, Chunk, P
from summarizer.engines.offline.clause_marks import governing
from summarizer.engines.offline.happening import Happening
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import EventType

_LAUNCH = words("roles", "launch")


def first_chunk(event: Happening) -> int:
    """Index of the chunk in which the trigger begins."""
    p = event.p
    return next((i for i, chunk in enumerate(p.chunks) if p.end(chunk) > event.at[0]), 0)


def last_chunk(event: Happening, k: int) -> int:
    """Index of the chunk in which the trigger ends."""
    p, j = event.p, k
    while j + 1 < len(p.chunks) and p.end(p.chunks[j]) < event.at[1]:
        j += 1
    return j


def carrying_verb(event: Happening, k: int) -> int | None:
    """The verb whose subject carries out the event told by noun phrase k: "launched an assault"."""
    p = event.p
    for j in range(k - 1, max(k - 8, -1), -1):
        chunk = p.chunks[j]
        if chunk.kind == VG:
            suffers = event.type is EventType.ARMED_CLASH and p.head(chunk) in {"lost", "suffered", "sustained"}
            disowned = p.head(chunk) in {"claimed", "claim"} and (chunk.negated or chunk.infinitive)
            return j if suffers or (p.head(chunk) in _LAUNCH and not disowned) else None
        if chunk.kind in {STOP, SUB}:
            break
    if event.type is EventType.OFFENSIVE and k > 1 and p.chunks[k - 1].kind == P:
        return next((j for j in range(k - 1, max(k - 18, -1), -1) if p.chunks[j].kind == VG), None)
    after = governing(p, k)
    if after is not None and after > k and p.chunks[after].passive and p.head(p.chunks[after]) in _LAUNCH:
        return after
    return None


def capital_before(p: Parsed, chunk: Chunk, at: int) -> bool:
    """Does a capitalised word stand before this place of the noun phrase? Then the plain noun is somebody else's."""
    word = p.slice(chunk)[: max(at - 1, 0)].split()[-1:]
    return bool(word) and word[0][0].isupper() and word[0].lower() != "the"
