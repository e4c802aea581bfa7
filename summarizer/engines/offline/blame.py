"""Who is said to have harmed people: by their own clause, by the words around it, by the event."""

from __future__ import annotations

import re

from summarizer.engines.offline.blame_marks import (
    between,
    by_pronoun,
    by_that_deed,
    by_whom,
    follows,
    in_its_paragraph,
    is_done_there,
    is_gunman,
    is_here,
    is_unnamed,
    joined_agents,
    site_chunk,
    told_again,
)
from summarizer.engines.offline.chunks import CC, NP, VG
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.filling import DIRECTED
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.happening import Happening
from summarizer.engines.offline.history import was_answered
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.naming import FIGURE_FROM
from summarizer.engines.offline.party import Party
from summarizer.engines.offline.party_names import ARMED, REBEL, STATE, land_of, party_nouns
from summarizer.engines.offline.sides import Sides
from summarizer.engines.offline.whose import OWN, are_members, is_fighting, whose_attack
from summarizer.records.vocabulary import ActorType, EventStatus, EventType, Harm, SourceType, Stance

_INFLICTED = frozenset({Harm.KILLED, Harm.INJURED, Harm.CAPTURED, Harm.CASUALTIES})
_DOERS = ARMED | {ActorType.CIVILIANS, ActorType.PROTESTERS}
_BOMBS = frozenset({EventType.SUICIDE_ATTACK, EventType.BOMBING})
_OPEN = frozenset({EventType.ARMED_CLASH, EventType.SUICIDE_ATTACK})
"""Both sides kill in a fight: "killed in a clash with rebels" does not say who did, "ambushed, killing two" does."""
_CROWDS = frozenset({EventType.PROTEST, EventType.RIOT})
_FROM_AFAR = frozenset({EventType.AIR_DRONE_STRIKE, EventType.SHELLING, EventType.BOMBING})
"""One side alone does these to the other: whose they are holds for all harm told beside them."""
_IN_WHICH = re.compile(r"^[^;]{0,60}?\b(?:when|in|during|as)\b")
_EXCHANGE = re.compile(
    r"\bin the (?:ensuing|subsequent|resulting) (?:[\w-]+ )?(?:exchange|clash|firefight|gun ?battle|gunfight)\b"
)
_FLED = re.compile(
    r"\b(?:fled|withdrew|retreated|escaped|fell back|pulled (?:out|back))\b[^;.]{0,60}"
    r", leaving (?:behind )?(?:at least )?$"
)
"""Example: "the rebels fled, leaving" ten dead: as a rule their own."""
_FROM = frozenset({"toll from", FIGURE_FROM})
"""Rules of figures that only say what a toll was before."""
_FIGHTING = words("blame", "fighting")
_MUTUAL = re.compile(
    r"\b(?:clash(?:ed|es)?|exchanged (?:gun)?fire|exchanged shots|traded (?:gun)?fire|skirmished|fought each other"
    r"|battled each other)"
    r"\b[^;.]{0,90}?, (?:leaving [^,;.]{0,40})?$",
    re.IGNORECASE,
)
"""Before a gerund of harm: a fight whose dead are nobody's alone."""
_BOTH_SIDES = re.compile(r" (?:on|from) both sides(?! of)\b")


