"""Our records as MUC-4 incidents: types mapped, and the relevance rules of that task applied, here and nowhere else.

MUC asks for terrorist acts only: fighting between armed sides, incidents older than two months and summaries over
periods are irrelevant by rule, soldiers and fighters harmed are no targets, and a victim told twice is one victim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from evals.muc4.scores import text_score
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
OLD = 60
"""Days before the article after which an incident is history."""
MANY = 100
"""More dead or injured than any one incident of the corpus has: a toll over a period."""

_CLASHES = {EventType.ARMED_CLASH, EventType.OFFENSIVE}
_STATUSES = {EventStatus.COMPLETED, EventStatus.ONGOING, EventStatus.ATTEMPTED, EventStatus.BACKGROUND}
"""Background is news to MUC while it is young: the murder behind today's funeral."""
_EFFECTS = {Harm.KILLED: "DEATH", Harm.INJURED: "INJURY"}
_FIRE = re.compile(r"\b(?:set (?:fire|ablaze|on fire)|burn(?:ed|t|ing)?|arson|torched)\b", re.IGNORECASE)
_BLAST = re.compile(r"\b(?:bomb\w*|dynamit\w*|explo\w*|grenade\w*|blast\w*)\b", re.IGNORECASE)
_FIGHTERS = re.compile(
    r"\b(?:guerrillas?|rebels?|terrorists?|subversives?|extremists?|insurgents?|soldiers?|troops|combatants?"
    r"|fighters?|militants?|servicemen|army|attackers?|assailants?|kidnappers?|gunmen|paramilitary)\b",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"\b(?:many|hundreds?|thousands?|dozens?|scores|tens|numerous|countless)\b", re.IGNORECASE)


@dataclass
class _Incident:
    type: str
    days: set[date] = field(default_factory=set)
    firm: bool = False
    victims: list[dict[str, Any]] = field(default_factory=list)


def incidents(records: VerifiedRecords, published: date | None = None) -> list[dict[str, Any]]:
    """The incidents of one article, each with its victims; empty when nothing is relevant to MUC.

    Events of one type are one incident unless they have different days: an article tells one in many words. A killing
    that hangs on an arrest or a protest is an attack of its own.
    """
    found: list[_Incident] = []
    home = {e.id: _incident(found, e) for e in records.events if _relevant(e, published)}
    real = [e for e in records.events if e.status in _STATUSES]
    clashes = {e.id for e in real if e.type in _CLASHES}
    beside = {e.id for e in real if e.type not in TYPES}
    for casualty in filter(_counts, records.casualties):
        event = casualty.event_id or ""
        if event in home:
            _add(found, home[event], casualty)
        elif event in beside or (event in clashes and casualty.victim_status == VictimStatus.CIVILIAN):
            _add(found, _of_type(found, "ATTACK"), casualty)
    named = [v for i in found for v in i.victims if v["min"] == v["max"] == 1 and _is_name(v["text"])]
    for incident in found:
        incident.victims = [v for v in incident.victims if not _counts_again(v, named)]
    return [{"type": i.type, "victims": i.victims} for i in found if i.victims or i.firm]


def _incident(found: list[_Incident], event: Event) -> _Incident:
    """The incident an event tells: one of its type on its day, else a new one."""
    kind, day = _type(event), event.time.start
    same = (i for i in found if i.type == kind and (day is None or not i.days or day in i.days))
    incident = next(same, None)
    if incident is None:
        incident = _Incident(kind)
        found.append(incident)
    incident.days |= {day} if day else set()
    incident.firm |= _firm(event)
    return incident


def _of_type(found: list[_Incident], kind: str) -> _Incident:
    incident = next((i for i in found if i.type == kind), None)
    if incident is None:
        incident = _Incident(kind)
        found.append(incident)
    return incident


def _add(found: list[_Incident], incident: _Incident, casualty: Casualty) -> None:
    """A victim told twice in the article is one victim."""
    victim = _victim(casualty)
    if not any(_same(victim, other) for i in found for other in i.victims):
        incident.victims.append(victim)


def _firm(event: Event) -> bool:
    """An incident, not "the attacks" in general: attacks without victims need a day, other types a day or a place.

    Both must stand in the event's own words: what the engine takes from around it makes nothing firm.
    """
    said = " ".join(e.quote for e in event.evidence)
    dated = event.time.start is not None and (event.time.text or "") in said
    placed = event.location.place is not None and event.location.place in said
    return dated or (event.type != EventType.ATTACK and placed)


def _relevant(event: Event, published: date | None) -> bool:
    if event.type not in TYPES or event.type in _CLASHES or event.status not in _STATUSES:
        return False
    start = event.time.start
    return not (published and start and (published - start).days > OLD)


def _type(event: Event) -> str:
    said = " ".join(e.quote for e in event.evidence)
    if event.type == EventType.DESTRUCTION:
        if _FIRE.search(said):
            return "ARSON"
        return "BOMBING" if _BLAST.search(said) else "ATTACK"
    return TYPES[event.type]


def _counts(casualty: Casualty) -> bool:
    """A target of an incident, with a number that belongs to it."""
    if casualty.harm not in _EFFECTS or casualty.scope != Scope.INCIDENT or casualty.subset_of:
        return False
    if _FIGHTERS.search(casualty.victims):
        return False
    count = casualty.count
    if count.modifier == CountModifier.VAGUE and _LOOSE.search(count.text):
        return False
    return count.value != 0 and count.modifier != CountModifier.UNQUANTIFIED and (count.min or 0) <= MANY


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    alike = text_score([one["text"]], [other["text"]]) >= 0.5
    return alike and one["effect"] == other["effect"] and one["min"] == other["min"]


def _is_name(text: str) -> bool:
    first, _, rest = text.partition(" ")
    return bool(rest) and first not in {"THE", "A", "AN", "HIS", "HER", "THEIR", "ANOTHER", "ONE"}


def _counts_again(victim: dict[str, Any], named: list[dict[str, Any]]) -> bool:
    """Example: "TWO REPORTERS" where two people are named: the key lists the names."""
    alike = sum(v["effect"] == victim["effect"] for v in named)
    return bool(victim["min"] == victim["max"] and 1 < alike == victim["min"])


def _victim(casualty: Casualty) -> dict[str, Any]:
    low, high = _bounds(casualty.count)
    return {"text": casualty.victims.upper(), "effect": _EFFECTS[casualty.harm], "min": low, "max": high}


def _bounds(count: Count) -> tuple[int | None, int | None]:
    """MUC's notation: "several" is two or more, "about 100" is 100, "up to 30" is at most 30."""
    if count.modifier == CountModifier.VAGUE:
        return 2, None
    if count.modifier == CountModifier.ABOUT:
        return count.best, count.best
    low = next((v for v in (count.min, count.best, count.max) if v is not None), None)
    return low, count.max
