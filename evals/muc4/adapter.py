"""Our records as MUC-4 incidents: types mapped, and the relevance rules of that task applied, here and nowhere else.

MUC asks for terrorist acts only: fighting between armed sides, old incidents and summaries are irrelevant by rule, and
soldiers or fighters harmed in combat are no targets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from summarizer.records.values import Count
from summarizer.records.verified import Casualty, Event, VerifiedRecords
from summarizer.records.vocabulary import CountModifier, EventStatus, EventType, Harm, Scope, VictimStatus

TYPES = {
    EventType.ARMED_CLASH: "ATTACK",
    EventType.OFFENSIVE: "ATTACK",
    EventType.ATTACK: "ATTACK",
    EventType.AIR_DRONE_STRIKE: "ATTACK",
    EventType.SHELLING: "ATTACK",
    EventType.CHEMICAL_ATTACK: "ATTACK",
    EventType.SEXUAL_VIOLENCE: "ATTACK",
    EventType.BOMBING: "BOMBING",
    EventType.SUICIDE_ATTACK: "BOMBING",
    EventType.ABDUCTION: "KIDNAPPING",
    EventType.DESTRUCTION: "ATTACK",
}
_CLASHES = {EventType.ARMED_CLASH, EventType.OFFENSIVE}
_STATUSES = {EventStatus.COMPLETED, EventStatus.ONGOING, EventStatus.ATTEMPTED}
_FIRE = re.compile(r"\b(?:set (?:fire|ablaze|on fire)|burn(?:ed|t|ing)?|arson|torched)\b", re.IGNORECASE)
_BLAST = re.compile(r"\b(?:bomb\w*|dynamit\w*|explo\w*|grenade\w*|blast\w*)\b", re.IGNORECASE)
_TAKEN = re.compile(r"\b(?:kidnap\w*|abduct\w*|hostages?)\b", re.IGNORECASE)
_ROBBED = re.compile(r"\b(?:robb\w*|stole\w*|looted)\b", re.IGNORECASE)
_EFFECTS = {Harm.KILLED: "DEATH", Harm.INJURED: "INJURY"}
_FIGHTERS = re.compile(
    r"\b(?:guerrillas?|rebels?|terrorists?|subversives?|extremists?|insurgents?|soldiers?|troops|combatants?|fighters?"
    r"|militants?|servicemen|army|FMLN|rebels?)\b",
    re.IGNORECASE,
)


def incidents(records: VerifiedRecords) -> list[dict[str, Any]]:
    """The incidents of one article, each with its victims; empty when nothing is relevant to MUC."""
    events = [e for e in records.events if _relevant(e)]
    grouped: dict[str, dict[str, Any]] = {}
    home: dict[str, str] = {}
    for event in events:
        kind = _type(event)
        grouped.setdefault(kind, {"type": kind, "victims": []})
        home[event.id] = kind
    dropped = {e.id for e in records.events} - home.keys()
    for casualty in records.casualties:
        if casualty.event_id in dropped or not _counts(casualty):
            continue
        kind = home.get(casualty.event_id or "") or _default(grouped, casualty)
        grouped.setdefault(kind, {"type": kind, "victims": []})["victims"].append(_victim(casualty))
    return list(grouped.values())


def _relevant(event: Event) -> bool:
    return event.type in TYPES and event.status in _STATUSES and event.type not in _CLASHES


def _type(event: Event) -> str:
    said = " ".join(e.quote for e in event.evidence)
    if event.type == EventType.DESTRUCTION:
        if _FIRE.search(said):
            return "ARSON"
        return "BOMBING" if _BLAST.search(said) else "ATTACK"
    return TYPES[event.type]


def _counts(casualty: Casualty) -> bool:
    if casualty.harm not in _EFFECTS or casualty.scope != Scope.INCIDENT or casualty.subset_of:
        return False
    if casualty.victim_status == VictimStatus.COMBATANT and _FIGHTERS.search(casualty.victims):
        return False
    return casualty.count.value != 0 and casualty.count.modifier != CountModifier.UNQUANTIFIED


def _default(grouped: Iterable[str], casualty: Casualty) -> str:
    """The incident for a casualty that hangs on no event: the one that exists, else by its own words."""
    kinds = list(grouped)
    if len(kinds) == 1:
        return kinds[0]
    said = " ".join(e.quote for e in casualty.evidence)
    return "BOMBING" if _BLAST.search(said) else "ATTACK"


def _victim(casualty: Casualty) -> dict[str, Any]:
    low, high = _bounds(casualty.count)
    return {"text": casualty.victims.upper(), "effect": _EFFECTS[casualty.harm], "min": low, "max": high}


def _bounds(count: Count) -> tuple[int | None, int | None]:
    """MUC's notation: "several" is two or more, "about 100" is 100, "up to 30" is at most 30."""
    if count.modifier == CountModifier.VAGUE:
        return max(2, min(count.min or 2, 2)), None
    if count.modifier == CountModifier.ABOUT:
        return count.best, count.best
    low = count.min if count.min is not None else (count.best if count.best is not None else count.max)
    return low, count.max