class Blame:
    """Finds whom the article blames for the harm done to a group. `sides` knows whose people they are."""

    def __init__(self, sides: Sides) -> None:
        self.sides = sides

    def blamed(self, group: Group, event: Happening | None, of_all: Happening | None = None) -> list[Party]:
        """Who harmed them: the agent of their clause, else those who act against them; for a part, who harmed all.

        `event` is the deed they are told of, `of_all` that of the total that holds them.
        """
        whole = group.parent
        if found := self._blamed(group, event):
            return found
        if whole is None or whole.harm is not group.harm or self._is_denied(whole):
            return []
        doers = self._told_doers(whole, self.sides.side(whole))
        if whole.p is not group.p:
            doers = [x for x in doers if x in self._blamed(whole, of_all)]
        return [x for x in doers if x.type is not ActorType.UNIDENTIFIED_ARMED or not is_gunman(group)][:2]

    def _blamed(self, group: Group, event: Happening | None) -> list[Party]:
        if group.rule in _FROM or group.harm is Harm.MISSING or group.zero or self._is_denied(group):
            return []
        text = group.p.text
        mutual = not _FIGHTING.isdisjoint(group.p.vocabulary) and _MUTUAL.search(text[: group.site[0]])
        if mutual or _BOTH_SIDES.match(text, group.end):
            return []  # "herders and farmers clashed, killing 12"
        by_fugitives = _FLED.search(group.p.text[max(0, group.start - 120) : group.start]) is not None
        side = self.sides.side(group)
        if not by_fugitives and (doers := self._told_doers(group, side)):
            agent = group.agent or ""
            hit = [x for x in event.targets if agent and x not in event.actors] if event is not None else []
            doers = [
                x for x in doers if x not in hit or agent.lower() == "we" or any(form in agent for form in x.forms)
            ]
            past = event is not None and event.status is EventStatus.BACKGROUND
            return [doer for doer in doers if doer is not side and not (past and is_unnamed(doer, group))][:2]
        own_loss = group.owner is not None or group.victims.partition(" ")[0].lower() in OWN
        lost = group.rule == "lost men" and side is None
        if event is None or group.harm not in _INFLICTED or by_fugitives or lost or self._is_by_another(group, event):
            return []
        # "Troops backed by U.S. strikes killed 27 rebels; one soldier was hurt"
        ally = side is not None and side not in event.targets and self._acts_here(side, group)
        if ally or not (event.violent or event.type in DIRECTED | _CROWDS):
            return []
        here = is_here(group, event)
        theirs = side is not None and side in event.targets
        again = told_again(group) and follows(group, event)
        struck = event.type is EventType.AIR_DRONE_STRIKE and group.harm is not Harm.CAPTURED
        if not here and (own_loss or not (struck or theirs or again) or not in_its_paragraph(group, event)):
            return []
        if event.type not in DIRECTED and not self._fell_to_them(group, event, side):
            return []
        if event.type in _OPEN and not (again or by_that_deed(group, event) or is_done_there(group, event)):
            return []
        did = [a for a in event.actors if a is not side and a.type in _DOERS and a.head != group.head]
        did = [a for a in did if not are_members(group, a)]
        stated = theirs or again or event.type in _FROM_AFAR or by_pronoun(group)
        did = [a for a in did if stated or a in event.accused or group.p.number in a.seen]
        did = [a for a in self._against(did, group, event, side) if not self._did_only_others(a, group)]
        claimed = [a for a in did if a in event.claimed_by]
        if claimed and event.type in _BOMBS:
            return claimed[:2]
        return ([a for a in did if a not in event.accused] or did)[:2]

    def _acts_here(self, side: Party, group: Group) -> bool:
        """Does the sentence tell of others whom this side harmed?"""
        others = (g for g in self.sides.groups if g.p is group.p and g is not group and g.agent)
        return any(side in self._told_doers(g, None) for g in others)

    def _did_only_others(self, party: Party, group: Group) -> bool:
        """Example: "a sergeant was stabbed and his assailant shot by a guard": by whom, said of the second alone."""
        p = group.p
        later = (g for g in self.sides.groups if g.p is p and g.start > group.start and g.site != group.site)
        by = [g for g in later if g.agent_at >= 0]
        after = (p.chunks[g.agent_at] for g in by if p.start(p.chunks[g.agent_at]) > g.site[0])
        if any(p.slice(chunk).lower().endswith(party.name.lower()) for chunk in after):
            return True
        # "11 people had been killed and officers killed five bandits"
        active = (g for g in by if p.start(p.chunks[g.agent_at]) < g.site[0] and g.harm is group.harm)
        apart = (g for g in active if p.start(p.chunks[g.agent_at]) > group.end)
        return any(self.sides.referents.acting(p, g.agent_at, people=False) is party for g in apart)

    def _is_by_another(self, group: Group, event: Happening) -> bool:
        """Example: "Reinforcements killed seven gunmen": people did it of whom no party is known, whoever acts else."""
        if group.agent_at < 0 or group.p.chunks[group.agent_at].kind != NP:
            return False
        chunk, after = group.p.chunks[group.agent_at], group.p.chunks[group.agent_at + 1 :][:1]
        if after and after[0].kind == VG and group.p.head(after[0]) in cue_verbs():
            return False  # "a strike that residents blamed on the army killed 23"
        head = group.p.head(chunk)
        people = not chunk.det and (head in party_nouns() or head == "reinforcements")
        return people and self.sides.referents.acting(group.p, group.agent_at) not in event.actors

    def _against(self, did: list[Party], group: Group, event: Happening, side: Party | None) -> list[Party]:
        """Those of the event's actors who can have harmed people of this side: none of their own, nor of their kind."""
        if side not in event.targets:
            did = [a for a in did if not any(a is x for x in self._sides_of_companions(group))]
        if side is not None and side.type is ActorType.STATE_FORCES:
            # an "encounter with security forces" did not hurt their constable
            did = [
                a
                for a in did
                if a.type is not side.type
                or not (
                    a.generic or (side.generic and not is_here(group, event)) or land_of(a.name) == land_of(side.name)
                )
            ]
        if side is not None and side.type is ActorType.REBEL_GROUP and not side.allied:
            # "ELN guerrillas" did not shoot "one guerrilla"
            did = [a for a in did if a.type is not side.type or not (a.generic or side.generic)]
        if side is not None and side.type in REBEL and _EXCHANGE.search(group.p.text):
            did = [a for a in did if a.type in STATE]  # "four Hezbollah operatives were killed in the ensuing exchange"
        return did

    def _fell_to_them(self, group: Group, event: Happening, side: Party | None) -> bool:
        """Does a fight, in which both sides harm, leave one who did it: its only actor, against others?"""
        if by_that_deed(group, event):
            return len(event.actors) == 1
        told = [at for p, at, _ in event.mentions if p is group.p]
        before = not told or any(at[0] < group.site[1] or _IN_WHICH.search(between(group, at)) for at in told)
        return before and len(event.actors) == 1 and bool(event.targets) and side not in event.actors

    def _sides_of_companions(self, group: Group) -> list[Party | None]:
        """Example: "two soldiers and a militiaman were hurt": whose people those named before them are."""
        near = (g for g in self.sides.groups if g.p is group.p and g.site == group.site and g.start < group.start)
        return [self.sides.side(g) for g in near if g.parent is None]

    def _is_denied(self, group: Group) -> bool:
        """Example: "denied that its forces had killed the mayor": a denial blames nobody."""
        denials = (s for s in self.sides.said if s.stance is Stance.DENIES and group.p in s.sentences)
        return any(s.holds(group.p, group.count[0]) for s in denials)

    def _told_doers(self, group: Group, side: Party | None) -> list[Party]:
        """Who harmed them by the words around them: the agents of their verb, whose attack it was, who boasts of it."""
        answered = was_answered(group.p, group.site[0])  # "executed two men for the killing of a priest"
        apart = group.parent is None or group.parent.p is not group.p
        if not answered and group.agent_at >= 0 and apart:
            speaking = self.sides.speaking(group)
            agents = [j for j in self._agents(group) if not is_fighting(group.p, j)]
            if speaking is None and self._speaks_for_itself(group):
                agents = []  # "a militia commander said that they had killed seven": his own, whoever he is
            acting = (self.sides.referents.acting(group.p, j, people=False) for j in agents)
            found = [speaking] if speaking is not None else [x for x in acting if x is not None and x.type in ARMED]
            found = [x for x in found if not are_members(group, x)]
            if found and (len(found) > 1 or found[0] is not side):
                return found
        if (by := by_whom(group)) is not None:
            party = self.sides.referents.acting(group.p, by, people=False)
            if party is not None and party.type in ARMED and party is not side:
                return [party]
        party = None if answered else whose_attack(self.sides.parties.all, group) or self._boasting(group)
        return [party] if party is not None else []

    def _agents(self, group: Group) -> list[int]:
        """The agent and who is joined to it; whoever killed him where he fell to them in the same breath.

        Example: "soldiers shot a man who was too ill to flee and burned his wife": the soldiers did.
        """
        at, p = group.agent_at, group.p
        site = site_chunk(group)
        if at < site and CC in {c.kind for c in p.chunks[max(at, site - 2) : site]}:
            chunk = p.chunks[at]
            fell = [g for g in self.sides.groups if g.p is p and p.start(chunk) <= g.start < p.end(chunk)]
            if fell:
                return [g.agent_at for g in fell if 0 <= g.agent_at < at][:1]
        return joined_agents(group)

    def _speaks_for_itself(self, group: Group) -> bool:
        """Is the killer a pronoun in somebody's words, which may be the speaker's own side?"""
        first = group.p.words[group.p.chunks[group.agent_at].a].low
        standing = self.sides.asserting.get(group.p, ())
        return first in {"it", "they", "we"} and any(s.holds(group.p, group.count[0]) for _, s in standing)

    def _boasting(self, group: Group) -> Party | None:
        """Example: "the group claimed the ambush and said 14 occupiers had died": its own deed, not its foes'."""
        claims = [s for _, s in self.sides.asserting.get(group.p, ()) if s.source.type is SourceType.ARMED_GROUP]
        if not any(s.stance is Stance.CLAIMS_RESPONSIBILITY for s in claims):
            return None
        speakers = (
            self.sides.called(s.source.name, group.p.number) for s in claims if s.holds(group.p, group.count[0])
        )
        return next((x for x in speakers if x is not None and x.type in ARMED), None)
