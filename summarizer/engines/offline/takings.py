"""People captured, driven out or missing. Each rule reads one chunk; see casualties.py."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.engines.offline.chunks import NP, VG
from summarizer.engines.offline.clauses import (
    following,
    groups_at,
    numbered,
    objects_of,
    patients_of,
    right_of,
    site_of,
    site_with_next,
    subjects_of,
    unreal,
)
from summarizer.engines.offline.frames import subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import Harm, VictimStatus

_TAKERS = words("takings", "takers")
_HOMES = words("takings", "homes")
_LEAVING = words("takings", "leaving")
_TAKING = frozenset({"took", "taken", "taking", "take", "held", "holding", "seized", "seizing"})
_SHELTERS = frozenset(
    {"open", "church", "churches", "schools", "school", "cellars", "bush", "forest", "fields", "streets", "tents"}
)
_UPROOTED = frozenset({"idps", "refugees", "displaced", "evacuees"})
_CAPTIVE = frozenset({"hostage", "hostages", "prisoner", "prisoners", "captive"})
_FORCING = frozenset({"forced", "drove", "driven", "forcing", "driving", "chased", "pushed"})
_AT_GUNPOINT = words("takings", "at_gunpoint")
_LED_AWAY = frozenset({"took", "taken", "taking", "whisked", "led", "dragged", "marched", "carried"})
_WANTED = frozenset({"suspect", "suspects", "attackers", "assailants", "gunmen", "killers", "bombers", "survivors"})


@needs(_TAKING)
def taken(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "took 30 people hostage", "soldiers taken prisoner at 167", "held 12 captive", "pirates took four"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _TAKING or unreal(p, k):
        return
    if p.head(chunk) in {"took", "take", "taking"} and not chunk.passive and _is_captor(p, subject_of(p, k)):
        yield from numbered(groups_at(p, objects_of(p, k), Harm.CAPTURED, site_of(p, k), "captors took", strict=True))
        return
    if _CAPTIVE.isdisjoint(following(p, k, 8)) and p.head(chunk) not in {"seized", "seizing"}:
        return
    objects = [] if chunk.passive else objects_of(p, k)
    if objects and "political" in {w.low for w in p.words[p.chunks[objects[0]].a : p.chunks[objects[0]].b]}:
        return
    if objects and p.head(p.chunks[objects[0]]) in _CAPTIVE and p.chunks[objects[0]].count is None:
        objects = []
    yield from groups_at(p, objects or subjects_of(p, k), Harm.CAPTURED, site_of(p, k), "taken", strict=True)


def _is_captor(p: Parsed, j: int | None) -> bool:
    return j is not None and p.head(p.chunks[j]) in _TAKERS


@needs({"away", "off", "gunpoint", "alive"})
def made_off_with(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "took away a clerk", "made off with 11 sailors", "was taken at gunpoint"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or unreal(p, k):
        return
    head, tail, site = p.head(chunk), following(p, k, 3), site_with_next(p, k)
    if head in _LED_AWAY and tail[:1] == ["away"]:
        objects = [] if chunk.passive else right_of(p, k)
        yield from groups_at(p, objects or subjects_of(p, k), Harm.CAPTURED, site, "took away", strict=True)
    elif head in {"made", "making", "disappeared"} and tail[:2] == ["off", "with"]:
        yield from groups_at(p, right_of(p, k), Harm.CAPTURED, site, "made off with", strict=True)
    elif head in _AT_GUNPOINT and "gunpoint" in following(p, k, 10):
        yield from groups_at(p, patients_of(p, k), Harm.CAPTURED, site_of(p, k), "at gunpoint", strict=True)
    elif head in {"took", "taken", "taking"} and "alive" in following(p, k, 4):
        yield from groups_at(p, patients_of(p, k), Harm.CAPTURED, site_of(p, k), "taken alive", strict=True)


@needs(_FORCING, _LEAVING)
def driven_out(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "some 320 households have crossed over", "20,000 people left their homes", "forced 5,000 to flee"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or unreal(p, k):
        return
    head = p.head(chunk)
    if head in _FORCING and not _HOMES.isdisjoint(following(p, k, 10)):
        yield from groups_at(p, patients_of(p, k), Harm.DISPLACED, site_of(p, k), "driven out", strict=True)
    elif head in {"sheltering", "hosting", "sheltered", "hosts"} and objects_of(p, k):
        yield from numbered(groups_at(p, objects_of(p, k), Harm.DISPLACED, site_of(p, k), "sheltering", strict=True))
    elif head in _LEAVING and _leaves_home(p, k):
        for group in numbered(groups_at(p, subjects_of(p, k), Harm.DISPLACED, site_of(p, k), "crossed", strict=True)):
            if group.status is not VictimStatus.COMBATANT and group.plural:
                yield group


def _leaves_home(p: Parsed, k: int) -> bool:
    """Do the words after a verb of leaving say that people left for good?"""
    head, after = p.head(p.chunks[k]), set(following(p, k, 10))
    if head == "moved":
        return bool({"out", "camps", "camp"} & set(following(p, k, 3)))
    if head in {"left", "abandoned"}:
        return bool(after & {"homes", "villages", "houses"})
    if head in {"sheltering", "sheltered", "hosting", "hosts"}:
        return "in" in after
    if head == "evacuated":
        return not p.chunks[k].passive and "to" in after
    if head in {"spent", "sleeping", "slept"}:
        return bool((head != "spent" or {"night", "nights"} & after) and after & _SHELTERS)
    if head in {"took", "taken", "taking"}:
        return bool({"refuge", "shelter"} & set(following(p, k, 2)))
    if head == "arrived" and any(p.head(p.chunks[j]) in _UPROOTED for j in subjects_of(p, k)):
        return True
    if head in {"sought", "escaped", "arrived"}:
        return bool(after & {"refuge", "shelter", "camp", "camps", "schools"})
    return True


@needs({"account", "searching", "hunting", "looking", "searched"})
def missing(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "16 persons we still cannot account for", "were still hunting for four people"."""
    chunk = p.chunks[k]
    if chunk.kind != VG:
        return
    tail = following(p, k, 2)
    if p.head(chunk) == "account" and chunk.negated and "for" in tail:
        counted = (j for j in range(k - 1, -1, -1) if p.chunks[j].kind == NP and p.chunks[j].count)
        before = next(counted, None)
        people = [before] if before is not None else right_of(p, k)
        yield from groups_at(p, people, Harm.MISSING, site_with_next(p, k), "account for", strict=True)
    elif p.head(chunk) in {"searching", "hunting", "looking", "searched"} and tail[:1] == ["for"]:
        for group in numbered(groups_at(p, right_of(p, k), Harm.MISSING, site_of(p, k), "search for", strict=True)):
            if group.status is not VictimStatus.COMBATANT and group.head not in _WANTED:
                yield group
