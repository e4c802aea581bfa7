"""Which words of one sentence tell the same deed."""

from __future__ import annotations

import re

from summarizer.engines.offline.bearings import elsewhere, other_day
from summarizer.engines.offline.happening import LIVE, Happening, fill_gaps
from summarizer.engines.offline.party import BY_DEED
from summarizer.engines.offline.party_names import STATE
from summarizer.engines.offline.scope_words import SEVERAL_MORE
from summarizer.normalize.harm import inflect
from summarizer.normalize.places import find_places
from summarizer.records.vocabulary import EventType

KILLING = frozenset(
    form
    for verb in (
        "kill",
        "murder",
        "slay: slays slew slain slaying",
        "neutralise",
        "neutralize",
        "eliminate",
        "liquidate",
    )
    for form in inflect(verb)
)
"""The verbs that tell of a killing and nothing of how it was done."""
_BY_MEANS = re.compile(
    r"^[^,;.]*\b(?:in|during) (?:an?|the|separate|two|three|several) (?:[\w-]+ ){0,2}$", re.IGNORECASE
)
_ASSAULTS = frozenset({EventType.ATTACK, EventType.OFFENSIVE, EventType.ARMED_CLASH, EventType.TERRITORY_CHANGE})
_GROUND = frozenset({EventType.ARMED_CLASH, EventType.OFFENSIVE, EventType.TERRITORY_CHANGE})
_PRISONERS = re.compile(r"(?:taking|capturing|took|captured) (?:[\w,]+ ){1,4}prisoners?\b", re.IGNORECASE)
SPARKING = re.compile(
    r", (?:sparking|triggering|igniting|prompting|provoking|setting off|leading to|which (?:sparked|triggered|led to))"
    r" (?:an? |the )?(?:[\w-]+ ){0,2}$"
)
"""Before a fight that an assault became."""
_IN_WHICH = re.compile(r"(?: (?:in|on|at|near) [^,;.]{2,40})?,? in which [^,;.]{2,60}")
_THAT = re.compile(r"(?: [^,;.]{2,60})?,? (?:that|which) (?:had )?")
_GERUND = re.compile(r"[a-z]+ing\b", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\ba separate (?:[\w-]+ )?$"
    r"|^(?:In (?:another|(?:yet )?another|a (?:separate|second|third|fourth)) (?:[\w-]+ )?"
    r"(?:incident|attack|case|engagement|operation|encounter|raid|strike|clash|ambush)"
    r"|(?:Separately|Elsewhere),"
    r"|\w+ (?:days?|weeks?|months?) (?:earlier|before),"
    r"|(?:[\w-]+ ){0,3}(?:minutes?|hours?|days?|weeks?) after (?:the|that|this|those|their|its) (?:[\w'’-]+ ){0,3}"
    r"(?:attacks?|raids?|(?:air)?strikes?|ambush|bombings?|blasts?|explosions?|shootings?|killings?|assault|massacre),"
    r"(?! (?:[\w'’-]+ ){1,6}(?:said|says|told|claimed|put|reported|confirmed|raised)\b))",
    re.IGNORECASE,
)
"""Before a deed that is none told before."""
ATTACKERS = BY_DEED | {"suspect", "gunman", "gunmen", "shooter", "bomber"}
"""Nouns of who did a deed, whom forces of a state may shoot at its end."""
_NAMED_DEED = re.compile(r"\b(?:after|in|over|following|from) ([A-Z][\w'’-]+) $")
_LADEN = frozenset({"explosives", "explosive-laden", "bomb", "car-bomb"})
_ON_AND = re.compile(r"[^;:]*(?:, (?:and )?|\band )(?:\w+ly |in the process )?$")


BEFORE_HE_WAS = re.compile(
    r"\b(?:before|until) (?:he|she|they|the \w+) (?:was|were|had been) (?:\w+ly )?$", re.IGNORECASE
)


_SPAN_BETWEEN = re.compile(r"\b(?:(?:minute|hour|day|night|week|month|year)s?) (?:after|before)\b", re.IGNORECASE)
"""Example: "hours after" soldiers killed four: a clause with a deed of its own."""
_EARLIER = re.compile(r"\b(?:earlier|before|previously)$|\bthe previous (?:day|night|week|month)$", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r"[,;]| (?:as|while|when) ")


