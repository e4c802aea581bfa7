"""Whom a relative clause is about: the noun phrase right before it, or one further on to the left."""

from __future__ import annotations

from summarizer.engines.offline.chunks import COMMA, NP, VG, P
from summarizer.engines.offline.parsed import Parsed

_WORDS = frozenset({"reaction", "word", "comment", "response", "statement", "reply"})
"""Of somebody, not of a place: "no reaction from Islamabad, which has denied it"."""
_CALLING = frozenset({"described", "called", "named", "identified", "labelled", "labeled", "termed", "characterised"})


def antecedent(p: Parsed, left: int, rel: int, k: int) -> int:
    """The noun phrase, at `left` or before it, that the clause with its pronoun at `rel` is about.

    Whose is the verb at k? Behind a whole relative clause stands the verb of the main one.
    """
    main = any(c.kind == VG for c in p.chunks[rel + 1 : k])
    if main and _is_share(p, left):
        return left - 2
    return _described(p, _past_place(p, _past_share(p, left)))


def all_of_whom(p: Parsed, k: int) -> int | None:
    """Example: "carrying 12 people, all of whom were killed": the people counted, whom the verb at k befell."""
    if k < 5 or p.head(p.chunks[k - 1]) != "whom" or p.slice(p.chunks[k - 3]).lower() != "all":
        return None
    whole = p.chunks[k - 5]
    counted = p.chunks[k - 4].kind == COMMA and whole.kind == NP and whole.count is not None
    return k - 5 if counted else None


def _past_share(p: Parsed, j: int) -> int:
    """Example: "the 26 people, most of them tourists, who were shot": the people, not what most of them were."""
    if j < 5 or p.head(p.chunks[j - 1]) not in {"them", "whom"} or p.head(p.chunks[j - 2]) != "of":
        return j
    opens = p.chunks[j - 4].kind == COMMA and p.chunks[j - 5].kind == NP
    return j - 5 if opens else j


def _is_share(p: Parsed, j: int) -> bool:
    """Example: "one of the three men who kept the gate was killed": of the people at j, only so many."""
    return j > 1 and p.head(p.chunks[j - 1]) == "of" and p.chunks[j - 2].count is not None


def _described(p: Parsed, j: int) -> int:
    """Example: "three men it called members of Hamas who were killed": the men, not what they are called."""
    as_what = j > 0 and p.head(p.chunks[j - 1]) == "as" and p.chunks[j - 1].kind == P
    k = j - 1 - as_what
    told = k > 1 and p.chunks[k].kind == VG and p.head(p.chunks[k]) in _CALLING and p.chunks[k - 1].det == "prp"
    return k - 2 if told and p.chunks[k - 2].kind == NP and p.chunks[k - 2].count is not None else j


_KIN = frozenset(
    {
        "family", "families", "relatives", "widow", "colleagues", "friends", "funeral",
        "kidnappers", "abductors", "captors", "killers", "murderers",
    }
)  # fmt: skip
"""Before "of" and a name: what is told next is told of him who is named."""


def _past_place(p: Parsed, j: int) -> int:
    """Example: "190 people from Crni Potok who vanished": the relative clause is not about the place."""
    named = j > 1 and p.words[p.chunks[j].head].tag == "NNP"
    named = named and p.head(p.chunks[j - 1]) in {"from", "in", "at", "near", "of"}
    kin = j > 1 and p.head(p.chunks[j - 1]) == "of" and p.head(p.chunks[j - 2]) in _KIN  # "the widow of Bako, who died"
    kin = kin and p.chunks[j - 2].count is None
    kin = kin and not any(w.low in {"were", "are"} for w in p.words[p.chunks[j].b : p.chunks[j].b + 3])
    outer = named and not kin and p.chunks[j - 2].kind == NP and p.head(p.chunks[j - 2]) not in _WORDS
    return j - 2 if outer else j
