"""Events that a verb tells only with its object or with the weapon that is its subject: lexicons/deeds.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from summarizer.engines.offline.chunks import CC, COMMA, NP, REL, STOP, SUB, THAT, VG, P
from summarizer.engines.offline.clause_marks import tells_when
from summarizer.engines.offline.cues import cue_verbs
from summarizer.engines.offline.frames import object_of, subject_of
from summarizer.engines.offline.lexicon import table, words
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.party_names import ARMED, PLAIN_NOUNS, party_nouns
from summarizer.engines.offline.spared import REMAINS
from summarizer.engines.offline.verb_lists import SIMPLE_PAST
from summarizer.normalize.harm import inflect, person_nouns
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import EventType

_PERSON = "person"
_UNTAKEN = words("deeds", "untaken")
_OFFICIALS = words("deeds", "officials")
_LABOUR = words("deeds", "labour")
_FORCES = frozenset({"coalition", "army", "military", "nato", "retaliatory", "precision", "airborne"})
_STRIKING = frozenset({"tore", "ripped", "flattened", "levelled", "leveled", "pulverised"})
_DEATH = frozenset({"killed", "killing", "died", "dead", "wounded", "wounding", "rubble"})
_MEETING_WHERE = frozenset({"in", "on", "at", "for", "to", "again", "there"})
_OWNING_UP = frozenset({"claimed", "claims", "launched", "conducted", "confirmed", "acknowledged", "condemned"})
_WAR = words("deeds", "war")
_WITHDRAWING = frozenset({"withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"})
_RULES = words("deeds", "rules")
_STATE_FORCES = frozenset({"military", "army", "forces", "troops", "staff", "force", "navy"})
_WHERE = re.compile(r"[^,;.]{0,60}?\b(?:in|near|at|outside|around|of|on) (?:the )?(?:[a-z]+ )?[A-Z]")
_VEHICLES = words("deeds", "vehicles")
_ENVOYS = words("deeds", "envoys")


@dataclass(frozen=True, slots=True)
class _Deed:
    type: EventType
    nouns: frozenset[str]
    acts: bool
    """The nouns are the subject, a weapon that acts by itself."""
    by: str


_ORDERED = frozenset({"order", "orders", "ordered", "ordering"})


@cache
def _deeds() -> dict[str, tuple[_Deed, ...]]:
    """Inflected verb -> the deeds it may tell of, in the order of the lexicon."""
    out: dict[str, tuple[_Deed, ...]] = {}
    for row in table("deeds").values():
        nouns = frozenset(form for noun in row.get("objects", row.get("subjects")) for form in _numbers(noun))
        deed = _Deed(EventType(row["type"]), nouns, "subjects" in row, row.get("by", ""))
        for form in {form for entry in row["verbs"] for form in inflect(entry)}:
            out[form] = (*out.get(form, ()), deed)
    return out


def _numbers(noun: str) -> tuple[str, ...]:
    if noun.endswith("man"):
        return noun, f"{noun[:-3]}men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun, f"{noun[:-1]}ies"
    return noun, f"{noun}es" if noun.endswith(("s", "ch", "sh", "x")) else f"{noun}s"


def deed_of(p: Parsed, k: int) -> EventType | None:
    """The type of event that the verb at k tells of by what it is done to or with, None when it tells of none."""
    deeds = _deeds().get(p.head(p.chunks[k]))
    verb = p.chunks[k]
    if p.head(verb) in _ORDERED and k + 1 < len(p.chunks) and p.chunks[k + 1].infinitive:
        return None  # "troops were ordered to shoot"
    beaten_back = verb.b < len(p.words) and p.words[verb.b].low == "back"
    if deeds is None or beaten_back or follows_passive(p, k):
        return None
    subject, target = subject_of(p, k), object_of(p, k)
    subject = _who_is_to(p, k) if subject is None else subject
    if target is not None and p.head(p.chunks[target]) in REMAINS and p.head(verb) in _TAKE:
        return None  # "asked to take the body"
    own = subject
    if verb.passive or (target is None and not verb.passive and _bare_participle(p, k)):
        subject, target = _agent(p, k), subject
    for deed in deeds:
        at = (subject or (None if verb.passive else own)) if deed.acts else target
        if at is None and not deed.acts:
            at = _over(p, k)
        if at is not None and deed.type is EventType.BOMBING and not deed.acts and not _names(p, at, deed):
            at = _over(p, k)
        if at is not None and _names(p, at, deed) and _fits(p, k, deed, subject):
            return deed.type
    return None


_TAKE = frozenset({"take", "took", "taking", "takes"})


def follows_passive(p: Parsed, k: int) -> bool:
    """Example: "a helicopter was shot down by rebels, killing five": the helicopter killed nobody."""
    if p.words[p.chunks[k].head].tag != "VBG" or not k or p.chunks[k - 1].kind != COMMA:
        return False
    main = next((c for c in reversed(p.chunks[:k]) if c.kind == VG), None)
    return main is not None and main.passive


def _bare_participle(p: Parsed, k: int) -> bool:
    """A participle that stands alone: "weapons seized on Monday", "Recovered from the scene were two rifles"."""
    verb = p.chunks[k]
    head = p.words[verb.head]
    return head.tag == "VBN" and verb.b - verb.a == 1 and head.low not in SIMPLE_PAST


def _agent(p: Parsed, k: int) -> int | None:
    for j in range(k + 1, min(k + 5, len(p.chunks) - 1)):
        if p.chunks[j].kind == P and p.head(p.chunks[j]) == "by" and p.chunks[j + 1].kind == NP:
            return j + 1
        if p.chunks[j].kind == VG:
            return None
    return None


def _over(p: Parsed, k: int) -> int | None:
    """Example: "ran over a mine", "stepped on a landmine", "met with the envoy": the object after a particle."""
    for j in range(k + 1, min(k + 3, len(p.chunks) - 1)):
        if (
            p.chunks[j].kind == P
            and p.head(p.chunks[j]) in {"over", "on", "with", "into", "off"}
            and p.chunks[j + 1].kind == NP
        ):
            return j + 1
        if p.chunks[j].kind == NP:
            return None
    return None


def _names(p: Parsed, j: int, deed: _Deed) -> bool:
    """Is the noun phrase at j, or the one after its "of", one of the deed's nouns?"""
    if _PERSON in deed.nouns:
        return _is_people(p, j)
    if _in_phrase(p, j, deed):
        return True
    if j > 1 and p.chunks[j - 1].kind == CC and p.chunks[j - 2].kind == NP and _in_phrase(p, j - 2, deed):
        return True  # "soldiers and National Guard members would be sent"
    after = j + 2 < len(p.chunks) and p.chunks[j + 1].kind == P and p.head(p.chunks[j + 1]) == "of"
    return after and p.chunks[j + 2].kind == NP and _in_phrase(p, j + 2, deed)


