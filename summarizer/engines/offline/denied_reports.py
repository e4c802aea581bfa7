"""What a denial is of, where it says whose words they are: "denied a report by MRTV that its shells had hit"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.engines.offline.chunks import NP, STOP, THAT, P
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.said import Said, claim
from summarizer.engines.offline.source import Source
from summarizer.engines.offline.sources import Sources
from summarizer.engines.offline.spans import content_end
from summarizer.records.vocabulary import SourceType, Stance

_WORDS = frozenset(
    {"report", "reports", "claim", "claims", "allegation", "allegations", "accusation", "accusations", "assertion",
     "assertions", "statement", "charge", "charges"}
)  # fmt: skip
_OF = frozenset({"by", "from", "of", "in"})
_REACH = 8
"""Chunks between whose words they are and the words."""


def whose_words(sources: Sources, p: Parsed, found: Sequence[Said]) -> list[Said]:
    """The claims that the denials of a sentence name with their speakers; the denial keeps all of its own content."""
    out: list[Said] = []
    for said in found:
        if said.stance is Stance.DENIES and (told := _reported(sources, p, said)) is not None:
            out.append(told)
    return out


def _reported(sources: Sources, p: Parsed, denial: Said) -> Said | None:
    """The claim behind "a report by (somebody) that ...", None where the denial is of no such thing."""
    k = next((k for k, c in enumerate(p.chunks) if denial.content[0] <= p.start(c) and c.kind == NP), None)
    if k is None or k + 3 >= len(p.chunks) or p.head(p.chunks[k]) not in _WORDS or p.start(p.chunks[k]) < denial.cue[0]:
        return None
    by, whom = p.chunks[k + 1], p.chunks[k + 2]
    if p.head(by) == "circulating" and k + 4 < len(p.chunks) and "social media" in p.slice(p.chunks[k + 3]).lower():
        if p.chunks[k + 4].kind != THAT:
            return None
        rumour = Source(p.text[p.start(p.chunks[k]) : p.end(p.chunks[k + 3])], SourceType.SOCIAL_MEDIA, plural=True)
        content = (p.start(p.chunks[k + 4]) + 5, content_end(p, k + 5))
        return claim(p, rumour, (p.start(p.chunks[k]), p.end(by)), content)
    if by.kind != P or p.head(by) not in _OF or whom.kind != NP:
        return None
    that = next((i for i in range(k + 3, min(k + _REACH, len(p.chunks) - 1)) if p.chunks[i].kind in {THAT, STOP}), None)
    if that is None or p.chunks[that].kind == STOP:
        return None
    source = sources.mentioned(p, k + 2)
    if source is None or source is denial.source:
        return None
    content = (p.start(p.chunks[that + 1]), content_end(p, that + 1))
    return claim(p, source, (p.start(p.chunks[k]), p.end(by)), content, subject=k + 2)
