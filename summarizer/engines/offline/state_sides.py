"""Whose soldiers plain words mean where two states, or an army in its own bulletin, tell of them."""

from __future__ import annotations

import re

from summarizer.engines.offline.actors import Parties
from summarizer.engines.offline.chunks import NP, VG
from summarizer.engines.offline.frames import subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party import Party
from summarizer.engines.offline.party_names import ARMED, REBEL, STATE, land_of, party_nouns
from summarizer.engines.offline.referents import Referents
from summarizer.engines.offline.said import Said
from summarizer.engines.offline.spokesmen import OF_STATES, state_of
from summarizer.engines.offline.whose import noun_of, told_role
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import ActorType, SourceType

_RANKS = words("sides", "ranks")
_POLICE_RANKS = words("sides", "police_ranks")
SPEAKERS = {
    SourceType.MILITARY: STATE,
    SourceType.ARMED_GROUP: frozenset({ActorType.REBEL_GROUP, ActorType.MILITIA}),
}
"""Speakers whose own people "its soldiers" are, and what their parties can be."""
_OF_FOES = ("eliminat", "neutrali", "liquidat")
_OWN_PEOPLE = frozenset({"fighter", "fighters", "member", "members", "martyr", "martyrs", "combatants", "mujahideen"})
_FRIENDLY = re.compile(
    r"^on (?:the |our )?(?:friendly|own|government|army) side\b|^(?:friendly|own) (?:losses|forces):", re.IGNORECASE
)
_LOSSES_OF = re.compile(r"([A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:['’]s?)? (?:[\w-]+ )?(?:losses|casualties)$")
_IT = re.compile(r"\b(?:it|they) $", re.IGNORECASE)
_MOVES_ON = re.compile(r"\b(?:said|says|while|but)\b|;")


def teller(asserting: dict[Parsed, list[tuple[int, Said]]], group: Group) -> str | None:
    """The state (ISO alpha-3) in whose words the figure stands, None where no state's are."""
    claims = (s for _, s in asserting.get(group.p, ()) if s.holds(group.p, group.count[0]))
    claim = next(claims, None)
    return state_of(claim.source.name) if claim is not None else None


_WITH_LOSS = re.compile(
    r"\b(?:repulsed|repelled|driven (?:back|off)|beaten (?:back|off)|withdrew|retreated|fled|pulled back)\b"
    r"[^,;.]{0,30}? (?:with the loss of|losing|leaving behind) (?:at least |some |about )?$",
    re.IGNORECASE,
)
_LOST_WORDS = words("state_sides", "lost")
_CREW = re.compile(
    r"\b(?:shot down|downed|sank|sunk|destroyed|hit|struck|blew up|brought down|ambushed)\b[^;.]*,"
    r" (?:killing|wounding|injuring) (?:its|their) (?:crew|pilots?|drivers?|occupants|gunner|commander)\b",
    re.IGNORECASE,
)


def told_loser(referents: Referents, group: Group) -> Party | None:
    """Whose the lost are: "rebels were repulsed with the loss of 35 men", "sank a Russian boat, killing its crew"."""
    p = group.p
    if _LOST_WORDS.isdisjoint(p.vocabulary):
        return None
    lost = _WITH_LOSS.search(p.text[: group.start])
    crew = _CREW.search(p.text, 0, group.end) if lost is None else None
    if lost is None and (crew is None or crew.end() < group.start):
        return None
    begins = lost.start() if lost is not None else crew.start() if crew is not None else 0
    at = next((k for k, c in enumerate(p.chunks) if p.end(c) > begins), None)
    if at is None or p.chunks[at].kind != VG:
        return None
    if lost is not None:
        j = subject_of(p, at)
        return referents.suffering(p, j) if j is not None else None
    j = next((i for i in range(at + 1, len(p.chunks)) if p.chunks[i].kind == NP), None)
    return referents.belonging(p, j) if j is not None else None


def is_rivals(parties: list[Party], group: Group, party: Party, told_by: str | None) -> bool:
    """Plain "soldiers" told of by one state are not those of another that the article speaks of."""
    if party.type not in STATE or land_of(group.victims) is not None or _told_of_foes(group):
        return False
    own = land_of(party.name)
    rivals = any(x.type in STATE and land_of(x.name) == told_by for x in parties)
    return told_by is not None and own is not None and told_by != own and rivals


