"""Which side a source may speak for."""

from __future__ import annotations

from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party import Party
from summarizer.engines.offline.party_names import land_of, seat_of
from summarizer.engines.offline.said import Said
from summarizer.engines.offline.source import Source
from summarizer.records.vocabulary import ActorType, SourceType, Stance

ASSERTING = frozenset({Stance.ASSERTS, Stance.SUGGESTS, Stance.CLAIMS_RESPONSIBILITY})
"""Stances of claims that give a figure as true."""
OF_STATES = frozenset({SourceType.GOVERNMENT, SourceType.MILITARY})


def names_another(name: str, party: Party) -> bool:
    """Example: "A Naparama commander" speaks for the Naparama, whatever army the article names."""
    first, *rest = name.split()
    capital = {w.strip("'’s.,").lower() for w in rest if w[:1].isupper()} if first in {"A", "An", "a", "an"} else set()
    known = {w for form in (party.name, *party.forms) for w in form.lower().split()}
    return bool(capital) and capital.isdisjoint(known)


def state_of(name: str) -> str | None:
    """The state that a source's name tells of, by a word for it or by its capital ("Yerevan said")."""
    return land_of(name) or seat_of(name)


def may_be_state(source: Source) -> bool:
    """A ministry, an army, or a body that nothing tells more of ("Tajikistan's State Committee")."""
    return source.type in OF_STATES or (source.type is SourceType.UNKNOWN and not source.person)


def standing_in(said: list[Said]) -> dict[Parsed, list[tuple[int, Said]]]:
    """Sentence -> the asserting claims that stand in it, with their numbers from 1 on."""
    found: dict[Parsed, list[tuple[int, Said]]] = {}
    for i, claim in enumerate(said, 1):
        told = claim.p.text[slice(*claim.content)].lower()
        of_nobody = claim.stance is Stance.DENIES and told.startswith(("none of ", "no ", "not one "))
        for p in claim.sentences if claim.stance in ASSERTING or of_nobody else ():
            found.setdefault(p, []).append((i, claim))
    return found


def beside_name(parties: list[Party], said: Said, kinds: frozenset[ActorType]) -> Party | None:
    """Example: "Babagana Kolo, a leader of the Civilian Joint Task Force, said": the party beside the name.

    Also the one before it: "CNDF spokesman Salai Van Bik told reporters".
    """
    if not said.subject:
        return None
    name, behind = said.p.text[slice(*said.subject)], said.p.text[said.subject[1] : said.cue[0]]
    named = [x for x in parties if x.type in kinds and not x.generic]
    for told in (name, behind):
        words = {w.strip(",.") for w in told.split()}
        for party in named:
            if any((form in words) if " " not in form else form in told for form in party.forms if len(form) > 2):
                return party
    return None
