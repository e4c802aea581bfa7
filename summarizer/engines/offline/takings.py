"""People captured or missing. Each rule reads one chunk; see casualties.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.engines.offline.chunks import COMMA, NP, REL, VG
from summarizer.engines.offline.clauses import (
    following,
    groups_at,
    is_reduced,
    numbered,
    objects_of,
    patients_of,
    right_of,
    site_of,
    site_with_next,
    subjects_of,
    unreal,
)
from summarizer.engines.offline.frames import governed_by, subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.lists import list_left
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import Harm, VictimStatus

_TAKERS = words("takings", "takers")
_SEIZING = frozenset({"seized", "seizing", "seize", "seizes"})
_TAKING = frozenset({"took", "taken", "taking", "take", "held", "holding", "picked"}) | _SEIZING
_TOOK = frozenset({"took", "take", "taking"})
AUTHORITIES = frozenset({"police", "army", "troops", "authorities", "soldiers", "security"})
_TAKEN_FROM = frozenset(
    {
        "house",
        "home",
        "homes",
        "houses",
        "bed",
        "beds",
        "bus",
        "car",
        "vehicle",
        "taxi",
        "van",
        "village",
        "school",
        "camp",
        "church",
        "farm",
        "farms",
        "hostel",
    }
)
_HOSTILE = _TAKERS | words("takings", "hostile")
_CAPTIVE = frozenset({"hostage", "hostages", "prisoner", "prisoners", "captive"})
_AT_GUNPOINT = words("takings", "at_gunpoint")
_LED_AWAY = frozenset(
    {
        "took", "taken", "taking", "whisked", "whisking", "led", "leading", "dragged", "dragging", "marched",
        "marching", "carried", "carrying", "spirited", "spiriting",
    }
)  # fmt: skip
_BUNDLED = words("takings", "bundled")
_INTO_WHAT = words("takings", "into_what")
_MARCHED = frozenset({"marched", "marching", "herded", "herding", "took", "taken", "led", "dragged"})
_SHIELDS = re.compile(r"[^,;.]{0,40}\bas human shields\b")
_AS_SHIELDS = _MARCHED | frozenset({"rounded", "forced", "seized", "held", "detained", "kept"})
_WILDS = frozenset({"bush", "bushes", "forest", "forests", "jungle", "mountains", "woods"})
_WANTED = frozenset({"suspect", "suspects", "attackers", "assailants", "gunmen", "killers", "bombers", "survivors"})


@needs(_TAKING)
def taken(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "took 30 people hostage", "soldiers taken prisoner at 167", "held 12 captive", "pirates took four"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _TAKING or unreal(p, k):
        return
    if p.head(chunk) in {"took", "take", "taking"} and not chunk.passive and is_captor(p, subject_of(p, k)):
        found = list(groups_at(p, objects_of(p, k), Harm.CAPTURED, site_of(p, k), "captors took", strict=True))
        yield from found if any(g.numbered for g in found) else ()
        return
    if p.head(chunk) == "taken" and chunk.passive:
        by = governed_by(p, k, frozenset({"by"}), reach=2)
        if by is not None and p.head(p.chunks[by]) in _TAKERS | {"men"}:
            yield from groups_at(p, subjects_of(p, k), Harm.CAPTURED, site_of(p, k), "taken by", strict=True)
            return
    if p.head(chunk) == "picked":
        if following(p, k, 1) == ["up"] and not chunk.passive and _are_captors(p, subject_of(p, k)):
            yield from groups_at(p, right_of(p, k), Harm.CAPTURED, site_with_next(p, k), "picked up", strict=True)
        return
    if chunk.passive and _from_home(p, k):
        for group in groups_at(p, subjects_of(p, k), Harm.CAPTURED, site_of(p, k), "taken from", strict=True):
            if group.numbered or not group.plural:
                yield group
        return
    if _CAPTIVE.isdisjoint(following(p, k, 8)) and p.head(chunk) not in _SEIZING:
        return
    if chunk.b - chunk.a == 1 and k and p.chunks[k - 1].count is not None and p.head(chunk) == "taken":
        yield from groups_at(p, [k - 1], Harm.CAPTURED, site_of(p, k), "taken", strict=True)
        return  # "14 killed and 22 taken prisoner"
    objects = [] if chunk.passive else objects_of(p, k)
    if objects and "political" in {w.low for w in p.words[p.chunks[objects[0]].a : p.chunks[objects[0]].b]}:
        return
    if objects and p.head(p.chunks[objects[0]]) in _CAPTIVE and p.chunks[objects[0]].count is None:
        objects = _next_counted(p, objects[0])
    captive = not _CAPTIVE.isdisjoint(following(p, k, 8))
    for group in groups_at(p, objects or _whom(p, k), Harm.CAPTURED, site_of(p, k), "taken", strict=True):
        if group.named and not captive:
            continue  # "seized Umm Sayala": a town that no list knows
        if group.count_text.lower() != "another":  # "seized another, the Galaxy Leader"
            yield group


def _whom(p: Parsed, k: int) -> list[int]:
    """Whom the verb at k befalls, where no object follows: "a pilot whom the rebels had taken captive"."""
    j = subject_of(p, k) if p.chunks[k].perfect and not p.chunks[k].passive else None
    if j is None:
        return subjects_of(p, k)
    left = j - 2 - (j > 2 and p.chunks[j - 2].kind == COMMA)
    return [left] if left >= 0 and p.chunks[j - 1].kind == REL and p.chunks[left].kind == NP else []


def _next_counted(p: Parsed, j: int) -> list[int]:
    """Example: "took prisoner five soldiers": the counted people behind the word for captives at j."""
    after = p.chunks[j + 1] if j + 1 < len(p.chunks) else None
    return [j + 1] if after is not None and after.kind == NP and after.count is not None else []


@needs(_TOOK)
def took_from(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "armed men took 12 pupils from the school"."""
    chunk = p.chunks[k]
    if (
        chunk.kind != VG
        or p.head(chunk) not in _TOOK
        or chunk.passive
        or unreal(p, k)
        or not _by_armed(p, subject_of(p, k))
    ):
        return
    people = objects_of(p, k)
    after = following(p, people[-1], 4) if people else []
    if after[:1] == ["from"] and not _TAKEN_FROM.isdisjoint(after):
        yield from groups_at(p, people, Harm.CAPTURED, site_of(p, k), "took from", strict=True)


