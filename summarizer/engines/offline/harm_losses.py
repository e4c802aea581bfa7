"""People lost or fallen: "the army lost 31 men". Each rule reads one chunk; see casualties.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.engines.offline.chunks import NP, VG, Chunk, P
from summarizer.engines.offline.clauses import (
    following,
    groups_at,
    numbered,
    site_of,
    subjects_of,
    unreal,
)
from summarizer.engines.offline.frames import object_of, subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lists import list_right
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.harm import harm_states, other_heads, person_noun
from summarizer.normalize.places import find_places
from summarizer.records.vocabulary import Harm, VictimStatus

_AND_HURT = re.compile(r",? (?:in )?(?:killed|dead) (?:and|or) (?:wounded|injured)\b", re.IGNORECASE)
_DEAD_ALONE = re.compile(r",? (?:killed|dead|slain)\b", re.IGNORECASE)
_KEEPERS = frozenset({"mission", "peacekeeping", "peacekeepers"})
"""Their losses are deaths."""
_HEAVY = 100
_ITS = ("its ", "their ", "our ", "his ")
"""Before whom a body has lost: "three of its volunteers had fallen"."""
_WHEN = frozenset(
    {"hours", "minutes", "days", "today", "yesterday", "last", "this", "weeks", "moments", "early", "late"}
)
_NO_DEATH = (["ill"], ["sick"], ["asleep"], ["silent"], ["short"], ["foul"], ["victim"], ["prey"], ["behind"])
_STRENGTH = frozenset({"personnel", "servicemen", "troops"})


@needs({"lost", "lose", "losing", "loses"})
def loss_of_life(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "eleven persons lost their lives", "the army lost 31 men"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {"lost", "lose", "losing", "loses"} or unreal(p, k):
        return
    j = object_of(p, k)
    if j is None:
        return
    lives = _are_lives(p, p.chunks[j])
    if lives and p.chunks[j].det == "poss":
        yield from groups_at(p, subjects_of(p, k), Harm.KILLED, (p.start(chunk), p.end(p.chunks[j])), "lost lives")
    elif p.chunks[j].count is not None or person_noun(p.head(p.chunks[j])):
        found = list_right(p, j)
        while found[1:] and p.head(p.chunks[found[0]]) in other_heads():
            found = found[1:]  # "lost two armoured cars and nine men"
        found = [i for i in found if p.head(p.chunks[i]) not in harm_states()]  # "lost ten dead and 12 wounded"
        for group in groups_at(p, found, Harm.KILLED, site_of(p, k), "lost men", strict=True):
            group.owner = subject_of(p, k)
            if _in_all(group):
                group.harm = Harm.CASUALTIES
            yield group


def _in_all(group: Group) -> bool:
    """Example: "lost about 1,050 troops killed and wounded", "lost up to 180 personnel": no count of the dead alone."""
    if _AND_HURT.match(group.p.text, group.end) is not None:
        return True
    alone = _DEAD_ALONE.match(group.p.text, group.end) is not None or not _KEEPERS.isdisjoint(group.p.vocabulary)
    return not alone and (group.value or 0) >= _HEAVY and group.head in _STRENGTH


@needs({"survive", "survived", "make", "come", "live"})
def failed_to_survive(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "three of whom did not survive the night", "nine people who did not come out alive"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or not chunk.negated or chunk.modal in {"will", "would", "may", "might", "could"}:
        return
    tail = " ".join(w.low for w in p.words[chunk.head : chunk.b + 3])
    if tail.startswith(("survive", "survived", "make it", "come out alive", "come back alive", "live to")):
        yield from groups_at(p, subjects_of(p, k), Harm.KILLED, site_of(p, k), "did not survive")


def _are_lives(p: Parsed, chunk: Chunk) -> bool:
    """Example: "their lives", "their lives hours later"; not "their life savings", "their lives' work"."""
    at = next((i for i in range(chunk.a, chunk.b) if p.words[i].low in {"life", "lives"}), None)
    after = p.words[at + 1].low if at is not None and at + 1 < chunk.b else ""
    return at is not None and (not after or after in _WHEN)


def _fell_at(p: Parsed, k: int) -> bool:
    """Example: "nine troops fell at Bulamari": where they fell; not from what, and on no day."""
    where = p.chunks[k + 2] if k + 2 < len(p.chunks) else None
    named = where is not None and where.kind == NP and p.words[where.head].tag == "NNP"
    at = named and p.head(p.chunks[k + 1]) in {"at", "near", "outside"}
    return at and bool(find_places(p.text[p.end(p.chunks[k]) :]))


@needs({"fallen", "fell"})
def fallen(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "five soldiers had fallen": fell without an object, of combatants."""
    chunk = p.chunks[k]
    if chunk.kind == VG and p.head(chunk) in {"fallen", "fell"} and not chunk.negated:
        goes_on = k + 1 < len(p.chunks) and (p.chunks[k + 1].kind == P or following(p, k, 1) in _NO_DEATH)
        if goes_on and not _fell_at(p, k):
            return
        for group in numbered(groups_at(p, subjects_of(p, k), Harm.KILLED, site_of(p, k), "fallen", strict=True)):
            if group.status is VictimStatus.COMBATANT or group.victims.lower().startswith(_ITS):
                yield group
