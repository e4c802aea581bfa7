"""Which mentions of events are one event."""

from __future__ import annotations

import re

from summarizer.engines.offline.bearings import (
    elsewhere,
    may_be_theirs,
    names_day,
    near,
    of_other_reach,
    other_day,
    region_turned_to,
)
from summarizer.engines.offline.guards import sums_up
from summarizer.engines.offline.happening import LIVE, Happening, fill_gaps
from summarizer.engines.offline.history import came_after, is_of_past, opens_past, was_answered
from summarizer.engines.offline.one_deed import (
    BEFORE_HE_WAS,
    ends_attacker,
    from_the_other_side,
    give_up_time,
    is_another,
    is_named_by_place,
    is_parted,
    timed_apart,
    with_explosives,
    without_ends,
)
from summarizer.engines.offline.party_names import STATE, land_of
from summarizer.engines.offline.prior_deeds import is_answered
from summarizer.engines.offline.retellings import as_seen, is_reproach, told_again
from summarizer.normalize.places import country_of
from summarizer.records.vocabulary import ActorType, EventStatus, EventType

_GENERAL = frozenset({EventType.ATTACK, EventType.BOMBING, EventType.OFFENSIVE, EventType.ARMED_CLASH})
_MANNERS = frozenset(
    {EventType.BOMBING, EventType.SUICIDE_ATTACK, EventType.SHELLING, EventType.AIR_DRONE_STRIKE, EventType.ARMED_CLASH}
)
_ATTACK = re.compile(r"\b(?:attack|assault)\b", re.IGNORECASE)
_FROM_AFAR = frozenset({EventType.AIR_DRONE_STRIKE, EventType.SHELLING, EventType.BOMBING})
_BLASTS = frozenset({EventType.SUICIDE_ATTACK, EventType.AIR_DRONE_STRIKE, EventType.SHELLING})
_UNREST = frozenset({EventType.RIOT, EventType.PROTEST, EventType.ARMED_CLASH, EventType.ATTACK})  # told as "the riot"
_OWN_DEEDS = frozenset({"execution", "executions", "beheading", "beheadings", "lynching"})
"""Deeds that no strike or clash told before is spoken of as."""
_IN_AN = re.compile(
    r"(?: (?:and|or) (?:[\w-]+ ){0,4}(?:killed|wounded|injured|hurt|missing|captured|kidnapped|abducted))?,?"
    r"(?: [Oo]n \w+day| overnight)?,? in (?:an?|two|the) (?:[\w-]+ ){0,2}"
)
"""Example: "six were killed and nine wounded in an" attack."""
_WHEN = re.compile(r"\bwhen\b")
_ON_DAY = re.compile(r"(?:On|In the \w+ of) (?:the )?\d{1,2}\b|On \w+ \d{1,2}\b|On \w+day,", re.IGNORECASE)
"""Example: "On 27 October, at about 10:00, two were killed": a list of days, each with its own deed."""
_APART = frozenset({"separate", "different"})
_OF_SEVERAL = re.compile(
    r"\b(?:separate|different) (?:\w+ )?(?:incidents|attacks|raids|strikes|shootings|clashes|operations)\b"
)
"""What sums up deeds that are then told one by one."""
_OF_WAR = re.compile(r"\b(?:war|conflict|insurgency|uprising|campaign)\b", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r"[;:.]|\b(?:while|whereas|but|before|hours|days|weeks)\b")


def merge(events: list[Happening]) -> list[Happening]:
    """Mentions of one happening become one event. The body speaks before the headline, which repeats it."""
    every: list[Happening] = []
    chronology = any(e.p.entry for e in events)
    for event in sorted(_without_losses(events), key=lambda e: e.p.headline):
        out = [e for e in every if e.p.entry == event.p.entry] if chronology else every
        for deed in (e for e in out if timed_apart(e, event)):
            give_up_time(deed, event)
        out = [e for e in out if not timed_apart(e, event)]
        out = out if ends_attacker(event) else without_ends(out)
        if _means_the_news(out, event):
            event.status = EventStatus.COMPLETED
        if (event.live or event.status is EventStatus.BACKGROUND) and came_after(event.p, event.at[0]):
            event.status, event.weak = EventStatus.BACKGROUND, False
        if _was_answered(event):
            event.definite, event.status = False, EventStatus.BACKGROUND if event.live else event.status
            every.append(event)
            continue
        if event.earlier and not event.p.headline:
            same = next((e for e in reversed(out) if is_answered(e, event)), None)
            _absorb(same, event) if same is not None else every.append(event)
            continue
        told = out if event.p.headline else reversed(out)  # a headline tells what the lead does
        same = told_again(out, event) or next((e for e in told if _same(e, event)), None)
        same = same or _spoken_of(out, event)
        another = is_another(event, every)
        if same is not None and another and (same.type is event.type or not event.definite):
            same = None
        if (
            same is None
            and not another
            and (same := _told_in_general(out, event) or _told_by_loss(out, event)) is not None
        ):
            same.type = event.type
        if same is not None:
            _absorb(same, event)
        elif not _is_only_retold(event) and (another or not (event.weak and _is_told(out, event))):
            every.append(event)
    return every


