"""Attributions in a sentence of their own: "This was reported by the police.", "That is according to the ministry."."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.engines.offline.chunks import NP, VG
from summarizer.engines.offline.frames import governed_by
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.said import Said
from summarizer.engines.offline.sources import Sources
from summarizer.engines.offline.spans import sentence_end, skip_marks
from summarizer.records.vocabulary import Stance

_POINTER = re.compile(r"(?:that|this)(?: is| was|['’]s)?(?: (?:on|in|via|during|to) [^.;]{2,60})?", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:That|This|The (?:information|news|data|relevant \w+)) (?:is|was|were|has been|have been) "
    r"(?:also |officially )?"
    r"(?:reported|announced|stated|confirmed|disclosed|said|published|posted)\b"
)
_REPORTING = frozenset(
    {"reported", "announced", "stated", "confirmed", "disclosed", "said", "published", "posted", "released"}
)


def referring_back(sources: Sources, p: Parsed, before: Parsed | None, found: list[Said], told: bool) -> list[Said]:
    """The claims of `p`, those of "this" made claims of the sentence `before` it. `told`: that has a source already."""
    if before is None or told or before.headline or p.sentence.paragraph - before.sentence.paragraph > 1:
        return found
    pointing = [s for s in found if _POINTER.fullmatch(p.text[slice(*s.content)].strip())]
    if pointing:
        rest = [s for s in found if s not in pointing and not _within(s, pointing[0])]
        return [*(_moved(s, before) for s in pointing[:1]), *rest]
    if _OPENS.match(p.text) is None:
        return found
    k = next((k for k, c in enumerate(p.chunks) if c.kind == VG and p.head(c) in _REPORTING), None)
    by = governed_by(p, k, frozenset({"by"}), reach=3) if k is not None else None
    source = sources.resolve(p, by, lenient=True) if by is not None and p.chunks[by].kind == NP else None
    if source is None:
        return found
    whole = (0, sentence_end(p))
    return [_moved(Said(p, source, (), Stance.ASSERTS, whole, whole, whole), before)]


def _moved(said: Said, before: Parsed) -> Said:
    """The claim with the sentence before as its content, its own sentence as further evidence."""
    whole = (skip_marks(before.text, 0), sentence_end(before))
    rest = [(said.p, (0, sentence_end(said.p)))]
    return replace(said, p=before, cue=(0, 0), content=whole, span=whole, subject=None, more=rest)


def _within(said: Said, other: Said) -> bool:
    """Example: "That is according to data released by ..., Ukrinform reports": nothing is said but by whom."""
    return said.cue[0] > other.cue[0] and said.content[0] <= other.cue[1] + 1
