"""People whose state or bed tells that they were hurt: "in critical condition". Each rule reads one chunk."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.engines.offline.chunks import ADV, CC, COMMA, NP, STOP, VG
from summarizer.engines.offline.clauses import (
    following,
    groups_at,
    numbered,
    objects_of,
    site_with_next,
    subjects_of,
    unreal,
)
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.vocabulary import Harm

_GRAVE = (
    "critical",
    "serious",
    "grave",
    "stable",
    "intensive",
    "life-threatening",
    "coma",
    "ventilator",
    "life support",
)
_CARE = frozenset({"condition", "care", "coma", "ventilators", "ventilator", "support", "oxygen", "treatment"})
_MEDICAL = frozenset({"doctors", "hospital", "medics", "nurses", "surgeons", "msf", "clinic"})
_INJURIES = frozenset(
    {"bullet", "bullets", "gunshot", "wounds", "burns", "shrapnel", "injuries", "fractures", "fracture"}
)


_GRAVELY = frozenset({"critical", "serious", "grave", "stable"})


def _is_care(p: Parsed, k: int) -> bool:
    """Example: "intensive care", "a critical state"; no state of a federation."""
    chunk = p.chunks[k]
    grave = p.head(chunk) == "state" and chunk.det == "a" and p.words[chunk.head - 1].low in _GRAVELY
    return p.head(chunk) in _CARE or grave


_HURT = frozenset({"them", "injured", "wounded", "victims", "patients"})


def _are_critical(p: Parsed, k: int) -> bool:
    """Example: "two of the injured are critical": the bare word, where people hurt are told of."""
    after = p.chunks[k + 1] if k + 1 < len(p.chunks) else None
    bare = after is not None and after.b - after.a == 1 and p.head(after) == "critical"
    ends = k + 2 >= len(p.chunks) or p.chunks[k + 2].kind in {CC, COMMA, STOP}  # no "critical of the army"
    before = p.chunks[k - 1] if k else None
    return bare and ends and before is not None and p.head(before) in _HURT


@needs(_CARE | _GRAVELY)
def in_condition(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "six are in critical condition", "two remain in intensive care"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {
        "is",
        "are",
        "was",
        "were",
        "remain",
        "remained",
        "remains",
        "lie",
        "lay",
    }:
        return
    at = k
    k += k + 1 < len(p.chunks) and p.chunks[k + 1].kind == ADV
    if following(p, min(k + 2, len(p.chunks) - 1), 1) == ["of"] and p.vocabulary.isdisjoint(_MEDICAL):
        return  # "in the care of host families"
    last = k + 1 if _are_critical(p, k) else k + 2
    if last == k + 1 or (
        k + 2 < len(p.chunks) and p.head(p.chunks[k + 1]) in {"in", "on", "under"} and _is_care(p, k + 2)
    ):
        for group in groups_at(
            p, subjects_of(p, at), Harm.INJURED, (p.start(chunk), p.end(p.chunks[last])), "in condition"
        ):
            group.part = True
            yield group


_OVER = frozenset({"died", "die", "succumbed", "perished", "killed", "passed", "discharged", "released", "buried"})
"""What became of people hurt who are hurt no more."""


@needs({"injured", "wounded"})
def some_of_the_hurt(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "four of the injured need amputations", "of the eight wounded, two are critical"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None or chunk.count.count.value == 0:
        return
    after = k + 2 if k + 3 < len(p.chunks) and p.head(p.chunks[k + 1]) == "of" else None
    first = k == 3 and p.head(p.chunks[0]) == "of" and p.chunks[2].kind == COMMA
    hurt = after if after is not None else 1 if first else None
    if hurt is None or p.chunks[hurt].det != "the" or p.head(p.chunks[hurt]) not in {"injured", "wounded"}:
        return
    verb = (after or k) + 1
    verb += verb < len(p.chunks) and p.chunks[verb].kind == ADV
    if verb >= len(p.chunks) or p.chunks[verb].kind != VG or not _OVER.isdisjoint(following(p, verb - 1, 6)):
        return
    if p.head(p.chunks[verb]) in cue_verbs():
        return  # "one of the wounded said"
    for group in groups_at(p, [k], Harm.INJURED, (p.start(p.chunks[hurt]), p.end(p.chunks[verb])), "of the hurt"):
        group.part = True
        yield group


@needs(_CARE)
def with_some_in_care(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "42 people were wounded, with seven in intensive care"."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None or not k or k + 2 >= len(p.chunks):
        return
    if p.head(p.chunks[k - 1]) != "with" and p.chunks[k - 1].kind not in {CC, COMMA}:
        return
    if p.head(p.chunks[k + 1]) in {"in", "on"} and any(word in p.slice(p.chunks[k + 2]).lower() for word in _GRAVE):
        site = (p.start(p.chunks[k + 1]), p.end(p.chunks[k + 2]))
        for group in numbered(groups_at(p, [k], Harm.INJURED, site, "with some in care", strict=True)):
            group.part = True
            yield group


@needs(_CARE)
def left_in_coma(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "left another in a coma", "leaving two officers in intensive care"."""
    chunk, found = p.chunks[k], objects_of(p, k)
    if chunk.kind != VG or p.head(chunk) not in {"left", "leaving"} or not found or unreal(p, k):
        return
    j = found[-1]
    if j + 2 < len(p.chunks) and p.head(p.chunks[j + 1]) == "in" and p.head(p.chunks[j + 2]) in _CARE:
        yield from groups_at(p, found, Harm.INJURED, (p.start(chunk), p.end(p.chunks[j + 2])), "left in a coma")


@needs(_INJURIES)
def in_hospital_with(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "her mother is in the hospital with a bullet in her shoulder", "two are in hospital with burns"."""
    chunk, after = p.chunks[k], following(p, k, 9)
    if chunk.kind != VG or p.head(chunk) not in {"is", "are", "was", "were", "remains", "remain"} or unreal(p, k):
        return
    at = next((i for i, low in enumerate(after) if low in {"hospital", "clinic", "bed"}), None)
    if at is None or after[:1] not in (["in"], ["at"]) or after[at + 1 : at + 2] != ["with"]:
        return
    if not _INJURIES.isdisjoint(after[at + 2 :]):
        yield from groups_at(p, subjects_of(p, k), Harm.INJURED, site_with_next(p, k), "in hospital with")


OF_VERBS = (in_condition, left_in_coma, in_hospital_with)
OF_NOUNS = (with_some_in_care, some_of_the_hurt)
