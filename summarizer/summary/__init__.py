"""The summary: a headline and a few sentences, composed from verified records only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.records.digest import Summary

if TYPE_CHECKING:
    from summarizer.records.article import Article
    from summarizer.records.draft import DraftSummary
    from summarizer.records.finding import Finding
    from summarizer.records.verified import VerifiedRecords


def compose_summary(
    article: Article, records: VerifiedRecords, offered: DraftSummary | None = None
) -> tuple[Summary, tuple[Finding, ...]]:
    """The records in a few sentences, and remarks on sentences of the engine that were refused."""
    del article, records, offered
    return Summary(headline=""), ()
