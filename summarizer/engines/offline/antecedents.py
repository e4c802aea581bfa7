"""The people that a bare figure counts, where no group of people harmed before it names them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.engines.offline.chunks import NP, VG, Chunk, P
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.frames import subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party_names import REBEL, STATE, party_nouns
from summarizer.normalize.harm import person_noun

_FIGURE = re.compile(r"^(?:\(\d[\d,.]*\)\s*|[x×] )")
"""Example: the "(3)" of "three (3) of the bandits", the "x" of "2 x children"."""
_BANDS = frozenset({"group", "gang", "band", "mob", "crowd"})
BODIES = frozenset({"groups", "organisations", "organizations", "committees", "associations"})
"""Of such, "hundreds" are no people."""
_REACH = 2
"""Sentences back."""


def counted_before(group: Group, sentences: Sequence[Parsed]) -> tuple[str, int] | None:
    """The nearest counted people told before a bare figure that it can be a share of, and their sentence's number.

    Example: "three gunmen stormed the bank. Two were killed": "gunmen".
    """
    for p in reversed(sentences[max(0, group.p.number - 1 - _REACH) : group.p.number]):
        for k in range(len(p.chunks) - 1, -1, -1):
            if p is group.p and p.end(p.chunks[k]) > group.start:
                continue
            people = _people_at(p, k)
            if people and _holds(p.chunks[k], group):
                return people, p.number
    return None


def _people_at(p: Parsed, k: int) -> str:
    """The people counted at chunk k: "eight workers", "seventeen of the worst cases"; empty when it counts none."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None:
        return ""
    if p.end(chunk) == chunk.count.end:
        whole = p.chunks[k + 2] if k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) == "of" else None
        return p.slice(whole) if whole is not None and _are_people(p.head(whole)) else ""
    after = next((w.start for w in p.words[chunk.a : chunk.b] if w.start >= chunk.count.end), None)
    return p.text[after : p.end(chunk)] if after is not None and _are_people(p.head(chunk)) else ""


def _are_people(head: str) -> bool:
    known = person_noun(head)
    return (known is not None and known.plural and head not in BODIES) or head == "cases"


def _holds(chunk: Chunk, group: Group) -> bool:
    """Can the figure be a share of so many?"""
    value = chunk.count.count.value if chunk.count is not None else None
    return value is not None and value > (group.value or 0) and value > 1


def people_before(p: Parsed, chunk: Chunk) -> str:
    """Whom "them" means after the number at `chunk`: people named before in the sentence, not those who did it.

    Example: "engaged the bandits and neutralised scores of them", "soldiers met a group and killed five of them".
    """
    at = p.chunks.index(chunk)
    doer = subject_of(p, at - 1) if at and p.chunks[at - 1].kind == VG and not p.chunks[at - 1].passive else None
    for k in range(at - 1, -1, -1):
        other = p.chunks[k]
        known = person_noun(p.head(other)) if other.kind == NP and k != doer and not _speaks(p, k) else None
        if k and p.chunks[k - 1].kind == P and p.head(p.chunks[k - 1]) == "from":
            continue  # "separated the men from the women and executed 19 of them"
        armed = other.kind == NP and k != doer and party_nouns().get(p.head(other)) in REBEL and other.det == "the"
        if armed or (known is not None and (known.plural or p.head(other) in _BANDS)):
            return p.slice(other) if other.count is None else noun_after_count(p, other)
    return ""


def _speaks(p: Parsed, k: int) -> bool:
    """Example: "Police believe that three of them": who says is not whom it is said of."""
    if p.head(p.chunks[k]) != "officials" and party_nouns().get(p.head(p.chunks[k])) not in STATE:
        return False  # "Villagers said gunmen shot 12 of them"
    after = p.chunks[k + 1] if k + 1 < len(p.chunks) else None
    return after is not None and after.kind == VG and p.head(after) in cue_verbs()


def noun_after_count(p: Parsed, chunk: Chunk) -> str:
    """The words of a counted noun phrase after its number, without a leading article."""
    if chunk.count is None:
        return p.slice(chunk)
    end = chunk.count.end
    start = next((w.start for w in p.words[chunk.a : chunk.b] if w.start >= end), None)
    return "" if start is None else _FIGURE.sub("", p.text[start : p.end(chunk)])


def people_aboard(group: Group, sentences: Sequence[Parsed]) -> str:
    """Example: "A mine went off under a truck carrying coal miners. Ten were killed": those told aboard just before."""
    before = sentences[group.p.number - 2] if group.p.number > 1 else None
    if before is None or before.sentence.paragraph != group.p.sentence.paragraph:
        return ""
    for k, chunk in enumerate(before.chunks):
        aboard = (
            chunk.kind == NP and k and before.head(before.chunks[k - 1]) in {"carrying", "transporting", "ferrying"}
        )
        known = person_noun(before.head(chunk)) if aboard and chunk.count is None else None
        if known is not None and known.plural:
            return before.slice(chunk)
    return ""
