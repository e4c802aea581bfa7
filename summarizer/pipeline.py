"""The flow on one screen: draft, verify, repair at most once, summarise, and say how it came about."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from summarizer import __version__
from summarizer.engines.repair_records import amended
from summarizer.records.digest import ArticleInfo, Digest, Provenance, Tokens
from summarizer.summary import compose_summary
from summarizer.verify import verify_keyed

if TYPE_CHECKING:
    from summarizer.engines.base import Drafted, Engine
    from summarizer.records.article import Article


async def asummarize(article: Article, engine: Engine) -> Digest:
    """Events, casualties, claims and a summary of one article, drafted by `engine` and verified here.

    Two runs of a deterministic engine differ in `provenance.created` and `provenance.seconds` only.
    Raises what the engine raises: ConfigurationError, ProviderError, AnswerError.
    """
    created, started = datetime.now(UTC), time.perf_counter()
    answers = [await engine.draft(article)]
    draft = answers[0].records
    records, findings, ids = verify_keyed(article, draft)
    if repaired := await engine.repair(article, draft, findings):
        answers.append(repaired)
        draft = amended(draft, repaired.records)
        records, findings, ids = verify_keyed(article, draft)
    summary, remarks = compose_summary(article, records, draft.summary, ids)
    return Digest(
        article=_info(article),
        summary=summary,
        actors=records.actors,
        events=records.events,
        casualties=records.casualties,
        claims=records.claims,
        findings=(*article.findings, *(f for answer in answers for f in answer.findings), *findings, *remarks),
        provenance=_provenance(engine, answers, created, time.perf_counter() - started),
    )


def _info(article: Article) -> ArticleInfo:
    return ArticleInfo(
        id=article.id,
        source=article.source,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        datelines=tuple(place for dateline in article.datelines for place in dateline.places),
        language=article.language,
        chars=len(article.text),
        sentences=len(article.sentences),
    )


def _provenance(engine: Engine, answers: list[Drafted], created: datetime, seconds: float) -> Provenance:
    spent = [answer.usage for answer in answers]
    return Provenance(
        engine=engine.name,
        model=answers[0].model,
        prompt=answers[0].prompt,
        package_version=__version__,
        created=created,
        seconds=round(seconds, 4),
        requests=sum(u.requests for u in spent),
        retries=sum(u.retries for u in spent),
        repairs=sum(1 for u in spent[1:] if u.requests),
        tokens=Tokens(
            input=sum(u.tokens.input for u in spent),
            cached=sum(u.tokens.cached for u in spent),
            output=sum(u.tokens.output for u in spent),
        ),
        cost_usd=_total([u.cost_usd for u in spent]),
    )


def _total(costs: list[float | None]) -> float | None:
    """The sum, or None as soon as one price is unknown."""
    known = [cost for cost in costs if cost is not None]
    return sum(known) if len(known) == len(costs) else None