def _by_armed(p: Parsed, j: int | None) -> bool:
    """Example: "armed men took 12 pupils from the school": captors, or men of whom it is said that they bear arms."""
    return j is not None and (is_captor(p, j) or "armed" in p.slice(p.chunks[j]).lower().split())


def _from_home(p: Parsed, k: int) -> bool:
    """Example: "were taken from the house by men in masks": by others than the authorities, who arrest."""
    after = following(p, k, 8)
    return after[:1] == ["from"] and not AUTHORITIES.intersection(after) and not _TAKEN_FROM.isdisjoint(after[1:4])


def _are_captors(p: Parsed, j: int | None) -> bool:
    """Example: "the bandits moved on to farms, where they picked up 12": also by a pronoun, beside captors."""
    they = j is not None and p.head(p.chunks[j]) == "they"
    return is_captor(p, j) or (they and not _TAKERS.isdisjoint(p.vocabulary) and AUTHORITIES.isdisjoint(p.vocabulary))


def is_captor(p: Parsed, j: int | None) -> bool:
    """Does the noun phrase at j mean people who take others: "pirates", "kidnappers"?"""
    return j is not None and p.head(p.chunks[j]) in _TAKERS


@needs({"taken", "detained"})
def were_taken(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "a list of 63 people who had been taken", "three workers were detained by armed men"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or not chunk.passive or chunk.negated or unreal(p, k):
        return
    if p.head(chunk) == "taken" and following(p, k, 1) not in ([","], ["."], [";"], []):
        return
    by = governed_by(p, k, frozenset({"by"}), reach=2)
    armed = by is not None and (p.head(p.chunks[by]) in _TAKERS or "armed" in p.slice(p.chunks[by]).lower().split())
    if p.head(chunk) == "taken" or (p.head(chunk) == "detained" and armed):
        found = groups_at(p, subjects_of(p, k), Harm.CAPTURED, site_of(p, k), "were taken", strict=True)
        yield from (g for g in found if g.numbered and g.plural)


@needs({"away", "off", "gunpoint", "alive", "into"})
def made_off_with(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "took away a clerk", "made off with 11 sailors", "bundled a clerk into a van"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or unreal(p, k):
        return
    head, tail, site = p.head(chunk), following(p, k, 3), site_with_next(p, k)
    if head in _LED_AWAY and tail[:1] == ["away"]:
        if {"questioning", "interrogation", "ambulance", "hospital"} & set(following(p, k, 8)):
            return
        objects = [] if chunk.passive else right_of(p, k)
        people = objects or (list_left(p, k - 1) if is_reduced(p, k) else subjects_of(p, k))
        yield from groups_at(p, people, Harm.CAPTURED, site, "took away", strict=True)
    elif head in _MARCHED and not _WILDS.isdisjoint(following(p, k, 14)) and "into" in following(p, k, 12):
        led = groups_at(p, patients_of(p, k), Harm.CAPTURED, site_of(p, k), "marched off", strict=True)
        yield from (g for g in led if g.numbered or not g.plural)
    elif head in _BUNDLED and not _INTO_WHAT.isdisjoint(following(p, k, 12)) and "into" in following(p, k, 10):
        if not _by_authorities(p, k):
            yield from groups_at(p, patients_of(p, k), Harm.CAPTURED, site_of(p, k), "bundled", strict=True)
    elif head in {"made", "making", "disappeared"} and tail[:2] == ["off", "with"]:
        yield from groups_at(p, right_of(p, k), Harm.CAPTURED, site, "made off with", strict=True)
    elif head in _AT_GUNPOINT and "gunpoint" in following(p, k, 10):
        yield from groups_at(p, patients_of(p, k), Harm.CAPTURED, site_of(p, k), "at gunpoint", strict=True)
    elif head in {"took", "taken", "taking"} and "alive" in following(p, k, 4):
        gapped = (
            head == "taken" and not chunk.perfect and following(p, k, 1) == ["alive"]
        )  # "22 killed and two taken alive"
        people = subjects_of(p, k) if gapped else patients_of(p, k)
        yield from groups_at(p, people, Harm.CAPTURED, site_of(p, k), "taken alive", strict=True)


def _by_authorities(p: Parsed, k: int) -> bool:
    """Example: "police pushed protesters into vans": an arrest, no abduction."""
    at = governed_by(p, k, frozenset({"by"})) if p.chunks[k].passive else subject_of(p, k)
    return at is not None and p.head(p.chunks[at]) in AUTHORITIES


@needs({"them"})
def taken_along(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "attacked the school, taking 12 pupils with them": where the sentence speaks of attackers."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {"took", "taking", "taken"} or unreal(p, k):
        return
    found = [] if chunk.passive else objects_of(p, k)
    if found and following(p, found[-1], 2) == ["with", "them"] and not p.vocabulary.isdisjoint(_HOSTILE):
        yield from numbered(groups_at(p, found, Harm.CAPTURED, site_of(p, k), "taken along", strict=True))


@needs({"shields"})
def as_shields(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "took six men with them as human shields", "rounded up 40 villagers to use as human shields"."""
    if p.chunks[k].kind != VG or p.head(p.chunks[k]) not in _AS_SHIELDS or unreal(p, k):
        return
    whom = right_of(p, k) if following(p, k, 1) == ["up"] else patients_of(p, k)
    if whom and _SHIELDS.match(p.text, p.end(p.chunks[whom[-1]])):
        yield from numbered(groups_at(p, whom, Harm.CAPTURED, site_of(p, k), "as shields", strict=True))


def _nothing(p: Parsed, k: int) -> bool:
    return any(p.head(p.chunks[j]) in {"nothing", "none"} for j in subjects_of(p, k))


@needs(
    {
        "account",
        "become",
        "heard",
        "contact",
        "feared",
        "searching",
        "hunting",
        "looking",
        "searched",
        "trace",
        "locate",
    }
)
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
    elif p.head(chunk) == "heard" and tail[:1] in (["of"], ["from"]) and _nothing(p, k):
        yield from numbered(groups_at(p, right_of(p, k), Harm.MISSING, site_of(p, k), "not heard of", strict=True))
    elif p.head(chunk) == "become" and tail[:1] == ["of"]:
        yield from numbered(groups_at(p, right_of(p, k), Harm.MISSING, site_of(p, k), "become of", strict=True))
    elif p.head(chunk) in {"lost", "losing"} and tail == ["contact", "with"] and k + 3 < len(p.chunks):
        site = site_of(p, k)[0], p.end(p.chunks[k + 1])
        yield from numbered(groups_at(p, [k + 3], Harm.MISSING, site, "lost contact", strict=True))
    elif p.head(chunk) in {"feared", "believed"} and tail[:1] in (["buried"], ["trapped"]):
        yield from numbered(groups_at(p, subjects_of(p, k), Harm.MISSING, site_of(p, k), "feared buried", strict=True))
    elif p.head(chunk) in {"trace", "locate"} and k and p.head(p.chunks[k - 1]) in {"trying", "working", "struggling"}:
        if not {"wanted", "accused", "seen", "interpol", "suspected"}.isdisjoint(p.vocabulary):
            return
        for group in numbered(groups_at(p, objects_of(p, k), Harm.MISSING, site_of(p, k), "to trace", strict=True)):
            if group.status is not VictimStatus.COMBATANT and group.head not in _WANTED:
                yield group
    elif p.head(chunk) in {"searching", "hunting", "looking", "searched"} and tail[:1] == ["for"]:
        for group in numbered(groups_at(p, right_of(p, k), Harm.MISSING, site_of(p, k), "search for", strict=True)):
            if group.status is not VictimStatus.COMBATANT and group.head not in _WANTED:
                yield group
