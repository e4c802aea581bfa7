"""Who did it and to whom, where an event's own words leave it out, from what the article tells around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from summarizer.engines.offline.actors import Parties
from summarizer.engines.offline.bearings import other_day
from summarizer.engines.offline.blame_marks import are_attackers
from summarizer.engines.offline.chunks import VG
from summarizer.engines.offline.frames import governed_by, object_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.happening import Happening
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.linking import Links
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party import Party
from summarizer.engines.offline.party_names import ARMED, REBEL, STATE
from summarizer.engines.offline.referents import Referents
from summarizer.engines.offline.said import Said
from summarizer.engines.offline.whose import whose_attack
from summarizer.records.vocabulary import ActorType, EventStatus, EventType, Harm, Scope, Stance

DIRECTED = frozenset(
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
"""Types of events in which one side harms another."""
_ASCRIBES = frozenset({"attributed", "attributes", "attributing", "ascribed"})
_BLAMES = frozenset({"blamed", "blames", "blame", "blaming"})
_BOMBERS = frozenset({"bomber", "bombers"})
_BY_GUNMEN = frozenset(
    {EventType.ATTACK, EventType.ABDUCTION, EventType.ARMED_CLASH, EventType.SEXUAL_VIOLENCE, EventType.DESTRUCTION}
)
_FREEING = words("filling", "freeing")
"""Words of a sentence in which it may not be the captors who let somebody go."""
_TWO_SIDED = frozenset({EventType.ARMED_CLASH, EventType.OFFENSIVE, EventType.TERRITORY_CHANGE})
_NOT_DONE = frozenset({EventStatus.HYPOTHETICAL, EventStatus.NEGATED, EventStatus.PLANNED})
Side = Callable[[Group], Party | None]


def _complete(event: Happening, foes: tuple[Party, Party]) -> None:
    """Ground fights of two sides are fought against the one that is not named."""
    if event.type not in _TWO_SIDED:
        return
    told = [x for x in foes if x in event.actors or x in event.targets]
    other = [x for x in foes if x not in told]
    if not told and not event.actors and not event.targets and event.type is EventType.ARMED_CLASH:
        event.actors = list(foes)
    elif len(told) == 1 and len(event.actors) + len(event.targets) == 1:
        if event.targets:
            event.actors = other
        else:
            event.targets = other


def _near_foes(event: Happening, parties: Parties) -> list[Party]:
    """Example: "Rebels hit a post of the army. A firefight ensued.": the one force and the one group near."""
    numbers = range(event.p.number - 2, event.p.number)
    near = [
        [x for x in parties.all if x.type in kinds and any(n in numbers for n in x.seen)] for kinds in (STATE, REBEL)
    ]
    return [x for side in near for x in side] if all(len(side) == 1 for side in near) else []


def _on_civilians(event: Happening) -> bool:
    """Example: "an ambush claimed the lives of four passengers": no clash, an attack."""
    word = event.p.text[event.at[0] : event.at[1]].lower()
    return word.startswith("ambush") and all(x.type is ActorType.CIVILIANS for x in event.targets)


def _is_below(event: Happening) -> bool:
    """Does no headline tell of it?"""
    return not any(p.headline for p, _, _ in event.mentions)


_ATTACKERS = frozenset({"attackers", "attacker", "assailants", "assailant", "bombers", "bomber", "raiders", "invaders"})


def _keep_one_side(event: Happening) -> None:
    """Example: "12 policemen and 20 rebels were killed in an attack on checkpoints": the rebels were not attacked."""
    both = any(x.type in STATE for x in event.targets) and any(x.type in REBEL for x in event.targets)
    if both and not event.actors and event.type is not EventType.ARMED_CLASH:
        event.targets = [x for x in event.targets if x.type not in REBEL]


def _name_attackers(event: Happening, groups: list[Group], side: Side) -> None:
    """Example: "Two of the attackers were killed": not the gunmen of another deed, where these are known."""
    known = next((x for g in groups if are_attackers(g) and (x := side(g)) is not None and not x.generic), None)
    if known is not None:
        nameless = [x for x in event.targets if x.generic and x.type is ActorType.UNIDENTIFIED_ARMED]
        theirs = [known] if nameless and known not in (*event.actors, *event.targets) else []
        event.targets = [x for x in event.targets if x not in nameless] + theirs


class Filling:
    """Completes the events of one article once they are merged and the people harmed are linked to them."""

    def __init__(self, sentences: Sequence[Parsed], events: Sequence[Happening], links: Links) -> None:
        self.sentences = sentences
        self.events = events
        self.links = links

    def parties(self, groups: Iterable[Group], side: Side, referents: Referents) -> None:
        """Who did it and to whom, from the people that the event harmed."""
        harmed: dict[int, list[Group]] = {}
        for group in groups:
            event = self.links.event_of(group)
            if event is not None and group.harm is not Harm.MISSING and group.scope is not Scope.SUPERSEDED:
                harmed.setdefault(id(event), []).append(group)
        for event in self.events:
            mine = harmed.get(id(event), [])
            self._agents(event, mine, side, referents)
            self._victims(event, mine, side, referents)
            _name_attackers(event, mine, side)
            _keep_one_side(event)
        foes = self._foes(referents.parties)
        for event in self.events:
            if not event.actors and not event.by_somebody and event.type in _BY_GUNMEN and event.live:
                self._neighbours(event, [side(g) for g in harmed.get(id(event), ())])
            if not event.actors and event.type is EventType.SUICIDE_ATTACK and event.live:
                event.actors = [x for x in referents.parties.all if x.head in _BOMBERS][:1]
            if not event.actors and event.type is EventType.ARREST:
                event.actors = self._captors(event, referents.parties)
            if not event.actors and event.type is EventType.RELEASE:
                event.actors = self._keepers(event)
            if event.type is EventType.ARMED_CLASH and event.live and not event.actors and not event.targets:
                event.actors = _near_foes(event, referents.parties)
            if event.type is EventType.ARMED_CLASH and event.targets and _on_civilians(event):
                event.type = EventType.ATTACK
            if foes is not None and event.status is not EventStatus.BACKGROUND:
                _complete(event, foes)

    def _agents(self, event: Happening, groups: list[Group], side: Side, referents: Referents) -> None:
        """The agent of the words of harm ("shot dead by gunmen") did it, where no words of the event say who.

        Not where others were harmed before it was told: of rebels "put out of action by the army" in the raid in which
        forty civilians died, the army is no raider.
        """
        if event.actors or not event.violent:
            return
        for group in groups:
            if group.agent_at < 0:
                continue
            if any(g.p.number < group.p.number and side(g) is not side(group) for g in groups):
                continue
            party = referents.acting(group.p, group.agent_at)
            if party is not None and party.type in ARMED and party is not side(group) and party not in event.targets:
                event.actors = [party]
                return

    def _victims(self, event: Happening, groups: list[Group], side: Side, referents: Referents) -> None:
        """Those harmed by an event are its targets, where its own words name none."""
        if event.targets or event.type not in DIRECTED | {EventType.ARMED_CLASH}:
            return
        for group in groups:
            party = side(group) or self._people(group, referents)
            doer = whose_attack(referents.parties.all, group)
            if party is None or party in event.actors or (doer is not None and doer not in event.actors):
                continue
            if event.type is EventType.SUICIDE_ATTACK and party.type in REBEL:
                continue  # "five were shot while one blew himself up": none of them was his target
            if group.head in _ATTACKERS and event.type is not EventType.ARMED_CLASH:
                continue  # "killed 13, among them two of the attackers"
            if event.type is EventType.ARMED_CLASH and (len(event.actors) != 1 or party.type not in ARMED):
                continue
            event.targets = [party]
            return

    def _people(self, group: Group, referents: Referents) -> Party | None:
        p = group.p
        at = next((j for j, chunk in enumerate(p.chunks) if p.end(chunk) > group.start), None)
        return referents.suffering(p, at) if at is not None and group.parent is None else None

    def _neighbours(self, event: Happening, sides: list[Party | None]) -> None:
        """The armed actor of an event of the sentence before or the same, if the victims are not his own."""
        numbers = {n for p, _, _ in event.mentions for n in (p.number - 1, p.number)}
        for other in reversed(self.events):
            near = any(p.number in numbers for p, _, _ in other.mentions)
            if other is event or not near or not other.live or other.type not in _BY_GUNMEN:
                continue
            if other_day(event.time, other.time):
                continue
            armed = [a for a in other.actors if a.type in REBEL]
            if len(armed) == 1 and armed[0] not in event.targets and armed[0] not in sides:
                event.actors = armed
                return

    def accused(self, referents: Referents) -> None:
        """Example: "Officials blamed Boko Haram": one party alone that is blamed for an event is one of its actors."""
        blamed: dict[int, list[Party]] = {}
        for p in self.sentences:
            for k, chunk in enumerate(p.chunks):
                if chunk.kind != VG or chunk.passive or chunk.negated or p.head(chunk) not in _BLAMES | _ASCRIBES:
                    continue
                ascribed = p.head(chunk) in _ASCRIBES  # "attributed the attack to the dissidents"
                at = governed_by(p, k, frozenset({"to"}), reach=4) if ascribed else object_of(p, k)
                party = referents.acting(p, at, people=False) if at is not None else None
                event = self._spoken_of(p) if party is not None and party.type in ARMED else None
                if event is not None and party is not None:
                    blamed.setdefault(id(event), []).append(party)
        for event in self.events:
            parties = list(dict.fromkeys(blamed.get(id(event), ())))
            known = any(not a.generic and a.type in ARMED for a in event.actors)
            if len(parties) == 1 and not known and parties[0] not in [*event.actors, *event.targets]:
                event.actors.append(parties[0])
                event.accused.append(parties[0])

    def _spoken_of(self, p: Parsed) -> Happening | None:
        """The violent event that a sentence speaks of: one it mentions, else the latest told before, else the first."""
        live = [e for e in self.events if e.blamable]
        here = [e for e in live if any(q is p for q, _, _ in e.mentions)]
        before = [e for e in live if p.number - 3 <= e.mentions[-1][0].number <= p.number]
        same = [e for e in before if e.mentions[-1][0].sentence.paragraph == p.sentence.paragraph]
        return next(iter([*here, *reversed(same), *reversed(before), *live]), None)

    def _captors(self, event: Happening, parties: Parties) -> list[Party]:
        """Who arrests, where nobody is said to: the forces of the state spoken of last, not long before."""
        paragraph = event.p.sentence.paragraph
        last = self.sentences[max(0, event.p.number - 3) : event.p.number]
        numbers = {p.number for p in last if p.sentence.paragraph == paragraph}
        near = [
            (n, x) for x in parties.all if x.type in STATE for n in x.seen if n in numbers and x not in event.targets
        ]
        return [max(near, key=lambda row: row[0])[1]] if near else []

    def _keepers(self, event: Happening) -> list[Party]:
        """Who lets people go, where nobody is said to: the one armed party that took people before."""
        if event.status in _NOT_DONE or not _FREEING.isdisjoint(event.p.vocabulary):
            return []
        taken = (e for e in self.events if e.type is EventType.ABDUCTION and e.p.number <= event.p.number)
        keepers = {id(x): x for e in taken for x in e.actors if x.type in ARMED}
        return list(keepers.values()) if len(keepers) == 1 else []

    def _foes(self, parties: Parties) -> tuple[Party, Party] | None:
        """The two sides of an article that knows of one state's forces and one armed group only."""
        sides: list[Party] = []
        for kinds in (STATE, REBEL):
            ranked = sorted((x for x in parties.all if x.type in kinds), key=lambda x: -len(x.seen))
            if (
                not ranked
                or len(ranked[0].seen) < 2
                or (len(ranked) > 1 and 2 * len(ranked[1].seen) > len(ranked[0].seen))
            ):
                return None
            sides.append(ranked[0])
        return sides[0], sides[1]

    def responsible(self, said: Iterable[Said], parties: Parties) -> None:
        """A group that claims an event is one of its actors, beside the attackers as described."""
        for claim in said:
            if claim.stance is Stance.NO_COMMENT and "claim" in claim.p.text[slice(*claim.cue)].lower():
                self._not_theirs(claim.source.name, claim.p)
            if claim.stance is not Stance.CLAIMS_RESPONSIBILITY:
                continue
            names = {claim.source.name, *(x.name for x in claim.source.tail)}
            party = next((x for x in parties.all if x.type in REBEL and names & {x.name, *x.forms}), None)
            told = [e for e in self.events if any(claim.holds(p, at[0]) for p, at, _ in e.mentions)]
            event = next(iter(told or sorted((e for e in self.events if e.live and e.violent), key=_is_below)), None)
            if party is None or event is None or party in (*event.actors, *event.targets) or not event.live:
                continue
            if all(a.type in {ActorType.UNIDENTIFIED_ARMED, ActorType.CIVILIANS} or a.generic for a in event.actors):
                event.actors.append(party)
                event.claimed_by.append(party)

    def _not_theirs(self, name: str, p: Parsed) -> None:
        """Example: "the ELN has not claimed responsibility for the attack": the sentence makes nobody its actor."""
        for event in self.events:
            if event.p is p:
                event.actors[:] = [a for a in event.actors if name not in {a.name, *a.forms}]
