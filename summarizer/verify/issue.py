"""From what still stands of a case to verified records and findings: ids, computed fields, support."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from summarizer.normalize.dates import read_time
from summarizer.records.finding import Finding
from summarizer.records.values import Count, TimeReference
from summarizer.records.verified import Casualty, Claim, Event, VerifiedRecords
from summarizer.records.vocabulary import CountModifier
from summarizer.verify.case import AnyOpen, Case, OpenCasualty, OpenClaim, OpenEvent, Remark
from summarizer.verify.dating import event_times
from summarizer.verify.folding import shown
from summarizer.verify.placing import context_of, location_of
from summarizer.verify.rules import BY_ID
from summarizer.verify.speech import directly_quoted, quoted_spans
from summarizer.verify.support import Standing
from summarizer.verify.tags import tags_of

R = TypeVar("R", OpenEvent, OpenCasualty, OpenClaim)
LONGEST_MESSAGE = 400


class _Issuer:
    """Ids and the views on the case that the computed fields need."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.events = _in_order(case.events)
        self.casualties = _in_order(case.casualties)
        self.claims = _in_order(case.claims)
        self.ids = issued(case)
        self.standing = Standing(case)
        self.context = context_of(case)
        self.times = event_times(self.events, case.article.published)
        self.quoted = quoted_spans(case.article) if case.claims else ()

    def event(self, record: OpenEvent) -> Event:
        draft = record.draft
        return Event(
            id=self.ids[record.handle],
            type=draft.type,
            status=draft.status,
            actors=draft.actors,
            supporters=draft.supporters,
            targets=draft.targets,
            location=location_of(record, self.context),
            time=self.times[record.handle],
            weapon=draft.weapon,
            reported_by=self.all_ids([c.handle for c in self.standing.about.get(record.handle, [])]),
            support=self.standing.support(record),
            unverified=self.standing.unverified(record),
            evidence=record.evidence,
        )

    def casualty(self, record: OpenCasualty) -> Casualty:
        draft = record.draft
        return Casualty(
            id=self.ids[record.handle],
            event_id=self.ids.get(draft.event or ""),
            harm=draft.harm,
            count=record.count or Count(text=draft.count, modifier=CountModifier.UNQUANTIFIED),
            victims=draft.victims,
            victim_status=draft.victim_status,
            victim_side=draft.victim_side,
            attributed_to=draft.attributed_to,
            scope=draft.scope,
            subset_of=self.ids.get(draft.subset_of or ""),
            claim_ids=self.all_ids(draft.claims),
            support=self.standing.support(record),
            unverified=self.standing.unverified(record),
            tags=tags_of(draft.victims, record.count),
            evidence=record.evidence,
        )

    def claim(self, record: OpenClaim) -> Claim:
        draft = record.draft
        return Claim(
            id=self.ids[record.handle],
            source=draft.chain[0].name,
            chain=draft.chain,
            source_type=draft.chain[0].type,
            anonymous=draft.anonymous,
            stance=draft.stance,
            cue=draft.cue,
            content=draft.content,
            about=self.all_ids(draft.about),
            time=self.time(draft.time),
            direct_quote=directly_quoted(self.quoted, record),
            party=self.standing.party(record),
            evidence=record.evidence,
        )

    def time(self, words: str | None) -> TimeReference:
        """The words as dates; unreadable words are kept as words."""
        if words is None:
            return TimeReference()
        return read_time(words, self.case.article.published) or TimeReference(text=words)

    def all_ids(self, handles: tuple[str, ...] | list[str]) -> tuple[str, ...]:
        """Ids of handles, in order of the records."""
        found = {self.ids[handle] for handle in handles if handle in self.ids}
        return tuple(sorted(found, key=lambda id_: (id_[0] != "e", id_[0], int(id_[1:]))))

    def finding(self, rule: str, remark: Remark) -> Finding:
        """A remark as a finding: handles become ids, those of refused records the engine's own keys."""
        handle = remark.handle
        while handle in self.case.merged:
            handle = self.case.merged[handle]
        name = None if handle is None else self.ids.get(handle, shown(self.case.keys.get(handle, ""), 40))
        return Finding(
            rule=rule,
            severity=BY_ID[rule].severity,
            record=name,
            message=remark.message[:LONGEST_MESSAGE],
            start=remark.start,
            end=remark.end,
        )


def issued(case: Case) -> dict[str, str]:
    """The id of each record that stands, by its handle: numbered in order of first evidence."""
    return {
        record.handle: f"{letter}{number}"
        for letter, records in _kinds(_in_order(case.events), _in_order(case.casualties), _in_order(case.claims))
        for number, record in enumerate(records, 1)
    }


def ids_by_key(case: Case) -> dict[str, str]:
    """The id behind each of the engine's own keys; a record that was merged has the id of the one it is now part of."""
    ids = issued(case)
    found: dict[str, str] = {}
    for handle, key in case.keys.items():
        at = handle
        while at in case.merged:
            at = case.merged[at]
        if at in ids:
            found.setdefault(key, ids[at])
    return found


def issue(case: Case, remarks: list[tuple[str, Remark]]) -> tuple[VerifiedRecords, tuple[Finding, ...]]:
    """Verified records in order of first evidence, and the findings with the ids of the records they speak of."""
    issuer = _Issuer(case)
    records = VerifiedRecords(
        actors=tuple(case.actors),
        events=tuple(map(issuer.event, issuer.events)),
        casualties=tuple(map(issuer.casualty, issuer.casualties)),
        claims=tuple(map(issuer.claim, issuer.claims)),
    )
    return records, tuple(issuer.finding(rule, remark) for rule, remark in remarks)


def _in_order(records: list[R]) -> list[R]:
    return sorted(records, key=lambda record: record.start)


def _kinds(
    events: list[OpenEvent], casualties: list[OpenCasualty], claims: list[OpenClaim]
) -> tuple[tuple[str, Sequence[AnyOpen]], ...]:
    return ("e", events), ("c", casualties), ("k", claims)