def timed_apart(a: Happening, b: Happening) -> bool:
    """Example: "wounded in a stabbing, hours after troops killed four", "killed two, as ... hit a day earlier"."""
    first, second = sorted((a, b), key=lambda e: e.at)
    if any(p is not b.p for p, _, _ in a.mentions):
        return False
    between = a.p.text[first.at[1] : second.at[0]]
    if _SPAN_BETWEEN.search(between) is not None:
        return second.strength > 1
    own = second.time is not None and _EARLIER.search(second.time) is not None
    return own and _NEW_CLAUSE.search(between) is not None and a.p.text.find(second.time or "") >= second.at[1]


def give_up_time(deed: Happening, later: Happening) -> None:
    """Example: "killed two, as ... hit a day earlier": the time behind the second deed is not the first one's."""
    if deed.time == later.time and deed.time is not None and deed.p.text.find(deed.time) >= later.at[1]:
        deed.time = None


def apart(a: Happening, b: Happening) -> bool:
    """Are two mentions of one type in one sentence two events: news and history, or in two towns?"""
    if timed_apart(a, b):
        return True
    if b.at[0] > a.at[1] and b.actors and BEFORE_HE_WAS.search(b.p.text[: b.at[0]]):
        return True  # "wounded three people before he was killed by soldiers"
    if (a.status is not b.status and not {a.status, b.status} <= LIVE) or elsewhere(a, b) or other_day(a.time, b.time):
        return True
    return bool(a.strength > 1 < b.strength and a.actors and b.actors and not any(x in a.actors for x in b.actors))


def is_retold(event: Happening, found: list[Happening]) -> bool:
    """Example: "shot dead two insurgents in a raid", "were killed in an attack by rebels": the verb tells it."""
    if event.type is not EventType.ATTACK or event.strength > 1 or event.targets:
        return False
    told = (e for e in found if e.type is EventType.ARMED_CLASH and e.strength > 1 and e.status is event.status)
    by_means = [e for e in told if _BY_MEANS.search(event.p.text[e.at[1] : event.at[0]])]
    for e in by_means:
        if all(x in e.actors for x in event.actors):
            fill_gaps(e, event)
            return True
    return False


def is_effect(event: Happening, found: list[Happening]) -> bool:
    """Example: "gunmen stormed the town, setting homes on fire": what the assault left behind, no second event."""
    if event.type is not EventType.DESTRUCTION or not event.live or _GERUND.match(event.p.text, event.at[0]) is None:
        return False
    before = event.p.text[: event.at[0]]
    return _ON_AND.fullmatch(before) is not None and any(e.violent and e.live and e.at[1] < event.at[0] for e in found)


def is_sparked(event: Happening, found: list[Happening]) -> bool:
    """Example: "stormed a base, sparking an hours-long gun battle": the fight that the assault became."""
    if event.type is not EventType.ARMED_CLASH or event.strength > 1 or event.actors:
        return False
    if event.p.text.startswith(" in which", event.at[1]):
        return False  # "sparking clashes in which soldiers killed two"
    for e in found:
        stormed = e.type in _ASSAULTS - {EventType.TERRITORY_CHANGE} and e.strength > 1
        if stormed and SPARKING.search(event.p.text[e.at[1] : event.at[0]]):
            e.type = EventType.ARMED_CLASH
            fill_gaps(e, event)
            return True
    return False


def is_taking_in(event: Happening, found: list[Happening]) -> bool:
    """Example: "repelled the assault, killing 100 fighters and taking nine prisoner": part of the fight."""
    if event.type is not EventType.ABDUCTION or _PRISONERS.match(event.p.text, event.at[0]) is None:
        return False
    return any(e.type in _GROUND and e.live and e.at[0] < event.at[0] for e in found)


def is_toll_of(event: Happening, found: list[Happening]) -> bool:
    """Example: "after an offensive in Catatumbo in which 80 people were killed": its toll, no second event."""
    if not event.weak or event.actors:
        return False
    text = event.p.text
    for e in found:
        if e.violent and e.strength < 2 and e.at[1] < event.at[0]:
            between = text[e.at[1] : event.at[0]]
            if _IN_WHICH.fullmatch(between) or (e.earlier and _THAT.fullmatch(between)):
                return True
    return False


