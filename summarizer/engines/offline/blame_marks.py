"""What the words around harmed people tell of who did it: a deed here, a pronoun, the agents of a verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.engines.offline.chunks import CC, NP, VG, P
from summarizer.engines.offline.frames import subject_of
from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.happening import Happening
from summarizer.engines.offline.lexicon import words
from summarizer.engines.offline.one_deed import KILLING
from summarizer.engines.offline.party import BY_DEED, Party
from summarizer.engines.offline.party_names import party_nouns
from summarizer.engines.offline.whose import noun_of
from summarizer.normalize.places import find_places
from summarizer.records.vocabulary import ActorType

_FIGHTS = words("blame", "fights")
_WEAPONS = frozenset(
    {"missile", "missiles", "rocket", "rockets", "bomb", "bombs", "shell", "shells", "drone", "drones"}
)
_FIRING = frozenset({"fired", "launched", "lobbed", "threw", "planted", "detonated", "dropped", "sent", "exploded"})
_THEY = re.compile(r"\bthey (?:\w+ ){0,2}$", re.IGNORECASE)
_WHERE = frozenset({"in", "on", "at", "near", "across"})
_TIED = frozenset({"to", "with", "between", "against"})
_DOING = ("killing", "wounding", "injuring", "leaving")


def is_gunman(group: Group) -> bool:
    """Example: "five dead, including the assailant": whom the gunman did not kill."""
    return party_nouns().get(noun_of(group)) is ActorType.UNIDENTIFIED_ARMED


def by_whom(group: Group) -> int | None:
    """Example: "the killing of three settlers by gunmen": the chunk of the doer right behind the people."""
    p = group.p
    k = next((i for i, c in enumerate(p.chunks) if p.start(c) >= group.end), len(p.chunks))
    told = k + 1 < len(p.chunks) and p.head(p.chunks[k]) == "by" and p.chunks[k + 1].kind == NP
    return k + 1 if told and p.start(p.chunks[k]) - group.end <= 1 and group.site[1] <= group.start else None


def is_unnamed(doer: Party, group: Group) -> bool:
    """Example: "six months after militants killed 23": in history they are not the group that the news is about."""
    names = (form for form in (doer.name, *doer.forms) if form[:1].isupper())
    return not doer.generic and not any(name in group.p.text for name in names)


def is_here(group: Group, event: Happening) -> bool:
    """Is the event told in the group's own sentence?"""
    return any(p is group.p for p, _, _ in event.mentions)


def is_done_there(group: Group, event: Happening) -> bool:
    """Does a verb near, other than the one of killing, tell what one side did: stormed, ambushed, fired?"""
    numbers = range(group.p.number - 2, group.p.number + 1)
    near = group.p.sentence.paragraph
    told = [(p, at) for p, at, _ in event.mentions if p.number in numbers and p.sentence.paragraph == near]
    deeds = (p.text[slice(*at)].lower() for p, at in told)
    return any(_FIGHTS.isdisjoint(low.split()) and low not in KILLING for low in deeds)


def by_pronoun(group: Group) -> bool:
    """Example: "They shot three of my brothers": whoever was told of before."""
    return _THEY.search(group.p.text[: group.site[0]]) is not None


def told_again(group: Group) -> bool:
    """Example: "the toll was 15", "16 others": people whom the phrase does not name anew, or part of such people."""
    return group.bare or (group.parent is not None and group.parent.bare)


def follows(group: Group, event: Happening) -> bool:
    """Example: "Gunmen killed 12. Sixteen others were hurt.": told right after the event."""
    return group.p.number - 1 in {p.number for p, _, _ in event.mentions}


def in_its_paragraph(group: Group, event: Happening) -> bool:
    """Is the event told in the group's own paragraph?"""
    return group.p.sentence.paragraph in {p.sentence.paragraph for p, _, _ in event.mentions}


def joined_agents(group: Group) -> list[int]:
    """The agent and who is joined to it: "Ethiopian troops and Eritrean soldiers killed 30"."""
    chunks, at = group.p.chunks, group.agent_at
    if at > 1 and chunks[at - 1].kind == CC and chunks[at - 2].kind == NP and at < site_chunk(group):
        return [] if _only_says_where(group, at - 2) else [at - 2, at]
    if at and chunks[at - 1].kind == VG and group.p.head(chunks[at]) in _WEAPONS:
        who = subject_of(group.p, at - 1) if group.p.head(chunks[at - 1]) in _FIRING else None
        return [at if who is None else who]  # "the rebels fired a missile that killed two"
    after = at + 2 < len(chunks) and at > site_chunk(group) and chunks[at + 1].kind == CC and chunks[at + 2].kind == NP
    return [at, at + 2] if after else [at]


def _only_says_where(group: Group, first: int) -> bool:
    """Example: "Attacks in Israel and the West Bank killed 61", "groups linked to IS and al-Qaeda have killed"."""
    p = group.p
    before = p.chunks[first - 1] if first else None
    if before is None or before.kind != P:
        return False
    place = p.head(before) in _WHERE and bool(find_places(f"in {p.slice(p.chunks[first])}"))
    return place or p.head(before) in _TIED


def site_chunk(group: Group) -> int:
    """The chunk in which the words of harm begin."""
    return next((i for i, c in enumerate(group.p.chunks) if group.p.end(c) > group.site[0]), 0)


def between(group: Group, at: tuple[int, int]) -> str:
    """The words from those of harm to those of the deed at these characters."""
    return group.p.text[group.site[1] : at[0]]


def by_that_deed(group: Group, event: Happening) -> bool:
    """Example: "gunmen ambushed a convoy, killing ten": the participle has the subject of the deed before it."""
    after = any(p is group.p and at[0] <= group.site[0] for p, at, _ in event.mentions)
    before = group.p.text[: group.start].rstrip().lower()
    return after and (group.p.text[slice(*group.site)].lower().startswith(_DOING) or before.endswith(_DOING))


def are_attackers(group: Group) -> bool:
    """Example: "two of the attackers were killed": people called by what they did."""
    return noun_of(group) in BY_DEED or f"{noun_of(group)}s" in BY_DEED


def harmed_just_before(groups: Sequence[Group], group: Group) -> Group | None:
    """Whom somebody harmed in the sentence before "the attackers": these are those doers. None for other people."""
    if not are_attackers(group):
        return None
    before = group.p.number - 1  # not beyond a sentence that may tell of another deed
    here = [g for g in groups if g.p.sentence.paragraph == group.p.sentence.paragraph and g.p.number == before]
    return next((g for g in reversed(here) if g.agent_at >= 0), None)
