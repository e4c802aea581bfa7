"""The deterministic engine: general linguistic patterns over reviewed word lists, no model, no network.

words -> chunks -> frames -> people harmed, claims, events -> links -> draft. What it says goes through the same verification
as a model's answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.engines.base import Drafted
from summarizer.records.article import Article
from summarizer.records.draft import DraftRecords
from summarizer.records.finding import Finding
from summarizer.records.vocabulary import Stance

if TYPE_CHECKING:
    from summarizer.engines.offline.said import Said
    from summarizer.engines.offline.events import Happening

RULES_VERSION = "1"


class OfflineEngine:
    """Reads English wire copy by rules. The same article always gives the same draft."""

    name = "offline"

    @property
    def fingerprint(self) -> str:
        """Changes with the rules."""
        return f"offline-{RULES_VERSION}"

    async def draft(self, article: Article) -> Drafted:
        """The records the rules find; never raises on any text."""
        return Drafted(records=read_article(article))

    async def repair(self, article: Article, draft: DraftRecords, findings: tuple[Finding, ...]) -> Drafted | None:
        """Rules have nothing to add to what they said."""
        return None


_RETELLING = frozenset({Stance.DENIES, Stance.CANNOT_VERIFY, Stance.NO_COMMENT, Stance.DEMANDS})


def _retold(event: Happening, said: list[Said]) -> Happening:
    """An event inside a demand, a denial or a doubt speaks of one told elsewhere."""
    if any(s.stance in _RETELLING and s.holds(event.p, event.at[0]) for s in said):
        event.definite = event.retold = True
    return event


def read_article(article: Article) -> DraftRecords:
    """Everything the rules find in one article."""
    from summarizer.engines.offline.actors import Parties
    from summarizer.engines.offline.assemble import Assembly
    from summarizer.engines.offline.attribution import Attribution
    from summarizer.engines.offline.casualties import harmed_in
    from summarizer.engines.offline.events import Reader, merge
    from summarizer.engines.offline.parsed import parse_article
    from summarizer.engines.offline.sources import Sources
    from summarizer.engines.offline.parts import parts
    from summarizer.engines.offline.tolls import settle
    from summarizer.normalize.places import country_context

    sentences = parse_article(article)
    countries = country_context(p.text for p in sentences)
    parties = Parties(countries[0] if countries else None)
    parties.scan(sentences)
    attribution, reader = Attribution(Sources()), Reader(parties)
    events, groups = [], []
    for p in sentences:
        said = attribution.read(p)
        events += [_retold(e, said) for e in reader.read(p)]
        found = harmed_in(p)
        groups += sorted(found + parts(p, found), key=lambda g: g.count)
    return Assembly(article, sentences, parties, attribution.said, merge(events), settle(groups)).draft()
