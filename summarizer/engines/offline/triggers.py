"""The words that tell of an event: phrases, verbs and nouns of lexicons/events.toml, if the clause bears them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summarizer.engines.offline.chunks import NP, VG, P
from summarizer.engines.offline.deeds import deed_of, follows_passive, negotiators_meet, strike_type, withdraws_words
from summarizer.engines.offline.frames import object_of, subject_of
from summarizer.engines.offline.ground import drives_out, takes_place
from summarizer.engines.offline.guards import tells
from summarizer.engines.offline.happening import Trigger
from summarizer.engines.offline.history import is_of_past, who_fights
from summarizer.engines.offline.lexicon import Phrases, forms, table, words
from summarizer.engines.offline.one_deed import SPARKING
from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.prior_deeds import answers
from summarizer.engines.offline.tagger import Word
from summarizer.engines.offline.turns_of_phrase import turns_of_phrase
from summarizer.normalize.harm import inflect, person_nouns
from summarizer.records.vocabulary import EventType

_BLASTS = words("triggers", "blasts")
# Nouns of these types count before other nouns as well: "protest march", "riot police" apart.
_MODIFIERS = frozenset({EventType.PROTEST, EventType.RIOT})
# A general trigger beside one of these in the same clause is the same event in general words.
_SPECIFIC: dict[EventType, tuple[EventType, ...]] = {
    EventType.ATTACK: (
        EventType.AIR_DRONE_STRIKE,
        EventType.SHELLING,
        EventType.BOMBING,
        EventType.SUICIDE_ATTACK,
        EventType.CHEMICAL_ATTACK,
        EventType.ARMED_CLASH,
        EventType.ABDUCTION,
    ),
    EventType.BOMBING: (EventType.AIR_DRONE_STRIKE, EventType.SUICIDE_ATTACK, EventType.SHELLING),
    EventType.DESTRUCTION: (EventType.AIR_DRONE_STRIKE, EventType.SHELLING, EventType.BOMBING),
    EventType.TROOP_MOVEMENT: (EventType.OFFENSIVE,),
    EventType.OTHER: (EventType.BOMBING, EventType.SHELLING, EventType.AIR_DRONE_STRIKE),
}


_STRIKES = frozenset({"strike", "strikes"})
_HOURS_AFTER = re.compile(
    r"\b(?:hours?|minutes|days?|weeks?|months?|years?|decades?|shortly|soon) (?:after|before) (?!that\b|the (?:attack"
    r"|blast|raid)\b)"
    r"|, (?:while|whereas) (?:an?|the|another|two|three|four|five|in|gunmen|\d+)\b|; ",
    re.IGNORECASE,
)
_RAIDS = frozenset({"raid", "raids", "raided", "raiding", "swoop", "burst into", "stormed a", "stormed the"})
_ORES = words("triggers", "ores")
_CAPTORS = frozenset({"captors", "kidnappers"})
_THREATENING = words("triggers", "threatening")
_REPELLED = frozenset({"repelled", "repulsed", "repel", "repulse", "repels", "repelling", "repulsing"})


@cache
def event_words(group: str) -> frozenset[str]:
    """The nouns of one group of the lexicon of events that is no event type ("air", "weapons")."""
    return frozenset(table("events")[group]["nouns"])


@cache
def _types() -> tuple[EventType, ...]:
    return tuple(EventType(name) for name in table("events") if name not in {"air", "weapons"})


@cache
def _verb_triggers() -> dict[str, EventType]:
    out: dict[str, EventType] = {}
    for kind in _types():
        for form in forms("events", kind.value) if "verbs" in table("events")[kind.value] else {}:
            out.setdefault(form, kind)
    return out


@cache
def _special(kind: str, key: str) -> frozenset[str]:
    return frozenset(form for entry in table("events")[kind].get(key, ()) for form in inflect(entry))


@cache
def _noun_triggers() -> dict[str, EventType]:
    out: dict[str, EventType] = {}
    for kind in _types():
        for noun in table("events")[kind.value].get("nouns", ()):
            out.setdefault(noun, kind)
    return out


@cache
def _phrase_triggers() -> Phrases[EventType]:
    out: dict[str, EventType] = {}
    for kind in _types():
        for phrase in table("events")[kind.value].get("phrases", ()):
            out.setdefault(phrase, kind)
    return Phrases(out.items())


@cache
def _weapon_nouns() -> frozenset[str]:
    return frozenset(table("events")["bombing"]["weapon_nouns"])


@cache
def _nouns() -> frozenset[str]:
    """All nouns of the lexicon that may tell of an event."""
    return _weapon_nouns() | frozenset(_noun_triggers()) | _STRIKES


_BY_A_MOB = re.compile(r"\bby an? (?:\w+ ){0,2}mob$", re.IGNORECASE)
_CAR_BOMB = re.compile(r"\b(?:car|truck|roadside|motorcycle|bicycle|nail|lorry|van) bombs?\b", re.IGNORECASE)


def triggers_in(p: Parsed) -> list[Trigger]:
    """The triggers of a sentence in order of text.

    One inside a longer one, or a general one beside a specific one of the same clause, is left out.
    """
    found = [x for x in _all_triggers(p) if tells(p, x.type, x.start, x.end, x.k)]
    kept = []
    for item in sorted(found, key=lambda x: (x.start, x.start - x.end)):
        size = item.end - item.start
        longer = (x for x in found if x.start <= item.start and item.end <= x.end and x.end - x.start > size)
        if any(item.type not in _SPECIFIC.get(x.type, ()) for x in longer):
            continue
        rivals = _SPECIFIC.get(item.type, ())
        if item.type is EventType.ATTACK and p.text[item.start : item.end].lower() in _RAIDS:
            rivals = (*rivals, EventType.ARREST, EventType.RELEASE)
        if item.type is EventType.ATTACK and p.chunks[item.k].kind == VG:
            rivals = tuple(x for x in rivals if x is not EventType.ABDUCTION)
        if item.type is EventType.RIOT and _BY_A_MOB.search(p.text[: item.end]):
            rivals = (EventType.ATTACK,)  # "lynched by a mob"
        if item.type is EventType.ARMED_CLASH and _repels_fire(p, item, found):
            rivals = (*rivals, EventType.AIR_DRONE_STRIKE, EventType.SHELLING)
        if item.type is EventType.BOMBING and _CAR_BOMB.search(p.text[max(0, item.start - 12) : item.end]):
            rivals = tuple(x for x in rivals if x is not EventType.SHELLING)  # no shell is a car bomb
        rivals = tuple(x for x in rivals if x is not EventType.ARMED_CLASH or not _sparks(p, item, found))
        near = (x for x in found if x.type in rivals and abs(item.start - x.start) < 160)
        if any(not _apart_in_time(p, item, x) and not who_fights(p, x.start, x.end) for x in near):
            continue
        kept.append(item)
    return kept


def _sparks(p: Parsed, item: Trigger, found: list[Trigger]) -> bool:
    """Example: "stormed a base, sparking a gun battle": the verb tells who did it."""
    fights = (x.start for x in found if x.type is EventType.ARMED_CLASH and x.start > item.end)
    return p.chunks[item.k].kind == VG and any(SPARKING.search(p.text[item.end : start]) for start in fights)


def _repels_fire(p: Parsed, item: Trigger, found: list[Trigger]) -> bool:
    """Example: "repelled a missile attack"; not "repelled an assault that followed the bombardment"."""
    if p.text[item.start : item.end].lower() not in _REPELLED:
        return False
    fire = {EventType.AIR_DRONE_STRIKE, EventType.SHELLING}
    between = (p.text[item.end : x.start] for x in found if x.type in fire and x.start > item.end)
    return all(_FOLLOWING.search(text) is None for text in between)


_FOLLOWING = re.compile(r"\b(?:that|which|after|before|following|amid)\b")
_OPENING_AFTER = re.compile(r"[^,.;]{0,24}?\b(?:hours?|days?|weeks?|months?|years?) after [^,.;]{5,90},", re.IGNORECASE)


def _apart_in_time(p: Parsed, one: Trigger, other: Trigger) -> bool:
    """Example: "the blast came hours after gunmen shot dead a chief", ", while a man was shot dead": two events."""
    between = p.text[min(one.end, other.end) : max(one.start, other.start)]
    later = max(one, other, key=lambda x: x.start)
    if answers(p, min(one, other, key=lambda x: x.start), later):
        return True
    opening = _OPENING_AFTER.match(p.text)
    if opening is not None and min(one.end, other.end) <= opening.end() <= later.start:
        return True  # "Two days after rebels killed 14, the army said it had hit 30 in air strikes"
    return _HOURS_AFTER.search(between) is not None or is_of_past(
        p.text[max(0, later.start - 60) : later.start].lower()
    )


def _all_triggers(p: Parsed) -> Iterator[Trigger]:
    if not _phrase_triggers().first_words.isdisjoint(p.vocabulary):
        yield from _phrases(p)
    yield from (Trigger(kind, start, end, _chunk_at(p, start)) for kind, start, end in turns_of_phrase(p))
    air = not event_words("air").isdisjoint(p.vocabulary) or {"air", "force"} <= p.vocabulary
    nouns = not _nouns().isdisjoint(p.vocabulary)
    for k, chunk in enumerate(p.chunks):
        if chunk.kind == VG:
            kind = _verb_type(p, k, air=air)
            if kind is not None:
                word = p.words[chunk.head]
                yield Trigger(kind, word.start, word.end, k)
        elif nouns and chunk.kind == NP:
            yield from _noun_phrase(p, k)


def _phrases(p: Parsed) -> Iterator[Trigger]:
    """The set phrases, the longest of each place, none overlapping and none inside a compound ("anti-air strike")."""
    low, done = p.text.lower(), 0
    for start, end, kind in _phrase_triggers().find(low):
        if start >= done and low[start - 1 : start] != "-":
            yield Trigger(kind, start, end, _chunk_at(p, start))
            done = end


def _chunk_at(p: Parsed, offset: int) -> int:
    return next((i for i, chunk in enumerate(p.chunks) if p.end(chunk) > offset), len(p.chunks) - 1)


def _noun_phrase(p: Parsed, k: int) -> Iterator[Trigger]:
    chunk = p.chunks[k]
    head = p.words[chunk.head]
    if chunk.a and p.words[chunk.a - 1].low == "in" and head.low == "advance":
        return
    if head.low in _weapon_nouns() and _goes_off(p, k):
        yield Trigger(EventType.BOMBING, head.start, head.end, k)
    if head.low in _STRIKES and (kind := strike_type(p, k)) is not None:
        yield Trigger(kind, head.start, head.end, k)
    for i in range(chunk.a, chunk.b):
        kind = _noun_triggers().get(p.words[i].low)
        if kind is EventType.ATTACK and i > chunk.a and p.words[i - 1].low in _weapon_nouns():
            kind = EventType.BOMBING  # "a motorcycle bomb attack"
        if p.words[i].low in _CAPTORS and k + 1 < len(p.chunks) and p.head(p.chunks[k + 1]) in _THREATENING:
            continue  # "the kidnappers threatened to"
        if kind is not None and (i == chunk.head or kind in _MODIFIERS):
            yield Trigger(kind, p.words[i].start, p.words[i].end, k)


def _verb_type(p: Parsed, k: int, *, air: bool) -> EventType | None:
    """The type of event that the verb at k tells of. `air`: the sentence names aircraft or drones."""
    head = p.head(p.chunks[k])
    if withdraws_words(p, k):
        return None
    if negotiators_meet(p, k):
        return EventType.TALKS
    deed = deed_of(p, k)
    if deed is not None and deed is not EventType.BOMBING:
        return deed
    if air and head in _special("air_drone_strike", "air_verbs") and _by_air(p, k):
        return EventType.AIR_DRONE_STRIKE
    if head in _special("territory_change", "place_verbs") and takes_place(p, k):
        return EventType.TERRITORY_CHANGE
    if drives_out(p, k):
        return EventType.TERRITORY_CHANGE
    kind = deed or _verb_triggers().get(head)
    if kind in {EventType.RELEASE, EventType.ARREST} and not _has_people(p, k):
        return None
    return kind


def _goes_off(p: Parsed, k: int) -> bool:
    """A bomb that does something: explodes, kills, or is what somebody was killed by."""
    if p.head(p.chunks[k]).startswith("mine") and not _ORES.isdisjoint(w.low for w in p.words[: p.chunks[k].b]):
        return False
    if k and p.chunks[k - 1].kind == P and p.head(p.chunks[k - 1]) == "by":
        return True
    after = p.chunks[k + 1] if k + 1 < len(p.chunks) else None
    return after is not None and after.kind == VG and p.head(after) in _BLASTS


def _by_air(p: Parsed, k: int) -> bool:
    """Are aircraft the subject of the verb at k, or drones, jets and bombs dropped its instrument?"""
    subject = subject_of(p, k) if not (p.chunks[k].passive or follows_passive(p, k)) else None
    who = p.words[p.chunks[subject].a : p.chunks[subject].b] if subject is not None else []
    end = p.chunks[k].b
    with_what = next((i for i in range(end, min(end + 9, len(p.words))) if p.words[i].low in {"with", "by"}), None)
    after = p.words[with_what : with_what + 4] if with_what is not None else []
    craft = event_words("air") - {"missile", "missiles"}
    return (
        (any(w.low in craft for w in (*who, *after)) or [w.low for w in who][-2:] == ["air", "force"])
        and not any(w.low == "suicide" for w in who)
        and not _lone_bomber(who)
    )


def _lone_bomber(who: list[Word]) -> bool:
    """Example: "a bomber struck": "bomber" alone under an article is a man, "bombers" and "a Su-24 bomber" fly."""
    return len(who) <= 2 and bool(who) and who[-1].low == "bomber"


def _has_people(p: Parsed, k: int) -> bool:
    """Is the object of the verb at k, or its subject where it is passive, people?"""
    verb = p.chunks[k]
    for j in (object_of(p, k), subject_of(p, k) if verb.passive else None):
        if j is not None and _can_be_people(p, j):
            return True
    by_them = k > 0 and p.chunks[k - 1].det == "prp"
    return p.words[verb.head].tag == "VBN" and not verb.perfect and not by_them and object_of(p, k) is None


def _can_be_people(p: Parsed, j: int) -> bool:
    chunk = p.chunks[j]
    if chunk.count is not None or chunk.det == "prp":
        return True
    return p.head(chunk) in person_nouns() or p.words[chunk.head].tag == "NNP"
