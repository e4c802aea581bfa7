"""People wounded, told by their wounds or their treatment. Each rule reads one chunk; see casualties.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.engines.offline.chunks import COMMA, NP, VG
from summarizer.engines.offline.clauses import (
    following,
    groups_at,
    numbered,
    objects_of,
    right_of,
    site_of,
    subjects_of,
    unreal,
)
from summarizer.engines.offline.frames import object_of, subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parentheses import including_at
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import group_at
from summarizer.records.vocabulary import Harm

_SUFFER = words("wounds", "suffer")
_WOUNDS = words("wounds", "wounds")
_BODY = words("wounds", "body")
_MISSILES = frozenset({"bullet", "bullets", "shrapnel", "splinters", "gunfire", "fragments", "debris"})
_SHOOTERS = frozenset({"sniper", "snipers", "bullet", "shots"})
_HITTING = frozenset({"hit", "hitting", "hits", "struck", "striking"})
_BROUGHT = frozenset({"taken", "admitted", "brought", "carried", "flown", "rushed", "evacuated", "airlifted"})
_TREATMENT = frozenset(
    {"hospital", "treated", "treating", "treat", "treats", "seen", "admitted", "hospitalised", "hospitalized"}
)
_EACH = frozenset({"daily", "annually", "yearly", "monthly", "weekly", "day", "year", "month", "week"})
_ADMITTING = frozenset({"admitted", "received", "took", "taken"})
_PATIENTS = words("wounds", "patients")
_DOCTORS = words("wounds", "doctors")
_MEDICS = frozenset({"medics", "doctors", "doctor", "hospital", "hospitals"})
_THROUGH = frozenset({"passed", "been", "come", "gone"})
_WARDS = frozenset({"ward", "wards", "emergency", "hospital", "clinic", "surgery", "casualty"})
_OF_PATIENTS = frozenset({"bodies", "wounds", "gunshot"})
_HELD_FOR = frozenset({"suspects", "suspect", "questioning", "custody", "families", "relatives"})
"""Beside "brought in" and "taken in": people arrested or given shelter."""
_ENDS: tuple[list[str], ...] = ([","], ["."], [";"], ["and"], [])
_LYING = frozenset({"were", "are", "was", "taken", "rushed", "remain", "remained"})


def names_body_part(low_words: Iterable[str]) -> bool:
    """Is one of these words a part of the body?"""
    return not _BODY.isdisjoint(low_words)


@needs(_SUFFER)
def suffering(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "four others sustained gunshot injuries", "four of his people suffered burns"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _SUFFER or unreal(p, k):
        return
    j = _wound(p, k)
    if j is not None and p.head(p.chunks[j]) in _WOUNDS and p.chunks[j].count is None:
        yield from groups_at(p, subjects_of(p, k), Harm.INJURED, (p.start(chunk), p.end(p.chunks[j])), "suffered")


def _wound(p: Parsed, k: int) -> int | None:
    """What was suffered: the object, what it is a degree of, or what follows "escaped with", "treated for"."""
    j = object_of(p, k)
    if j is None and k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) in {"with", "for", "from", "off"}:
        off = p.head(p.chunks[k + 1]) == "off"  # "got off with a broken rib"
        j = k + 2 + off if k + 2 + off < len(p.chunks) and p.chunks[k + 2 + off].kind == NP else None
    if j is None and k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) == "varying":
        j = k + 2  # "varying degrees of burns"
    if j is not None and j + 2 < len(p.chunks) and p.head(p.chunks[j + 1]) == "of" and p.chunks[j + 2].kind == NP:
        return j + 2
    return j


@needs(_WOUNDS, {"hit", "struck", "grazed", "caught"})
def hit_by(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "was hit by a stray bullet", "struck in the head", "taken to hospital with a shrapnel wound"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or not chunk.passive or unreal(p, k):
        return
    head, tail = p.head(chunk), following(p, k, 12)
    nobody = chunk.passive and head in {"hit", "struck"} and tail[:1] in ([], ["."], [","], [";"])
    struck = head in {"hit", "struck", "grazed", "caught"} and (
        not _MISSILES.isdisjoint(tail[:8]) or (tail[:1] == ["in"] and names_body_part(tail[:5]))
    )
    brought = head in _BROUGHT and "with" in tail and not _WOUNDS.isdisjoint(tail[tail.index("with") :])
    if nobody:
        everyone = groups_at(p, subjects_of(p, k), Harm.INJURED, site_of(p, k), "hit by")
        yield from (group for group in everyone if group.zero)
    if struck or brought:
        yield from groups_at(p, subjects_of(p, k), Harm.INJURED, site_of(p, k), "hit by", strict=True)


@needs(_HITTING)
def hit(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "fired at the crowd, hitting several people in the legs", "a stray bullet hit a girl in the neck"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or chunk.passive or p.head(chunk) not in _HITTING or unreal(p, k):
        return
    objects = [j for j in objects_of(p, k) if not names_body_part([p.head(p.chunks[j])])]
    subject = subject_of(p, k)
    by_shot = subject is not None and p.head(p.chunks[subject]) in _MISSILES | _SHOOTERS
    in_body = any(following(p, j, 1) == ["in"] and names_body_part(following(p, j, 4)) for j in objects)
    if objects and (by_shot or in_body):
        bare = in_body and p.chunks[objects[0]].count is not None  # "hitting four in the chest"
        yield from groups_at(p, objects, Harm.INJURED, site_of(p, k), "hit", strict=not bare)


@needs(_ADMITTING)
def admitted(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the clinic took in 51 people", "we have admitted 64 gunshot cases": doctors speak."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _ADMITTING or chunk.passive or unreal(p, k):
        return
    if p.vocabulary.isdisjoint(_DOCTORS | _OF_PATIENTS) or (
        p.head(chunk) in {"took", "taken"} and following(p, k, 1) != ["in"]
    ):
        return
    for j in right_of(p, k):
        noun = p.head(p.chunks[j])
        if p.chunks[j].count is None or noun not in _PATIENTS:
            return
        group = group_at(p, j, Harm.INJURED, site_of(p, k), strict=noun != "cases")
        if group is not None:
            group.rule = "admitted"
            yield group


@needs(_TREATMENT, _WOUNDS, {"through", "brought", "admission", "medics", "doctors"})
def in_hospital(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "14 were in hospital", "were taken to hospital", "are being treated", "23 people with wounds"."""
    chunk = p.chunks[k]
    if chunk.kind == VG and not unreal(p, k):
        if _is_patient(p, k):
            for group in groups_at(p, subjects_of(p, k), Harm.INJURED, site_of(p, k), "in hospital"):
                told = p.head(chunk) == "treated" or not _WOUNDS.isdisjoint(following(p, k, 8))
                single = not group.plural and told
                if (group.numbered or single) and group.head not in {"bodies", "corpses", "dead"}:
                    yield group
        yield from _admitted(p, k)
        if (
            p.head(chunk) in {"treated", "treating", "seen"}
            and not chunk.passive
            and _EACH.isdisjoint(following(p, k, 6))
        ):
            for group in groups_at(p, right_of(p, k), Harm.INJURED, site_of(p, k), "treated", strict=True):
                sighted = p.head(chunk) == "seen" and group.zero  # "had seen no footage"
                if group.numbered and not sighted and group.head not in {"bodies", "corpses", "dead"}:
                    yield group
    elif chunk.kind == NP and chunk.count is not None and not _is_age(p, k):
        wounds = _with_wounds(p, k)
        if wounds is not None:
            yield from groups_at(p, [k], Harm.INJURED, site_of(p, wounds), "with wounds")


