"""Records in words: harm with its count, sources with their chain, times with what they resolve to."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.cli.view.page import Signs
from summarizer.records.values import Count, Location, TimeReference
from summarizer.records.verified import Casualty, Claim
from summarizer.records.vocabulary import (
    CountModifier,
    CountUnit,
    EventStatus,
    EventType,
    Harm,
    SourceType,
    Stance,
    Support,
    Term,
    TimePrecision,
    TimeRelation,
)

NEWS = frozenset({EventStatus.COMPLETED, EventStatus.ONGOING, EventStatus.ATTEMPTED})
"""What is reported as happening. Everything else is tagged and stands apart."""

_PLAIN = 20
"""Exact number words up to here need no translation."""

_BODIES = ("bodies", "body", "corpse", "remains")
_HARMS = {Harm.CASUALTIES: "killed or injured", Harm.OTHER: "harmed"}

_STANCES = {
    Stance.ASSERTS: "said",
    Stance.SUGGESTS: "suggested",
    Stance.DENIES: "DENIED",
    Stance.CLAIMS_RESPONSIBILITY: "claimed responsibility",
    Stance.INTENDS: "announced",
    Stance.THREATENS: "threatened",
    Stance.DEMANDS: "demanded",
    Stance.NO_COMMENT: "gave no comment",
    Stance.CANNOT_VERIFY: "could not verify",
}

SUPPORTS = {
    Support.OUTLET_VOICE: "outlet's own voice",
    Support.SINGLE_SOURCE: "one source",
    Support.MULTI_SOURCE: "several sources",
    Support.ACKNOWLEDGED: "acknowledged by the accused",
    Support.CONTESTED: "CONTESTED",
    Support.NEGATED: "ONLY DENIED",
}


_TERMS: dict[Term, str] = {
    EventType.AIR_DRONE_STRIKE: "air or drone strike",
    SourceType.INTL_ORGANISATION: "international organisation",
    SourceType.MEDICAL_RESCUE: "medics or rescuers",
    SourceType.MONITOR_NGO: "monitor or NGO",
}


def term(value: Term) -> str:
    """A value of a vocabulary as words: "troop movement", "air or drone strike"."""
    return _TERMS.get(value, value.value.replace("_", " "))


def harm_with_count(casualty: Casualty, signs: Signs) -> str:
    """`at least 26 killed`, `around a hundred injured (~100)`, `heavy casualties`, `killed, no number given`."""
    count, harm = casualty.count, _HARMS.get(casualty.harm, term(casualty.harm))
    words = count.text
    if count.modifier is CountModifier.UNQUANTIFIED and _same(words, casualty.victims):
        return f"{harm}, no number given"
    if count.unit is CountUnit.BODIES:
        named = any(noun in words.casefold() for noun in _BODIES)
        words = f"{words}, {harm}" if named else f"{words} bodies, {harm}"
    elif not (casualty.harm is Harm.CASUALTIES and "casualt" in words.casefold()):
        words = " ".join(filter(None, [words, _unit(count, casualty.victims), harm]))
    value = figure(count, signs)
    return f"{words} ({value})" if value else words


def _unit(count: Count, victims: str) -> str:
    """The unit where it is not people and not named by the words anyway."""
    if count.unit in {CountUnit.PEOPLE, CountUnit.OTHER}:
        return ""
    stem = count.unit.value[:5]
    return "" if stem in f"{count.text} {victims}".casefold() else count.unit.value


def figure(count: Count, signs: Signs) -> str:
    """What number words mean: "~100" for "around a hundred"; nothing where the words show the digits themselves."""
    plain = count.modifier is CountModifier.EXACT and (count.value or 0) <= _PLAIN
    if not count.derived and (plain or any(char.isdigit() for char in count.text)):
        return ""
    bounds = _bounds(count, signs)
    return f"{bounds} in all" if bounds and count.derived else bounds


def _bounds(count: Count, signs: Signs) -> str:
    match count.min, count.max, count.best:
        case None, None, None:
            return ""
        case None, None, best:
            return f"~{best:,}"
        case int(low), None, _:
            return f"{signs.at_least}{low:,}"
        case None, int(high), _:
            return f"{signs.at_most}{high:,}"
        case low, high, _:
            return f"{low:,}" if low == high else f"{low:,}-{high:,}"


def victims_of(casualty: Casualty, shown: str) -> str:
    """The victims, unless the words `shown` name them already ("a couple and their three children killed")."""
    return "" if _same(casualty.victims, shown) else casualty.victims


def _same(one: str, other: str) -> bool:
    return one.casefold().strip() in other.casefold()


def says(claim: Claim) -> str:
    """`says A, via B`, the originator first; `A DENIED` and the like where the claim does not assert."""
    if claim.stance is not Stance.ASSERTS:
        return source_said(claim)
    first, *relays = (link.name for link in claim.chain)
    return f"says {first}, via {', '.join(relays)}" if relays else f"says {first}"


def source_said(claim: Claim) -> str:
    """`A said`, `A, via B, gave no comment`: stance and chain as the heading of a claim."""
    first, *relays = (link.name for link in claim.chain)
    via = f", via {', '.join(relays)}," if relays else ""
    return f"{first}{via} {_STANCES[claim.stance]}"


def where(location: Location) -> str:
    """The most specific named place with its country code, or the words that stand for it."""
    place = location.place or location.text
    return ", ".join(part for part in [place, location.admin1, location.country] if part)


def when(time: TimeReference) -> str:
    """The time in the article's words and, where it was resolved, as a date: `on Friday (2016-06-03)`."""
    day = dates(time)
    if time.text and day and day not in time.text:
        return f"{time.text} ({day})"
    return time.text or day


_RELATIONS = {
    TimeRelation.BY: "by ",
    TimeRelation.SINCE: "since ",
    TimeRelation.WITHIN: "within ",
    TimeRelation.REPORTED_ON: "reported ",
}


def dates(time: TimeReference) -> str:
    """`2016-06-03`, `by 2016-06-03`, `2014`, `2016-05`, `2016-06-01 to 2016-06-03`; nothing where unresolved."""
    days = list(dict.fromkeys(str(day) for day in _ends(time)))
    if not days:
        return ""
    if time.precision is TimePrecision.YEAR and len({day[:4] for day in days}) == 1:
        days = [days[0][:4]]
    elif time.precision is TimePrecision.MONTH and len({day[:7] for day in days}) == 1:
        days = [days[0][:7]]
    relation = _RELATIONS.get(time.relation, "") if time.relation else ""
    return relation + " to ".join(days)


def _ends(time: TimeReference) -> Iterator[object]:
    """The ends of the period that matter for its relation."""
    if time.start and time.relation is not TimeRelation.BY:
        yield time.start
    if time.end and time.relation is not TimeRelation.SINCE:
        yield time.end
    if time.relation is TimeRelation.BY and not time.end and time.start:
        yield time.start
