"""Rarer ways of saying that people were harmed: tolls that are reached, captives in hands, shots without an outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.engines.offline.chunks import CC, COMMA, NP, VG
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
from summarizer.engines.offline.frames import object_of, subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.harm_verbs import blame
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.lists import list_right
from summarizer.engines.offline.needs import needs
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.person_names import is_person_name
from summarizer.engines.offline.victims import group_at
from summarizer.normalize.harm import harm_states, harm_verbs
from summarizer.records.vocabulary import Harm

_RISING = words("harm_idioms", "rising")
_TOLLS = words("harm_idioms", "tolls")
_KINDRED = words("harm_idioms", "kindred")
"""Whose a share of the dead is, which tells of no new one: "relatives of two of the dead"."""
_BY_NATURE = frozenset({"deaths", "fatalities", "injuries"})
"""Tolls that no other rule reads before "rose to"."""
_IDENTIFYING = frozenset({"identified", "named", "identify", "identifies", "identifying", "recognised", "recognized"})
_DYING = frozenset({"died", "succumbed", "dies"})


@needs(_RISING)
def reached_toll(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the death toll has reached 41", "casualties topped 300", "deaths rose to 12"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in _RISING or unreal(p, k) or k + 1 >= len(p.chunks):
        return
    subject = subject_of(p, k)
    to = p.head(p.chunks[k + 1]) in {"to", "at"} and subject is not None and p.head(p.chunks[subject]) in _BY_NATURE
    target = k + 1 + to  # "deaths rose to 12"
    if target < len(p.chunks) and p.chunks[target].kind == NP and p.chunks[target].count is not None:
        yield from _toll_at(p, target, subject)


@needs(_RISING)
def exceeded_toll(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the death toll has exceeded 300", "the number of dead passed 40": the verb is the number's hedge."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None or p.words[chunk.a].low not in _RISING or not k:
        return
    has = p.chunks[k - 1].kind == VG
    if not (has and unreal(p, k - 1)):
        yield from _toll_at(p, k, subject_of(p, k - 1) if has else _of_which(p, k - 1))


def _toll_at(p: Parsed, k: int, j: int | None) -> Iterator[Group]:
    """The people that the number at chunk k counts, where the noun phrase at j says that it is a toll."""
    harm = _toll_of(p, j) if j is not None else None
    group = group_at(p, k, harm, site_of(p, j)) if harm is not None and j is not None else None
    if group is not None:
        group.rule = "reached toll"
        yield group


def _of_which(p: Parsed, j: int) -> int | None:
    """The noun phrase that ends at chunk j, with what follows its "of": "the number of dead (exceeded 300)"."""
    if j >= 2 and p.head(p.chunks[j - 1]) == "of" and p.chunks[j - 2].kind == NP:
        j -= 2
    return j if j >= 0 and p.chunks[j].kind == NP else None


def _toll_of(p: Parsed, j: int) -> Harm | None:
    """The harm that a subject counts: "the death toll", "the number of dead", "fatalities"."""
    chunk = p.chunks[j]
    end = min(chunk.b + 6, len(p.words))
    lows = [w.low for w in p.words[chunk.a : end]]
    if p.head(chunk) not in _TOLLS:
        return None
    for low in lows:
        if low in {"death", "body", "dead", "killed", "deaths", "fatalities", "slain"}:
            return Harm.KILLED
        if low in {"injured", "wounded", "injuries"}:
            return Harm.INJURED
        if low in {"displaced", "refugees"}:
            return Harm.DISPLACED
    return Harm.KILLED if p.head(chunk) == "toll" else None


@needs(harm_states())
def of_the_injured(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the condition of three of the injured is critical": a share of those already counted."""
    chunk = p.chunks[k]
    if chunk.kind != NP or chunk.count is None or k + 2 >= len(p.chunks) or p.head(p.chunks[k + 1]) != "of":
        return
    if k + 3 < len(p.chunks) and p.head(p.chunks[k + 3]) in harm_verbs():
        return
    kin = k > 1 and p.head(p.chunks[k - 1]) in {"of", "for"} and p.head(p.chunks[k - 2]) in _KINDRED
    if not chunk.count.count.value or kin:
        return
    harm = harm_states().get(p.head(p.chunks[k + 2])) if p.chunks[k + 2].det == "the" else None
    if k and p.chunks[k - 1].kind == VG and p.head(p.chunks[k - 1]) in _IDENTIFYING:
        return  # "police identified three of the dead"
    does = next((p.head(c) for c in p.chunks[k + 3 :] if c.kind == VG), "")
    if harm is Harm.INJURED and does in _DYING:
        return  # "one of the injured, a mechanic of 24, died": no more
    if harm in {Harm.INJURED, Harm.KILLED}:
        for group in groups_at(p, [k], harm, site_of(p, k + 2), "of the injured"):
            group.part = True
            group.victims = p.slice(p.chunks[k + 2]) if group.victims in {"", "the"} else group.victims
            yield group


