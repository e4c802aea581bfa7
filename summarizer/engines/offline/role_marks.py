"""Which parties may act in an event at all, and which noun phrases only seem to tell of them."""

from __future__ import annotations

from summarizer.engines.offline.chunks import CC, COMMA, NP, REL, STOP, SUB, THAT, VG
from summarizer.engines.offline.frames import object_of
from summarizer.engines.offline.happening import Happening
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party import Party
from summarizer.engines.offline.party_names import ARMED
from summarizer.records.vocabulary import ActorType, EventGroup, EventType

ACTING = ARMED | {ActorType.GOVERNMENT}
"""Types of parties that act in events of violence."""
MUTUAL = frozenset({EventType.ARMED_CLASH, EventType.TALKS, EventType.AGREEMENT})
"""Types of events whose two sides may both be actors."""
_BROKERED = frozenset({"brokered", "mediated", "facilitated", "hosted", "sponsored", "negotiated", "overseen"})


def pinned_on(p: Parsed, k: int) -> int | None:
    """Example: "blamed the attack on a convoy near Gao on rebels": the last "on" of the clause tells whom."""
    ends = (i for i in range(k + 1, len(p.chunks)) if p.chunks[i].kind in {VG, STOP, COMMA, SUB, REL, THAT})
    within = range(k + 1, next(ends, len(p.chunks)) - 1)
    found = [i + 1 for i in within if p.head(p.chunks[i]) in {"on", "to"} and p.chunks[i + 1].kind == NP]
    return found[-1] if found else None


def of_another_verb(p: Parsed, k: int, by: int) -> bool:
    """Example: "blamed the killings on a gang led by a man": the "by" before chunk `by` is not the noun's at k."""
    return by - 2 > k + 1 and p.chunks[by - 2].kind == VG


def is_brokered(event: Happening, by: int) -> bool:
    """Example: "a truce brokered by a bishop": who brought the sides together is none of them."""
    return event.type in MUTUAL and by > 1 and event.p.head(event.p.chunks[by - 2]) in _BROKERED


def may_act(kind: EventType, party: Party, *, violent: bool) -> bool:
    """Parties and people act in violence; a ministry or a monitor only in what is not."""
    if kind is EventType.ARMED_CLASH or kind.group is EventGroup.REMOTE:
        return party.type in ACTING or (party.type is ActorType.CIVILIANS and not party.generic)
    return not violent or party.type not in {ActorType.MEDIA, ActorType.MONITOR_NGO}


def shared_object(p: Parsed, k: int) -> int | None:
    """Example: "officers shot and wounded six people": whom the next verb tells of suffered the first one, too."""
    if k + 2 >= len(p.chunks) or p.chunks[k].passive or [c.kind for c in p.chunks[k + 1 : k + 3]] != [CC, VG]:
        return None
    verb = p.chunks[k + 2]
    bare = verb.b - verb.a == 1 and p.words[verb.head].tag == "VBN"
    return object_of(p, k + 2) if bare else None
