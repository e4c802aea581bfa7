"""What every engine is: something that drafts records from an article and, if it can, repairs them once."""

from __future__ import annotations

from typing import Protocol

from summarizer.records.article import Article
from summarizer.records.base import Record
from summarizer.records.digest import PromptInfo, Tokens
from summarizer.records.draft import DraftRecords
from summarizer.records.finding import Finding


class Usage(Record):
    """What one engine call cost. `cost_usd` is null where the price is unknown."""

    requests: int = 0
    retries: int = 0
    tokens: Tokens = Tokens()
    cost_usd: float | None = None


class Drafted(Record):
    """An engine's answer: untrusted records, what they cost, and what the engine itself has to remark."""

    records: DraftRecords
    model: str | None = None
    prompt: PromptInfo | None = None
    usage: Usage = Usage()
    findings: tuple[Finding, ...] = ()


class Engine(Protocol):
    """Drafts records. `name` stands in the provenance; `fingerprint` changes whenever the same article may be read
    otherwise (version, model, prompt, parameters), so that stored answers go stale.
    """

    @property
    def name(self) -> str:
        """Short name: "offline", "llm", "replay"."""
        ...

    @property
    def fingerprint(self) -> str:
        """What makes two runs comparable."""
        ...

    async def draft(self, article: Article) -> Drafted:
        """Read the article. Raises ConfigurationError, ProviderError or AnswerError."""
        ...

    async def repair(self, article: Article, draft: DraftRecords, findings: tuple[Finding, ...]) -> Drafted | None:
        """Answer only what the findings name, or None when this engine cannot do better."""
        ...
