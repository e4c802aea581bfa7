"""Noun phrases that open a clause: who acts or speaks there, and which pronoun may stand for them."""

from __future__ import annotations

from summarizer.engines.offline.chunks import COMMA, NP, QUOTE, SUB, THAT, VG, Chunk, P
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed

_PLURAL = frozenset({"they", "them", "who", "themselves"})


def is_unknown_body(p: Parsed, i: int) -> bool:
    """Example: "The Tigers said they had lost three cadres": no party of the article, but who "they" are."""
    chunk = p.chunks[i]
    named = chunk.kind == NP and chunk.det == "the" and p.words[chunk.head].tag in {"NNP", "NNPS"}
    return named and starts_clause(p, i) and speaks_here(p, i)


def speaks_here(p: Parsed, i: int) -> bool:
    """Example: "..., police said. "They shot my brother," a survivor said": a speaker, whom no other's "they" means."""
    near = [p.chunks[k] for k in (i - 1, i + 1) if 0 <= k < len(p.chunks)]
    return any(chunk.kind == VG and p.head(chunk) in cue_verbs() for chunk in near)


def starts_clause(p: Parsed, i: int) -> bool:
    """Can the noun phrase at chunk i be the subject of a clause: nothing governs it?"""
    if p.chunks[i].kind != NP or p.chunks[i].det == "prp":
        return False
    if i == 0:
        return True
    before = p.chunks[i - 1]
    if before.kind == VG:
        return before.head < len(p.words) and p.words[before.head].low in words("referents", "speech")
    return before.kind in {COMMA, QUOTE, SUB, THAT} or before.kind not in {P, NP}


def agrees(pronoun: str, p: Parsed, chunk: Chunk) -> bool:
    """ "It" is an army or a group, "they" are rebels; a name may be either."""
    word = p.words[chunk.head]
    named = chunk.head > chunk.a and word.text[0].isupper() and p.words[chunk.head - 1].tag in {"NNP", "NNPS"}
    if named or word.tag in {"NNP", "NNPS"}:
        return True  # also "Israel Defense Forces"
    if word.low == "military":
        return True
    plural = word.tag == "NNS" or word.low in {"police", "personnel"}
    return plural if pronoun in _PLURAL else not plural
