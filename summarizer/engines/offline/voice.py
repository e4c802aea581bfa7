"""Verbs that are passive by the words beside them, where no "was" of their own says so."""

from __future__ import annotations

from summarizer.engines.offline.chunks import ADV, CC, NP, VG, P
from summarizer.engines.offline.parsed import Parsed


def before_main_verb(p: Parsed, k: int) -> bool:
    """Example: "a sergeant kidnapped in Micay on Monday was freed": a participle whose noun has its verb behind it."""
    if not _is_bare(p, k) or not k or p.chunks[k - 1].kind != NP:
        return False
    after = (c for c in p.chunks[k + 1 :] if c.kind not in {P, NP, ADV})
    then = next(after, None)
    return then is not None and then.kind == VG and then.passive and then.b - then.a > 1 and not then.infinitive


def shares_passive(p: Parsed, k: int) -> bool:
    """Example: "they were surrounded and killed": the participle at k has its "were" from the one before."""
    if not _is_bare(p, k) or k < 2:
        return False
    count = p.chunks[k - 1].count
    gapped = k > 2 and count is not None and p.slice(p.chunks[k - 1]) == count.count.text
    join = k - 1 - gapped  # "three were killed and four arrested"
    return p.chunks[join].kind == CC and p.chunks[join - 1].kind == VG and p.chunks[join - 1].passive


def follows_passive(p: Parsed, k: int) -> bool:
    """Example: "six were killed and both vehicles burned": a participle whose noun an "and" joins to a passive."""
    if not _is_bare(p, k) or k < 3 or p.chunks[k - 1].kind != NP or p.chunks[k - 2].kind != CC:
        return False
    before = next((c for c in reversed(p.chunks[: k - 2]) if c.kind not in {P, NP, ADV}), None)
    return before is not None and before.kind == VG and before.passive


def is_raised(p: Parsed, k: int) -> bool:
    """Example: "three gunmen were believed killed", "had been listed as abducted": passive by the verb before."""
    verb = k - 1 - (k > 1 and p.head(p.chunks[k - 1]) == "as")
    return _is_bare(p, k) and verb >= 0 and p.chunks[verb].kind == VG and p.chunks[verb].passive


def _is_bare(p: Parsed, k: int) -> bool:
    """Is the verb group at k a participle alone?"""
    return p.chunks[k].b - p.chunks[k].a == 1 and p.words[p.chunks[k].head].tag == "VBN"
