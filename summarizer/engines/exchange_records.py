"""From the objects of a reply to draft records, one by one: one without the shape is left out alone, with a finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from summarizer.engines.exchange_keys import Keys
from summarizer.engines.exchange_rules import remark
from summarizer.engines.exchange_text import KINDS, Answers, Object, clean, shown
from summarizer.records.base import Record
from summarizer.records.draft import (
    DraftActor,
    DraftCasualty,
    DraftClaim,
    DraftEvent,
    DraftEvidence,
    DraftRecords,
    DraftSentence,
    DraftSummary,
)
from summarizer.records.finding import Finding
from summarizer.records.values import Link
from summarizer.records.vocabulary import (
    ActorType,
    EventStatus,
    EventType,
    Harm,
    Scope,
    SourceType,
    Stance,
    Term,
    VictimStatus,
)

MOST_RECORDS = 400
MOST_PARTS = 60
LONGEST_TEXT = 6_000
LONGEST_HEADLINE = 300
LARGEST_NUMBER = 10**12
REFERENCE_MARK = "quartz-heron-5519"
"""Stands in the instructions and nowhere else: who repeats it repeats them."""

_FALLBACKS: tuple[Term, ...] = (
    ActorType.OTHER, EventType.OTHER, Harm.OTHER, VictimStatus.UNKNOWN, SourceType.UNKNOWN,
)  # fmt: skip

T = TypeVar("T", bound=Term)
R = TypeVar("R", bound=Record)


class _Misshapen(Exception):
    """A record lacks something it cannot do without."""


class Reading:
    """One reply under reading: its records, the keys given to them, and what there is to remark."""

    def __init__(self, settled: frozenset[str], series: str, *, marked: bool = True) -> None:
        self.keys = Keys(settled, series)
        self.findings: list[Finding] = []
        self.ignored: set[str] = set()
        self.marked = marked

    def read(self, answers: Answers) -> DraftRecords:
        """All records of the answers, in order."""
        if len(answers.objects) > 1:
            self.findings.append(remark("L6", f"{len(answers.objects)} answers in one reply: joined"))
        if not answers.complete:
            self.findings.append(remark("L4", "the reply is cut: records after the cut are missing"))
        rows = {kind: [row for each in answers.objects for row in self._list(each, kind)] for kind in KINDS[:4]}
        for kind, name in (("event", "events"), ("casualty", "casualties"), ("claim", "claims")):
            rows[name] = [self._keyed(row, kind, n) for n, row in enumerate(rows[name], 1)]
        self.findings += [
            remark("L5", f'key "{shown(given)}" is used twice: references lead to the first', new)
            for given, new in self.keys.repeated
        ]
        records = DraftRecords(
            actors=self._all(rows["actors"], "actor", _actor),
            events=self._all(rows["events"], "event", _event),
            casualties=self._all(rows["casualties"], "casualty", _casualty),
            claims=self._all(rows["claims"], "claim", _claim),
            summary=self._summary(answers.objects),
        )
        if self.ignored:
            self.findings.append(remark("L3", f"fields ignored: {', '.join(sorted(self.ignored)[:12])}"))
        return records

    def _list(self, answer: Object, kind: str) -> list[Object]:
        given = answer.get(kind)
        rows = [row for row in given if isinstance(row, dict)] if isinstance(given, list) else []
        if isinstance(given, list) and len(rows) < len(given):
            self.findings.append(remark("L1", f"{len(given) - len(rows)} entries of {kind} are no records: left out"))
        if len(rows) > MOST_RECORDS:
            self.findings.append(remark("L7", f"{len(rows)} {kind}: only the first {MOST_RECORDS} are read"))
        self.ignored |= {shown(name) for name in answer if name not in KINDS}
        return rows[:MOST_RECORDS]

    def _keyed(self, row: Object, kind: str, number: int) -> Object:
        return {**row, "key": self.keys.issue(kind, clean(row.get("key")), number)}

    def _all(self, rows: Iterable[Object], kind: str, build: Callable[[Row], R]) -> tuple[R, ...]:
        made = []
        for number, given in enumerate(rows, 1):
            row = Row(given, given["key"] if kind != "actor" else f"actor-{self.keys.series}{number}", self)
            try:
                record = build(row)
            except _Misshapen as fault:
                self.findings.append(remark("L1", f"{row.key}: {fault}: left out", row.key))
                continue
            if self.marked and REFERENCE_MARK in str(given):
                self.findings.append(remark("L9", f"{row.key} repeats the instructions: left out", row.key))
            else:
                made.append(record)
                self.ignored |= {shown(name) for name in given.keys() - _FIELDS[type(record)]}
        return tuple(made)

    def _summary(self, answers: Iterable[Object]) -> DraftSummary | None:
        given = next((each["summary"] for each in answers if isinstance(each.get("summary"), dict)), None)
        if given is None:
            return None
        sentences = []
        for each in _items(given.get("sentences"), dict):
            text = clean(each.get("text"))
            if REFERENCE_MARK in text:
                self.findings.append(remark("L9", "a sentence of the summary repeats the instructions: left out"))
            elif text:
                keys = self.keys.resolve_all(map(clean, _items(each.get("records"), str)), *self.keys.kinds)
                sentences.append(DraftSentence(text=text[:LONGEST_TEXT], records=keys))
        return DraftSummary(headline=clean(given.get("headline"))[:LONGEST_HEADLINE], sentences=tuple(sentences))


class Row:
    """One record as given, read field by field."""

    def __init__(self, given: Object, key: str, reading: Reading) -> None:
        self.given, self.key, self.reading = given, key, reading

    def text(self, name: str) -> str:
        """Words that the record cannot do without."""
        found = self.words(name)
        if found is None:
            raise _Misshapen(f"{name} is missing")
        return found

    def words(self, name: str) -> str | None:
        """Words, or None."""
        value = clean(self.given.get(name))
        if len(value) > LONGEST_TEXT:
            raise _Misshapen(f"{name} is longer than {LONGEST_TEXT:,} characters")
        return value if value.strip() else None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of words; a single one counts as a list."""
        value = self.given.get(name)
        listed = [value] if isinstance(value, str) else _items(value, str)
        return tuple(text for text in map(clean, listed) if text.strip())[:MOST_PARTS]

    def term(self, name: str, terms: type[T]) -> T:
        """A value of a vocabulary; the open value of the vocabulary where it has one, and a finding."""
        return self.term_of(self.given.get(name), name, terms)

    def term_of(self, value: Any, name: str, terms: type[T]) -> T:
        """As `term`, for a value that lies deeper."""
        given = clean(value)
        found = _TERMS[terms].get(given) or _TERMS[terms].get(re.sub(r"[\s-]+", "_", given.strip().lower()))
        if found is None:
            found = next((each for each in _FALLBACKS if isinstance(each, terms)), None)
            if found is None:
                raise _Misshapen(f'"{shown(given)}" is no {name}')
            self.reading.findings.append(remark("L2", f'{self.key}: {name} "{shown(given)}" read as {found}', self.key))
        return found

    def flag(self, name: str) -> bool:
        """A truth value; what is none is false."""
        return self.given.get(name) is True or clean(self.given.get(name)).lower() == "true"

    def number(self, name: str) -> int | None:
        """A whole number, not negative and not absurd; None otherwise."""
        value = self.given.get(name)
        if isinstance(value, str) and value.strip().isdecimal() and len(value) < 16:
            value = int(value)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_NUMBER:
            return value
        if value is not None:
            self.reading.findings.append(remark("L10", f"{self.key}: {name} is no usable number", self.key))
        return None

    def evidence(self) -> tuple[DraftEvidence, ...]:
        """Quotes; a sentence number that is none points at the first sentence, and the words are looked for."""
        value = self.given.get("evidence")
        given = [value] if isinstance(value, dict) else _items(value, dict)
        quotes = ((each.get("sentence"), clean(each.get("quote"))) for each in given[:MOST_PARTS])
        return tuple(
            DraftEvidence(sentence=number if type(number) is int and 0 < number < LARGEST_NUMBER else 1, quote=quote)
            for number, quote in quotes
            if quote and len(quote) <= LONGEST_TEXT
        )

    def key_of(self, name: str, kind: str) -> str | None:
        """A reference to another record."""
        given = self.words(name)
        return None if given is None else self.reading.keys.resolve(given, kind)

    def keys_of(self, name: str, *kinds: str) -> tuple[str, ...]:
        """References to other records."""
        return self.reading.keys.resolve_all(self.texts(name), *kinds)


