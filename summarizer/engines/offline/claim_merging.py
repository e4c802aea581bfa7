"""Which claims of an article are one claim, and which quotation holds several."""

from __future__ import annotations

from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.said import Said


def merged_claims(said: list[Said], groups: list[Group]) -> list[Said]:
    """The claims of an article: figures of long quotations apart, headlines after the body, repetitions joined."""
    return _restated(_without_headline(_apart(said, groups)))


def opening(text: str) -> int:
    """The first offset past opening quotation marks."""
    return len(text) - len(text.lstrip(' "“'))


def _apart(said: list[Said], groups: list[Group]) -> list[Said]:
    """A further sentence of a quotation that holds a figure of its own is a claim of its own."""
    out: list[Said] = []
    for claim in said:
        out.append(claim)
        for q, (a, b) in list(claim.more):
            if not any(g.p is q and a <= g.count[0] < b for g in groups):
                continue
            claim.more.remove((q, (a, b)))
            span = (opening(q.text), len(q.text.rstrip(' "”')))
            cue = (span[0], span[0])
            out.append(Said(q, claim.source, claim.relays, claim.stance, cue, span, span, quoted=True))
    return out


def _without_headline(said: list[Said]) -> list[Said]:
    """A headline repeats the body; its claim counts only where the body has none of that type of source."""
    body = {s.source.type for s in said if not s.p.headline}
    return [s for s in said if not s.p.headline or s.source.type not in body]


def _restated(said: list[Said]) -> list[Said]:
    """A quotation that says again what the sentence before it reported is a second quote of that claim."""
    out: list[Said] = []
    for claim in said:
        if out and _restates(out[-1], claim):
            out[-1].more.append((claim.p, claim.span))
        else:
            out.append(claim)
    return out


def _restates(before: Said, claim: Said) -> bool:
    if not claim.quoted or claim.before or claim.p.number - before.p.number != 1:
        return False
    if before.source is not claim.source or before.stance is not claim.stance:
        return False
    shared = _content_words(before) & _content_words(claim)
    return len(shared) > 2 and any(word[0].isdigit() for word in shared)


def _content_words(said: Said) -> set[str]:
    return {w.low for w in said.p.words if said.content[0] <= w.start < said.content[1] and len(w.low) > 2}
