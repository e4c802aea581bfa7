"""A label to start from: current output written as a label that a person corrects."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from summarizer.errors import UsageError
from summarizer.evaluate.label_schema import BOUNDS
from summarizer.evaluate.label_text import Row, render
from summarizer.evaluate.views import Records
from summarizer.evaluate.wording import fold
from summarizer.records.digest import Digest
from summarizer.records.values import Count
from summarizer.records.verified import Casualty, Claim, Event, Evidence

HEADER = """\
# A draft from current output: correct it, then set reviewed = true. Rules: docs/evals.md.
# Quotes, names and numbers are copied from the article; leave a field out where the article does not say.
# accept_<field> lists further right answers; optional = true is never missed and never spurious.

"""


def draft_label(article: Path, *, digest: Path | None, published: str | None, outlet: str | None) -> str:
    """The text of a label for this article, from the digest named or from a run of the offline engine.

    Raises UsageError for a date or digest that makes no sense, ArticleError for the article.
    """
    day = _day(published)
    said = _read_digest(digest) if digest else _run(article, day, outlet)
    text = article.read_text("utf-8")
    data: Row = {"schema": 1, "article": article.name, "labeller": "draft", "reviewed": False}
    if day or said.article.published:
        data["published"] = day or said.article.published
    if outlet or said.article.outlet:
        data["outlet"] = outlet or said.article.outlet
    return HEADER + render({**data, **tables(said, text)}, choices=True)


def tables(said: Records, text: str) -> Row:
    """The records as rows of a label. What a label could not check is left out: names that are not in the text."""
    folded = fold(text)
    known = [a for a in said.actors if fold(a.name) in folded]
    names = list(dict.fromkeys([*(a.name for a in known), *(n for n in _parties(said) if fold(n) in folded)]))
    return {
        "actor": list(_actors(said, names, folded)),
        "event": [_event(e, set(names), folded) for e in said.events],
        "casualty": [_casualty(c, said, set(names)) for c in said.casualties],
        "claim": [_claim(k, said) for k in said.claims],
    }


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"{text} is no date", hint="write it as 2016-06-04") from error


def _read_digest(path: Path) -> Digest:
    try:
        return Digest.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise UsageError(f"{path} is no digest: {str(error).splitlines()[0]}") from error


def _run(article: Path, published: date | None, outlet: str | None) -> Digest:
    from summarizer.articles import load_article
    from summarizer.engines.offline import OfflineEngine
    from summarizer.pipeline import asummarize

    return asyncio.run(asummarize(load_article(article, published=published, outlet=outlet), OfflineEngine()))


def _parties(said: Records) -> Iterator[str]:
    for event in said.events:
        yield from (*event.actors, *event.supporters, *event.targets)
    for casualty in said.casualties:
        yield from casualty.attributed_to
        if casualty.victim_side:
            yield casualty.victim_side


def _actors(said: Records, names: Iterable[str], folded: str) -> Iterator[Row]:
    """One row per name; a surface form goes to the first actor that has it."""
    by_name = {a.name: a for a in said.actors}
    taken = {fold(name) for name in names}
    for name in names:
        actor = by_name.get(name)
        aliases = [a for a in (actor.aliases if actor else ()) if fold(a) in folded and fold(a) not in taken]
        taken |= {fold(a) for a in aliases}
        yield {"name": name, "type": str(actor.type) if actor else "other", "aliases": aliases or None}


def _quotes(evidence: Iterable[Evidence]) -> list[str]:
    return [e.quote for e in evidence]


def _event(e: Event, names: set[str], folded: str) -> Row:
    when = e.time.text if e.time.text and fold(e.time.text) in folded else None
    place = e.location.place if e.location.place and fold(e.location.place) in folded else None
    return {
        "id": e.id,
        "type": str(e.type),
        "status": str(e.status),
        "actors": [a for a in e.actors if a in names] or None,
        "supporters": [a for a in e.supporters if a in names] or None,
        "targets": [a for a in e.targets if a in names] or None,
        "place": place,
        "country": e.location.country,
        "when_text": when,
        "start": e.time.start if when else None,
        "end": e.time.end if when else None,
        "weapon": e.weapon if e.weapon and fold(e.weapon) in folded else None,
        "quotes": _quotes(e.evidence),
    }


def _casualty(c: Casualty, said: Records, names: set[str]) -> Row:
    events, casualties = {e.id for e in said.events}, {x.id for x in said.casualties}
    asserting = {k.id for k in said.claims if c.id in k.about}
    return {
        "id": c.id,
        "event": c.event_id if c.event_id in events else None,
        "harm": str(c.harm),
        "count": c.count.text,
        **_bounds(c.count),
        "modifier": str(c.count.modifier),
        "victims": c.victims,
        "victim_status": str(c.victim_status),
        "victim_side": c.victim_side if c.victim_side in names else None,
        "attributed_to": [a for a in c.attributed_to if a in names] or None,
        "scope": str(c.scope),
        "subset_of": c.subset_of if c.subset_of in casualties else None,
        "claims": [k for k in c.claim_ids if k in asserting] or None,
        "quotes": _quotes(c.evidence),
    }


def _bounds(count: Count) -> dict[str, Any]:
    """The bounds that go with the modifier."""
    shape = max(BOUNDS[count.modifier], key=len)
    return {k: getattr(count, k) for k in ("min", "best", "max") if {"min": "l", "best": "b", "max": "h"}[k] in shape}


def _claim(k: Claim, said: Records) -> Row:
    quotes = _quotes(k.evidence)
    if not any(fold(k.content) in fold(q) for q in quotes):
        quotes.append(k.content)
    known = {e.id for e in said.events} | {c.id for c in said.casualties}
    spoken = k.direct_quote and any('"' in fold(q) for q in quotes)
    return {
        "id": k.id,
        "chain": [{"name": link.name, "type": str(link.type)} for link in k.chain],
        "anonymous": k.anonymous,
        "stance": str(k.stance),
        "cue": k.cue if k.cue and any(fold(k.cue) in fold(q) for q in quotes) else None,
        "content": k.content,
        "about": [i for i in k.about if i in known] or None,
        "direct_quote": True if spoken else None,
        "quotes": quotes,
    }
