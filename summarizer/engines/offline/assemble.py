"""From groups, claims and happenings to a draft: links between them, and the words that carry each record."""

from __future__ import annotations

from summarizer.engines.offline.actors import Parties, Party
from summarizer.engines.offline.said import Said
from summarizer.engines.offline.events import Happening
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.sources import OUTLET, Source
from summarizer.engines.offline.victims import Group
from summarizer.normalize.dates import find_times
from summarizer.normalize.places import FoundPlace
from summarizer.records.article import Article, SentenceKind
from summarizer.records.draft import (
    DraftActor,
    DraftCasualty,
    DraftClaim,
    DraftEvent,
    DraftEvidence,
    DraftRecords,
)
from summarizer.records.values import Link
from summarizer.records.vocabulary import (
    ActorType,
    EventGroup,
    EventStatus,
    EventType,
    Harm,
    Scope,
    Stance,
    VictimStatus,
)

_ASSERTING = frozenset({Stance.ASSERTS, Stance.SUGGESTS, Stance.CLAIMS_RESPONSIBILITY})
_VIOLENT = frozenset({EventGroup.GROUND, EventGroup.REMOTE})
_ONE_SIDED = frozenset(
    {
        EventType.ATTACK,
        EventType.AIR_DRONE_STRIKE,
        EventType.SHELLING,
        EventType.BOMBING,
        EventType.SUICIDE_ATTACK,
        EventType.ABDUCTION,
        EventType.CHEMICAL_ATTACK,
    }
)
_ARMED = frozenset(
    {
        ActorType.STATE_FORCES,
        ActorType.EXTERNAL_FORCES,
        ActorType.REBEL_GROUP,
        ActorType.MILITIA,
        ActorType.UNIDENTIFIED_ARMED,
    }
)