def _actor(row: Row) -> DraftActor:
    return DraftActor(name=row.text("name"), type=row.term("type", ActorType), aliases=row.texts("aliases"))


def _event(row: Row) -> DraftEvent:
    return DraftEvent(
        key=row.key,
        type=row.term("type", EventType),
        status=row.term("status", EventStatus),
        actors=row.texts("actors"),
        supporters=row.texts("supporters"),
        targets=row.texts("targets"),
        location=row.words("location"),
        place=row.words("place"),
        admin1=row.words("admin1"),
        country=row.words("country"),
        time=row.words("time"),
        weapon=row.words("weapon"),
        evidence=row.evidence(),
    )


def _casualty(row: Row) -> DraftCasualty:
    return DraftCasualty(
        key=row.key,
        event=row.key_of("event", "event"),
        harm=row.term("harm", Harm),
        count=row.text("count"),
        number=row.number("number"),
        victims=row.words("victims") or row.text("count"),
        victim_status=row.term("victim_status", VictimStatus),
        victim_side=row.words("victim_side"),
        attributed_to=row.texts("attributed_to"),
        scope=row.term("scope", Scope),
        subset_of=row.key_of("subset_of", "casualty"),
        claims=row.keys_of("claims", "claim"),
        evidence=row.evidence(),
    )


def _claim(row: Row) -> DraftClaim:
    chain = _items(row.given.get("chain"), dict)[:MOST_PARTS]
    links = ((clean(link.get("name")), row.term_of(link.get("type"), "type of source", SourceType)) for link in chain)
    return DraftClaim(
        key=row.key,
        chain=tuple(Link(name=name[:LONGEST_TEXT], type=kind) for name, kind in links if name),
        anonymous=row.flag("anonymous"),
        stance=row.term("stance", Stance),
        cue=row.words("cue"),
        content=row.text("content"),
        about=row.keys_of("about", "casualty", "event"),
        time=row.words("time"),
        evidence=row.evidence(),
    )


def _items(value: Any, kind: type) -> list[Any]:
    return [each for each in value if isinstance(each, kind)] if isinstance(value, list) else []


_FIELDS: dict[type[Record], frozenset[str]] = {
    kind: frozenset(kind.model_fields) for kind in (DraftActor, DraftEvent, DraftCasualty, DraftClaim)
}
_TERMS: dict[type[Term], dict[str, Any]] = {
    terms: {str(term): term for term in terms}
    for terms in (ActorType, EventType, EventStatus, Harm, VictimStatus, Scope, Stance, SourceType)
}
