"""Crowds that turn violent: what would be a clash, an attack or an assault of armed men is a riot of theirs."""

from __future__ import annotations

import re

from summarizer.engines.offline.happening import Happening
from summarizer.records.vocabulary import ActorType, EventType

MOB = frozenset({"mob", "mobs", "rioters"})
"""Nouns that tell of a riot and name who takes part in it."""
_NAMED = MOB | {"protesters", "protestors", "demonstrators"}
_UNREST = frozenset({EventType.RIOT, EventType.PROTEST})
_CROWDS = frozenset({ActorType.RIOTERS, ActorType.PROTESTERS})
_OF_ARMED_MEN = frozenset({EventType.ATTACK, EventType.OFFENSIVE, EventType.DESTRUCTION})
_CLASHING = re.compile(r"clash", re.IGNORECASE)
_CROWD = re.compile(
    r"\b(?:protest[eo]rs|demonstrators|students|residents|villagers|youths|crowds?|supporters|marchers|strikers|mourners|fans)\b",
    re.IGNORECASE,
)
_OF_ORDER = re.compile(r"\b(?:police|policemen|security forces|gendarmes|troops|soldiers)\b", re.IGNORECASE)


def is_unrest(event: Happening, clause: tuple[int, int]) -> bool:
    """Example: "protesters clashed with police", "a mob stormed the station": codebook 2.3, riot."""
    if event.type in _OF_ARMED_MEN:
        return bool(event.actors) and all(party.type in _CROWDS for party in event.actors)
    if event.type is not EventType.ARMED_CLASH or _CLASHING.match(event.p.text, event.at[0]) is None:
        return False
    text = event.p.text[slice(*clause)]
    return "riot police" in text or (_CROWD.search(text) is not None and _OF_ORDER.search(text) is not None)


def without_crowds(events: list[Happening]) -> list[Happening]:
    """The events of one sentence; a crowd that tells of unrest by its name alone tells none beside its own riot."""
    names = {id(e): e.p.text[slice(*e.at)].lower() for e in events if e.type in _UNREST}
    riots = [e for e in events if e.type is EventType.RIOT and names[id(e)] not in MOB]
    tried = {party.head for e in riots for party in e.actors}
    did = {party.head for e in riots if e.live for party in e.actors}
    again = {name: name in (tried if name in MOB else did) for name in _NAMED}
    return [e for e in events if not again.get(names.get(id(e), ""), False)]
