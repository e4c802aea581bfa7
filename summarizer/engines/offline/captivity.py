"""People who are held, and those of them who come free. Each rule reads one chunk; see casualties.py."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.engines.offline.chunks import ADV, NP, VG
from summarizer.engines.offline.clauses import (
    following,
    groups_at,
    numbered,
    objects_of,
    patients_of,
    site_of,
    subjects_of,
    unreal,
)
from summarizer.engines.offline.frames import governed_by, subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.takings import AUTHORITIES, is_captor
from summarizer.normalize.places import PlaceKind, find_places
from summarizer.records.vocabulary import Harm, Scope, VictimStatus

_LANDS = frozenset({"enclave", "strip", "country", "territory"})
_HOLDING = frozenset({"held", "holding", "seized", "abducted", "kidnapped", "captured", "taken"})
_CUSTODY = frozenset(
    {
        "police",
        "suspects",
        "suspect",
        "custody",
        "jail",
        "jailed",
        "prison",
        "court",
        "charged",
        "detainees",
        "questioning",
    }
)
_FREEING = frozenset({"freed", "released", "rescued", "ransomed", "recovered"})
_JAILED = frozenset({"detainees", "prisoners", "inmates", "suspects", "convicts"})
_FREED = frozenset({"hostages", "captives", "abductees", "hostage", "captive"})
_CAPTORS = frozenset({"captors", "captivity", "kidnappers", "abductors", "ransom", "hostage-takers"})
_SPANS = frozenset({"days", "weeks", "months", "years", "hours"})
_HANDS = frozenset({"hands", "captivity"})


@needs(_HOLDING)
def held(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "three guards who had been held by inmates", "two engineers they had been holding since March"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _HOLDING or unreal(p, k) or not _CUSTODY.isdisjoint(p.vocabulary):
        return
    still = any(w.low == "still" for w in p.words[chunk.a : chunk.b]) and p.chunks[k - 1].count is not None
    if chunk.passive and p.head(chunk) == "held" and (still or _for_a_time(p, k)):
        yield from groups_at(p, subjects_of(p, k), Harm.CAPTURED, site_of(p, k), "held", strict=True)
    elif k > 1 and p.head(p.chunks[k - 1]) in {"they", "it", "he"} and not objects_of(p, k):
        yield from _part_and_whole(p, k - 2, (p.start(p.chunks[k - 1]), p.end(chunk)), "held")


def _for_a_time(p: Parsed, k: int) -> bool:
    """Example: "had been held for nine days", "held by inmates": a deed of captors, not a meeting that was held."""
    after = following(p, k, 4)
    if after[:1] == ["by"]:
        return not AUTHORITIES.intersection(after)
    return after[:1] in (["for"], ["since"], ["captive"], ["hostage"])


def _part_and_whole(p: Parsed, j: int, site: tuple[int, int], rule: str) -> Iterator[Group]:
    """The captives at chunk j, and the number of them that stands before: "seven of the 20 girls"."""
    whole = next(numbered(groups_at(p, [j], Harm.CAPTURED, site, rule, strict=True)), None)
    if whole is None or not whole.value:
        return
    yield whole
    part = p.chunks[j - 2] if j > 1 and p.head(p.chunks[j - 1]) == "of" else None
    if part is not None and part.kind == NP and part.count is not None:
        for group in groups_at(p, [j - 2], Harm.CAPTURED, site, rule):
            group.parent, group.end = whole, p.end(part)
            yield group


@needs(_FREEING, {"escaped"})
def set_free(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "two of the five hostages were released": who is freed had been taken."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _FREEING | {"escaped"} or unreal(p, k):
        return
    if p.head(chunk) == "escaped":
        if not _CAPTORS.isdisjoint(following(p, k, 4)):
            yield from numbered(groups_at(p, subjects_of(p, k), Harm.CAPTURED, site_of(p, k), "set free", strict=True))
        return
    after = following(p, k, 8)
    jailed = not chunk.passive and any(p.head(p.chunks[j]) in _JAILED for j in patients_of(p, k)[:1])
    if jailed and _CAPTORS.isdisjoint(p.vocabulary):
        return  # "gunmen freed nine detainees"
    held = "after" in after and not _SPANS.isdisjoint(after[after.index("after") :])
    if held or not _CAPTORS.isdisjoint(p.vocabulary) or is_captor(p, None if chunk.passive else subject_of(p, k)):
        for group in groups_at(p, patients_of(p, k), Harm.CAPTURED, site_of(p, k), "set free", strict=True):
            if group.numbered and (group.victims or group.noun):
                yield group  # not "(five were taken.) Four were freed"
    for j in patients_of(p, k)[:1]:
        part = j + 2 < len(p.chunks) and p.head(p.chunks[j + 1]) == "of"  # "freed nine hostages" harms nobody
        if part and p.head(p.chunks[j + 2]) in _FREED:
            yield from _part_and_whole(p, j + 2, site_of(p, k), "set free")


@needs(_HANDS)
def in_their_hands(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "a warrant officer is in rebel hands", "two pilots remain in captivity"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {"is", "are", "was", "were", "remain", "remained", "remains"}:
        return
    at = k
    k += k + 1 < len(p.chunks) and p.chunks[k + 1].kind == ADV
    if k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) == "in" and p.head(p.chunks[k + 2]) in _HANDS:
        site = (p.start(chunk), p.end(p.chunks[k + 2]))
        for group in groups_at(p, subjects_of(p, at), Harm.CAPTURED, site, "in hands", strict=True):
            if group.status is not VictimStatus.UNKNOWN or not group.named:
                yield group


def _in_a_land(p: Parsed, k: int) -> bool:
    """Example: "fifty hostages remain in Gaza": captives of a war, no one raid's; not "in the school"."""
    at = governed_by(p, k, frozenset({"in"}), reach=3)
    if at is None:
        return False
    wide = any(f.kind is PlaceKind.COUNTRY for f in find_places(p.slice(p.chunks[at])))
    return wide or p.head(p.chunks[at]) in _LANDS


@needs({"hostages", "captives"})
def still_held(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "58 hostages are still in Gaza", "nine hostages remain in the camp"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {"are", "remain", "remained", "were"} or unreal(p, k) or not k:
        return
    held = p.head(chunk).startswith("remain") or "still" in following(p, k, 2)
    if held and p.chunks[k - 1].kind == NP and p.head(p.chunks[k - 1]) in {"hostages", "captives"}:
        of_war = _in_a_land(p, k)
        for group in numbered(groups_at(p, [k - 1], Harm.CAPTURED, site_of(p, k), "still held", strict=True)):
            group.scope = Scope.CUMULATIVE if of_war else group.scope
            yield group
