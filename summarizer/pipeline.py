"""The flow on one screen: draft, verify, repair at most once, summarise, and say how it came about."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from summarizer import __version__
from summarizer.records.digest import ArticleInfo, Digest, Provenance, Tokens
from summarizer.summary import compose_summary
from summarizer.verify import verify

if TYPE_CHECKING:
    from summarizer.engines.base import Drafted, Engine
    from summarizer.records.article import Article
    from summarizer.records.base import Record
    from summarizer.records.draft import DraftRecords


async def asummarize(article: Article, engine: Engine) -> Digest:
    """Events, casualties, claims and a summary of one article, drafted by `engine` and verified here.

    Two runs of a deterministic engine differ in `provenance.created` and `provenance.seconds` only.
    Raises what the engine raises: ConfigurationError, ProviderError, AnswerError.
    """
    created, started = datetime.now(UTC), time.perf_counter()
    answers = [await engine.draft(article)]
    draft = answers[0].records
    records, findings = verify(article, draft)
    if repaired := await engine.repair(article, draft, findings):
        answers.append(repaired)
        draft = amended(draft, repaired.records)
        records, findings = verify(article, draft)
    summary, remarks = compose_summary(article, records, draft.summary)
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


def amended(draft: DraftRecords, repair: DraftRecords) -> DraftRecords:
    """The draft with the records of the repair: those with a known key replace the old ones, the others are added."""
    return draft.model_copy(
        update={
            "actors": _by_key(draft.actors, repair.actors, "name"),
            "events": _by_key(draft.events, repair.events, "key"),
            "casualties": _by_key(draft.casualties, repair.casualties, "key"),
            "claims": _by_key(draft.claims, repair.claims, "key"),
        }
    )


def _by_key(old: tuple[Record, ...], new: tuple[Record, ...], key: str) -> tuple[Record, ...]:
    return tuple({getattr(record, key): record for record in (*old, *new)}.values())


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
        model=answers[-1].model,
        prompt=answers[0].prompt,
        package_version=__version__,
        created=created,
        seconds=round(seconds, 4),
        requests=sum(u.requests for u in spent),
        retries=sum(u.retries for u in spent),
        repairs=len(answers) - 1,
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
