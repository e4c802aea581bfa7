"""The rule that merges records said twice (D1). Precise before many: what may be two things stays two records.

Source: RECORDS 2.3 (when to split events), 2.6 (one claim per source and proposition), 4a.22 and 4a.43 (one figure from
two sources, a figure repeated in headline and body); docs/decisions/033-merging.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from typing import TypeVar

from summarizer.records.vocabulary import VictimStatus
from summarizer.verify.case import AnyOpen, Case, OpenCasualty, OpenClaim, OpenEvent, Remark, name_of, remark
from summarizer.verify.folding import fold
from summarizer.verify.names import name_key
from summarizer.verify.quote_rules import MOST_QUOTES

_FURTHER = re.compile(r"\b(?:another|others?|more|further|additional|second|extra)\b")
_SHARE = re.compile(r"\s+of (?:them|whom|those)\b", re.IGNORECASE)
_INDEFINITE = re.compile(r"an?\s", re.IGNORECASE)
_HURT = frozenset({"the wounded", "the injured", "wounded", "injured"})
_WORD = re.compile(r"[^\W\d_]+")
_GENERAL = frozenset(
    {"the", "a", "an", "of", "and", "from", "in", "at", "people", "persons", "person", "civilians", "civilian", "body",
     "bodies", "corpses", "dead", "wounded", "injured", "victims", "others", "them", "whom", "those", "least", "more",
     "than"}
)  # fmt: skip

_OPPOSED = frozenset({VictimStatus.COMBATANT, VictimStatus.CIVILIAN})
"""One victim of each kind is two people: a soldier, and "one of the three civilians"."""

R = TypeVar("R", OpenEvent, OpenCasualty, OpenClaim)


def duplicates_merged(case: Case) -> Iterator[Remark]:
    """D1: events, then claims, then casualties that are one are merged; ids, claims and quotes are joined."""
    yield from _merge(case, case.events, _event_key, _same_event)
    _redirect(case)
    yield from _merge(case, case.claims, _claim_key, _same_claim)
    _redirect(case)
    yield from _merge(case, case.casualties, _casualty_key, _same_casualty)
    _redirect(case)


def _merge(
    case: Case, records: list[R], key: Callable[[R], Hashable], same: Callable[[Case, R, R], bool]
) -> Iterator[Remark]:
    groups: dict[Hashable, list[R]] = {}
    for record in list(records):
        group = groups.setdefault(key(record), [])
        twin = next((kept for kept in group if same(case, kept, record)), None)
        if twin is None:
            group.append(record)
            continue
        records.remove(record)
        case.merged[record.handle] = twin.handle
        _absorb(twin, record)
        yield remark(twin, f"{name_of(record)} says the same as {name_of(twin)}: merged")


def _absorb(kept: AnyOpen, other: AnyOpen) -> None:
    kept.evidence = tuple(dict.fromkeys((*kept.evidence, *other.evidence)))[:MOST_QUOTES]
    match kept, other:
        case OpenEvent(), OpenEvent():
            _fill(kept, other, "location", "place", "admin1", "country", "time", "weapon")
            _join(kept, other, "actors", "supporters", "targets")
        case OpenCasualty(), OpenCasualty():
            _fill(kept, other, "victim_side", "subset_of", "event")
            _join(kept, other, "attributed_to", "claims")
        case OpenClaim(), OpenClaim():
            _fill(kept, other, "cue", "time")
            _join(kept, other, "about")


def _fill(kept: AnyOpen, other: AnyOpen, *fields: str) -> None:
    kept.set(**{f: getattr(other.draft, f) for f in fields if getattr(kept.draft, f) is None})


def _join(kept: AnyOpen, other: AnyOpen, *fields: str) -> None:
    kept.set(**{f: tuple(dict.fromkeys((*getattr(kept.draft, f), *getattr(other.draft, f)))) for f in fields})


def _redirect(case: Case) -> None:
    """Point references to merged records at the record they were merged into."""
    if not case.merged:
        return

    def follow(handle: str) -> str:
        while handle in case.merged:
            handle = case.merged[handle]
        return handle

    for casualty in case.casualties:
        draft, event, parent = casualty.draft, casualty.draft.event, casualty.draft.subset_of
        casualty.set(
            event=follow(event) if event else None,
            subset_of=follow(parent) if parent and follow(parent) != casualty.handle else None,
            claims=tuple(dict.fromkeys(map(follow, draft.claims))),
        )
    for claim in case.claims:
        claim.set(about=tuple(dict.fromkeys(map(follow, claim.draft.about))))


def _event_key(event: OpenEvent) -> Hashable:
    return event.draft.type, event.draft.status


def _same_event(_: Case, one: OpenEvent, two: OpenEvent) -> bool:
    agree = all(
        _agree(getattr(one.draft, f), getattr(two.draft, f)) for f in ("place", "admin1", "country", "time")
    ) and all(set(getattr(one.draft, f)) == set(getattr(two.draft, f)) for f in ("actors", "targets"))
    named = _same_words(one.draft.place, two.draft.place) and one.draft.actors + one.draft.targets
    return agree and (bool(named) or _overlap(one, two))


def _claim_key(claim: OpenClaim) -> Hashable:
    return name_key(claim.draft.chain[0].name), claim.draft.stance, fold(claim.draft.content).lower()


def _same_claim(_: Case, one: OpenClaim, two: OpenClaim) -> bool:
    return len(one.draft.chain) == len(two.draft.chain)


def _casualty_key(casualty: OpenCasualty) -> Hashable:
    draft, count = casualty.draft, casualty.count
    figures = (count.min, count.max, count.best, count.value, count.unit) if count else None
    return draft.event, draft.harm, draft.scope, draft.subset_of, figures


def _same_casualty(case: Case, one: OpenCasualty, two: OpenCasualty) -> bool:
    if one.span == two.span:
        return True
    if not _agree(one.draft.victim_side, two.draft.victim_side) or not _victims_alike(one, two):
        return False
    if {one.draft.victim_status, two.draft.victim_status} == _OPPOSED:
        return False
    if _two_persons(one, two) or _is_share(case, one) is not _is_share(case, two):
        return False
    apart = case.locator.sentence_number(one.span[0]) != case.locator.sentence_number(two.span[0])
    return apart and one.draft.event is not None and not (_further(case, one) or _further(case, two))


def _is_share(case: Case, casualty: OpenCasualty) -> bool:
    """Whether the words count some of those told just before: "twelve were hurt, and two of them died"."""
    return _SHARE.match(case.article.text, casualty.span[1]) is not None


def _two_persons(one: OpenCasualty, two: OpenCasualty) -> bool:
    """Whether each is "a woman", told by claims of its own: the second need not be the first."""
    new = all(_INDEFINITE.match(casualty.draft.victims) for casualty in (one, two))
    if _INDEFINITE.match(two.draft.victims) and one.draft.victims.lower() in _HURT:
        return True  # "One of the wounded died. A drone killed a farmer."
    claims = set(one.draft.claims), set(two.draft.claims)
    return new and all(claims) and not claims[0] & claims[1]


def _victims_alike(one: OpenCasualty, two: OpenCasualty) -> bool:
    """Whether one phrase may name the victims of the other: no telling word apart from the other's."""
    first, second = _telling(one.draft.victims), _telling(two.draft.victims)
    return not first or not second or bool(first & second)


def _telling(victims: str) -> set[str]:
    return {word.removesuffix("s") for word in _WORD.findall(fold(victims).lower()) if word not in _GENERAL}


def _further(case: Case, casualty: OpenCasualty) -> bool:
    """Whether the words say that these victims come on top of others."""
    start, end = casualty.span
    return bool(_FURTHER.search(case.article.text[max(0, start - 16) : end + 16].lower()))


def _agree(one: str | None, two: str | None) -> bool:
    return one is None or two is None or _same_words(one, two)


def _same_words(one: str | None, two: str | None) -> bool:
    return one is not None and two is not None and name_key(one) == name_key(two)


def _overlap(one: AnyOpen, two: AnyOpen) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in two.evidence)