def _in_phrase(p: Parsed, j: int, deed: _Deed) -> bool:
    chunk = p.chunks[j]
    low = [w.low for w in p.words[chunk.a : chunk.b]]
    head = chunk.head - chunk.a
    if low[head].startswith("bomber") and ("suicide" in low or (low[head:] == ["bomber"] and head < 2)):
        return False
    return low[head] in deed.nouns or (head > 0 and f"{low[head - 1]} {low[head]}" in deed.nouns)


def _is_people(p: Parsed, j: int) -> bool:
    chunk = p.chunks[j]
    head = p.head(chunk)
    return (head in person_nouns() and head not in _UNTAKEN) or (chunk.det == "prp" and head in {"him", "her", "them"})


def _fits(p: Parsed, k: int, deed: _Deed, subject: int | None) -> bool:
    """Does the one who acts suit the deed?"""
    if deed.type is EventType.ABDUCTION:
        return _carried_off(p, k, subject)
    if deed.type is EventType.OFFENSIVE and p.chunks[k].passive:
        return not (k and p.chunks[k - 1].kind == REL)  # "the operation, which was launched on Monday"
    if deed.by == "officials":
        return subject is not None and _official(p, subject)
    if deed.by == "states":
        placed = _WHERE.match(p.text, p.end(p.chunks[k])) is not None  # else any strike told before would be meant
        return placed and subject is not None and _of_state(p, subject)
    if deed.by == "unarmed":
        return subject is not None and not _armed(p, subject)
    if deed.by == "people":
        return subject is not None and not _armed(p, subject)
    return True


def _carried_off(p: Parsed, k: int, subject: int | None) -> bool:
    """People taken by somebody armed, or taken "hostage", "away", "at gunpoint"."""
    head, verb = p.head(p.chunks[k]), p.chunks[k]
    if "outside" in (w.low for w in p.words[verb.b : verb.b + 7]) and not _away(p, k):
        return False  # "dragged the pair outside and shot them"
    if verb.passive and subject is None:
        return head in {"seized", "captured", "snatched"} or _away(p, k)
    if head == "carrying" and k and p.head(p.chunks[k - 1]) in _VEHICLES:
        return False  # "opened fire on a bus carrying employees"
    if (subject is not None and _armed(p, subject)) or _far_armed(p, k):
        return head not in {"held", "hold", "holds", "holding", "led", "leads", "leading", "lead"} or _away(p, k)
    return head in {"seized", "snatched", "dragged", "marched"} and _away(p, k)


def _far_armed(p: Parsed, k: int) -> bool:
    """Example: "Pirates boarded a ship, shot the cook and took nine sailors": somebody armed opens the clause."""
    for j in range(k - 1, max(k - 16, -1), -1):
        if p.chunks[j].kind == NP and (j == 0 or p.chunks[j - 1].kind in {SUB, THAT, STOP}):
            return _armed(p, j)
    return False


def _official(p: Parsed, j: int) -> bool:
    chunk = p.chunks[j]
    return any(w.low in _OFFICIALS or w.low.removesuffix("s") in _OFFICIALS for w in p.words[chunk.a : chunk.b])


