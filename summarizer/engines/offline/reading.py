"""Reads one article from end to end: words -> chunks -> people harmed, claims, events -> links -> draft."""

from __future__ import annotations

from summarizer.engines.offline.actors import Parties
from summarizer.engines.offline.assemble import Assembly
from summarizer.engines.offline.attribution import Attribution
from summarizer.engines.offline.cast import Cast, Kinds
from summarizer.engines.offline.casualties import harmed_in
from summarizer.engines.offline.datelined import outlet_of
from summarizer.engines.offline.events import Reader
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.happening import Happening
from summarizer.engines.offline.merging import merge
from summarizer.engines.offline.parsed import parse_article
from summarizer.engines.offline.parts import parts
from summarizer.engines.offline.periods import without_sums
from summarizer.engines.offline.person_names import note_surnames, note_unharmed
from summarizer.engines.offline.said import Said
from summarizer.engines.offline.sections import note_entries, titles
from summarizer.engines.offline.series import series
from summarizer.engines.offline.sources import Sources
from summarizer.engines.offline.the_dead import names_of_dead
from summarizer.engines.offline.tolls import settle
from summarizer.normalize.places import country_context
from summarizer.records.article import Article
from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import EventStatus, EventType, Stance

_RETELLING = frozenset({Stance.DENIES, Stance.CANNOT_VERIFY, Stance.NO_COMMENT, Stance.DEMANDS})


def read_article(article: Article) -> DraftRecords:
    """Everything the rules find in one article; never raises on any text."""
    sentences = parse_article(article)
    note_surnames(sentences)
    note_entries(sentences)
    countries = country_context(p.text for p in sentences)
    parties = Parties(countries[0] if countries else None)
    parties.scan(sentences)
    cast = Cast(sentences, Kinds((form, x.type) for x in parties.all if not x.generic for form in {x.name, *x.forms}))
    attribution = Attribution(Sources(cast, outlet_of(article)))
    reader = Reader(parties, article.published, cast)
    heading = titles(sentences)
    harmed = {p.number: harmed_in(p) for p in sentences}
    singles = [g for found in harmed.values() for g in found if not g.plural]
    for p in note_unharmed(sentences, [g.p.text[g.start : g.end + 40] for g in singles]):
        harmed[p.number] = harmed_in(p)
    attribution.sources.dead = names_of_dead(group for found in harmed.values() for group in found)
    events: list[Happening] = []
    groups: list[Group] = []
    for p in sentences:
        if parties.opens_section(p.number):
            attribution.sources.recent.clear()  # "the army" of one country's section is not that of the next
        said = attribution.read(p) if p.number not in heading else []
        found = harmed[p.number]
        events += [_retold(event, said) for event in reader.read(p, found)] if p.number not in heading else []
        found += series(p, found)
        found += parts(p, found)
        groups += sorted(found, key=lambda g: g.count)
    attribution.finish()
    reader.grow_old(events)
    settled = settle(groups, sentences)
    told = without_sums(merge(events), settled)
    return Assembly(article, sentences, reader.roles.referents, told, cast).draft(attribution.said, settled)


def _retold(event: Happening, said: list[Said]) -> Happening:
    """An event inside a demand, a denial or a doubt speaks of one told elsewhere."""
    held = [s for s in said if s.holds(event.p, event.at[0])]
    told = any(s.stance is Stance.ASSERTS for s in held)  # "said it had taken the town, a claim Kyiv dismissed"
    stances = {s.stance for s in held if s.stance in _RETELLING and not (told and s.cue[0] > event.at[0])}
    if stances and not (event.type is EventType.PROTEST and event.status is EventStatus.PLANNED):
        event.definite, event.retold = True, stances != {Stance.NO_COMMENT} or event.retold
    return event
