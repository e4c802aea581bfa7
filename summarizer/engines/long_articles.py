"""Articles longer than one request should be: cut between paragraphs, read at the same time, joined again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from summarizer.normalize.counts import read_count
from summarizer.records.article import Article, Sentence
from summarizer.records.draft import DraftActor, DraftCasualty, DraftRecords

MOST_PARTIES = 30

Part = tuple[Sentence, ...]


def parts_of(article: Article, chars: int) -> tuple[Part, ...]:
    """The sentences in parts of at most about `chars` characters, each paragraph whole unless it is longer itself."""
    blocks = [tuple(block) for _, block in groupby(article.sentences, key=lambda sentence: sentence.paragraph)]
    parts: list[list[Sentence]] = []
    for block in blocks:
        for piece in _pieces(block, chars):
            if not parts or _chars(parts[-1]) + _chars(piece) > chars:
                parts.append([])
            parts[-1] += piece
    return tuple(map(tuple, parts))


def _pieces(block: Part, chars: int) -> Iterable[Part]:
    """A paragraph, or its sentences one by one where it is too long itself."""
    return [block] if _chars(block) <= chars else [(sentence,) for sentence in block]


def _chars(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.text) for sentence in sentences)


def parties_of(reading: DraftRecords) -> tuple[str, ...]:
    """Parties that the offline engine names, those with most roles first: what each part is told of the others."""
    roles = [name for event in reading.events for name in (*event.actors, *event.targets)]
    roles += [claim.chain[0].name for claim in reading.claims if claim.chain]
    names = dict.fromkeys([*(actor.name for actor in reading.actors), *roles])
    return tuple(sorted(names, key=lambda name: -roles.count(name)))[:MOST_PARTIES]


def joined(drafts: Sequence[DraftRecords]) -> DraftRecords:
    """The records of all parts, in order.

    A figure that a later part repeats is hung on the event it has in the earlier one, so that verification sees
    that it is the same (D1). No part knows the whole, so nobody's summary is kept.
    """
    if len(drafts) == 1:
        return drafts[0]
    return DraftRecords(
        actors=_actors(actor for draft in drafts for actor in draft.actors),
        events=tuple(event for draft in drafts for event in draft.events),
        casualties=_repeated([draft.casualties for draft in drafts]),
        claims=tuple(claim for draft in drafts for claim in draft.claims),
    )


def _actors(actors: Iterable[DraftActor]) -> tuple[DraftActor, ...]:
    """One actor for each name, with the aliases of all parts."""
    found: dict[str, DraftActor] = {}
    for actor in actors:
        first = found.setdefault(actor.name, actor)
        aliases = tuple(dict.fromkeys((*first.aliases, *actor.aliases)))
        found[actor.name] = first.model_copy(update={"aliases": aliases})
    return tuple(found.values())


def _repeated(parts: Sequence[tuple[DraftCasualty, ...]]) -> tuple[DraftCasualty, ...]:
    kept: list[DraftCasualty] = []
    for number, part in enumerate(parts):
        earlier = {_figure(c): c.event for c in reversed(kept) if c.event} if number else {}
        kept += [c.model_copy(update={"event": earlier.get(_figure(c), c.event)}) for c in part]
    return tuple(kept)


def _figure(casualty: DraftCasualty) -> tuple[object, ...]:
    """What makes two figures one: harm, scope, bounds and side; never equal for words without a number."""
    count = read_count(casualty.count)
    if count is None or count.best is None:
        return casualty.key, casualty.count
    return casualty.harm, casualty.scope, count.min, count.max, count.best, casualty.victim_side