def _of_state(p: Parsed, j: int) -> bool:
    """Are they a state or its forces: "Israel", "Ukraine's military", "(Kyiv said) it", "(Kyiv said) its forces"?"""
    chunk = p.chunks[j]
    if chunk.det in {"prp", "poss"}:
        spoke = next((k for k in range(j - 1, -1, -1) if p.chunks[k].kind == VG), None)
        told = subject_of(p, spoke) if spoke is not None and p.head(p.chunks[spoke]) in cue_verbs() else None
        return told is not None and p.chunks[told].det not in {"prp", "poss"} and _of_state(p, told)
    land = any(country_of(w.text) for w in p.words[chunk.a : chunk.b])
    return land and (p.words[chunk.head].tag == "NNP" or p.head(chunk) in _STATE_FORCES)


def _works(p: Parsed, k: int) -> bool:
    """Example: "Friday's strike by teachers", "the miners' strike": of workers."""
    after = p.chunks[k + 1 : k + 3]
    by = len(after) == 2 and p.head(after[0]) == "by" and not _armed(p, k + 2)
    return by or any(
        w.low in {"'", "’", "’s", "'s"} and w.start > p.start(p.chunks[k])
        for w in p.words[p.chunks[k].a : p.chunks[k].head]
    )


def strike_type(p: Parsed, k: int) -> EventType | None:
    """What the noun "strike" at chunk k tells of: one from the air, one of workers, or nothing."""
    chunk = p.chunks[k]
    inside = {w.low for w in p.words[chunk.a : chunk.head]}
    if not _LABOUR.isdisjoint(inside):
        return EventType.PROTEST
    after = p.chunks[k + 1] if k + 1 < len(p.chunks) else None
    does = next((p.head(c) for c in p.chunks[k + 1 : k + 6] if c.kind == VG), "")
    if does in _STRIKING and not _works(p, k):
        return EventType.AIR_DRONE_STRIKE  # "a strike shortly after midnight tore through tents"
    aimed = after is not None and (
        (after.kind == P and p.head(after) in {"on", "against", "near", "at", "in"})
        or (after.kind == VG and p.head(after) in {"killed", "hit", "destroyed", "wounded", "targeted", "injured"})
    )
    if aimed and k and p.chunks[k - 1].kind == VG and p.head(p.chunks[k - 1]) in _OWNING_UP:
        return EventType.AIR_DRONE_STRIKE  # "claimed a strike on a refinery"
    by_force = bool(inside & _FORCES) or any(country_of(w.text) for w in p.words[chunk.a : chunk.head])
    deadly = not _DEATH.isdisjoint(p.vocabulary)  # "eleven died when a strike hit a school"
    return EventType.AIR_DRONE_STRIKE if aimed and (by_force or deadly or not _WAR.isdisjoint(p.vocabulary)) else None


def _away(p: Parsed, k: int) -> bool:
    end = p.chunks[k].b
    return any(
        w.low in {"hostage", "captive", "prisoner", "away", "off", "gunpoint", "bush"} for w in p.words[end : end + 8]
    )


def withdraws_words(p: Parsed, k: int) -> bool:
    """Example: "withdrew the curfew relaxation": what is withdrawn are neither people nor arms, but words or rules."""
    if p.head(p.chunks[k]) not in _WITHDRAWING:
        return False
    at = object_of(p, k)
    at = subject_of(p, k) if at is None and p.chunks[k].passive else at
    return at is not None and p.head(p.chunks[at]) in _RULES


def negotiators_meet(p: Parsed, k: int) -> bool:
    """Example: "envoys of both sides met in Cairo", "ministers are due to meet on Sunday"."""
    verb = p.chunks[k]
    if p.head(verb) not in {"meet", "met", "meeting"} or verb.passive or verb.negated:
        return False
    whom = object_of(p, k)
    if whom is not None and not tells_when(p, whom):
        return False
    at = subject_of(p, k)
    if at is None and k > 2 and p.chunks[k - 2].kind == VG and p.head(p.chunks[k - 1]) in {"due", "set", "ready"}:
        at = subject_of(p, k - 2)  # "envoys are due to meet in Cairo", "Congo and M23 are due to meet there"
        if at is not None and p.words[p.chunks[at].head].tag == "NNP" and at > 1 and p.chunks[at - 1].kind == CC:
            return True
    at = _who_is_to(p, k) if at is None else at
    after = p.words[verb.b].low if verb.b < len(p.words) else ""
    return at is not None and p.head(p.chunks[at]) in _ENVOYS and (after in _MEETING_WHERE or whom is not None)


def _who_is_to(p: Parsed, k: int) -> int | None:
    """Example: "the president is expected to meet his counterpart": the subject of what is still to be done."""
    due = k > 0 and p.chunks[k - 1].passive and p.head(p.chunks[k - 1]) in {"expected", "scheduled", "set"}
    return subject_of(p, k - 1) if due and p.chunks[k].infinitive else None


def _armed(p: Parsed, j: int) -> bool:
    head = p.head(p.chunks[j])
    if any(w.low == "armed" for w in p.words[p.chunks[j].a : p.chunks[j].b]):
        return True
    kind = party_nouns().get(head) or party_nouns().get(f"{head}s")
    return kind in ARMED or head in PLAIN_NOUNS
