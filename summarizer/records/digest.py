"""What one article becomes: the public JSON, `schema_version` "1"."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from summarizer.records.base import Record
from summarizer.records.finding import Finding
from summarizer.records.values import Actor
from summarizer.records.verified import Casualty, Claim, Event


class ArticleInfo(Record):
    """The article as the digest names it. `id` is the SHA-256 of the text (UTF-8, hex); `chars` are code points."""

    id: str
    source: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    datelines: tuple[str, ...] = ()
    language: str | None = None
    chars: int
    sentences: int


class SummarySentence(Record):
    """One sentence and the ids of the verified records it rests on (at least one)."""

    text: str
    records: tuple[str, ...]


class Summary(Record):
    """A headline of at most 90 characters and up to four sentences; both empty of content only when no record is."""

    headline: str
    sentences: tuple[SummarySentence, ...] = ()


class PromptInfo(Record):
    """Which prompt file drove the engine."""

    id: str
    version: int
    sha256: str


class Tokens(Record):
    """Tokens spent over all requests; `cached` is the part of `input` the provider served from its cache."""

    input: int = 0
    cached: int = 0
    output: int = 0


class Provenance(Record):
    """How the digest came about. `cost_usd` is null where the price is unknown, 0 only where nothing was paid for."""

    engine: str
    model: str | None = None
    prompt: PromptInfo | None = None
    package_version: str
    created: datetime
    seconds: float
    requests: int = 0
    retries: int = 0
    repairs: int = 0
    tokens: Tokens = Tokens()
    cost_usd: float | None = None


class Digest(Record):
    """Events, casualties, claims and a summary of one article, every record with its located quote."""

    schema_version: Literal["1"] = "1"
    article: ArticleInfo
    summary: Summary
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    provenance: Provenance


class Failure(Record):
    """An article that could not be summarised, kept beside the digests of the others."""

    source: str
    reason: str
    """Class name of the error, e.g. ArticleNotText."""
    message: str
    hint: str | None = None
    exit_code: int


Outcome = Digest | Failure
