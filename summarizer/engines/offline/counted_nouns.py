"""Which noun phrase says whom a number counts, where it does not stand beside it: "20 of the fighters"."""

from __future__ import annotations

from summarizer.engines.offline.antecedents import noun_after_count
from summarizer.engines.offline.chunks import COMMA, NP, QUOTE, STOP, P
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.actors import known_actor
from summarizer.normalize.harm import other_heads
from summarizer.records.vocabulary import CountUnit

GROUPS = frozenset({CountUnit.FAMILIES, CountUnit.HOUSEHOLDS})
"""Units that hold several people each."""
_BODIES_OF_PEOPLE = words("victims", "bodies_of_people")
_DEFINITE = frozenset({"the", "poss", "these", "those"})


def size_of(p: Parsed, j: int) -> int | None:
    """The number that says how large the body at chunk j is: "a family of six", "a group of 12 pilgrims"."""
    chunk = p.chunks[j]
    if chunk.count is not None or p.head(chunk) not in _BODIES_OF_PEOPLE or j + 2 >= len(p.chunks):
        return None
    return j + 2 if p.head(p.chunks[j + 1]) == "of" and p.chunks[j + 2].count is not None else None


def partitive(p: Parsed, j: int) -> int | None:
    """The noun phrase after "of", "from" or "among" when the one at j is a bare number: "20 of the fighters"."""
    chunk = p.chunks[j]
    j += j + 3 < len(p.chunks) and p.chunks[j + 1].kind == QUOTE  # "killing "several" of those behind it"
    if j + 2 >= len(p.chunks) or p.chunks[j + 1].kind != P or p.chunks[j + 2].kind != NP:
        return None
    if p.head(p.chunks[j + 1]) not in {"of", "from", "among"}:
        return None
    if chunk.count is not None and chunk.count.count.unit in GROUPS and p.head(p.chunks[j + 1]) != "of":
        return None
    if chunk.count is not None and chunk.count.count.derived:
        return None  # "a midwife and her three daughters among them"
    if p.head(p.chunks[j + 1]) != "of" and (p.head(p.chunks[j + 2]) in other_heads() or _is_land(p, j + 2)):
        return None  # "drove two million from their homes", "three from Nepal"
    bare = chunk.count is not None and not noun_after_count(p, chunk)
    whole = p.chunks[j + 2]
    return j + 2 if bare and (whole.count is None or whole.det in _DEFINITE) else None


def _is_land(p: Parsed, j: int) -> bool:
    """Example: the "Nepal" of "three from Nepal", but not the "Hezbollah" of "20 from Hezbollah"."""
    name = p.slice(p.chunks[j])
    return p.words[p.chunks[j].head].tag == "NNP" and not p.chunks[j].det and known_actor(name) is None


def numbered_later(p: Parsed, j: int) -> int | None:
    """Example: "drove out the town's Christians, about 3,000 of them": where the number of the people at j stands."""
    if p.words[p.chunks[j].head].tag not in {"NNS", "NNPS", "NNP"} or j + 4 >= len(p.chunks):
        return None
    comma, number, of, them = p.chunks[j + 1 : j + 5]
    if comma.kind != COMMA or number.kind != NP or number.count is None or p.head(of) != "of":
        return None
    whole = p.head(them) == "them" and (j + 5 >= len(p.chunks) or p.chunks[j + 5].kind in {COMMA, STOP})
    return j + 2 if whole else None
