"""Whose people the harmed are, and who is said to have harmed them."""

from __future__ import annotations

from summarizer.engines.offline import state_sides
from summarizer.engines.offline.blame_marks import harmed_just_before
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.others import FURTHER_HEADS
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party import Party
from summarizer.engines.offline.party_names import ARMED, STATE, land_of
from summarizer.engines.offline.referents import Referents
from summarizer.engines.offline.said import Said
from summarizer.engines.offline.spokesmen import beside_name, may_be_state, names_another, standing_in, state_of
from summarizer.engines.offline.whose import (
    OWN,
    among_fighters,
    attacked_by,
    chunk_at,
    doer_of,
    fellow_before,
    fights,
    in_order,
    is_his_foe,
    is_nation,
    is_of_enemy,
    names_attack,
    noun_of,
    of_both_sides,
    of_named_group,
    of_own_unit,
    of_their_own,
    own_doer_at,
    told_before,
)
from summarizer.normalize.actors import known_actor
from summarizer.normalize.harm import harm_nouns, harm_states, person_nouns
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import Harm, VictimStatus

_NAMELESS, _UNARMED, _FELLOWS = words("sides", "nameless"), words("sides", "unarmed"), words("sides", "fellows")
_OWNED, _MEMBERS = words("sides", "owned"), words("sides", "members")
_WHOLE = frozenset({"force", "forces"})  # in a name, they tell nobody apart: "air force", "Defense Force"
_TAKEN = frozenset({"victims", "hostages", "captives", "abductees"})


