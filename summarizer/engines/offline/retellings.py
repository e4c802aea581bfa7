"""Sentences that tell again, in other words, of an event told before: whose it is that they tell."""

from __future__ import annotations

import re

from summarizer.engines.offline.bearings import elsewhere, may_be_theirs, near, other_day
from summarizer.engines.offline.happening import Happening
from summarizer.engines.offline.one_deed import KILLING
from summarizer.engines.offline.party_names import REBEL
from summarizer.records.vocabulary import ActorType, EventType

_ONE_SIDED = frozenset(
    {EventType.ATTACK, EventType.AIR_DRONE_STRIKE, EventType.SHELLING, EventType.BOMBING, EventType.SUICIDE_ATTACK}
)
_OCCURRED = re.compile(r" (?:\w+ )?(?:occurred|took place|happened|came|unfolded|began|started)\b[^.;]*\bwhen\b")
_CLAIMED = re.compile(
    r"\bclaim(?:ed|s|ing) (?:responsibility\b|(?:the|this|that|\w+day['’]s) (?:\w+ )?(?:attack|ambush|raid|assault"
    r"|bombing|blast|shooting|killing|strike|operation)s?\b)|\btook responsibility\b"
    r"|\bit was behind (?:the|that|this)\b",
    re.IGNORECASE,
)
"""Before a deed: whoever says so tells what was done in the attack that is known."""
_REPORTED = re.compile(r"\b(?:said|says|saying|added|adding|announced|boasted|claim(?:ed|s|ing)|that)\b")
_FURTHER_DEED = re.compile(
    r"\b(?:separately|also|another)\b|, and (?!said|says|added|claimed|that)|,? and,", re.IGNORECASE
)
_MEANS = ("tear gas", "teargas", "water cannon", "rubber", "fired", "used", "fire", "use")
_THE_VICTIM = re.compile(r"The (?:[\w-]+ ){1,2}(?:was|were) (?:\w+ )?$")
_THEY = re.compile(r"\bthey\b[^.;]{0,60}$", re.IGNORECASE)
_MY_SIDE = re.compile(r"\b(?:our|my|we)\b[^.;]{0,20}$", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:have|has|['’]ve) $", re.IGNORECASE)


def told_again(out: list[Happening], event: Happening) -> Happening | None:
    """The event of `out` that this one tells again, None when no turn of phrase shows one."""
    return (
        _heads_the_lead(out, event)
        or _how_it_was(out, event)
        or _of_those_victims(out, event)
        or _just_told(out, event)
        or _as_claimed(out, event)
        or _own_account(out, event)
        or _dispersed(out, event)
    )


def _heads_the_lead(out: list[Happening], event: Happening) -> Happening | None:
    """Example: "Junta bombs monastery, killing 13": both are the first deed of the lead."""
    if not (event.p.headline and event.live and event.violent):
        return None
    told = [e for e in out if e.live and e.violent and not e.p.headline]
    lead = min(told, key=lambda e: (e.p.number, e.at[0]), default=None)
    if lead is None or (event.weak and not event.actors):
        return lead
    doers = any(x is y for x in event.actors for y in lead.actors)
    alike = any(e.type is event.type for e in told)
    return lead if doers and not alike and not elsewhere(lead, event) else None


def _how_it_was(out: list[Happening], event: Happening) -> Happening | None:
    """Example: "The attack occurred before dawn when rebels stormed an outpost": the storming is that attack."""
    told = (e for e in reversed(out) if event.live and e.live and e.violent and event.violent)
    for e in told:
        spans = [at for p, at, _ in e.mentions if p is event.p and at[1] < event.at[0]]
        if any(_OCCURRED.match(event.p.text[at[1] : event.at[0]]) for at in spans):
            return e
    return None


def _of_those_victims(out: list[Happening], event: Happening) -> Happening | None:
    """Example: "militants shot dead a policeman ... The policeman was gunned down": the event whose victims return."""
    again = _THE_VICTIM.match(event.p.text[: event.at[0]]) is not None
    if not again or event.actors or not event.live or not event.targets:
        return None
    told = (e for e in reversed(out) if e.live and e.violent and e.actors and not other_day(e.time, event.time))
    return next((e for e in told if all(t in e.targets and t.generic for t in event.targets)), None)


def _just_told(out: list[Happening], event: Happening) -> Happening | None:
    """Example: "Troops shelled a village. Four residents were killed.": the event of the sentence before."""
    if not event.weak or event.p.headline or not event.live or event.place is not None or event.time is not None:
        return None
    number, paragraph = event.p.number - 1, event.p.sentence.paragraph
    told = [e for e in out if e.type in _ONE_SIDED and e.live for p, _, _ in e.mentions if p.number == number]
    if not told or any(p.sentence.paragraph != paragraph for p, _, _ in told[0].mentions if p.number == number):
        return None
    return next((e for e in told if e.type is event.type), told[-1])


def _as_claimed(out: list[Happening], event: Happening) -> Happening | None:
    """Example: "claimed the attack, saying its men killed 40 soldiers and burned nine trucks": the attack's deeds."""
    if not event.live or not (event.violent or event.type is EventType.DESTRUCTION) or event.strength < 2:
        return None
    before = event.p.text[: event.at[0]]
    claimed = _CLAIMED.search(before)
    if claimed is None or _FURTHER_DEED.search(before, claimed.end()) or not _REPORTED.search(before, claimed.end()):
        return None
    told = (e for e in reversed(may_be_theirs(out, event)) if e.live and e.violent and not e.p.headline)
    told = (e for e in told if not _by_others(e, event))
    return next((e for e in told if not elsewhere(e, event) and not other_day(e.time, event.time)), None)


def _by_others(told: Happening, event: Happening) -> bool:
    """Example: "special forces shot all four", where the group claims the siege: a deed of its foes, not of its own."""
    if not (told.actors and event.actors) or any(x in told.actors or x in told.targets for x in event.actors):
        return False
    return not all(x.generic and x.type is ActorType.UNIDENTIFIED_ARMED for x in told.actors)


def _own_account(out: list[Happening], event: Happening) -> Happening | None:
    """Example: "said its fighters had killed 34 people": what a side of the fight says that it did in it."""
    low = event.p.text[slice(*event.at)].lower()
    if not event.live or not event.violent or event.strength < 2 or low not in KILLING or event.p.headline:
        return None
    if event.place is not None or not event.actors:
        return None
    if _REPORTED.search(event.p.text[: event.at[0]]) is None:
        return None
    told = (e for e in reversed(out) if e.live and e.violent and not e.p.headline)
    for e in told:
        if event.time not in {None, e.time}:
            continue
        sides = [*e.actors, *e.targets]
        nameless = bool(e.actors) and all(a.generic and a.type is ActorType.UNIDENTIFIED_ARMED for a in e.actors)
        took_part = event.actors[0] in sides or (nameless and event.actors[0].type in REBEL)
        if took_part and event.p.sentence.paragraph - e.mentions[-1][0].sentence.paragraph <= 3:
            return e
    return None


def _dispersed(out: list[Happening], event: Happening) -> Happening | None:
    """Example: "Police fired tear gas": at the protest or riot told before, in the paragraph or the one before it."""
    low = event.p.text[slice(*event.at)].lower()
    if event.type is not EventType.PROTEST or not event.live or not low.startswith(_MEANS):
        return None
    told = (e for e in reversed(out) if e.type in {EventType.PROTEST, EventType.RIOT} and e.live)
    return next((e for e in told if near(e, event) and not elsewhere(e, event)), None)


def as_seen(out: list[Happening], event: Happening) -> Happening | None:
    """Example: "They made us come out, then they opened fire," a survivor said: the attack told before."""
    if event.type is not EventType.ATTACK or not event.live or event.place is not None or event.time is not None:
        return None
    before = event.p.text[: event.at[0]]
    if not event.p.quoted(event.at[0]) or _THEY.search(before) is None or _MY_SIDE.search(before):
        return None
    told = next((e for e in reversed(out) if e.live and e.violent), None)
    return told if told is not None and near(told, event) else None


def is_reproach(event: Happening) -> bool:
    """Example: "They have butchered herdsmen," in a quotation, in the perfect, of no place or day of its own."""
    said = event.type is EventType.ATTACK and event.live and event.place is None and event.time is None
    return said and event.p.quoted(event.at[0]) and _PERFECT.search(event.p.text[: event.at[0]]) is not None