class Assembly:
    """Everything read from one article, linked and turned into draft records."""

    def __init__(
        self,
        article: Article,
        sentences: list[Parsed],
        parties: Parties,
        said: list[Said],
        events: list[Happening],
        groups: list[Group],
    ) -> None:
        self.article = article
        self.sentences = sentences
        self.parties = parties
        self.said = said
        self.events = events
        self.groups = groups
        self.event_of: dict[int, Happening | None] = {}
        self.claims_of: dict[int, list[Said]] = {}
        self.actors: dict[str, DraftActor] = {}

    def draft(self) -> DraftRecords:
        """The linked draft."""
        self.said = _restated(_without_headline(_apart(self.said, self.groups)))
        for group in self.groups:
            self.claims_of[id(group)] = [
                s for s in self.said if s.stance in _ASSERTING and s.holds(group.p, group.count[0])
            ]
            self.event_of[id(group)] = self._event_for(group)
        casualties = tuple(self._casualty(g) for g in self.groups)
        events = tuple(self._event(e) for e in self.events)
        claims = tuple(c for s in self.said if (c := self._claim(s)) is not None)
        return DraftRecords(actors=tuple(self.actors.values()), events=events, casualties=casualties, claims=claims)

    # -- links -----------------------------------------------------------------------------------------------------

    def _event_for(self, group: Group) -> Happening | None:
        if group.scope is Scope.CUMULATIVE:
            return None
        if group.parent is not None:
            return self.event_of.get(id(group.parent)) or self._nearest(group)
        return self._nearest(group)

    def _nearest(self, group: Group) -> Happening | None:
        fitting = [e for e in self.events if _fits(e, group)]
        here = [e for e in fitting for p, _, _ in e.mentions if p is group.p]
        if here:
            return min(here, key=lambda e: min(_gap(m[1], group.site) for m in e.mentions if m[0] is group.p))
        live = [e for e in fitting if e.status in {EventStatus.COMPLETED, EventStatus.ONGOING}]
        if group.p.sentence.kind is SentenceKind.HEADLINE:
            return live[0] if live else None
        before = [(p.number, e) for e in live for p, _, _ in e.mentions if p.number < group.p.number]
        paragraph = [e for n, e in before if self.sentences[n - 1].sentence.paragraph == group.p.sentence.paragraph]
        if paragraph:
            return paragraph[-1]
        if before:
            return max(before, key=lambda x: x[0])[1] if group.p.number - max(n for n, _ in before) <= 2 else live[0]
        return live[0] if live else None

    # -- records ---------------------------------------------------------------------------------------------------

    def _casualty(self, group: Group) -> DraftCasualty:
        event = self.event_of[id(group)]
        side = self._side(group)
        evidence = [self._evidence(group.p, *group.quote)]
        evidence += [self._evidence(g.p, *g.quote) for g in group.more[:2]]
        parent = group.parent if group.parent in self.groups else None
        claims = list(self.claims_of[id(group)])
        for other in group.more:
            claims += [
                s for s in self.said if s.stance in _ASSERTING and s.holds(other.p, other.count[0]) and s not in claims
            ]
        return DraftCasualty(
            key=f"c{self.groups.index(group) + 1}",
            event=self._event_key(event),
            harm=group.harm,
            count=group.count_text,
            number=None,
            victims=group.victims,
            victim_status=group.status,
            victim_side=self._use(side),
            scope=group.scope,
            attributed_to=tuple(filter(None, [self._use(a) for a in self._blamed(group, event)])),
            subset_of=f"c{self.groups.index(parent) + 1}" if parent is not None else None,
            claims=tuple(f"k{self.said.index(s) + 1}" for s in claims),
            evidence=tuple(evidence),
        )

    def _side(self, group: Group) -> Party | None:
        if group.owner is not None and (party := self.parties.at(group.p, group.p.chunks[group.owner])) is not None:
            return party
        if group.status is VictimStatus.COMBATANT or group.harm is Harm.CASUALTIES or group.head in {"men", "members"}:
            return self.parties.side(group.p, group.victims, group.head)
        return None

    def _blamed(self, group: Group, event: Happening | None) -> list[Party]:
        if group.scope is Scope.SUPERSEDED or group.harm in {Harm.MISSING} or group.zero:
            return []
        side = self._side(group)
        if group.agent_at >= 0 and group.parent is None:
            party = self.parties.at(group.p, group.p.chunks[group.agent_at])
            if party is not None and party.type in _ARMED and party is not side:
                return [party]
        if (
            event is not None
            and event.type in _ONE_SIDED
            and event.actors
            and group.harm in {Harm.KILLED, Harm.INJURED, Harm.CAPTURED, Harm.CASUALTIES}
        ):
            return [a for a in event.actors if a is not side and a.type in _ARMED][:2]
        return []

    def _event(self, event: Happening) -> DraftEvent:
        place = event.place
        quotes = []
        for p, _, clause in event.mentions[:3]:
            quotes.append(self._evidence(p, *clause))
        return DraftEvent(
            key=self._event_key(event) or "",
            type=event.type,
            status=event.status,
            actors=self._names(event.actors),
            supporters=self._names(event.supporters),
            targets=self._names(event.targets),
            location=place.text if place else None,
            place=place.text if place else None,
            admin1=None,
            country=self._country(place),
            time=event.time,
            weapon=event.weapon,
            evidence=tuple(quotes),
        )

    def _country(self, place: FoundPlace | None) -> str | None:
        return self.parties.country

    def _claim(self, said: Said) -> DraftClaim | None:
        p = said.p
        content, evidence = p.text[said.content[0] : said.content[1]], [self._evidence(p, *said.span)]
        if said.before and not self.article.hidden:
            first = said.before[0].sentence
            start = first.start + _opening(first.text)
            content = self.article.text[start : p.sentence.start + said.content[1]]
            evidence = [
                DraftEvidence(sentence=first.number, quote=self.article.text[start : p.sentence.start + said.span[1]])
            ]
        evidence += [self._evidence(q, a, b) for q, (a, b) in said.more[:2]]
        chain = [_link(said.source), *(_link(s) for s in said.source.tail), *(_link(s) for s in said.relays)]
        cue = None if said.cue[0] == said.cue[1] else p.text[said.cue[0] : said.cue[1]]
        return DraftClaim(
            key=f"k{self.said.index(said) + 1}",
            chain=tuple(chain),
            anonymous=said.source.anonymous,
            stance=said.stance,
            cue=cue,
            content=content.strip(),
            about=self._about(said),
            time=_said_when(said),
            evidence=tuple(evidence),
        )

    def _about(self, said: Said) -> tuple[str, ...]:
        keys = []
        for event in self.events:
            if any(said.holds(p, at[0]) for p, at, _ in event.mentions):
                keys.append(self._event_key(event) or "")
        for i, group in enumerate(self.groups):
            if said.holds(group.p, group.count[0]):
                keys.append(f"c{i + 1}")
                event = self.event_of[id(group)]
                if event is not None and (key := self._event_key(event)) and key not in keys:
                    keys.append(key)
        if not keys:
            main = self._main()
            keys = [self._event_key(main) or ""] if main is not None else []
        return tuple(keys)

    def _main(self) -> Happening | None:
        live = [e for e in self.events if e.status in {EventStatus.COMPLETED, EventStatus.ONGOING}]
        return next((e for e in live if e.type.group in _VIOLENT), live[0] if live else None)

    def _event_key(self, event: Happening | None) -> str | None:
        return f"e{self.events.index(event) + 1}" if event is not None and event in self.events else None

    def _names(self, parties: list[Party]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, (self._use(x) for x in parties))))

    def _use(self, party: Party | None) -> str | None:
        if party is None:
            return None
        aliases = tuple(f for f in party.forms if f != party.name)
        self.actors.setdefault(party.name, DraftActor(name=party.name, type=party.type, aliases=aliases))
        return party.name

    def _evidence(self, p: Parsed, start: int, end: int) -> DraftEvidence:
        return DraftEvidence(sentence=p.number, quote=p.text[start:end].strip())


