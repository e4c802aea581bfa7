"""From groups, claims and happenings to a draft: links between them, and the words that carry each record."""

from __future__ import annotations

from functools import cached_property

from summarizer.engines.offline.blame import Blame
from summarizer.engines.offline.cast import Cast
from summarizer.engines.offline.claim_merging import merged_claims, opening
from summarizer.engines.offline.crediting import Credits
from summarizer.engines.offline.datelined import Datelines
from summarizer.engines.offline.filling import Filling
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.happening import Happening, is_bare_thought
from summarizer.engines.offline.linking import Links
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party import Party
from summarizer.engines.offline.referents import Referents
from summarizer.engines.offline.said import Said
from summarizer.engines.offline.same_deed import settle_by_event
from summarizer.engines.offline.setting import Setting
from summarizer.engines.offline.sides import Sides
from summarizer.engines.offline.source import Source
from summarizer.engines.offline.unmeant import is_law
from summarizer.engines.offline.whose import took_part
from summarizer.normalize.dates import find_times
from summarizer.normalize.places import PlaceKind, country_of, find_places
from summarizer.records.article import Article
from summarizer.records.draft import (
    DraftActor,
    DraftCasualty,
    DraftClaim,
    DraftEvent,
    DraftEvidence,
    DraftRecords,
)
from summarizer.records.values import Link
from summarizer.records.vocabulary import EventStatus, Stance

_UNTOLD = frozenset({EventStatus.PLANNED, EventStatus.HYPOTHETICAL, EventStatus.NEGATED})


