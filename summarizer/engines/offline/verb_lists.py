"""Verbs that a conjunction joins: which verb group goes before one of the same subject."""

from __future__ import annotations

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, QUOTE, SUB, THAT, VG, P
from summarizer.engines.offline.clause_marks import modifies
from summarizer.engines.offline.parsed import Parsed

_BEING_NOW = frozenset({"is", "are", "'s", "’s"})
_SAID_SO = frozenset({"said", "declined", "refused", "denied", "confirmed", "added", "insisted", "warned", "told"})
SIMPLE_PAST = frozenset(
    {"gave", "took", "began", "went", "came", "saw", "did", "wrote", "spoke", "knew", "chose", "threw"}
)
"""Forms that are no participle, whatever the tagger calls them: "had been" cannot govern them."""


_PUTS = frozenset({"put", "puts", "putting", "placed"})


def previous_verb(p: Parsed, j: int) -> int | None:
    """The verb group coordinated with what follows the conjunction at j."""
    i = j - 1
    while i >= 0 and j - i < 16:
        kind = p.chunks[i].kind
        if kind == VG and p.chunks[i].perfect and (p.chunks[i].passive or _had(p, i)) and _is_simple(p, j + 1):
            i -= 1
            continue  # "denied that civilians had been targeted and gave no figures"
        apart = (_is_present(p, i) and is_past(p, j + 1)) or _are_of_two(p, i, j + 1)
        if kind == VG and _governs(p, i) and not apart:
            return i
        if kind == VG:
            i -= 1
            continue
        past = kind == SUB and any(_are_of_two(p, n, j + 1) for n in range(i + 1, j) if p.chunks[n].kind == VG)
        if kind not in {NP, P, ADV, CC, COMMA, QUOTE, THAT} and not past:
            return None
        i -= 1
    return None


def _are_of_two(p: Parsed, i: int, k: int) -> bool:
    """Example: "runs a clinic where civilians gather, and urges": one who urges, and many who gather."""
    one, other = p.chunks[i], p.chunks[k] if k < len(p.chunks) else p.chunks[i]
    return p.words[other.a].tag == "VBZ" and one.a == one.head and p.words[one.a].tag == "VBP"


def _had(p: Parsed, i: int) -> bool:
    return p.words[p.chunks[i].a].low == "had"


def _is_simple(p: Parsed, i: int) -> bool:
    """A form of the simple past that no "had" before a conjunction governs: "gave", "declined", "said"."""
    head, bare = p.head(p.chunks[i]), p.chunks[i].a == p.chunks[i].head
    return head in SIMPLE_PAST or (bare and head in _SAID_SO)


def _is_present(p: Parsed, i: int) -> bool:
    """Example: "is withdrawn", "says"; not "has refused"."""
    first = p.words[p.chunks[i].a]
    now = first.low in _BEING_NOW or (first.tag in {"VBZ", "VBP"} and first.low not in {"was", "were"})
    return now and not p.chunks[i].perfect


def is_past(p: Parsed, i: int) -> bool:
    """Is chunk i one bare verb of the past: "torched", not "was torched"?"""
    chunk = p.chunks[i] if i < len(p.chunks) else None
    return chunk is not None and chunk.kind == VG and chunk.a == chunk.head and p.words[chunk.head].tag == "VBN"


def _governs(p: Parsed, i: int) -> bool:
    """Has the verb group at i a subject of its own? Not "killed" of "put the number of people killed at 17"."""
    verb = p.chunks[i]
    if verb.infinitive or p.words[verb.head].tag == "VBG":
        return False
    if i > 1 and is_past(p, i) and p.chunks[i - 1].kind == NP and p.head(p.chunks[i - 2]) in _PUTS:
        return False  # "put the number arrested at 22 and said"
    if i and p.chunks[i - 1].kind == NP and _asks(p, i - 1):
        return False  # "did not say how many militants were killed, and added"
    if p.head(verb) in _OF_CHARGES and is_past(p, i) and p.chunks[i - 1].kind == NP and _of_what(p, i + 1):
        return False  # "lynched two men accused of kidnapping and burned a car"
    return not (i > 1 and p.chunks[i - 2].kind == P and p.head(p.chunks[i - 2]) == "of" and modifies(p, i))


def _asks(p: Parsed, j: int) -> bool:
    """Does an embedded question open before the noun phrase at j: "how many militants", "whether troops"?"""
    chunk = p.chunks[j]
    before = p.words[chunk.a - 1].low if chunk.a else ""
    return before in {"how", "whether", "why"} or p.words[chunk.a].low in {"how", "whose"}


_OF_CHARGES = frozenset({"accused", "suspected", "convicted", "charged"})


def _of_what(p: Parsed, j: int) -> bool:
    return j < len(p.chunks) and p.head(p.chunks[j]) in {"of", "with"}