def _admitted(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "six of the 31 people admitted on Friday", "75 others have been through the emergency ward"."""
    chunk, tail = p.chunks[k], following(p, k, 5)
    if p.head(chunk) == "admitted" and chunk.b - chunk.a == 1 and k and p.chunks[k - 1].count is not None:
        if tail[:1] in (["on"], ["with"], ["to"], ["since"], ["after"]):
            yield from numbered(groups_at(p, [k - 1], Harm.INJURED, site_of(p, k), "admitted", strict=True))
        return
    brought = p.head(chunk) in {"brought", "taken"} and chunk.passive and tail[:1] == ["in"] and tail[1:2] in _ENDS
    by_doctors = not p.vocabulary.isdisjoint(_DOCTORS | _WARDS) and p.vocabulary.isdisjoint(_HELD_FOR)
    if brought and by_doctors:
        yield from numbered(groups_at(p, subjects_of(p, k), Harm.INJURED, site_of(p, k), "brought in", strict=True))
    if p.head(chunk) in _THROUGH and tail[:1] == ["through"] and not _WARDS.isdisjoint(tail):
        yield from numbered(groups_at(p, subjects_of(p, k), Harm.INJURED, site_of(p, k), "wards"))


def _is_age(p: Parsed, k: int) -> bool:
    """Example: "a girl of six"."""
    return k > 1 and p.head(p.chunks[k - 1]) == "of" and p.chunks[k - 2].count is None


def _with_wounds(p: Parsed, k: int) -> int | None:
    """Index of the wounds that the people at chunk k are said to have: "four men, including a boy, with burns"."""
    if k + 4 < len(p.chunks) and p.head(p.chunks[k + 1]) == "of":
        k += 2  # "two of his colleagues with burns"
    if k + 1 < len(p.chunks) and p.chunks[k + 1].kind == COMMA:
        after = range(k + 3, min(k + 10, len(p.chunks)))
        k = next((j for j in after if p.chunks[j].kind == COMMA and including_at(p, j) == k + 1), k)
    if k + 2 >= len(p.chunks) or p.head(p.chunks[k + 1]) != "with":
        return None
    varying = p.head(p.chunks[k + 2]) == "varying" and k + 5 < len(p.chunks) and p.head(p.chunks[k + 4]) == "of"
    k += 5 if varying else 2  # "with varying degrees of gunshot injury"
    return k if p.chunks[k].kind == NP and p.head(p.chunks[k]) in _WOUNDS else None


def _is_patient(p: Parsed, k: int) -> bool:
    """Does the verb group at k say that its subject is treated or lies in hospital?"""
    chunk, tail = p.chunks[k], following(p, k, 4)
    if p.head(chunk) in {"treated", "admitted", "hospitalised", "hospitalized"} and chunk.passive:
        return True
    if p.head(chunk) == "recovering":
        return "hospital" in following(p, k, 8)
    if p.head(chunk) in {"turned", "appealed"}:
        hurt = not _WOUNDS.isdisjoint(following(p, k, 16))
        return hurt and tail[:1] == ["to"] and not _MEDICS.isdisjoint(tail)  # "one more turned to medics with burns"
    if p.head(chunk) in _LYING and tail[:2] == ["on", "admission"]:
        return True
    return p.head(chunk) in _LYING and "hospital" in tail and tail[0] in {"in", "to"}
