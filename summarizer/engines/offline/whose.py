"""What the words of a group of people say of whose people they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from summarizer.engines.offline.actors import Parties
from summarizer.engines.offline.chunks import COMMA, NP, REL, VG, Chunk, P
from summarizer.engines.offline.frames import subject_of
from summarizer.engines.offline.groups import LOOK_BACK, Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party import Party
from summarizer.engines.offline.party_names import ARMED, land_of, party_nouns
from summarizer.engines.offline.victims import victim_status_of
from summarizer.normalize.actors import find_known, known_actor
from summarizer.normalize.counts_nouns import is_plural_name
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import VictimStatus

OWN = frozenset({"his", "its", "their", "our", "her"})
"""Possessives that stand for the speaker or the side spoken of."""
_UNITS = words("sides", "units")
_MEMBERS = words("sides", "members")
_HIS_FOES = words("sides", "his_foes")
_OF_BOTH = re.compile(r"[ ,]{1,2}(?:\w+ ){0,2}(?:on|from|of) (?:both|the two|either|each) sides?\b")
ANY_SIDE = frozenset({"woman", "women", "girl", "girls", "boy", "boys", "teenager", "teenagers", "minor", "minors"})
_OF_THE = re.compile(r" (?:of|from) (?:the )?(?=[A-Z])")
_IN_UNIT = re.compile(
    r" in (?:the )?(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)*)['’]s? (?:[\w-]+ ){0,3}"
    r"(?:unit|force|forces|wing|brigade|corps|division|branch|apparatus)\b"
)
_ROLES = frozenset(
    {
        "commander",
        "leader",
        "head",
        "member",
        "fighter",
        "militant",
        "operative",
        "soldier",
        "officer",
        "policeman",
        "chief",
    }
)
"""What somebody named was in a force or a group."""
_REACH = 2
"""Sentences back to the one whose colleagues are told of."""
_NAME = 60
"""Characters in which a name that follows is looked for."""
_ENEMY = re.compile(
    r"\b(?:the|our|its) enemy(?:['’]s)? (?:had |has |have )?"
    r"(?:suffered|sustained|lost|took|casualties|losses|dead)\b[^.;]*$"
    r"|\benemy (?:\w+ )?(?:dead|casualties|losses|soldiers|troops|fighters|personnel)$"
)


def noun_of(group: Group) -> str:
    """The noun of the victims' phrase, before any "of ..."."""
    phrase = group.victims.lower().split(" of ")[0].split(" from ")[0]
    last = phrase.split()[-1:] or [""]
    return group.head if group.head in phrase and group.head != "them" else last[0].strip(".,'\"”")


def chunk_at(group: Group) -> int | None:
    """Index of the first chunk of the words that name the victims, None when there is none."""
    p: Parsed = group.p
    named = p.text.find(group.victims, group.start, group.end) if group.victims else -1
    start = max(named, group.start)  # "two of them Lebanese members": the members
    found = [j for j, chunk in enumerate(p.chunks) if p.start(chunk) < group.end and p.end(chunk) > start]
    return found[0] if found else None


def of_named_group(parties: Parties, groups: list[Group], group: Group) -> Party | None:
    """Example: "two militants, including a commander of Islamic Jihad": the known group that a fighter is "of".

    Also of people called by its name alone: "killed 20 from Hezbollah", "six of whom were VDP".
    """
    named = known_actor(group.victims)
    if named is not None and named.type in ARMED and group.victims != "KIA":  # "losses at 54 KIA"
        return parties.of_name(group.victims, named.type, group.p.number)
    for one in (group, *(g for g in groups if g.parent is group)):
        match, unit = _OF_THE.match(one.p.text, one.end), _IN_UNIT.match(one.p.text, one.end)
        actor = known_actor(unit["name"]) if unit is not None else None
        if unit is not None and actor is not None and actor.type in ARMED:
            return parties.of_name(unit["name"], actor.type, one.p.number)  # "a commander in Hezbollah's air unit"
        if match is None or one.status is not VictimStatus.COMBATANT:
            continue
        known = next(iter(find_known(one.p.text[match.end() : match.end() + _NAME])), None)
        if known is not None and known.start == 0 and known.actor.type in ARMED:
            return parties.of_name(known.text, known.actor.type, one.p.number)
    return None


def fellow_before(groups: list[Group], group: Group) -> Group | None:
    """Example: "a constable was killed and two of his colleagues were hurt": the one told of last, alone, before."""
    before = [g for g in groups if g is not group and g.p.number <= group.p.number and g.start != group.start]
    before = [g for g in before if group.p.number - g.p.number <= _REACH and not g.plural and g.value == 1]
    earlier = [g for g in before if (g.p.number, g.start) < (group.p.number, group.start)]
    return max(earlier, key=lambda g: (g.p.number, g.start), default=None)


def in_order(groups: list[Group]) -> list[tuple[Group, Group]]:
    """The phrases that tell of people harmed, in order of text, each with the group whose figure it gives."""
    told = [(words, group) for group in groups for words in (group, *group.more)]
    return sorted(told, key=lambda row: (row[0].p.number, row[0].start))