def _told_of_foes(group: Group) -> bool:
    """Example: "eliminated", "neutralised": nobody says so of his own men."""
    words_of_harm = group.p.text[slice(*group.site)].lower()
    return any(word in words_of_harm for word in _OF_FOES)


def boasts_of(group: Group, party: Party, told_by: str | None) -> bool:
    """Example: "Russia says 120 servicemen were eliminated": a state's word for its foes, never for its own."""
    if party.type not in STATE or not _told_of_foes(group):
        return False
    if any(party_nouns().get(word) in REBEL for word in group.p.vocabulary):
        return False  # "Pakistan said two soldiers and 14 terrorists were neutralised"
    return told_by is not None and told_by == land_of(party.name) and land_of(group.victims) is None


def other_army(parties: list[Party], party: Party) -> Party | None:
    """The forces of the one other state that the article speaks of."""
    own = land_of(party.name)
    others = {land_of(x.name): x for x in reversed(parties) if x.type in STATE and land_of(x.name) != own}
    named = [x for land, x in others.items() if land is not None]
    return named[0] if len(named) == 1 else None


def listed_side(parties: list[Party], group: Group) -> Party | None:
    """Example: "On the friendly side: 6 dead and 14 wounded": the army whose bulletin it is, if there is one alone."""
    found = _FRIENDLY.search(group.p.text)
    if found is None or _MOVES_ON.search(group.p.text[found.end() : group.start]) or not group.victims.islower():
        return None
    last = group.victims.split(" of ")[0].split()[-1]
    kind = party_nouns().get(last) or party_nouns().get(f"{last}s")
    if kind is not None and kind not in STATE:
        return None  # "on the government side, 6 soldiers died, and 20 rebels were killed"
    armies = [x for x in parties if x.type in STATE and not x.generic] or [x for x in parties if x.type in STATE]
    return armies[0] if len({land_of(x.name) for x in armies}) == 1 else None


def mourner(asserting: dict[Parsed, list[tuple[int, Said]]], group: Group) -> Said | None:
    """Example: "Hezbollah announced the death of one fighter": an armed group's word for its own."""
    if group.rule != "death of" or group.agent_at >= 0 or noun_of(group) not in _OWN_PEOPLE:
        return None
    told = (s for _, s in asserting.get(group.p, ()) if s.holds(group.p, group.count[0]))
    return next((s for s in told if s.source.type is SourceType.ARMED_GROUP), None)


def of_loser(referents: Referents, group: Group) -> tuple[Party | None, bool]:
    """Example: "the rebels lost 12 men", "South Africa lost 14 soldiers"; and whether that is all that is said."""
    p, owner = group.p, group.owner
    if owner is None:
        nation = _of_nation(referents, group)
        return nation, nation is not None
    party = referents.acting(p, owner, people=False)
    if party is not None and party.type in ARMED:
        return party, True
    name = p.slice(p.chunks[owner])
    if (land := country_of(name)) is not None:
        return referents.parties.forces_of(land) or referents.parties.country_party(name, p), True
    return None, p.words[p.chunks[owner].head].tag == "NNP"


def _of_nation(referents: Referents, group: Group) -> Party | None:
    """Example: "Russia's combat losses amounted to 674,270 personnel": the forces of that state, whoever says so."""
    name = _LOSSES_OF.match(group.borrowed)
    land = country_of(name[1]) if name is not None else None
    if name is None or land is None:
        return None
    return referents.parties.forces_of(land) or referents.parties.country_party(name[1], group.p)


def of_told_role(referents: Referents, group: Group) -> Party | None:
    """Example: "killed Ali Haidar, a member of Hezbollah", "Raad Saad, a senior Hamas commander": whose he was."""
    j = told_role(group)
    if j is None:
        return None
    p, end = group.p, j
    if j + 2 < len(p.chunks) and p.head(p.chunks[j + 1]) in {"of", "in", "with", "from"} and p.chunks[j + 2].kind == NP:
        end = j + 2
    text = p.text[p.start(p.chunks[j]) : p.end(p.chunks[end])].replace("'s", "").replace("’s", "")
    party = referents.held(p, j) or referents.parties.side(p, text, p.head(p.chunks[j]))
    return party if party is not None and party.type in ARMED else None


def loser_before(groups: list[Group], group: Group) -> Group | None:
    """Example: "Kyiv said Russia had lost 1,160 troops, bringing its losses to 700,390": those of the same loser."""
    if not group.victims.lower().startswith("its "):
        return None
    before = (g for g in reversed(groups) if g.p is group.p and g.start < group.start and g.rule == "lost men")
    return next(before, None)


