"""Several who say one thing: "residents and activists said" (codebook, compound source: one claim)."""

from __future__ import annotations

from summarizer.engines.offline.chunks import CC, NP
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.source import Source
from summarizer.engines.offline.sources import Sources


def compound(sources: Sources, p: Parsed, j: int) -> Source | None:
    """Example: "rebels and two residents said": one source as written, typed by its first part."""
    if j < 2 or p.chunks[j - 1].kind != CC or p.chunks[j - 2].kind != NP or p.chunks[j].det == "prp":
        return None
    first, second = Sources().resolve(p, j - 2), Sources().resolve(p, j)
    both_named = first is not None and second is not None and first.person and second.person
    unnamed = p.chunks[j].det in {"a", "an"} and p.chunks[j - 2].det in {"a", "an"}
    if first is None or second is None or (both_named and not unnamed):
        return None
    start = p.start(p.chunks[j - 2])
    start += 5 * p.text[start:].lower().startswith("both ")
    return sources.add(
        Source(
            p.text[start : p.end(p.chunks[j])],
            first.type,
            anonymous=first.anonymous and second.anonymous,
            plural=True,
            words=first.words | second.words,
        )
    )
