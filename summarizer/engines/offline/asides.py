"""Asides set off by commas: ages, homes, relative clauses; and the persons who are named before them."""

from __future__ import annotations

import re

from summarizer.engines.offline.chunks import CC, COMMA, NP, REL, VG, Chunk, P
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.person_names import is_person_name
from summarizer.normalize.harm import person_noun

RELATIVE = re.compile(r",\s+(?:which|who|whose)\b[^,;.]*,", re.IGNORECASE)
"""A relative clause between commas, whose day is its own: "the junta, which seized power in 2022, has vowed"."""
_OFFICE = ("or", "er", "man", "woman", "ist", "chief", "head", "president", "secretary")
_OF_A_PLACE = frozenset({"resident", "native", "father", "mother", "member", "veteran"})
_MOST = 12
"""Asides between a name and its verb; else a text of participles alone would take its length squared."""


def named_before_asides(p: Parsed, k: int) -> list[int]:
    """The names before the verb group at k that asides part from it, in order of text; empty where there are none.

    Example: "Ali Riaz, 41, resident of Chakwal, and Imran Khan, 26, having fought gallantly, fell": both names.
    """
    names: list[int] = []
    end, passed = k, False
    for _ in range(_MOST):
        if end < 2 or p.chunks[end - 1].kind != COMMA:
            break
        start = _segment(p, end - 1)
        at = start + (p.chunks[start].kind == CC)
        if at == end - 2 and p.chunks[at].kind == NP and is_person_name(p, p.chunks[at]):
            names.insert(0, at)
            if at == start:
                break
        elif not _is_aside(p, start, end - 1):
            return []
        else:
            passed = True
        end = start
    if names and passed and (counted := counted_as(p, names)) is not None:
        return [counted]
    return names if passed else []


def counted_as(p: Parsed, names: list[int]) -> int | None:
    """Example: "Two privates, Yohanes Lado, 23, and Rizal Hakim, 26, were killed": those whom the names are of."""
    j = names[0] - 2
    if j < 0 or p.chunks[names[0] - 1].kind != COMMA or p.chunks[j].kind != NP:
        return None
    if any(p.words[p.chunks[name].head].tag != "NNP" or p.chunks[name].count is not None for name in names):
        return None
    j -= 2 * (j > 1 and p.head(p.chunks[j - 1]) == "of")  # "three officials of the party, Sotelo, ..."
    found = p.chunks[j].count
    return j if found is not None and found.count.value == len(names) > 1 else None


def _segment(p: Parsed, comma: int) -> int:
    """Index of the first chunk after the comma before this one."""
    start = comma
    while start > 0 and p.chunks[start - 1].kind != COMMA:
        start -= 1
    return start


def _is_aside(p: Parsed, start: int, end: int) -> bool:
    """An age, a relative clause, a participle, or what somebody is: "33", "who led them", "a resident of Swabi"."""
    first = p.chunks[start]
    if first.kind == REL or (first.kind == VG and p.words[first.a].tag == "VBG"):
        return True
    if first.kind == P and p.head(first) == "of":
        return all(chunk.kind != VG for chunk in p.chunks[start:end])  # "of the San Juan parish"
    if first.kind != NP:
        return False
    age = end - start == 1 and first.b - first.a == 1 and p.words[first.a].tag == "CD"
    told = p.head(first) in _OF_A_PLACE or first.det in {"a", "an"} or _is_office(p, first)
    return age or (told and all(chunk.kind != VG for chunk in p.chunks[start:end]))


def _is_office(p: Parsed, chunk: Chunk) -> bool:
    """Example: "teacher and union leader", "ambassador to Spain", "the leader of the union": what one person is."""
    known = person_noun(p.head(chunk))
    one = known is not None and not known.plural
    plain = p.words[chunk.head].tag == "NN" and chunk.count is None and (not chunk.det or chunk.det in {"the", "poss"})
    return plain and (one or p.head(chunk).endswith(_OFFICE))
