"""Parentheses between commas or dashes: where one opens."""

from __future__ import annotations

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, STOP, VG, P
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.parsed import Parsed

DASHES = frozenset({"—", "–", "--", "-"})
REACHED = frozenset({"reached", "contacted", "interviewed", "asked", "questioned"})
"""Participles behind a speaker whom reporters spoke to."""
NAMING = frozenset({"identified", "named", "known", "described"})


def opening_of(p: Parsed, j: int) -> int | None:
    """Index of the comma or dash that opens the parenthesis closed by the one at j, None when it is none."""
    mark = p.slice(p.chunks[j])
    if (listed := including_at(p, j)) is not None:
        return listed
    for i in range(j - 1, max(-1, j - 16), -1):
        if p.slice(p.chunks[i]) == mark and not (mark == "," and _in_aside(p, i)):
            return i
        if p.chunks[i].kind == STOP:
            return None
    return None


def including_at(p: Parsed, j: int) -> int | None:
    """Example: "40 people, including women, children, and infants, died": the comma that opens the list."""
    if "including" not in p.vocabulary:
        return None
    for i in range(j - 1, max(0, j - 16), -1):
        if p.head(p.chunks[i]) == "including":
            return i - 1 if p.chunks[i - 1].kind == COMMA else None
        if p.chunks[i].kind not in {NP, COMMA, CC, P, ADV}:
            return None
    return None


def opens_participle(p: Parsed, j: int) -> bool:
    """Does a gerund after its noun begin at the comma at j, or what somebody is named as ("identified as Idi Bako")?"""
    verb, head = p.chunks[j + 1], p.head(p.chunks[j + 1])
    if verb.kind == VG and head in REACHED and verb.b - verb.a == 1 and j > 0 and p.chunks[j - 1].kind == NP:
        return True  # "One of them, reached by telephone, said"
    if verb.kind == VG and head in NAMING and verb.b - verb.a == 1 and j > 0 and p.chunks[j - 1].kind == NP:
        return j + 2 < len(p.chunks) and p.head(p.chunks[j + 2]) == "as"
    gerund = verb.kind == VG and p.words[verb.head].tag == "VBG" and (head == "speaking" or head not in cue_verbs())
    return gerund and j > 0 and p.chunks[j - 1].kind == NP


def _in_aside(p: Parsed, i: int) -> bool:
    """Example: ", most of them women, children and older persons,": the comma at i stands inside the aside."""
    opening = next((h for h in range(i - 1, max(i - 6, 0), -1) if p.chunks[h].kind == COMMA), None)
    return opening is not None and i - opening > 3 and p.head(p.chunks[opening + 3]) in {"them", "whom"}