def _is_only_retold(event: Happening) -> bool:
    return event.definite and event.retold and not _is_whole(event)


def _was_answered(event: Happening) -> bool:
    return event.definite and not event.p.headline and was_answered(event.p, event.at[0])


def _without_losses(events: list[Happening]) -> list[Happening]:
    """Example: "15 soldiers were killed when rebels overran a post": the loss is the deed's, no event of its own."""
    out = []
    for event in events:
        same = (e for e in events if e.p is event.p and event.weak and _by_which(event, e))
        if (deed := next(same, None)) is None:
            out.append(event)
        else:
            fill_gaps(deed, event)
    return out


def _by_which(loss: Happening, deed: Happening) -> bool:
    if deed.weak or not (deed.live and deed.violent and loss.live) or deed.at[0] < loss.at[1]:
        return False
    between = loss.p.text[loss.at[1] : deed.at[0]]
    if _IN_AN.fullmatch(between) is not None:
        if deed.type is EventType.ATTACK:
            deed.type = loss.type  # "soldiers were killed in an attack": a fight, where the victims bear arms
        return True
    return _WHEN.search(between) is not None and _NEW_CLAUSE.search(between) is None


def _means_the_news(out: list[Happening], event: Happening) -> bool:
    """Example: "the group, which ended a truce in 2022, condemned the bombing": today's, beside a year of the past."""
    if not event.definite or event.status is not EventStatus.BACKGROUND or event.time is not None or not event.violent:
        return False
    low = event.p.text.lower()
    if is_of_past(low[max(0, event.at[0] - 60) : event.at[0]]) or opens_past(low):
        return False  # "the 2016 hospital bombing"
    told = [e for e in out if e.violent]
    past = any(e.status is EventStatus.BACKGROUND and near(e, event) for e in told)
    return not past and any(e.live for e in told)


def _told_in_general(out: list[Happening], event: Happening) -> Happening | None:
    """Example: "an attack on a newspaper ... a truck bomb exploded": the attack of which this is the manner."""
    if event.type not in _MANNERS or not event.live or event.p.headline:
        return None
    for told in reversed(out):
        close = event.p.number - told.mentions[-1][0].number <= 2
        as_attack = (close and _as_attack(told)) or with_explosives(told, event)
        if told.type is EventType.ATTACK and told.live and as_attack and not elsewhere(told, event):
            foreign = told.actors and event.actors and not any(x is y for x in told.actors for y in event.actors)
            return None if foreign or other_day(told.time, event.time) or _stands_alone(event, told) else told
    return None


def _stands_alone(event: Happening, told: Happening) -> bool:
    """Example: "attacked posts in Nuristan ... A bomb on Saturday killed six in Uruzgan": a deed of its own."""
    if not _is_whole(event) or event.place is None or told.place is None:
        return False
    return event.place.text != told.place.text and names_day(event) and not told.time


def _told_by_loss(out: list[Happening], event: Happening) -> Happening | None:
    """Example: "Four lorries were destroyed ... jets fired missiles at them": the lead's loss, of which this is how."""
    if event.type not in _FROM_AFAR or not event.live or event.p.headline:
        return None
    for told in out[:1]:
        close = event.p.sentence.paragraph - told.p.sentence.paragraph <= 3
        lost = told.type is EventType.DESTRUCTION and told.live and not told.actors and not told.by_somebody
        if lost and close and not elsewhere(told, event) and not other_day(told.time, event.time):
            return told
    return None


def _as_attack(event: Happening) -> bool:
    """Is it called an attack, without a word of its manner?"""
    return any(_ATTACK.search(p.text[clause[0] : clause[1]]) for p, _, clause in event.mentions)


def _is_told(out: list[Happening], event: Happening) -> bool:
    """Is a killing without an agent part of a violent event told before? Not where it names another town or time."""
    violent = [e for e in out if e.violent]
    dated = names_day(event)
    if event.status is EventStatus.BACKGROUND and dated and not (sums_up(event.p) or _OF_WAR.search(event.p.text)):
        violent = [e for e in violent if e.time is not None and not other_day(e.time, event.time)]
    elif dated and _ON_DAY.match(event.p.text):
        violent = [e for e in violent if not other_day(e.time, event.time)]
    if (region := region_turned_to(event)) is not None:
        here = event.p.sentence.paragraph
        violent = [
            e for e in violent if any(p.sentence.paragraph == here or region in p.text for p, _, _ in e.mentions)
        ]
    violent = [e for e in violent if not (event.type in _MANNERS and _stands_alone(event, e))]
    return any(not elsewhere(e, event) and (e.live or not event.live) for e in violent)