def told_before(told: list[tuple[Group, Group]], group: Group) -> Iterator[tuple[Group, Group]]:
    """Those of `told` that stand before the group, the latest first."""
    at = bisect_left(told, (group.p.number, group.start), key=lambda row: (row[0].p.number, row[0].start))
    # "killed 12 people, along with the bomber. Nine others were hurt": none of his
    rows = (r for r in told[max(0, at - LOOK_BACK) : at] if r[0].rule != "along with" or r[0].plural or r[0].numbered)
    return reversed([row for row in rows if row[1] is not group])


def fights(head: str) -> bool:
    """Is the noun one for soldiers, police or fighters, singular or plural?"""
    kind = party_nouns().get(head) or party_nouns().get(f"{head}s")
    return kind in ARMED


def whose_attack(parties: list[Party], group: Group) -> Party | None:
    """Example: "the death of 62 soldiers in ISIS attacks", "killed in a Taliban ambush": whose deed it was."""
    at = max(group.end, group.site[1])
    after = group.p.text[at : at + 80]
    nouns, by = _ATTACK.search(after) is not None, _BY_THEM.match(group.p.text, at)
    named = (x for x in parties if x.type in ARMED and not x.generic) if nouns or by else ()
    return next(
        (x for x in named if (nouns and _in_attack_by(x, after)) or (by and _follows(group, x, by.end()))), None
    )


_ATTACK = re.compile(r" (?:attacks?|ambush(?:es)?|raids?|assaults?|bombings?|shelling)\b")


def _in_attack_by(party: Party, after: str) -> bool:
    forms = "|".join(re.escape(form) for form in party.forms or [party.name])
    by = rf"\bin (?:an? |the |two |several )?(?:{forms})(?:['’]s?)?(?: [a-z]+)?"
    return re.match(rf"[^,;.]{{0,25}}{by}{_ATTACK.pattern}", after) is not None


def took_part(group: Group, side: Party | None) -> VictimStatus:
    """Civilian or combatant; where the phrase leaves it open, by its last noun, or as members of a force."""
    if group.status is not VictimStatus.UNKNOWN:
        return group.status
    told = victim_status_of(noun_of(group))
    member = side is not None and side.type in ARMED and (noun_of(group) in _MEMBERS or told_role(group) is not None)
    return VictimStatus.COMBATANT if told is VictimStatus.UNKNOWN and member else told


def told_role(group: Group) -> int | None:
    """Example: "killed Ali Haidar, a member of Hezbollah", "whom it named as a commander": the chunk of what he was."""
    p = group.p
    if not group.named:
        return None
    k = next((i for i, c in enumerate(p.chunks) if p.end(c) == group.end), None)
    if k is None or k + 2 >= len(p.chunks) or p.chunks[k + 1].kind != COMMA:
        return None
    j = k + 2
    if p.chunks[j].kind == REL:  # "whom it identified as a commander"
        named = next((i for i in range(j + 1, min(j + 6, len(p.chunks) - 1)) if p.head(p.chunks[i]) == "as"), None)
        j = named + 1 if named is not None else j
    role = p.chunks[j]
    of = j + 1 < len(p.chunks) and p.head(p.chunks[j + 1]) == "of"  # "head of the apparatus"
    told = role.det in {"a", "an", "the"} or (of and not role.det)
    return j if role.kind == NP and told and p.head(role) in _ROLES else None


def of_own_unit(group: Group) -> bool:
    """Example: "three members of his platoon"."""
    after = group.p.text[group.end : group.end + 30].lower().split()
    inside = f"{group.victims.lower()} {' '.join(after)}".split()
    at = next((i for i, w in enumerate(inside) if w in OWN and i and inside[i - 1] == "of"), None)
    return at is not None and at + 1 < len(inside) and inside[at + 1].strip('.,"”') in _UNITS


def of_their_own(group: Group) -> bool:
    """Example: "admitting three dead of their own", "three deaths in its ranks"."""
    after = group.p.text[group.end : group.end + 16].lower().split()[:3]
    if after[:1] == ["in"] and len(after) == 3 and after[1] in OWN and after[2].startswith("ranks"):
        return True  # "acknowledged three deaths in its ranks"
    return after[:1] == ["of"] and len(after) == 3 and after[1] in OWN and after[2].startswith("own")


def doer_of(group: Group) -> int | None:
    """Example: "Ukrainian drones hit a barracks, killing 17": the chunk of whoever a participle goes on from."""
    p = group.p
    k = next((i for i, c in enumerate(p.chunks) if p.start(c) == group.site[0]), 0)
    if not k or p.chunks[k].kind != VG or p.chunks[k - 1].kind != COMMA or not p.head(p.chunks[k]).endswith("ing"):
        return None
    before = next((i for i in range(k - 1, -1, -1) if p.chunks[i].kind == VG), None)
    return subject_of(p, before) if before is not None and not p.chunks[before].passive else None