@needs({"action"})
def put_out_of_action(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "three fighters were put out of action": killed, in the words of armies."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {"put", "putting", "puts"} or unreal(p, k):
        return
    tail = following(p, k, 9)
    at = next((i for i in range(len(tail) - 2) if tail[i : i + 3] == ["out", "of", "action"]), None)
    if at is not None:
        site = (p.start(chunk), p.words[chunk.b + at + 2].end)
        yield from groups_at(p, patients_of(p, k), Harm.KILLED, site, "out of action")


@needs({"hell"})
def sent_to_hell(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "security forces sent 12 terrorists to hell": an army's word for killing them."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {"sent", "sending"} or chunk.passive or unreal(p, k):
        return
    people = objects_of(p, k)
    if people and "hell" in following(p, people[-1], 4):
        for group in numbered(groups_at(p, people, Harm.KILLED, site_of(p, k), "sent to hell", strict=True)):
            blame(group, subject_of(p, k))
            yield group


_STATE_FOLLOWS = re.compile(r" (?:dead|to death)\b")
_IN_COLD_BLOOD = re.compile(r"[^,;.]*\bin cold blood\b")
_THEIR_BODIES = re.compile(r"\b(?:their|whose|his|her) (?:\w+ )?bod(?:y|ies)\b")


@needs({"shot", "stabbed", "knifed", "bludgeoned"})
def shot_at(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "two reporters were shot at a roadblock": hit, whether dead or wounded is not said."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {"shot", "stabbed", "knifed", "bludgeoned"} or unreal(p, k):
        return
    if set(following(p, k, 4)) & {
        "dead",
        "death",
        "killed",
        "killing",
        "down",
        "at",
        "wounded",
        "wounding",
        "injured",
        "injuring",
    }:
        return
    series = p.head(chunk) == "shot" and not chunk.passive and k > 1 and p.head(p.chunks[k - 1]) == "and"
    if series and p.words[chunk.a].tag == "VBN" and _before_in_series(p, k):
        yield from numbered(groups_at(p, subjects_of(p, k), Harm.KILLED, site_of(p, k), "and shot", strict=True))
    people = subjects_of(p, k) if chunk.passive else objects_of(p, k) if p.head(chunk) == "shot" else []
    dead_then = _THEIR_BODIES.search(p.text) or _IN_COLD_BLOOD.match(p.text, p.end(chunk))
    harm = Harm.KILLED if dead_then else Harm.CASUALTIES
    found = list(groups_at(p, people, harm, site_of(p, k), "shot", strict=not chunk.passive))
    dead = found and _STATE_FOLLOWS.match(p.text, found[-1].end)  # "shot the mayor and two of his guards dead"
    for group in found if not dead else ():
        if group.numbered or group.named or group.head == "other":
            yield group


def _before_in_series(p: Parsed, k: int) -> bool:
    """Example: "were taken from their homes and shot": the verb before is passive, and nothing follows but a place."""
    before = next((p.chunks[j] for j in range(k - 2, max(-1, k - 10), -1) if p.chunks[j].kind == VG), None)
    return before is not None and before.passive and not (k + 1 < len(p.chunks) and p.chunks[k + 1].kind == NP)


@needs({"identified", "named"})
def named_after_colon(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the victims were identified as A, B and C", "the dead were named as A and B"."""
    chunk = p.chunks[k]
    if chunk.kind != VG or p.head(chunk) not in {"identified", "named"} or k + 2 >= len(p.chunks):
        return
    j = subject_of(p, k) if chunk.passive else object_of(p, k)
    k = k if chunk.passive or j is None else j
    if k + 2 >= len(p.chunks):
        return
    harm = {
        "victims": Harm.KILLED,
        "dead": Harm.KILLED,
        "wounded": Harm.INJURED,
        "injured": Harm.INJURED,
        "deceased": Harm.KILLED,
        "fatalities": Harm.KILLED,
        "fatality": Harm.KILLED,
        "victim": Harm.KILLED,
    }.get(p.head(p.chunks[j]) if j is not None else "")
    if harm is None or p.head(p.chunks[k + 1]) != "as" or p.chunks[k + 2].kind != NP:
        return
    for group in groups_at(p, _names_from(p, k + 2), harm, site_of(p, k), "identified as"):
        if group.named:
            group.part = True
            yield group


def _names_from(p: Parsed, k: int) -> list[int]:
    """The names of a list that begins at chunk k, past the ages between them: "Pedro Ruiz, 31, and Ana Ruiz, 28"."""
    out: list[int] = []
    for j in range(k, len(p.chunks)):
        if p.chunks[j].kind not in {NP, COMMA, CC}:
            break
        if p.chunks[j].kind == NP and is_person_name(p, p.chunks[j]):
            out.append(j)
    return out or list_right(p, k)


@needs({"fatality"})
def fatality_was(p: Parsed, k: int) -> Iterator[Group]:
    """Example: "the other fatality was Idi Bako, a tailor": one of the dead told before, by name or by what he was."""
    chunk = p.chunks[k]
    if chunk.kind != NP or p.head(chunk) != "fatality" or k + 2 >= len(p.chunks) or p.chunks[k + 2].kind != NP:
        return
    if p.chunks[k + 1].kind != VG or p.head(p.chunks[k + 1]) not in {"was", "is"} or p.chunks[k + 1].negated:
        return
    for group in groups_at(p, [k + 2], Harm.KILLED, site_of(p, k), "fatality was"):
        if not group.plural:
            group.part = True
            yield group


OF_VERBS = (
    reached_toll,
    put_out_of_action,
    sent_to_hell,
    shot_at,
    named_after_colon,
)
OF_NOUNS = (
    exceeded_toll,
    of_the_injured,
    fatality_was,
)
