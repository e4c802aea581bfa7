"""What somebody does by habit: "gunmen who kidnap for ransom and burn villages", "they raid farms when it rains"."""

from __future__ import annotations

import re

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, REL, STOP, THAT, VG, Chunk, P
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed

_PRESENT = frozenset({"VBP", "VBZ", "VB"})
_OFTEN = words("habits", "often")
_BEING = frozenset({"is", "are", "has", "have", "do", "does"})
_INSIDE = frozenset({NP, P, CC, COMMA, ADV, VG})
_EACH = frozenset({"every", "each", "average"})
_RATE = re.compile(r"\b(?:every|each) (?:single )?(?:day|night|week|month|year)\b|\bon average\b", re.IGNORECASE)
_REACH = 14
"""Chunks back to the pronoun that opens the clause."""


def is_habit(p: Parsed, k: int) -> bool:
    """Is the verb group at k in the plain present after "who" or "they", or one of what is done often?

    A headline and a chronicle use the present for news; neither has such a pronoun before its verb.
    """
    if p.headline or p.chunks[k].kind != VG:
        return False
    return _is_often(p, p.chunks[k]) or (_is_present(p, k) and _goes_on(p, k)) or _is_rate(p, k)


_ALMOST = frozenset({"nearly", "almost", "narrowly"})


def almost(p: Parsed, k: int) -> bool:
    """Does the verb group at k say that it nearly happened, and not that it almost certainly did?"""
    if _ALMOST.isdisjoint(p.vocabulary):
        return False
    lows = [w.low for w in p.words[p.chunks[k].a : p.chunks[k].b]]
    return any(low in _ALMOST and lows[i + 1 : i + 2] != ["certainly"] for i, low in enumerate(lows))


def _is_rate(p: Parsed, k: int) -> bool:
    """Example: "every week, three or four people are killed on this road": so many in each, of none in particular."""
    if _EACH.isdisjoint(p.vocabulary) or not _in_clause(p, k):
        return False
    first = p.words[p.chunks[k].a]
    return first.low in {"is", "are", "get", "gets"} or (_is_present(p, k) and first.tag != "VB")


def _in_clause(p: Parsed, k: int) -> bool:
    """Does a rate stand in the verb's own clause, not "at a market held every week" or behind another verb?"""
    for found in _RATE.finditer(p.text):
        at = next((i for i, c in enumerate(p.chunks) if p.end(c) > found.start()), k)
        between = p.chunks[min(at, k + 1) : max(at, k)]
        joined = any(c.kind in {VG, STOP} or (c.kind == CC and at > k) or p.slice(c) == ";" for c in between)
        if not joined and not (at < k and at and p.chunks[at - 1].kind == VG):
            return True
    return False


def _is_often(p: Parsed, verb: Chunk) -> bool:
    return any(w.low in _OFTEN for w in p.words[verb.a : verb.b])


def _is_present(p: Parsed, k: int) -> bool:
    """One bare verb of the present: neither "to burn" nor "will burn" nor "have burned"."""
    chunk = p.chunks[k]
    helped = chunk.modal or chunk.infinitive or chunk.perfect or chunk.passive or p.head(chunk) in _BEING
    return not helped and chunk.a == chunk.head and p.words[chunk.head].tag in _PRESENT


def _is_relative(p: Parsed, j: int) -> bool:
    """Is "that" at chunk j a subject: "gangs that kidnap travellers", not "told AFP that six died"?"""
    return j > 0 and p.chunks[j - 1].kind == NP and p.chunks[j + 1].kind == VG


def _goes_on(p: Parsed, k: int) -> bool:
    """Does "who" or "they" open the clause, or a verb of what is often done, with only the present between?"""
    for j in range(k - 1, max(-1, k - _REACH), -1):
        chunk = p.chunks[j]
        relative = chunk.kind == REL or (chunk.kind == THAT and _is_relative(p, j))
        if relative or (chunk.kind == NP and p.slice(chunk).lower() == "they"):
            return True
        if chunk.kind == VG and (_is_often(p, chunk) or not _is_present(p, j)):
            return _is_often(p, chunk)
        if chunk.kind not in _INSIDE:
            return False
    return False
