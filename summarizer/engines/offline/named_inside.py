"""Names of parties inside another noun phrase, or over several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.engines.offline.chunks import NP, Chunk
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party import MACHINES, Party
from summarizer.engines.offline.party_names import ARMED, OFFSHOOTS, armies_in, is_capital
from summarizer.normalize.actors import find_known, known_actor

if TYPE_CHECKING:
    from summarizer.engines.offline.actors import Parties

_JOINING = frozenset({"of", "for", "to", "mission"})  # "United Nations Mission in South Sudan"


def long_names(parties: Parties, p: Parsed) -> dict[tuple[int, int], Party]:
    """Example: "the Group for the Support of Islam and Muslims (JNIM)": a known name of several noun phrases.

    Returns (sentence, first word of the chunk in which it begins) -> its party.
    """
    opened: dict[tuple[int, int], Party] = {}
    for found in find_known(p.text) if not _JOINING.isdisjoint(p.vocabulary) else ():
        if found.actor.type not in ARMED or _JOINING.isdisjoint(found.text.lower().split()):
            continue
        k = next((i for i, c in enumerate(p.chunks) if p.end(c) > found.start), 0)
        party = parties.same(found.text)
        if party is None:
            last = found.text.rpartition(" ")[2].lower()
            party = Party(found.text, found.actor.type, last, [found.text], found.actor.canonical)
            parties.all.append(party)
        party.note(found.text, p.number)
        opened[p.number, p.chunks[k].a] = party
    return opened


def named_inside(parties: Parties, p: Parsed, chunk: Chunk) -> None:
    """Example: "a Taliban ambush", "two NPA members", "a Cameroonian army vehicle": inside another noun phrase."""
    for name, kind in armies_in(p, chunk, parties.land(p.number)) if chunk.kind == NP else ():
        parties.of_name(name, kind, p.number).note(name, p.number)
    a = chunk.a
    while a <= chunk.head and chunk.kind == NP:
        b = _capitals(p, a, chunk.head)
        longer = _capitals(p, b + 1, chunk.head) if a < b <= chunk.head and p.words[b].tag == "POS" else b
        full = p.text[p.words[a].start : p.words[longer - 1].end] if longer > b + 1 else ""
        if full and known_actor(full) is not None and not full.endswith("Republic"):
            b = longer  # "People's Defense Force"; the "Donetsk People's Republic" is where things happen
        name = p.text[p.words[a].start : p.words[b - 1].end] if b > a else ""
        left = b < chunk.b and p.words[b].low in OFFSHOOTS  # "a FARC dissident faction"
        known = known_actor(name) if name and not (left or p.text.isupper()) else None
        if known is not None and known.type in ARMED:
            party = parties.same(name)
            if party is None:
                party = Party(name, known.type, p.words[b - 1].low, canonical=known.canonical)
                parties.all.append(party)
            party.note(name, p.number)
        a = max(b, a + 1)


def _capitals(p: Parsed, a: int, last: int) -> int:
    """Index after the words from a to `last` that begin names."""
    while a <= last and is_capital(p.words[a].text):
        a += 1
    return a


def machines_of(parties: Parties, p: Parsed, chunk: Chunk) -> Party | None:
    """Example: "RSF artillery": the known armed party whose name stands before arms that any army may have."""
    if p.head(chunk) not in MACHINES or chunk.head == chunk.a:
        return None
    name = p.text[p.words[chunk.a].start : p.words[chunk.head - 1].end]
    known = known_actor(name.removeprefix("the ").removeprefix("The "))
    return parties.of_name(name, known.type, p.number) if known is not None and known.type in ARMED else None