class Assembly:
    """Everything read from one article, linked and turned into draft records."""

    def __init__(
        self, article: Article, sentences: list[Parsed], referents: Referents, events: list[Happening], cast: Cast
    ) -> None:
        self.article = article
        self.parties = referents.parties
        self.events = events
        self.links = Links(sentences, events)
        self.filling = Filling(sentences, events, self.links)
        self.setting = Setting(sentences, events, Datelines(article), cast)
        self.referents = referents
        self.sides = Sides(referents, [], [])
        self.blame = Blame(self.sides)
        self.said: list[Said] = []
        self.credits = Credits([])
        self.groups: list[Group] = []
        self.actors: dict[str, DraftActor] = {}

    def draft(self, said: list[Said], groups: list[Group]) -> DraftRecords:
        """The linked draft of the article's events with these claims and these groups of people harmed."""
        groups = [group for group in groups if not self._imagined(group)]
        self.events[:] = [event for event in self.events if not is_bare_thought(event)]
        settle_by_event(groups, self.article, self.links)
        self.groups, self.said = groups, merged_claims(said, groups)
        self.credits = Credits(self.said)
        self.sides = Sides(self.referents, self.said, groups)
        self.blame = Blame(self.sides)
        self.filling.parties(groups, self.sides.side, self.referents)
        self.filling.responsible(self.said, self.parties)
        self.filling.accused(self.referents)
        self.setting.places()
        self.setting.days()
        casualties = tuple(self._casualty(i, group) for i, group in enumerate(groups, 1))
        events = tuple(self._event(e) for e in self.events)
        claims = tuple(self._claim(i, s) for i, s in enumerate(self.said, 1))
        return DraftRecords(actors=tuple(self.actors.values()), events=events, casualties=casualties, claims=claims)

    def _imagined(self, group: Group) -> bool:
        """Example: "expects kidnappings of shop owners to rise": no number, and a deed that is not told."""
        if group.numbered or group.named or not group.plural:
            return False
        told = {event.status for event in self.events if any(p is group.p for p, _, _ in event.mentions)}
        return (bool(told) and told <= _UNTOLD) or is_law(group.p, group.end)

    # -- casualties ------------------------------------------------------------------------------------------------

    def _casualty(self, number: int, group: Group) -> DraftCasualty:
        event = self.links.event_of(group)
        evidence = [self._evidence(g.p, *g.quote) for g in (group, *group.more[:2])]
        whole = self.groups.index(group.parent) + 1 if group.parent in self.groups else 0
        side = self.sides.side(group)
        of_all = self.links.event_of(group.parent) if group.parent is not None else None
        return DraftCasualty(
            key=f"c{number}",
            event=self._event_key(event),
            harm=group.harm,
            count=group.count_text,
            number=1 if group.named or not (group.numbered or group.plural) else None,
            victims=group.victims,
            victim_status=took_part(group, side),
            victim_side=self._use(side),
            scope=group.scope,
            attributed_to=tuple(filter(None, [self._use(a) for a in self.blame.blamed(group, event, of_all)])),
            subset_of=f"c{whole}" if whole else None,
            claims=self._claims_of(group),
            evidence=tuple(evidence),
        )

    def _claims_of(self, group: Group) -> tuple[str, ...]:
        """Keys of the claims that give the figure, where it stands first and where it is given again."""
        return tuple(f"k{i}" for i in self.credits.of(group))

    # -- events ----------------------------------------------------------------------------------------------------

    def _event(self, event: Happening) -> DraftEvent:
        place = event.place.text if event.place is not None else None
        return DraftEvent(
            key=self._event_key(event) or "",
            type=event.type,
            status=event.status,
            actors=self._names(event.actors),
            supporters=self._names(event.supporters),
            targets=self._names(event.targets),
            location=place,
            place=place,
            admin1=None,
            country=self._country(event),
            time=event.time,
            weapon=event.weapon,
            evidence=tuple(self._evidence(p, *clause) for p, _, clause in event.mentions[:3]),
        )

    def _country(self, event: Happening) -> str | None:
        """The country of the event's place, if it alone has it and the article speaks of it, else the article's."""
        lies_in = event.place.countries if event.place is not None else ()
        spoken_of = len(lies_in) == 1 and lies_in[0] in self._countries
        return lies_in[0] if spoken_of else self.parties.country

    @cached_property
    def _countries(self) -> frozenset[str]:
        """The countries that the article names by name, adjective or seat of government, not only by a town."""
        found = (place for p in self.links.sentences for place in find_places(p.text))
        named = (f for f in found if f.kind in {PlaceKind.COUNTRY, PlaceKind.DEMONYM} or country_of(f.text))
        return frozenset(code for f in named for code in f.countries)

    def _event_key(self, event: Happening | None) -> str | None:
        return f"e{self.events.index(event) + 1}" if event in self.events else None

    def _names(self, parties: list[Party]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, (self._use(x) for x in parties))))

    def _use(self, party: Party | None) -> str | None:
        """The name of a party, which becomes one of the draft's actors."""
        if party is None:
            return None
        aliases = tuple(f for f in party.forms if f != party.name)
        self.actors.setdefault(party.name, DraftActor(name=party.name, type=party.type, aliases=aliases))
        return party.name

    # -- claims ----------------------------------------------------------------------------------------------------

    def _claim(self, number: int, said: Said) -> DraftClaim:
        content, evidence = self._words_of(said)
        chain = (said.source, *said.source.tail, *said.relays)
        return DraftClaim(
            key=f"k{number}",
            chain=tuple(map(_link, chain)),
            anonymous=said.source.anonymous,
            stance=said.stance,
            cue=said.p.text[said.cue[0] : said.cue[1]] or None,
            content=content.strip(),
            about=self._about(said),
            time=_said_when(said),
            evidence=(evidence, *(self._evidence(q, a, b) for q, (a, b) in said.more[:2])),
        )

    def _words_of(self, said: Said) -> tuple[str, DraftEvidence]:
        """What was said, and the words that carry it: from where its quotation opens if that is earlier."""
        p = said.p
        if not said.before or self.article.hidden:
            return p.text[said.content[0] : said.content[1]], self._evidence(p, *said.span)
        first = said.before[0].sentence
        start = first.start + opening(first.text)
        quote = self.article.text[start : p.sentence.start + said.span[1]]
        content = self.article.text[start : p.sentence.start + said.content[1]]
        return content, DraftEvidence(sentence=first.number, quote=quote)

    def _about(self, said: Said) -> tuple[str, ...]:
        """Keys of the records that the claim's content tells of, else of the article's main event."""
        mentioned, harmed = self._told_in
        parts = said.sentences
        events = {i for p in parts for i, at in mentioned.get(p, ()) if said.holds(p, at)}
        groups = {i for p in parts for i, at in harmed.get(p, ()) if said.holds(p, at)}
        keys: list[str | None] = [f"e{i}" for i in sorted(events)]
        for i in sorted(groups):
            keys += [f"c{i}", self._event_key(self.links.event_of(self.groups[i - 1]))]
        return tuple(dict.fromkeys(filter(None, keys or [self._event_key(self._beside(said) or self._main())])))

    def _beside(self, said: Said) -> Happening | None:
        """The event told last before in the paragraph: "They blamed the militia", after an abduction.

        A denial answers what the sentence before tells, be it of the past.
        """
        p, denies = said.p, said.stance is Stance.DENIES
        told = [
            (q.number, e)
            for e in self.events
            for q, _, _ in e.mentions
            if q.number < p.number and q.sentence.paragraph == p.sentence.paragraph
            if e.blamable or (denies and e.violent and q.number == p.number - 1 and e.status is EventStatus.BACKGROUND)
        ]
        return max(told, key=lambda row: row[0])[1] if told else None

    @cached_property
    def _told_in(self) -> tuple[dict[Parsed, list[tuple[int, int]]], dict[Parsed, list[tuple[int, int]]]]:
        """Sentence -> number and place of each event, and of each group, that it tells of."""
        mentioned: dict[Parsed, list[tuple[int, int]]] = {}
        harmed: dict[Parsed, list[tuple[int, int]]] = {}
        for i, event in enumerate(self.events, 1):
            for p, at, _ in event.mentions:
                mentioned.setdefault(p, []).append((i, at[0]))
        for i, group in enumerate(self.groups, 1):
            harmed.setdefault(group.p, []).append((i, group.count[0]))
        return mentioned, harmed

    def _main(self) -> Happening | None:
        live = [e for e in self.events if e.live]
        return next((e for e in live if e.violent), live[0] if live else None)

    def _evidence(self, p: Parsed, start: int, end: int) -> DraftEvidence:
        return DraftEvidence(sentence=p.number, quote=p.text[start:end].strip())


def _said_when(said: Said) -> str | None:
    """The time phrase next to the cue: when it was said, not when it happened."""
    end = said.cue[1]
    for found in find_times(said.p.text):
        if end <= found.start <= end + 30 and not (said.content[0] <= found.start < said.content[1]):
            return found.text
    return None


def _link(source: Source) -> Link:
    return Link(name=source.name, type=source.type)
