"""Who did it and to whom: the parties of an event, from the chunks around its trigger."""

from __future__ import annotations

import re

from summarizer.engines.offline.accusations import accused_of
from summarizer.engines.offline.actors import Parties
from summarizer.engines.offline.chunks import CC, COMMA, NP, QUOTE, REL, STOP, SUB, THAT, VG, Chunk
from summarizer.engines.offline.clauses import joins_active
from summarizer.engines.offline.frames import governed_by, object_of, subject_of
from summarizer.engines.offline.ground import holder_of
from summarizer.engines.offline.happening import Happening
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.lists import list_left, list_right
from summarizer.engines.offline.nations import is_adjective, strikes_abroad, words_of_states
from summarizer.engines.offline.openers import speaks_here, starts_clause
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party import Party
from summarizer.engines.offline.party_names import ARMED, party_nouns
from summarizer.engines.offline.referents import Referents
from summarizer.engines.offline.role_marks import (
    ACTING,
    MUTUAL,
    is_brokered,
    may_act,
    of_another_verb,
    pinned_on,
    shared_object,
)
from summarizer.engines.offline.trigger_chunks import capital_before, carrying_verb, first_chunk, last_chunk
from summarizer.engines.offline.unrest import MOB
from summarizer.engines.offline.voice import before_main_verb, follows_passive, is_raised, shares_passive
from summarizer.records.vocabulary import ActorType, EventGroup, EventType

_TAKING = frozenset({EventType.ARREST, EventType.RELEASE, EventType.ABDUCTION, EventType.SEXUAL_VIOLENCE})
_LOSING = frozenset({"lost", "lose", "loses", "losing", "suffered", "suffer", "suffers", "sustained"})
_PROTESTERS = frozenset({"protesters", "protestors", "demonstrators"})
_ACCUSING = words("roles", "accusing")
_PINNING = frozenset({"blamed", "blames", "blame", "blaming", "pinned", "attributed", "attributes"})
_OF_ONE_SIDE = frozenset({EventGroup.AID, EventGroup.POSTURE})
_FOUGHT = words("roles", "fought")
_WANTS_OBJECT = words("roles", "wants_object")
_OF_VICTIMS = words("roles", "of_victims")
_STRUCK = frozenset({"attacked", "ambushed", "stormed", "targeted"})
_FIRE_AND = frozenset({"strikes", "airstrikes", "raids", "attacks", "shelling", "bombardment", "bombing", "fire"})
_ASSAULTS = frozenset({"attack", "assault", "assaults", "advance", "advances", "offensive", "offensives"})
_AT_TARGET = frozenset({"on", "against", "at", "upon", "into"})
_BLAMED = re.compile(
    r"\b(?:attributed to|blamed on|claimed by|staged by|carried out by|committed by)\s+$", re.IGNORECASE
)
_BACKED = re.compile(
    r"\b([A-Z][\w.]*)[- ]backed\b(?! (?:\w+ )?(?:authorities|officials?|administration|governor|mayor|leaders?)\b)"
    r"|\bwith ([A-Z][\w.]*) (?:support|backing|help)\b|\bbacked by ([A-Z]\w+)"
)
# A nationality before other events ("a Turkish wedding bombing") tells where, not who.
_BY_STATES = frozenset({EventType.AIR_DRONE_STRIKE, EventType.SHELLING, EventType.OFFENSIVE})
_ABROAD = frozenset({EventType.ATTACK, EventType.AIR_DRONE_STRIKE, EventType.SHELLING})
_ONE_SIDED = frozenset({EventGroup.GROUND, EventGroup.REMOTE, EventGroup.PERSONS, EventGroup.PROPERTY})


