"""The deterministic engine: general linguistic patterns over reviewed word lists, no model, no network.

What it says goes through the same verification as a model's answer. The rules are read by `reading.read_article`.
"""

from __future__ import annotations

from summarizer.engines.base import Drafted
from summarizer.records.article import Article
from summarizer.records.draft import DraftRecords
from summarizer.records.finding import Finding

RULES_VERSION = "1"


class OfflineEngine:
    """Reads English wire copy by rules. The same article always gives the same draft."""

    name = "offline"

    @property
    def fingerprint(self) -> str:
        """Changes with the rules."""
        return f"offline-{RULES_VERSION}"

    async def draft(self, article: Article) -> Drafted:
        """The records the rules find; never raises on any text."""
        from summarizer.engines.offline.reading import read_article  # word lists are read when an article is

        return Drafted(records=read_article(article))

    async def repair(self, article: Article, draft: DraftRecords, findings: tuple[Finding, ...]) -> Drafted | None:
        """Rules have nothing to add to what they said."""
        return None