def struck_before(referents: Referents, group: Group) -> Party | None:
    """Example: "jets hit a convoy of the RSF and killed 37 of its fighters": whom the same hand struck just before."""
    p, doer = group.p, group.agent_at
    if group.rule != "active" or doer < 0 or not group.victims.lower().startswith(("its ", "their ")):
        return None
    between = [j for j, c in enumerate(p.chunks) if j > doer and p.end(c) <= group.start and c.kind == NP]
    struck = (referents.suffering(p, j) for j in reversed(between) if p.chunks[j].det not in {"prp", "poss"})
    return next((x for x in struck if x is not None and x.type in ARMED), None)


def says_of_itself(asserting: dict[Parsed, list[tuple[int, Said]]], group: Group) -> bool:
    """Example: "denied it, saying it had lost nine", "and that it had": a pronoun that opens words is the speaker."""
    ours = group.owner is not None and group.p.slice(group.p.chunks[group.owner]).lower() == "we"
    if ours and group.rule == "lost men" and party_nouns().get(noun_of(group)) is None:
        return True  # "We lost three comrades"; soldiers are whose they say they are
    before = _IT.search(group.p.text[: group.site[0]])
    if group.rule != "lost men" or before is None:
        return False
    claims = [s for _, s in asserting.get(group.p, ()) if s.holds(group.p, group.count[0])]
    opens = any(0 <= before.start() - s.content[0] <= len("that ") for s in claims)
    return opens or (bool(claims) and group.p.text[: before.start()].endswith("that "))


def of_other_land(parties: list[Party], own: str | None) -> list[Party]:
    """The forces of the one other state that the article names, for a speaker of state `own` (ISO alpha-3)."""
    abroad = [x for x in parties if own and x.type in STATE and land_of(x.name) not in {None, own}]
    return abroad[:1] if len({land_of(x.name) for x in abroad}) == 1 else []


def of_rank(parties: Parties, group: Group) -> Party | None:
    """Example: "Captain Rolando Mena": an officer is the army's, or the police's by some ranks."""
    low = [w.strip(".,") for w in group.victims.lower().split()]
    if not low or not (group.named or noun_of(group) in _RANKS | _POLICE_RANKS):
        return None
    ranks = _RANKS | _POLICE_RANKS | {"police"}  # "Police agent Luis Trujillo"
    noun = next(("soldiers" if w in _RANKS else "policemen" for w in low if w in ranks), None)
    if noun is None:
        return None
    if land_of(group.victims) is not None:
        return parties.side(group.p, group.victims, noun)
    party = parties.meant(noun, ActorType.STATE_FORCES, group.p.number)
    rivals = {land_of(x.name) for x in parties.all if x.type in STATE and x.name} - {None}
    return None if len(rivals) > 1 and not group.named else party


def of_words(parties: Parties, group: Group) -> Party | None:
    """Example: "gave rebel losses as 10": the side that a word of the people's name means."""
    for word in group.borrowed.lower().replace("'s", "").replace("’s", "").split():
        kind = party_nouns().get(word) or party_nouns().get(f"{word}s")
        if kind in ARMED and kind is not None:
            return parties.of_word(word, kind, group.p.number, harmed=True)
    return None


def foes_of_speaker(parties: Parties, asserting: dict[Parsed, list[tuple[int, Said]]], group: Group) -> Party | None:
    """Example: "the enemy suffered 23 casualties": for rebels the army, for the army its only rebels."""
    source = next((s for _, s in asserting.get(group.p, ()) if s.holds(group.p, group.count[0])), None)
    if source is not None and source.source.type is SourceType.ARMED_GROUP:
        return parties.meant("army", ActorType.STATE_FORCES, group.p.number)
    if source is None or source.source.type not in OF_STATES:
        return None
    rebels = [x for x in parties.all if x.type is ActorType.REBEL_GROUP and not x.generic]
    foes = rebels or of_other_land(parties.all, state_of(source.source.name))
    return foes[0] if len(foes) == 1 else None


def named_before(parties: Parties, group: Group, but: Party, end: int) -> Party | None:
    """The armed party, another than `but`, that the sentence of the group names last before this character."""
    p = group.p
    before = (parties.at(p, c) for c in reversed(p.chunks) if p.end(c) <= end)
    return next((x for x in before if x is not None and x.type in ARMED and x is not but and not x.generic), None)
