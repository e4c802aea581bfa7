"""One member of a list: where its noun phrase begins and ends, with what is attached to it."""

from __future__ import annotations

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, REL, STOP, VG, P
from summarizer.engines.offline.clause_marks import is_age
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.harm import person_noun

_RELATIVE = 8
"""Chunks of a relative clause at most."""
_LOYAL = frozenset({"loyal", "allied", "close", "opposed", "hostile", "linked", "belonging", "affiliated"})
_ATTACHED = frozenset({"of", "from", "in", "at", "with"})
_KNOWN_AS = frozenset({"known", "called", "nicknamed", "dubbed", "named", "identified"})
_BRACKETS = frozenset("([")
_MARKS = frozenset("'\"‘’“”")


def relative_at(p: Parsed, end: int) -> int | None:
    """Example: "Idi Bako, who led them, and his son": the comma that opens the clause whose last chunk is at `end`."""
    for i in range(end, max(0, end - _RELATIVE), -1):
        if p.chunks[i].kind == REL and p.chunks[i - 1].kind == COMMA:
            return i - 1 if p.words[p.chunks[i].a].low == "who" else None
        if p.chunks[i].kind in {COMMA, CC, STOP}:
            return None
    return None


def past_relative(p: Parsed, i: int) -> int:
    """Example: "killed Idi Bako, who led them, and his son": index of the comma that closes a clause opened at i."""
    if i + 1 >= len(p.chunks) or p.chunks[i].kind != COMMA or p.words[p.chunks[i + 1].a].low != "who":
        return i
    for k in range(i + 2, min(i + _RELATIVE, len(p.chunks) - 1)):
        if p.chunks[k].kind == COMMA:
            return k if p.chunks[k + 1].kind == CC else i
        if p.chunks[k].kind in {CC, STOP}:
            break
    return i


def past_gerund(p: Parsed, i: int) -> int:
    """Example: "killed a couple travelling in a pickup and three soldiers": where a gerund's phrase ends, else i.

    Not where it has people for its object: "a driver transporting a judge and two guards".
    """
    if i + 2 >= len(p.chunks) or not is_gerund(p, i) or p.chunks[i - 1].kind != NP:
        return i
    end = i + 1
    if p.chunks[end].kind == NP:
        if person_noun(p.head(p.chunks[end])) is not None:
            return i
        end += 1
    while end + 1 < len(p.chunks) and p.chunks[end].kind == P and p.chunks[end + 1].kind == NP:
        end += 2
    behind = p.chunks[end + 1 : end + 3] if end < len(p.chunks) and p.chunks[end].kind in {COMMA, CC} else []
    member = next((c for c in behind if c.kind == NP), None)
    if member is None or person_noun(p.head(member)) is None:
        return i  # "killed a man carrying a bomb and two grenades"
    return end if member.count is not None or member.det in {"a", "an"} else i


def is_gerund(p: Parsed, j: int) -> bool:
    """Is the chunk at j a gerund alone: "soldiers escorting (the vehicles)"?"""
    chunk = p.chunks[j]
    return chunk.kind == VG and chunk.b - chunk.a == 1 and p.words[chunk.a].tag == "VBG"


def phrase_end(p: Parsed, j: int) -> int:
    """Index after the noun phrase at j and the phrases attached to it by "of", "from", "in", "at" or "with"."""
    i = past_bracket(p, _past_alias(p, j + 1))
    while (
        i + 1 < len(p.chunks)
        and p.chunks[i].kind == P
        and p.head(p.chunks[i]) in _ATTACHED
        and p.chunks[i + 1].kind == NP
    ):
        i = past_bracket(p, i + 2)
    i += i < len(p.chunks) and p.chunks[i].kind == ADV and p.head(p.chunks[i]) == "aged"
    named = p.words[p.chunks[j].head].tag == "NNP" and i + 2 < len(p.chunks) and is_age(p, i + 1)
    return i + 2 * (named and p.chunks[i + 2].kind in {COMMA, CC, STOP})  # "Ana Ruiz, 42, and"


def past_bracket(p: Parsed, i: int) -> int:
    """Example: "soldiers of the Rapid Support Forces (RSF) and a driver": index after the initials at i, or the age."""
    opens = i < len(p.chunks) and p.chunks[i].kind == ADV and p.words[p.chunks[i].a].text in _BRACKETS
    return i + opens


def _past_alias(p: Parsed, i: int) -> int:
    """Example: "a commander known as 'Thunder' and three of his men": index after the name he is known by."""
    if i + 2 >= len(p.chunks) or p.chunks[i].kind != VG or p.head(p.chunks[i]) not in _KNOWN_AS:
        return i
    k = i + 1 + (p.head(p.chunks[i + 1]) == "as")
    while k < len(p.chunks) and p.slice(p.chunks[k]) in _MARKS:
        k += 1
    if k >= len(p.chunks) or p.chunks[k].kind != NP:
        return i
    k += 1
    while k < len(p.chunks) and p.slice(p.chunks[k]) in _MARKS:
        k += 1
    return k


def phrase_start(p: Parsed, j: int) -> int:
    """Index of the noun phrase that the one at j ends, by "of", "from", "in", "at", "with" or a genitive."""
    while j >= 2:
        if p.words[p.chunks[j - 1].a].tag == "POS" and p.chunks[j - 2].kind == NP:
            j -= 2
            continue
        if p.head(p.chunks[j - 1]) == "to" and j > 2 and p.head(p.chunks[j - 2]) in _LOYAL:
            j -= 3  # "nine soldiers loyal to the government and a driver"
            continue
        if p.chunks[j - 1].kind != P or p.head(p.chunks[j - 1]) not in _ATTACHED:
            break
        before = j - 2 - (j > 2 and p.words[p.chunks[j - 2].a].text in _BRACKETS)  # "the Union (UP) in the north"
        if p.chunks[before].kind != NP:
            break
        j = before
    return j
