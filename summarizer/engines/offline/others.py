"""Whom a bare figure means, and whom not, though named last: "killed seven rebels. A soldier died and three others"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.engines.offline.groups import Group
from summarizer.records.vocabulary import VictimStatus

FURTHER_HEADS = frozenset({"others", "other", "more", "another"})
_MASSES = frozenset({"thousands", "tens of thousands", "many more", "countless"})
_SEVERAL = 3


def of_anybody(group: Group, near: Group) -> bool:
    """Example: "gangs that have killed thousands": not thousands of the attackers told in the sentence before."""
    return near.p is not group.p and group.count_text.lower() in _MASSES


def is_fewer(group: Group, near: Group) -> bool:
    """Example: "a soldier was hurt ... the number of dead had reached 13": the 13 are no soldiers for that."""
    return (near.value or 1) < (group.value or 0) and (near.value or 1) < _SEVERAL


def beside_one(group: Group, near: Group, groups: Sequence[Group]) -> bool:
    """Example: "troops killed seven rebels. A soldier died and three others were hurt": no rebels, if no soldiers."""
    if group.head not in FURTHER_HEADS or group.parent is not None:
        return False
    others = [
        g
        for g in groups
        if g is not group
        and g.p is group.p
        and g.parent is None
        and g.end <= group.start
        and g.head not in FURTHER_HEADS
    ]
    parts = [g for g in groups if g.parent is group and g.p is group.p]
    apart = near.status is VictimStatus.COMBATANT and any(g.status is VictimStatus.CIVILIAN for g in parts)
    return apart or (near.p is not group.p and any(g.head != near.head and not g.zero for g in others))


def is_of_no_kind(group: Group, near: Group, told: list[Group]) -> bool:
    """Example: "four policemen and two civilians died; another 14 were hurt": of which kind the 14 are, is not said."""
    if _in_one_list(group, near):
        return True
    next_to = near.p.number + int(group.head in FURTHER_HEADS)  # "Eleven others were hurt", in the sentence after
    if not near.p.number <= group.p.number <= next_to or near.parent is not None:
        return False
    if group.parent is not None or group.victims or group.borrowed:
        return False
    joined = (g for g in told if g.p is near.p and g.site == near.site and g.parent is None and g not in (near, group))
    return any(g.status is not near.status and g.head != near.head for g in joined)


def _in_one_list(group: Group, near: Group) -> bool:
    """Example: "murdered six priests and two others": no priests, when one breath tells of both."""
    beside = group.p is near.p and group.site == near.site and near.parent is None and group.parent is None
    return beside and group.noun.lower() == "others" and near.p.text[near.end : group.start] in {" and ", ", and "}


_WHOSE = ("its ", "their ", "his ", "our ")
_AND_STATE = re.compile(r"(?: (?:dead|killed))?(?:,| and|, and) ")


def borrow(group: Group, told: list[Group]) -> None:
    """Example: "put its own losses at two dead and five wounded": the wounded are its own as well."""
    last = told[-1] if told else None
    if last is None or last.p is not group.p or not last.borrowed or group.victims or group.borrowed:
        return
    if last.borrowed.lower().startswith(_WHOSE) and _AND_STATE.fullmatch(group.p.text[last.end : group.start]):
        group.borrowed = last.borrowed


_LOSSES = re.compile(
    r"(?:^|[,;] |\b(?:while|and|but|that|said) )(?:own )?(?P<whose>(?:[Tt]he )?[\w-]+(?: [\w-]+)?)(?:['’]s?)? (?:own )?"
    r"(?:losses|casualties) [^,.;]{0,40}?\b(?:were|was|came to|stood at|stand at|at|amounted to|totall?ed|numbered) $"
)
_LOSSES_ON = re.compile(
    r"\b(?:losses|casualties|toll) (?:on|for|among|of) (?P<whose>the [\w-]+(?: [\w-]+)? (?:side|forces|army|troops))"
    r" (?:at|as|to|were|was|came to|stood at)\b[^,;.]{0,20}$"
)
"""Example: "put the losses on the government side at" four dead."""


def losers(group: Group) -> str:
    """Example: "the army's losses came to 8 dead", "rebel losses were put at 12": whose losses the figure gives."""
    before = group.p.text[: group.start]
    found = _LOSSES.search(before) or _LOSSES_ON.search(before)
    return found["whose"].strip() if found is not None else ""


def told_under_title(group: Group, groups: Sequence[Group]) -> str:
    """Example: "Roadside bomb kills at least 6", and below it "At least six people were killed": the same people."""
    p = group.p
    if p.text.rstrip().endswith((".", "!", "?", '"', "”")) or group.parent is not None:
        return ""
    under = (g for g in groups if g.p.number == p.number + 1 and g.harm is group.harm)
    return next((g.victims for g in under if g.value == group.value and g.victims and not g.bare), "")
