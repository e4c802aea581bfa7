"""The one repair: what verification refused and what no record covers goes back to the model, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.engines.exchange import Message
from summarizer.engines.repair_floor import held, keys_of, missing
from summarizer.prompting import Prompt, compact
from summarizer.records.article import Article
from summarizer.records.draft import DraftCasualty, DraftClaim, DraftEvent, DraftRecords
from summarizer.records.finding import Finding, Severity

MOST_WANTS = 60
"""So much is asked for at most; what is left over stays a finding."""


class Wanted(NamedTuple):
    """What a repair would be about."""

    refused: tuple[Finding, ...]
    """One or more for each record that does not stand."""
    uncovered: tuple[Finding, ...]
    """Numbers of people harmed that no record has (C1)."""
    lost: tuple[Finding, ...]
    """What the offline engine reads and the records lack (L8)."""

    def __bool__(self) -> bool:
        return bool(self.refused or self.uncovered or self.lost)


def wanted(
    article: Article, draft: DraftRecords, findings: Sequence[Finding], remarks: Sequence[Finding], floor: DraftRecords
) -> Wanted:
    """What is to be mended: by verification's `findings`, the reader's `remarks` on the reply, and the `floor`."""
    refused, uncovered = _failed(draft, findings, remarks)
    standing = held(draft, frozenset(f.record for f in refused if f.record))
    lost = tuple(f for f in missing(article, floor, standing) if not _named_already(f, uncovered))
    return Wanted(refused, uncovered, lost)


def mended_without(draft: DraftRecords, findings: Sequence[Finding], remarks: Sequence[Finding]) -> bool:
    """Whether there is something to mend whatever the offline engine reads."""
    return any(_failed(draft, findings, remarks))


def _failed(
    draft: DraftRecords, findings: Sequence[Finding], remarks: Sequence[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Why records do not stand, and the numbers that no record covers."""
    keys = keys_of(draft)
    refused = tuple(f for f in findings if f.severity is Severity.ERROR and f.record in keys)
    unread = tuple(f for f in remarks if f.rule == "L1" and f.record)
    return (*refused, *unread), tuple(f for f in findings if f.rule == "C1")


def _named_already(lost: Finding, uncovered: Sequence[Finding]) -> bool:
    """Whether the count scanner points at the same figure."""
    quoted = lost.message.partition('"')[2].partition('"')[0].casefold()
    named = [each.message.partition('"')[2].partition('"')[0].casefold() for each in uncovered]
    return bool(quoted) and any(quoted in each or each in quoted for each in named)


def repair_messages(article: Article, draft: DraftRecords, want: Wanted, prompt: Prompt) -> tuple[Message, ...]:
    """What follows the article in a repair request: the rules of a repair, what stands, and what is wanted.

    Everything before it is as in the first request, so a provider's cache serves it.
    """
    lines = [prompt.text, "", "# Settled records (key: what)", *_settled(draft, want), "", "# To correct or add"]
    lines += [f"- {line}" for line in list(_lines(article, draft, want))[:MOST_WANTS]]
    return (Message(role="user", content="\n".join(lines)),)


def _settled(draft: DraftRecords, want: Wanted) -> Iterator[str]:
    kept = held(draft, frozenset(f.record for f in want.refused if f.record))
    for event in kept.events:
        yield f"{event.key}: {event.type} {event.place or ''} {event.time or ''}".rstrip()
    for casualty in kept.casualties:
        yield f"{casualty.key}: {casualty.count} {casualty.harm}, {casualty.victims[:60]}"
    for claim in kept.claims:
        yield f"{claim.key}: {claim.chain[0].name if claim.chain else '?'} {claim.stance}: {claim.content[:60]}"


def _lines(article: Article, draft: DraftRecords, want: Wanted) -> Iterator[str]:
    kept: tuple[DraftEvent | DraftCasualty | DraftClaim, ...] = (*draft.events, *draft.casualties, *draft.claims)
    records = {record.key: record for record in kept}
    reasons: dict[str, list[str]] = {}
    for finding in want.refused:
        reasons.setdefault(finding.record or "", []).append(finding.message)
    for key, said in reasons.items():
        record = records.get(key)
        shown = f" {compact(record.model_dump(mode='json', exclude={'key'}))}" if record else ""
        yield f"{key} was refused ({'; '.join(said)}){shown}"
    for finding in want.uncovered:
        sentence = article.sentence_at(finding.start) if finding.start is not None else None
        yield f"sentence {sentence.number if sentence else '?'}: {finding.message}"
    for finding in want.lost:
        yield finding.message