def _restated(said: list[Said]) -> list[Said]:
    """A quotation that says again what the sentence before it reported is a second quote of that claim."""
    out: list[Said] = []
    for claim in said:
        before = out[-1] if out else None
        if (
            before is not None
            and claim.quoted
            and before.source is claim.source
            and before.stance is claim.stance
            and not claim.before
        ):
            first, second = _content_words(before), _content_words(claim)
            if claim.p.number - before.p.number == 1 and _figures(first) & _figures(second) and len(first & second) > 2:
                before.more.append((claim.p, claim.span))
                continue
        out.append(claim)
    return out


def _content_words(said: Said) -> set[str]:
    return {w.low for w in said.p.words if said.content[0] <= w.start < said.content[1] and len(w.low) > 2}


def _figures(words: set[str]) -> set[str]:
    return {w for w in words if w[0].isdigit()}


def _without_headline(said: list[Said]) -> list[Said]:
    """A headline repeats what the body attributes; its claim counts only where the body has none of that kind of source."""
    body = {s.source.type for s in said if s.p.sentence.kind is not SentenceKind.HEADLINE}
    return [s for s in said if s.p.sentence.kind is not SentenceKind.HEADLINE or s.source.type not in body]


def _apart(said: list[Said], groups: list[Group]) -> list[Said]:
    """A further sentence of a quotation that holds a figure of its own is a claim of its own."""
    out: list[Said] = []
    for claim in said:
        out.append(claim)
        for q, (a, b) in list(claim.more):
            if any(g.p is q and a <= g.count[0] < b for g in groups):
                claim.more.remove((q, (a, b)))
                end = len(q.text.rstrip(' "”'))
                start = _opening(q.text)
                out.append(
                    Said(
                        q,
                        claim.source,
                        claim.relays,
                        claim.stance,
                        (start, start),
                        (start, end),
                        (start, end),
                        quoted=True,
                    )
                )
    return out


def _said_when(said: Said) -> str | None:
    """The time phrase next to the cue: when it was said, not when it happened."""
    a, b = said.cue
    for found in find_times(said.p.text):
        if b <= found.start <= b + 30 and not (said.content[0] <= found.start < said.content[1]):
            return found.text
    return None


def _link(source: Source) -> Link:
    return Link(name=source.name if source.name != OUTLET else OUTLET, type=source.type)


def _opening(text: str) -> int:
    i = 0
    while i < len(text) and text[i] in ' "“':
        i += 1
    return i


def _gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return 0 if a[0] < b[1] and b[0] < a[1] else min(abs(a[0] - b[1]), abs(b[0] - a[1]))


def _fits(event: Happening, group: Group) -> bool:
    if event.status in {EventStatus.PLANNED, EventStatus.HYPOTHETICAL, EventStatus.NEGATED}:
        return False
    if group.harm is Harm.CAPTURED:
        return event.type is EventType.ABDUCTION or event.type.group in _VIOLENT
    if group.harm is Harm.DISPLACED:
        return event.type.group in _VIOLENT
    return event.type.group in _VIOLENT or event.type in {
        EventType.PROTEST,
        EventType.RIOT,
        EventType.OTHER,
        EventType.ABDUCTION,
        EventType.ARREST,
    }
