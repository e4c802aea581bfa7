"""Lists whose members stand between semicolons: "Ana Ruiz, the mayor; her driver, Luis Soto; and a passer-by"."""

from __future__ import annotations

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, VG, P
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.harm import harm_states, harm_verbs

_INSIDE = frozenset({NP, COMMA, P, ADV, CC})
_LONGEST = 40
"""Chunks of a list at most."""


def before(p: Parsed, j: int) -> list[int]:
    """The first noun phrases of the members before the last one, which begins at chunk j; empty where it ends none."""
    if j < 3 or p.chunks[j - 1].kind != CC or not _is_mark(p, j - 2):
        return []
    first = _start(p, j)
    if first and p.chunks[first - 1].kind == VG and _is_clause(p, j):
        return []  # "a mine injured a girl; and two goats died"
    members = _members(p, first, j - 2)
    return [] if any(_stands_alone(p, i) for i in members) else members


def behind(p: Parsed, j: int) -> list[int]:
    """The first noun phrases of the members after the first one, which begins at chunk j; empty where none follow."""
    last = j
    for i in range(j, min(j + _LONGEST, len(p.chunks) - 2)):
        if _is_mark(p, i) and p.chunks[i + 1].kind == CC and p.chunks[i + 2].kind == NP:
            last = i
            break
        if p.chunks[i].kind not in _INSIDE and not _is_mark(p, i):
            return []
    if last == j or _is_clause(p, last + 2):
        return []
    members = [*_members(p, j, last)[1:], last + 2]
    return [] if any(_stands_alone(p, i) for i in members) else members


def _is_clause(p: Parsed, j: int) -> bool:
    """Example: "; and a child died", "; and a third, in Bama, was defused": the noun phrase at j has a verb."""
    for i in range(j + 1, min(j + _LONGEST, len(p.chunks))):
        if p.chunks[i].kind not in _INSIDE:
            return p.chunks[i].kind == VG and p.words[p.chunks[i].a].tag != "VBG"
    return False


def _stands_alone(p: Parsed, i: int) -> bool:
    """Has the member at i a harm of its own, or a number in a row: "40 wounded", "injured a girl", "the second"?"""
    chunk = p.chunks[i]
    harmed = any(w.low in harm_states() or w.low in harm_verbs() for w in p.words[chunk.a : chunk.b])
    return harmed or (chunk.det in {"a", "the"} and p.words[chunk.head].tag in {"JJ", "CD"})


def _start(p: Parsed, j: int) -> int:
    """Where the list that ends at chunk j begins: behind the nearest verb, conjunction or stop."""
    i = j - 2
    while i > 0 and (p.chunks[i - 1].kind in _INSIDE or _is_mark(p, i - 1)) and j - i < _LONGEST:
        i -= 1
    return i


def _members(p: Parsed, first: int, end: int) -> list[int]:
    """The noun phrase that opens each stretch between the marks of chunks `first` to `end`."""
    openings = [first, *(i + 1 for i in range(first, end) if _is_mark(p, i))]
    return [i for i in openings if p.chunks[i].kind == NP and p.chunks[i].det != "prp"]


def _is_mark(p: Parsed, i: int) -> bool:
    return p.slice(p.chunks[i]) == ";"