class Roles:
    """Gives the events of one article their actors, targets and supporters."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.referents = Referents(parties)

    def fill(self, event: Happening, k: int) -> None:
        """Set the parties of an event whose trigger begins in chunk k of its sentence."""
        if event.p.chunks[k].kind == VG:
            self._of_verb(event, k)
        else:
            self._of_noun(event, k)
        self._backers(event)
        if event.type in _TAKING:
            self._not_by_victims(event)
        elif event.type.group in _OF_ONE_SIDE and event.type is not EventType.DISRUPTED_WEAPONS:
            moved = [x for x in event.targets if x.type in ARMED and x.head != "patrol"]
            event.actors = [x for x in event.actors if x.type is not ActorType.CIVILIANS] or moved
            event.targets = []
        event.targets = [t for t in event.targets if t not in event.actors]

    def _not_by_victims(self, event: Happening) -> None:
        """Example: "a student was held and let go": nurses and students do not arrest; they are whom it befell."""
        people = [a for a in event.actors if a.type is ActorType.CIVILIANS]
        event.actors = [a for a in event.actors if a not in people]
        event.targets = event.targets or people

    # -- verbs -----------------------------------------------------------------------------------------------------

    def _of_verb(self, event: Happening, k: int) -> None:
        p, last = event.p, last_chunk(event, k)
        accused = accused_of(p, k)
        subject, target = accused if accused is not None else subject_of(p, k), self._struck_at(event, k)
        under_fire = " under " in p.text[event.at[0] : event.at[1]].lower()
        by = governed_by(p, last, frozenset({"from", "by"} if under_fire else {"by"}))
        target = None if under_fire else target
        passive = (
            under_fire
            or p.chunks[k].passive
            or is_raised(p, k)
            or (target is None and (by is not None or shares_passive(p, k) or self._goes_on_passive(p, k)))
        )
        if passive or (target is None and self._reduced(event, k, subject)):
            subject, target = by, subject
        passive = passive or before_main_verb(p, k)
        self._act(event, subject)
        event.by_somebody = subject is not None and p.chunks[subject].det != "prp"
        if subject is None and not passive and not (k and p.chunks[k - 1].kind in {THAT, REL}):
            self._act(event, self._far_subject(p, k))
        self._suffer(event, target)
        at = governed_by(p, last, _AT_TARGET, reach=4)
        if not event.targets:
            self._suffer(event, at, premises=target is None)
        if not event.targets and not passive:
            self._suffer(event, holder_of(p, target if target is not None else at))
        if event.type is EventType.TERRITORY_CHANGE and not event.targets and not passive:
            self._suffer(event, governed_by(p, last, frozenset({"from"}), reach=8))
        if event.type is EventType.ARMED_CLASH and not event.targets and target is not None:
            event.targets += [x for x in self._repelled(p, p.chunks[target]) if x not in event.actors][:1]
        if subject is not None:
            self._not_both(event, p.slice(p.chunks[subject]))
        with_whom = governed_by(p, last, frozenset({"with"}), reach=4)
        if event.type in MUTUAL and with_whom is not None:
            self._act(event, with_whom)
        if event.type is EventType.ARMED_CLASH and p.head(p.chunks[k]) in _FOUGHT and not passive:
            event.actors += [x for x in event.targets if x not in event.actors]
            event.targets = []

    def _struck_at(self, event: Happening, k: int) -> int | None:
        """The chunk of whom or what the verb at k is done to: its object, also behind "dead" or "to death"."""
        p, last = event.p, last_chunk(event, k)
        if (target := object_of(p, last)) is not None:
            return target
        if last > k and p.chunks[last].kind == NP and p.end(p.chunks[last]) > event.at[1]:
            return last  # "shot dead a tribal leader"
        if [p.head(c) for c in p.chunks[last + 1 : last + 3]] == ["to", "death"]:
            return object_of(p, last + 2)  # "soldiers shot to death five young men"
        return shared_object(p, last)

    def _goes_on_passive(self, p: Parsed, k: int) -> bool:
        """Example: "eight bandits were killed and three others arrested": what the verb wants stands before it."""
        if p.head(p.chunks[k]) not in _WANTS_OBJECT or not follows_passive(p, k):
            return False
        people = p.chunks[k - 1]
        return people.count is not None or party_nouns().get(p.head(people)) is None

    def _not_both(self, event: Happening, subject: str) -> None:
        """Example: "fighters ambushed a convoy of the Naparama": plain words for who did it mean none they struck."""
        struck = [x for x in event.actors if x in event.targets and not any(form in subject for form in x.forms)]
        event.actors = [x for x in event.actors if x not in struck]

    def _repelled(self, p: Parsed, chunk: Chunk) -> list[Party]:
        """Example: "repelled 41 Russian attacks": the state whose attacks they are."""
        states = words_of_states(p, chunk) if p.head(chunk) in _FIRE_AND | _ASSAULTS else []
        return [x for x in (self.parties.country_party(word, p) for word in states) if x is not None]

    def _reduced(self, event: Happening, k: int, subject: int | None) -> bool:
        """Example: "the three nurses, kidnapped on Monday": a participle without an object is passive."""
        p = event.p
        verb = p.chunks[k]
        wants = p.head(verb) in _WANTS_OBJECT or (p.headline and p.head(verb) in _STRUCK)
        if not wants or verb.b - verb.a > 1 or p.words[verb.head].tag != "VBN":
            return False
        return subject is not None and not joins_active(p, k)

    def _far_subject(self, p: Parsed, k: int) -> int | None:
        """The nearest armed party to the left that opens a clause: "Pirates boarded a ship, shot the cook"."""
        for j in range(k - 1, max(k - 26, -1), -1):
            if p.chunks[j].kind == THAT or (p.chunks[j].kind == STOP and p.head(p.chunks[j]) in {";", ":", "."}):
                return None  # "the police believe that their leader ordered the murder"
            if starts_clause(p, j):
                party = self.referents.acting(p, j, people=False)
                fronted = j > 0 and p.chunks[j - 1].kind == SUB and COMMA in {c.kind for c in p.chunks[j:k]}
                if party is not None and party.type in ARMED:
                    return None if fronted or speaks_here(p, j) else j  # "police said that both were burned"
                if j and p.chunks[j - 1].kind in {SUB}:
                    return None
        return None

    # -- nouns -----------------------------------------------------------------------------------------------------

    def _of_noun(self, event: Happening, k: int) -> None:
        p, last = event.p, last_chunk(event, k)
        self._modifier(event, p.chunks[k])
        if p.head(p.chunks[k]) in MOB:
            self._act(event, k)
        if p.chunks[k].det == "poss" and event.type.group is EventGroup.REMOTE:
            self._act(event, k)  # "its drones hit"
        joined = k > 1 and p.chunks[k - 1].kind == CC and p.chunks[k - 2].kind == NP and not p.chunks[k].det
        if joined and not event.actors and p.head(p.chunks[k - 2]) in _FIRE_AND:
            self._modifier(event, p.chunks[k - 2])  # "Israeli strikes and shelling"
        by = governed_by(p, last, frozenset({"by"}), reach=6)
        if by is not None and (of_another_verb(p, last, by) or is_brokered(event, by)):
            by = None
        if by is None or all(chunk.kind != QUOTE for chunk in p.chunks[last:by]):  # "called the attack "a plot by ...""
            self._act(event, by)
        blamed = self._blamed(p, last)
        self._act(event, blamed)
        at = governed_by(p, last, _AT_TARGET, reach=4)
        self._suffer(event, at if at != blamed else None)
        if p.head(p.chunks[k]) in _OF_VICTIMS:
            self._suffer(event, governed_by(p, last, frozenset({"of"}), reach=2))
        with_whom = governed_by(p, last, frozenset({"with"}), reach=4)
        if event.type in MUTUAL:
            self._act(event, with_whom)
        self._of_governor(event, k)
        between = governed_by(p, last, frozenset({"between"}), reach=4)
        if between is not None:
            self._act(event, between)
            if between + 2 < len(p.chunks) and p.chunks[between + 1].kind == CC:
                self._act(event, between + 2)

    def _of_governor(self, event: Happening, k: int) -> None:
        """The subject of the verb that carries the event out: "launched an assault", "imposed a curfew"."""
        p = event.p
        verb = carrying_verb(event, k)
        if verb is None or event.actors or p.text[event.at[0] : event.at[1]].lower() in _PROTESTERS:
            return  # "police fired on protesters" is no protest by the police
        if event.violent and p.head(p.chunks[verb]) == "called":
            return  # "the minister called the attack a crime"
        accusing = p.head(p.chunks[verb]) in _ACCUSING
        if p.chunks[verb].passive and not accusing:
            self._act(event, governed_by(p, verb, frozenset({"by"})))
            return
        if accusing and not p.chunks[verb].passive:
            self._act(event, object_of(p, verb))
            return
        subject = subject_of(p, verb)
        if p.head(p.chunks[verb]) in _LOSING:
            self._suffer(event, subject)  # "a column lost 18 soldiers in an ambush"
            return
        self._act(event, subject if subject is not None else self._far_subject(p, verb))

    def _blamed(self, p: Parsed, k: int) -> int | None:
        """Example: "three attacks attributed to CODECO", "blamed the killings on a gang"."""
        if k and p.chunks[k - 1].kind == VG and p.head(p.chunks[k - 1]) in _PINNING and not p.chunks[k - 1].passive:
            return pinned_on(p, k)
        for j in range(k + 1, min(k + 7, len(p.chunks))):
            if _BLAMED.search(p.text[: p.start(p.chunks[j])]):
                return j
        return None

    def _modifier(self, event: Happening, chunk: Chunk) -> None:
        """Example: "Russian air strikes", "army drone", "Al Nusra militants shelling": the party in the noun phrase."""
        p = event.p
        text = f" {p.slice(chunk).lower()} ".replace("'s ", " 's ").replace("’s ", " 's ").replace("-led ", " led ")
        forms = [(f, x) for x in self.parties.all if x.type in ACTING for f in x.forms if len(f) > 1]
        for form, party in sorted(forms, key=lambda row: -len(row[0])):
            at = text.find(f" {form.lower()} ")
            if at >= 0 and not (party.generic and at > 0 and capital_before(p, chunk, at)):
                event.actors.append(party)
                return
        before = self.referents.side_before(p, chunk, of_event=True)
        if before is not None:
            event.actors.append(before)
            return
        for i in range(chunk.a, chunk.head):
            word, owner = p.words[i], p.words[i + 1].tag == "POS"
            abroad = event.type in _ABROAD and strikes_abroad(p, chunk, word.text)
            if not abroad and (p.headline or (event.type not in _BY_STATES and not owner)):
                continue
            state = self.parties.country_party(word.text, p) if owner or is_adjective(word.text) else None
            if state is not None:
                event.actors.append(state)
                return

    # -- both ------------------------------------------------------------------------------------------------------

    def _act(self, event: Happening, j: int | None) -> None:
        """The noun phrases at j and joined with it act, where the type of event has such actors."""
        if j is None:
            return
        p = event.p
        violent = event.type.group in _ONE_SIDED
        for i in (list_left(p, j) if j < first_chunk(event) else list_right(p, j))[:3]:
            party = self.referents.acting(p, i)
            if party is None or party in event.actors or not may_act(event.type, party, violent=violent):
                continue
            if event.type is EventType.PROTEST and party.type is ActorType.STATE_FORCES and "them" in p.vocabulary:
                continue  # "police used tear gas to stop them": they do not protest
            event.actors.append(party)

    def _suffer(self, event: Happening, j: int | None, *, premises: bool = True) -> None:
        if j is None or event.type in {EventType.TALKS, EventType.AGREEMENT, EventType.PROTEST}:
            return
        for i in (list_left(event.p, j) if j < first_chunk(event) else list_right(event.p, j))[:2]:
            party = self.referents.suffering(event.p, i)
            if party is not None and party not in event.targets and (premises or party.type in ARMED):
                event.targets.append(party)

    def _backers(self, event: Happening) -> None:
        """Example: "Russian-backed", "US backed rebels", "with U.S. support"."""
        for match in _BACKED.finditer(event.p.text):
            word = next(w for w in match.groups() if w)
            party = self.parties.country_party(word, event.p)
            if party is not None and abs(match.start() - event.at[0]) < 90 and party not in event.actors:
                event.supporters.append(party)