def own_doer_at(group: Group) -> int | None:
    """Example: "his men had fought the FDLR, killing nine of its fighters": the character where the men stand."""
    doer = group.agent_at if group.agent_at >= 0 else doer_of(group)
    lost = group.p.text[slice(*group.site)].lower().startswith(("losing", "lost"))
    if doer is None or lost or group.p.words[group.p.chunks[doer].a].low not in OWN:
        return None
    head = group.p.head(group.p.chunks[doer])
    return group.p.start(group.p.chunks[doer]) if fights(head) or head in _MEMBERS else None


def is_nation(group: Group, name: str) -> bool:
    """Example: "two Bangladeshis", "a Kenyan": people of a land whose name alone would be the party's."""
    noun, last = noun_of(group), group.victims.rpartition(" ")[2]
    people = (
        is_plural_name(noun) or noun in {"man", "men", "woman", "women"} or land_of(last.removesuffix("s")) is not None
    )
    return " " not in name and country_of(name) is not None and people


def names_attack(p: Parsed, party: Party) -> bool:
    """Example: "an IS ambush on a convoy left five members dead": the sentence gives the deed to the party."""
    if _DEED.search(p.text) is None:
        return False
    forms = "|".join(re.escape(form) for form in party.forms or [party.name])
    return re.search(rf"\b(?:{forms}){_DEED.pattern}", p.text) is not None


_DEED = re.compile(r" (?:ambush|attack|raid|assault|strike|bombing)")


def of_both_sides(group: Group) -> bool:
    """Example: "left nearly 300 soldiers dead on both sides"."""
    return _OF_BOTH.match(group.p.text, group.end) is not None


_LEADING = frozenset({"general", "commander", "leader", "colonel", "captain", "chief", "emir", "lieutenant", "bomber"})


def among_fighters(group: Group) -> bool:
    """Example: "seven rebels, including three women", "nine rebels, among them a general": part of those fighters."""
    whole = group.parent
    led = whole is not None and whole.p is group.p and not group.plural and noun_of(group) in _LEADING
    return whole is not None and (led or noun_of(group) in ANY_SIDE) and fights(noun_of(whole))


_BY_THEM = re.compile(
    r"[^.;]{0,40}?\b(?:in|when) (?:an?|the|another|separate|two|several) (?:[\w-]+ ){0,3}"
    r"(?:(?:attacks?|ambush(?:es)?|raids?|assaults?|bombings?|shelling|strikes?|airstrikes?),? "
    r"(?:by|of|carried out by|(?:(?:which|that) (?:was|were|has been|is) )?(?:blamed on|claimed by))"
    r"|(?:drones?|missiles?|bombs?|rockets?|shells?|mines?|devices?) blamed on) "
    r"(?:the |an? |suspected |alleged |Islamic |Islamist |extremist |militant |jihadist |rebel |armed |group ){0,5}"
)


def attacked_by(group: Group, party: Party) -> bool:
    """Example: "five fighters were killed in an attack by Islamic State militants": none of the attackers."""
    found = _BY_THEM.match(group.p.text, max(group.end, group.site[1]))
    return found is not None and _follows(group, party, found.end())


def _follows(group: Group, party: Party, at: int) -> bool:
    """Does a name of the party stand at this character?"""
    return any(group.p.text.startswith(form, at) for form in (party.name, *party.forms) if form)


def is_of_enemy(group: Group) -> bool:
    """Example: "the enemy suffered 23 casualties, including 14 dead", "40 enemy soldiers"."""
    before = group.p.text[max(0, group.start - 70) : group.end].lower()
    return _ENEMY.search(before) is not None


def is_his_foe(group: Group) -> bool:
    """Example: "his assailant": a possessive that tells whom he attacked, not whose man he is."""
    return noun_of(group) in _HIS_FOES and not OWN.isdisjoint(group.victims.lower().split())


def are_members(group: Group, party: Party) -> bool:
    """Example: "terrorists shot dead two members of the Basij": they are the Basij's, who did not shoot them."""
    before, after = group.p.text[: group.start], group.p.text[group.end :]
    if not after.startswith(" of ") or party.name.lower() in before.lower():
        return False  # "al-Shabab beheaded two members of al-Shabab"
    return after.removeprefix(" of ").removeprefix("the ").startswith((party.name, *party.forms))


_WARS = frozenset({"insurgency", "conflict", "war", "violence", "fighting", "rebellion", "uprising", "unrest"})
"""What kills people without saying who did: "the Boko Haram insurgency has killed 35,000"."""


def is_fighting(p: Parsed, j: int) -> bool:
    """Is the agent a war, or a side of the fighting that is the agent: "clashes between the army and rebels killed"?"""
    return p.head(p.chunks[j]) in _WARS or "between" in {p.head(c) for c in _since_verb(p, j) if c.kind == P}


def _since_verb(p: Parsed, j: int) -> list[Chunk]:
    """The chunks before j back to the verb before it, ten at most."""
    return list(takewhile(lambda c: c.kind != VG, reversed(p.chunks[max(0, j - 10) : j])))