class Sides:
    """Finds the side of each group of one article. `said` are its claims, `groups` all people harmed, in order."""

    def __init__(self, referents: Referents, said: list[Said], groups: list[Group]) -> None:
        self.referents = referents
        self.parties = referents.parties
        self.said = said
        self.groups = groups
        self._known: dict[int, Party | None] = {}
        self.asserting = standing_in(said)
        self._told = in_order(groups)

    def side(self, group: Group) -> Party | None:
        """Whose people they are, None for plain civilians and where the article does not say."""
        if id(group) not in self._known:
            self._known[id(group)] = None
            same = group.parent if group.parent is not None and group.victims == group.parent.victims else None
            foe = same is None and "enemy" in group.p.vocabulary and is_of_enemy(group)
            party = self.side(same) if same is not None else self._of_told_loser(group)
            party = (
                state_sides.foes_of_speaker(self.parties, self.asserting, group)
                if foe
                else party or (self._side(group) if same is None else None)
            )
            party = (self._named_later(group) or party) if party is not None and party.generic else party
            wrong = party is not None and (self._did_it(group, party) or is_nation(group, party.name))
            self._known[id(group)] = None if wrong or (party is not None and attacked_by(group, party)) else party
        return self._known[id(group)]

    def _named_later(self, group: Group) -> Party | None:
        """Example: "killed a soldier ... the soldier, of the CRPF": the force that a further phrase for them names."""
        told = (self._of_phrase(words) for words in group.more if words.status is group.status)
        return next((x for x in told if x is not None and not x.generic), None)

    def _did_it(self, group: Group, party: Party) -> bool:
        """Example: "Ukrainian drones killed 17 conscripts": whoever harmed them, plain words never make them his."""
        words = {w.lower() for form in (party.name, *party.forms) for w in form.split()} - _WHOLE
        named = group.victims.lower().split()
        if group.parent is not None or not words.isdisjoint(named) or not OWN.isdisjoint(named):
            return False
        doer = group.agent_at if group.agent_at >= 0 else doer_of(group)
        if doer is None:
            return False
        p = group.p
        if self.referents.acting(p, doer, people=False) is party:
            return True
        after = p.chunks[doer + 1 : doer + 3]
        of = p.slice(after[1]) if len(after) > 1 and p.head(after[0]) == "of" else ""  # "gunmen of ISIS cells"
        land = land_of(p.slice(p.chunks[doer])) if group.agent_at < 0 else None
        of_it = any(f"{of.removeprefix('the ')} ".startswith(f"{form} ") for form in party.forms)
        return of_it or (land is not None and land == land_of(party.name))

    def _of_told_loser(self, group: Group) -> Party | None:
        """The side of who the sentence says lost people: "its losses" after "Russia lost", a speaker's "it lost"."""
        lost = state_sides.told_loser(self.referents, group) or state_sides.struck_before(self.referents, group)
        if lost is None and (loser := state_sides.loser_before(self.groups, group)) is not None:
            return self.side(loser)
        return lost or (self._speakers_side(group) if state_sides.says_of_itself(self.asserting, group) else None)

    def _side(self, group: Group) -> Party | None:
        if group.parent is not None and among_fighters(group):
            return self.side(group.parent)
        unarmed = group.status is VictimStatus.CIVILIAN or not _UNARMED.isdisjoint(group.victims.lower().split())
        if unarmed or of_both_sides(group) or is_his_foe(group):
            return None
        head = noun_of(group)
        party, known = self._of_loser(group, head)
        if known:
            return party
        named = of_named_group(self.parties, self.groups, group) or self._by_relation(group, head)
        harmed = harmed_just_before(self.groups, group)  # "killed his wife. Two of the attackers were killed"
        doer = self._of_agent(harmed) if harmed is not None else None
        named = named or (doer if doer is not None and doer.type not in STATE else None)
        if (told := named or state_sides.of_told_role(self.referents, group)) is not None:
            return told
        if group.borrowed and (owner := state_sides.of_words(self.parties, group)) is not None:
            return owner
        further = group.bare or not FURTHER_HEADS.isdisjoint(group.count_text.lower().split())
        if further and head in _NAMELESS | _MEMBERS and self._of_phrase(group) is None:
            return self._of_others(group)
        fighting = group.status is VictimStatus.COMBATANT or group.harm is Harm.CASUALTIES or fights(head)
        if fighting or head in _MEMBERS:
            party = self._of_phrase(group) or self._not_the_doer(group, head)
            if party is not None and party.generic and not (party.seen or group.plural or group.parent is None):
                whole = self.side(group.parent)  # "soldiers, among them an officer"; not "insurgents"
                party = whole if whole is not None and (whole.type in STATE) is (party.type in STATE) else party
            if party is not None:
                return self._by_states(group, party)
        party = state_sides.of_rank(self.parties, group) or self._of_owner(group, head)
        if party is not None or group.zero:
            return party
        return self._of_others(group) if not group.victims or head in _NAMELESS else self._of_whole(group, head)

    def _of_loser(self, group: Group, head: str) -> tuple[Party | None, bool]:
        """Whose people the words make them, whoever tells of it; and whether that is all that is said."""
        if (mourner := state_sides.mourner(self.asserting, group)) is not None:
            return self.called(mourner.source.name, group.p.number), True
        if head in _FELLOWS and group.victims.startswith(("his ", "her ")):
            one = fellow_before(self.groups, group)
            return (self.side(one), True) if one is not None else (None, False)
        if group.owner is not None and group.p.words[group.p.chunks[group.owner].a].low in OWN:
            return self._speakers_side(group), True  # "said its men had killed 22 rebels and lost nine"
        return state_sides.of_loser(self.referents, group)

    def _by_states(self, group: Group, party: Party) -> Party | None:
        """The party that plain words for soldiers mean, after a look at which state tells of them."""
        told_by = state_sides.teller(self.asserting, group)
        if state_sides.boasts_of(group, party, told_by):
            return state_sides.other_army(self.parties.all, party)
        if not state_sides.is_rivals(self.parties.all, group, party, told_by):
            return party  # else "the Armenian defence ministry reported three conscripts killed": its own
        return self._speakers_side(group) if group.agent_at < 0 else None

    def _by_relation(self, group: Group, head: str) -> Party | None:
        """Example: "its soldiers", "members of his platoon", "two of his colleagues", "the rebels' 12 dead"."""
        if (told := state_sides.listed_side(self.parties.all, group)) is not None:
            return told
        if " own " in group.victims and (party := self._of_agent(group) or self._speakers_side(group)) is not None:
            return party  # "thwarted an IS raid; 17 of their own fighters died"
        at = chunk_at(group)
        holder = self.referents.holding(group.p, at) if at is not None else None
        if holder is not None and self._is_agent(group, holder):
            holder = None  # "accused the militia of killing two of his fighters"
        if holder is not None and holder.type in ARMED and (fights(head) or group.bare or head in harm_states()):
            return holder
        ours = group.victims.lower().endswith(" of ours")
        own = ours or group.victims.partition(" ")[0].lower() in OWN or of_own_unit(group) or of_their_own(group)
        if group.victims.lower().startswith(("his ", "her ")) and (chief := self._chief_of(group)) is not None:
            return self.side(chief)  # "killed a rebel commander and three of his men"
        lost = group.rule == "loss of" and "enemy" not in group.p.vocabulary
        if (own or lost) and (party := self._speakers_side(group)) is not None:
            if group.victims.lower().startswith(("its ", "their ")) and (doer := own_doer_at(group)) is not None:
                foe = state_sides.named_before(self.parties, group, party, group.start)
                other = state_sides.named_before(self.parties, group, party, doer)  # whose men "its" may be
                return foe if other is None else party  # "his men had fought the FDLR, killing nine of its fighters"
            theirs = group.victims.lower().startswith("his ") and self._is_agent(group, party)
            return None if theirs else party  # "the army said it killed the chief and 10 of his followers"
        one = fellow_before(self.groups, group) if head in _FELLOWS else None
        return self.side(one) if one is not None else None

    def _of_agent(self, group: Group) -> Party | None:
        """Example: "said the army had killed 13 of its own men": those of who killed them."""
        at = group.agent_at
        party = self.referents.acting(group.p, at, people=False) if at >= 0 else None
        return party if party is not None and party.type in ARMED else None

    def _is_agent(self, group: Group, party: Party) -> bool:
        """Did the party harm them, by the verb's own agent, and are they not called its own?"""
        if group.agent_at < 0 or " own " in f" {group.victims} ":
            return False
        return self.referents.acting(group.p, group.agent_at, people=False) is party

    def _chief_of(self, group: Group) -> Group | None:
        """One person told just before them by the same words of harm."""
        alone = [g for g in self.groups if g.p is group.p and g.site == group.site and g.end <= group.start]
        return alone[-1] if alone and not alone[-1].plural and alone[-1].parent is None else None

    def _not_the_doer(self, group: Group, head: str) -> Party | None:
        """Whose the victims are by their own words; "members" and "personnel" are never those who harmed them."""
        party = self.parties.side(group.p, group.victims, head)
        if head in {"man", "men"} and party is not None and country_of(party.name) is not None:
            return None  # "a Palestinian man" is nobody's fighter
        if head not in _MEMBERS or party is None or group.victims.lower() == party.name.lower():
            return party
        agent = self.referents.acting(group.p, group.agent_at, people=False) if group.agent_at >= 0 else None
        return None if party is agent or names_attack(group.p, party) else party

    def _of_phrase(self, group: Group) -> Party | None:
        """Example: "five jawans of the Assam Rifles", "nine members of Hamas"."""
        at = chunk_at(group)
        party = self.referents.held(group.p, at) if at is not None else None
        if party is None or party.type not in ARMED:
            return None
        own = OWN.isdisjoint(group.victims.lower().split()) or not self._is_agent(group, party)
        return party if own else None

    def _of_owner(self, group: Group, head: str) -> Party | None:
        """Example: "ELN losses", "the army's dead", "a junta column": whose they are, by a word of their own phrase."""
        at = chunk_at(group)
        if at is None or head not in _NAMELESS | _OWNED | _MEMBERS:
            return None
        return self.referents.belonging(group.p, at)

    def _of_whole(self, group: Group, head: str) -> Party | None:
        """A part of a group is of its side, unless the part is civilians by its own words."""
        known = person_nouns().get(head)
        civilian = VictimStatus.CIVILIAN in {group.status, known.status if known is not None else None}
        if group.parent is None or civilian:
            return None
        whole, land = self.side(group.parent), land_of(group.victims)
        others = {land_of(whole.name) if whole is not None else None, land} - {None}
        return None if len(others) > 1 else whole  # "five Haitian officers, two of them Kenyans"

    def _of_others(self, group: Group) -> Party | None:
        """Example: "killing three soldiers and wounding nine": a bare number counts the people named before it."""
        if group.parent is not None:
            return self.side(group.parent)
        taken = _TAKEN.intersection(group.p.text[group.start : group.end + 24].lower().replace(".", " ").split())
        mixed = any(g.parent is group and g.status is VictimStatus.CIVILIAN for g in self.groups)
        if mixed or taken or group.owner is not None or (group.agent or "").lower() == "we":
            return None  # "10 others, three of them civilians"; "one of the victims"; "we lost three and killed 14"
        for other, told in told_before(self._told, group):
            near = other.p is group.p or group.p.number - other.p.number == 1
            same = other.p.sentence.paragraph == group.p.sentence.paragraph or group.noun in FURTHER_HEADS
            if not near or not same or (other.p is not group.p and noun_of(group) in harm_nouns()):
                return None  # "documented 11 deaths", after the police told of 27 officers
            if other.victims and noun_of(other) not in _NAMELESS and other.parent is None:
                return self.side(told)
        return None

    def _speakers_side(self, group: Group) -> Party | None:
        """Example: "its soldiers", "his fighters" in somebody's words: the speaker's own side."""
        ours = of_their_own(group) or " own " in group.victims  # "while admitting three dead of their own"
        standing = self.asserting.get(group.p, ())
        holding = (s for _, s in standing if s.holds(group.p, group.count[0]))
        source = next(holding, standing[0][1] if ours and standing else None)
        land = state_of(source.source.name) if source is not None and may_be_state(source.source) else None
        if source is not None and land is not None:
            return self.parties.forces_of(land) or self._of_land(source.source.name, group.p)
        if source is None or source.source.type not in state_sides.SPEAKERS:
            return None
        name, kinds = source.source.name, state_sides.SPEAKERS[source.source.type]
        every = [x for x in self.parties.of_section(group.p.number) if x.type in kinds]
        side = [x for x in every if not x.generic] or (every if len(every) == 1 else [])
        introduced = (s for s in self.said if s.source is source.source and s.subject)
        told = (
            source if source.subject else next(introduced, source)
        )  # 'CNDF spokesman Van Bik said. "Five of ours fell"'
        meant = self.called(name, group.p.number) or beside_name(self.parties.all, told, kinds)
        meant = meant or next(iter(side), None)
        return None if meant is not None and names_another(name, meant) else meant

    def _of_land(self, name: str, p: Parsed) -> Party | None:
        """Example: "its soldiers" in the words of "the Azerbaijani defence ministry": the forces of that state."""
        word = next((w for w in name.replace("'s", "").replace("’s", "").split() if country_of(w)), None)
        return self.parties.country_party(word, p) if word is not None else None

    def called(self, name: str, number: int) -> Party | None:
        """The party of that name, by any of its forms or by the table of known names."""
        known = known_actor(name)
        here = self.parties.of_section(number)
        forms = (x for x in here if name in {x.name, *x.forms})
        same = (x for x in self.parties.all if known is not None and x.canonical == known.canonical)
        inside = (x for x in here if any(name.endswith(f" {f}") for f in x.forms if " " in f))
        return next(forms, None) or next(same, None) or next(inside, None)

    def speaking(self, group: Group) -> Party | None:
        """Example: "the movement said it had killed four", "he said his men killed four": the speaker's own deed."""
        chunk = group.p.chunks[group.agent_at]
        first = group.p.words[chunk.a].low
        if first not in OWN | {"it", "they", "we", "he"}:
            return None
        return self._speakers_side(group)
