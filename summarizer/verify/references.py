"""Rules on references and verbatim fields (R). Reasons: rules.py."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from summarizer.records.values import Link
from summarizer.records.vocabulary import SourceType, Stance
from summarizer.verify.case import AnyOpen, Case, OpenCasualty, OpenClaim, OpenEvent, Remark, remark
from summarizer.verify.folding import shown
from summarizer.verify.names import name_key

OUTLET = "(outlet)"
OUTLET_TYPES = frozenset(
    {SourceType.OUTLET, SourceType.UNKNOWN, SourceType.GOVERNMENT, SourceType.MILITARY, SourceType.ARMED_GROUP}
)
"""The outlet's own voice, sources it leaves open, or the press release of a party (codebook, doubtful case 38)."""

ASSERTING = frozenset({Stance.ASSERTS, Stance.SUGGESTS, Stance.CLAIMS_RESPONSIBILITY})
"""Stances that stand behind a figure."""

VERBATIM = {
    "event": ("location", "place", "admin1", "time", "weapon"),
    "casualty": ("victims",),
    "claim": ("cue", "content", "time"),
}
MOST_CHAIN_LINKS = 8

R = TypeVar("R", OpenEvent, OpenCasualty, OpenClaim)


def keys_repeated(case: Case) -> Iterator[Remark]:
    """R4: when two records of a kind have one key, references lead to the first."""
    for records in (case.events, case.casualties, case.claims):
        seen: set[str] = set()
        for record in records:
            if record.draft.key in seen:
                yield remark(record, f'key "{shown(record.draft.key, 20)}" is used twice: references lead to the first')
            seen.add(record.draft.key)


def fields_not_in_article(case: Case) -> Iterator[Remark]:
    """R5: a verbatim field that does not stand in the article is emptied, or falls back to the record's own words."""
    for record in case.records():
        for field in VERBATIM[record.handle.partition("/")[0]]:
            given: str | None = getattr(record.draft, field)
            if given is None:
                continue
            form = case.locator.field(given, record.evidence)
            if form is None:
                form = _fallback(record, field)
                yield remark(record, f'{field} "{shown(given)}" does not stand in the article: {_outcome(form)}')
            if form != given:
                record.set(**{field: form})


def chain_links_unknown(case: Case) -> Iterator[Remark]:
    """R6: the links of a chain are named in the article; "(outlet)" alone needs no words."""
    for claim in case.claims:
        chain: list[Link] = []
        for link in claim.draft.chain[:MOST_CHAIN_LINKS]:
            name = _source_name(case, claim, link)
            if name is None:
                yield remark(claim, f'source "{shown(link.name)}" is not in the article: cut from the chain')
            else:
                chain.append(Link(name=name, type=link.type))
        if tuple(chain) != claim.draft.chain:
            claim.set(chain=tuple(chain))


def claim_without_source(case: Case) -> Iterator[Remark]:
    """R7: a claim nobody is named for is refused."""
    for claim in list(case.claims):
        if not claim.draft.chain:
            yield case.refuse(claim, "its chain names no source")


def references_dangling(case: Case) -> Iterator[Remark]:
    """R8: references to records that do not stand are cut; keys become handles."""
    events, casualties, claims = _by_key(case.events), _by_key(case.casualties), _by_key(case.claims)
    for record in case.casualties:
        yield from _resolve_one(record, "event", events)
        yield from _resolve_one(record, "subset_of", casualties)
        yield from _resolve_many(record, "claims", claims)
    told: dict[str, AnyOpen] = {**casualties, **events}
    for claim in case.claims:
        yield from _resolve_many(claim, "about", told)


def subset_cycles(case: Case) -> Iterator[Remark]:
    """R9: `subset_of` runs in no circle: the link that closes one is cut."""
    by_handle = {record.handle: record for record in case.casualties}
    for record in case.casualties:
        at, seen = record.draft.subset_of, {record.handle}
        while at and at not in seen and at in by_handle:
            seen.add(at)
            at = by_handle[at].draft.subset_of
        if at == record.handle:
            record.set(subset_of=None)
            yield remark(record, "is a part of itself through its parts: the link is cut")


def claims_not_asserting(case: Case) -> Iterator[Remark]:
    """R10: only claims that stand behind a figure are its claims; the others are about it, on both sides."""
    claims = {claim.handle: claim for claim in case.claims}
    about: dict[str, list[OpenClaim]] = {}
    for claim in case.claims:
        for handle in claim.draft.about:
            about.setdefault(handle, []).append(claim)
    for record in case.casualties:
        named = [claims[handle] for handle in record.draft.claims if handle in claims]
        behind = [claim for claim in named if claim.draft.stance in ASSERTING]
        for claim in named:
            if record.handle not in claim.draft.about:
                claim.set(about=(*claim.draft.about, record.handle))
            if claim not in behind:
                said = (
                    f'a claim of stance {claim.draft.stance} does not assert "{_count_text(record)}": kept as about it'
                )
                yield remark(record, said)
        behind += [c for c in about.get(record.handle, ()) if c not in named and _asserts_figure(c, record)]
        record.set(claims=tuple(claim.handle for claim in behind))


def _count_text(record: OpenCasualty) -> str:
    return shown(record.count.text if record.count else record.draft.count)


def _asserts_figure(claim: OpenClaim, record: OpenCasualty) -> bool:
    """Whether a claim about a casualty has the count's words in its own evidence."""
    return claim.draft.stance in ASSERTING and any(
        e.start <= record.span[0] and record.span[1] <= e.end for e in claim.evidence
    )


def _fallback(record: AnyOpen, field: str) -> str | None:
    if isinstance(record, OpenCasualty):
        return record.count.text if record.count else record.evidence[0].quote
    return record.evidence[0].quote if field == "content" else None


def _outcome(form: str | None) -> str:
    return "emptied" if form is None else f'"{shown(form)}" in its place'


def _source_name(case: Case, claim: OpenClaim, link: Link) -> str | None:
    if link.name.strip() == OUTLET:
        return OUTLET if link.type in OUTLET_TYPES else None
    if known := case.names.get(name_key(link.name)):
        return known
    return case.locator.field(link.name, claim.evidence)


def _by_key(records: list[R]) -> dict[str, R]:
    return {record.draft.key: record for record in reversed(records)}


def _resolve_one(record: OpenCasualty, field: str, targets: Mapping[str, AnyOpen]) -> Iterator[Remark]:
    key: str | None = getattr(record.draft, field)
    if key is None:
        return
    target = targets.get(key)
    if target is None:
        yield remark(record, f'{field} "{shown(key, 20)}" leads to no record: cut')
    record.set(**{field: target.handle if target else None})


def _resolve_many(record: OpenCasualty | OpenClaim, field: str, targets: Mapping[str, AnyOpen]) -> Iterator[Remark]:
    keys: tuple[str, ...] = getattr(record.draft, field)
    for key in keys:
        if key not in targets:
            yield remark(record, f'{field} "{shown(key, 20)}" leads to no record: cut')
    record.set(**{field: tuple(dict.fromkeys(targets[key].handle for key in keys if key in targets))})