def _absorb(same: Happening, event: Happening) -> None:
    """Add a mention; what it knows fills what is not known yet."""
    first = event.p.headline and len(same.mentions) < 2
    same.mentions = event.mentions + same.mentions if first else same.mentions + event.mentions
    if _befell_the_doers(same, event):
        same.actors = list(event.targets)
    fill_gaps(same, event)


def _befell_the_doers(same: Happening, event: Happening) -> bool:
    """Example: "the mayor was shot dead ... one of the attackers was killed by his guards": those who shot him."""
    doers = event.targets and all(x.type is ActorType.UNIDENTIFIED_ARMED for x in event.targets)
    return bool(doers and same.targets and not same.actors) and not any(
        x is y for x in same.targets for y in event.targets
    )


def _same(a: Happening, b: Happening) -> bool:
    """Is b, told after a, the same happening?"""
    if a.type is not b.type or not (a.status is b.status or {a.status, b.status} <= LIVE):
        return False
    if b.definite or b.p.headline:
        return b.p.headline or not (_is_whole(b) and (other_day(a.time, b.time) or elsewhere(a, b)))
    if b.actors and BEFORE_HE_WAS.search(b.p.text[: b.at[0]]):
        return False  # "before he was killed by soldiers"
    shared = any(x is y for x in a.actors for y in b.actors) or from_the_other_side(a, b)
    if a.type is EventType.OFFENSIVE and shared:
        return True
    close = b.p.sentence.paragraph - a.p.sentence.paragraph <= 1
    if other_day(a.time, b.time) or (a.actors and b.actors and not shared) or elsewhere(a, b):
        return False
    if b.place is not None and not _APART.isdisjoint(a.p.vocabulary) and _OF_SEVERAL.search(a.p.text):
        return False
    if (
        _on_own_soil(a, b)
        or _on_own_soil(b, a)
        or of_other_reach(a, b)
        or (a.place and b.place and a.place.text != b.place.text and not close)
    ):
        return False
    return a.live or close


def _is_whole(event: Happening) -> bool:
    """Example: "allegations that a youth was beaten to death at Sarthal on Thursday": whom, where and when."""
    return event.strength > 1 and event.time is not None and event.place is not None and bool(event.targets)


def _on_own_soil(a: Happening, b: Happening) -> bool:
    """Example: "Russia launched dozens of drones ... In Belgorod, a drone hit a market": no state strikes its own town.

    Of states that act as such; an army may well fight at home.
    """
    if a.type not in _FROM_AFAR or b.actors or b.place is None or not b.place.countries:
        return False
    states = [x for x in a.actors if x.type is ActorType.EXTERNAL_FORCES or country_of(x.name) is not None]
    return any(land_of(x.name) == b.place.countries[0] for x in states)


def _spoken_of(out: list[Happening], event: Happening) -> Happening | None:
    """The violent event that general words mean: "the attack" after a bombing, "blast" in the headline over it."""
    fired = event.type is EventType.SHELLING and event.live
    if fired and ("missile" in event.p.text.lower() or (event.definite and event.strength < 2)):
        shot = (e for e in reversed(out) if e.type is EventType.AIR_DRONE_STRIKE and e.live and not elsewhere(e, event))
        return next((e for e in shot if event.p.sentence.paragraph - e.mentions[-1][0].sentence.paragraph <= 3), None)
    if is_reproach(event):
        return next((e for e in reversed(out) if e.live and e.violent), None)
    if (seen := as_seen(out, event)) is not None:
        return seen
    if event.type is EventType.ATTACK and event.p.headline and not any(e.live and e.violent for e in out):
        return next((e for e in out if e.type is EventType.ARREST and e.live), None)
    if event.type is EventType.DESTRUCTION and event.live and event.p.headline:
        return next((e for e in out if e.type in _FROM_AFAR and e.live), None)
    if event.definite and event.status is EventStatus.BACKGROUND and event.time is None and event.type in _GENERAL:
        past = (e for e in reversed(out) if e.violent and e.status is EventStatus.BACKGROUND and near(e, event))
        return next(past, None)  # "Nobody claimed that attack", of one of last year
    if event.type not in _GENERAL | {EventType.RIOT} or event.strength > 1 or not event.live:
        return None
    if (
        not (event.definite or event.p.headline or is_named_by_place(event))
        or event.p.text[slice(*event.at)].lower() in _OWN_DEEDS
    ):
        return None
    told = [e for e in may_be_theirs(out, event) if e.live and e.violent and not is_parted(e, event)]
    if event.type is EventType.BOMBING:
        bare = event.place is None and not event.targets
        attacks = [e for e in told if e.type is EventType.ATTACK and bare and not other_day(e.time, event.time)]
        told = [e for e in told if e.type in _BLASTS] or attacks
    elif event.type is EventType.RIOT:
        told = [e for e in told if e.type in _UNREST and not elsewhere(e, event)]
        told = [e for e in told if not any(a.type in STATE for a in e.actors)]
    return told[0 if event.p.headline else -1] if told else None
