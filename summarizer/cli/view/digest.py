"""The text view of a digest: summary first, then what it rests on, then what to be careful about.

Made for a tired reader: one record, one block; counts with their hedge in front; whatever is not news, not current or
not agreed carries a tag in capitals, so that it is seen without colour too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.cli.view.page import Look, Page, Piece
from summarizer.cli.view.records import records_of
from summarizer.cli.view.wording import NEWS
from summarizer.records.digest import Digest
from summarizer.records.finding import Finding, Severity

_FINDINGS_SHOWN = 8
_LOOKS = {Severity.ERROR: Look.ERROR, Severity.WARNING: Look.ALERT, Severity.INFO: Look.DIM}
_ORDER = [Severity.ERROR, Severity.WARNING, Severity.INFO]


def digest_lines(digest: Digest, page: Page, *, verbose: bool = False) -> Iterator[str]:
    """The lines of the view, without line ends. `verbose` adds all quotes with their offsets and all findings."""
    records = records_of(digest, page, verbose=verbose)
    news = [event for event in digest.events if event.status in NEWS]
    other = [event for event in digest.events if event.status not in NEWS]
    yield from _summary(digest, page)
    yield from _section(page, "CASUALTIES", map(records.casualty, digest.casualties))
    yield from _section(page, "EVENTS", map(records.event, news))
    if other:
        yield from _section(page, "NOT NEWS", map(records.event, other), "history, plans, conditions, denials")
    yield from _section(page, "CLAIMS", map(records.claim, digest.claims))
    yield from _findings(digest.findings, page, verbose=verbose)
    yield ""
    yield from page.flow([Piece(text, Look.DIM) for text in _provenance(digest)])


def _summary(digest: Digest, page: Page) -> Iterator[str]:
    yield from page.flow([Piece(digest.summary.headline, Look.STRONG)])
    yield from page.flow([Piece(text, Look.DIM) for text in _article(digest)])
    for sentence in digest.summary.sentences:
        yield ""
        yield from page.flow([Piece(sentence.text), Piece(f"[{' '.join(sentence.records)}]", Look.DIM, " ")])


def _article(digest: Digest) -> Iterator[str]:
    article = digest.article
    if article.outlet:
        yield article.outlet
    if article.datelines:
        yield "/".join(article.datelines)
    yield f"published {article.published}" if article.published else "publication date not given: times stay as worded"


def _section(page: Page, title: str, entries: Iterable[Iterable[str]], note: str = "") -> Iterator[str]:
    blocks = list(entries)
    yield from page.heading(title, note or ("" if blocks else "none found"))
    for block in blocks:
        yield from block


def _findings(findings: tuple[Finding, ...], page: Page, *, verbose: bool) -> Iterator[str]:
    wanted = [f for f in findings if verbose or f.severity is not Severity.INFO]
    wanted.sort(key=lambda f: _ORDER.index(f.severity))
    shown = wanted if verbose else wanted[:_FINDINGS_SHOWN]
    if not findings:
        return
    yield from page.heading("FINDINGS")
    for finding in shown:
        yield from _finding(finding, page, verbose=verbose)
    if hidden := len(findings) - len(shown):
        more = f"{hidden} more" if shown else _counted(hidden, "note")
        yield from page.flow([Piece(f"{more}, shown by --verbose", Look.DIM)], "  ", "  ")


def _finding(finding: Finding, page: Page, *, verbose: bool) -> Iterator[str]:
    place = f"characters {finding.start}-{finding.end}" if verbose and finding.start is not None else ""
    label = page.paint(f"{finding.severity.value:7}", _LOOKS[finding.severity])
    pieces = [
        Piece(finding.rule),
        Piece(finding.record or "", joint="  "),
        Piece(finding.message, joint="  "),
        Piece(place, Look.DIM),
    ]
    yield from page.flow([piece for piece in pieces if piece.text], f"  {label}  ", " " * 11)


def _provenance(digest: Digest) -> Iterator[str]:
    source = digest.provenance
    yield f"{source.engine} {source.model}" if source.model else source.engine
    yield f"{source.seconds:.2f} s"
    yield ", ".join(
        _counted(len(records), kind)
        for records, kind in [
            (digest.casualties, "casualty"),
            (digest.events, "event"),
            (digest.claims, "claim"),
            (digest.findings, "finding"),
        ]
    )
    if source.requests:
        cost = "cost unknown" if source.cost_usd is None else f"${source.cost_usd:.4f}"
        yield f"{_counted(source.requests, 'request')}, {cost}"


def _counted(number: int, kind: str) -> str:
    if number == 1:
        return f"1 {kind}"
    return f"{number:,} {kind[:-1]}ies" if kind.endswith("y") else f"{number:,} {kind}s"
