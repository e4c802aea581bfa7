"""One claim of one sentence, and how the claims of a sentence share its text."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.sources import Source
from summarizer.engines.offline.spans import after_marks, before_marks
from summarizer.records.vocabulary import Stance


@dataclass(slots=True, eq=False)
class Said:
    """One claim of one sentence. Spans are characters of the sentence's text."""

    p: Parsed
    source: Source
    relays: tuple[Source, ...]
    stance: Stance
    cue: tuple[int, int]
    content: tuple[int, int]
    span: tuple[int, int]
    """The evidence: source, cue and content together."""
    quoted: bool = False
    more: list[tuple[Parsed, tuple[int, int]]] = field(default_factory=list)
    """Later sentences that belong to the claim, each with the span that does."""
    before: list[Parsed] = field(default_factory=list)
    """Earlier sentences of the same quotation, whose cue stands here."""

    def holds(self, p: Parsed, offset: int) -> bool:
        """Does the claim's content hold this character of this sentence?"""
        if p is self.p:
            return self.content[0] <= offset < self.content[1]
        return p in self.before or any(q is p and a <= offset < b for q, (a, b) in self.more)


def claim(
    p: Parsed,
    source: Source,
    cue: tuple[int, int],
    content: tuple[int, int],
    *,
    stance: Stance = Stance.ASSERTS,
    relays: tuple[Source, ...] = (),
    subject: int | None = None,
) -> Said | None:
    """A claim whose evidence runs over cue, content and the chunk `subject`; None when there is next to no content."""
    if content[1] - content[0] < 4:
        return None
    points = [*cue, *content]
    if subject is not None:
        points += [p.start(p.chunks[subject]), p.end(p.chunks[subject])]
    quoted = any(a < content[1] and b > content[0] for a, b in p.quotes)
    return Said(p, source, relays, stance, cue, content, (min(points), max(points)), quoted)


def settled(found: list[Said]) -> list[Said]:
    """The claims of one sentence without overlap; `found` is in order of cues.

    A cue's own text is taken from the claim before it; of two claims on one cue the first stays.
    """
    out: list[Said] = []
    for said in found:
        if any(s.cue[0] < said.cue[1] and said.cue[0] < s.cue[1] for s in out):
            continue
        for other in out:
            _part(other, said)
        out.append(said)
    return out


def _part(other: Said, said: Said) -> None:
    """Cut the text of `other`, whose cue comes first, before `said`; or the text of `said` after `other`."""
    a, b = other.content
    if a <= said.cue[0] < b and said.content[0] >= said.cue[0]:
        cut = min(said.span[0], said.cue[0])
        if cut - a > 8:
            other.content = (a, before_marks(other.p, cut))
            other.span = (other.span[0], max(other.cue[1], other.content[1]))
    elif said.content[0] < b and said.content[1] > a and said.content[0] <= other.cue[0] < said.content[1]:
        start = after_marks(said.p, max(other.cue[1], b))
        if said.content[1] - start > 8:
            said.content = (start, said.content[1])
            said.span = (start, max(said.cue[1], said.content[1]))