def is_part_of(event: Happening, found: list[Happening]) -> bool:
    """Is a mention part of a deed told before in its sentence, which then knows what it tells?"""
    parts = (is_retold, goes_on, is_effect, is_toll_of, is_taking_in, is_sparked)
    return any(part(event, found) for part in parts)


def goes_on(event: Happening, found: list[Happening]) -> bool:
    """Example: "gunmen stormed a post, killing 11 soldiers": the killing is what the assault did, no second event."""
    p, at = event.p, event.at
    if event.strength < 2 or p.text[slice(*at)].lower() not in KILLING or not event.actors:
        return False
    told = (e for e in reversed(found) if e.type in _ASSAULTS and e.strength > 1 and not apart(e, event))
    for e in told:
        between = p.text[e.at[1] : at[0]]
        if e.at[1] < at[0] and _ON_AND.fullmatch(between) and all(x in e.actors for x in event.actors):
            if event.type is EventType.ARMED_CLASH and e.type in {EventType.ATTACK, EventType.OFFENSIVE}:
                e.type = event.type  # who was killed shows whom it was done to
            fill_gaps(e, event)
            return True
    return False


def is_another(event: Happening, told: list[Happening]) -> bool:
    """Do the words before the deed, or its own, say that it comes on top: "a separate raid", "two more attacks"?"""
    text, (start, end) = event.p.text, event.at
    more = SEVERAL_MORE.search(text[max(0, start - 60) : end]) is not None and text[slice(*event.at)].endswith("s")
    opens = _ANOTHER.search(text[:start])
    if opens is not None and " after " in opens.group() and any(e.p is event.p for e in told):
        return more  # "Hours after the blast, gunmen stormed a post, killing two": one deed on top, not two
    return more or opens is not None


def is_parted(told: Happening, event: Happening) -> bool:
    """Example: "Truck bomb kills two; rebel factions clash": two deeds of one headline."""
    return any(
        p is event.p and ";" in p.text[min(at[1], event.at[1]) : max(at[0], event.at[0])] for p, at, _ in told.mentions
    )


def ends_attacker(event: Happening) -> bool:
    """Example: "the suspect was shot dead by officers": what ended an attack, and no part of what he did in it."""
    by_state = bool(event.actors) and all(x.type in STATE for x in event.actors)
    return by_state and bool(event.targets) and all(x.head in ATTACKERS for x in event.targets)


def without_ends(events: list[Happening]) -> list[Happening]:
    """The events, without those that ended an attacker where the attack itself is among them."""
    deeds = [e for e in events if not ends_attacker(e)]
    return deeds if any(e.live and e.violent for e in deeds) else events


def is_named_by_place(event: Happening) -> bool:
    """Example: "three police killed in Chabahar attack": in the short words of a title, the attack told of there."""
    named = _NAMED_DEED.search(event.p.text[: event.at[0]])
    return named is not None and event.place is None and not event.targets and bool(find_places(f"in {named[1]}"))


def with_explosives(told: Happening, event: Happening) -> bool:
    """Example: "drove a car laden with explosives into the gate ... the vehicle exploded": the same blast."""
    return event.type is EventType.BOMBING and any(not _LADEN.isdisjoint(p.vocabulary) for p, _, _ in told.mentions)


_ACCOUNT = re.compile(r"\b(?:said|says|claimed|claims|reported|according to|statement)\b")
_NEXT = re.compile(
    r"\b(?:later|then|revenge|response|retaliat\w+|reprisal|separate\w*|another|last|earlier)\b", re.IGNORECASE
)
_TOGETHER = 4
"""Paragraphs in which the two sides of a fight give their accounts."""


def from_the_other_side(a: Happening, b: Happening) -> bool:
    """Example: "rebels stormed a base ... the army said it had killed 40 rebels": one fight, told by both sides."""
    mirrored = a.type is EventType.ARMED_CLASH and a.actors and b.actors and b.targets
    near_by = b.p.sentence.paragraph - a.mentions[-1][0].sentence.paragraph <= _TOGETHER
    near_by = near_by and b.time is None and _ACCOUNT.search(b.p.text) is not None and not _NEXT.search(b.p.text)
    return (
        bool(mirrored) and near_by and all(x in a.targets for x in b.actors) and all(x in a.actors for x in b.targets)
    )
