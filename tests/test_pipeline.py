"""The flow: draft, verify, repair at most once, summarise."""

from __future__ import annotations

import asyncio
from datetime import UTC, timedelta

import pytest

from summarizer import __version__
from summarizer.articles import article_from_text
from summarizer.engines.base import Drafted, Usage
from summarizer.errors import ProviderError
from summarizer.pipeline import amended, asummarize
from summarizer.records.article import Article
from summarizer.records.digest import Digest, Tokens
from summarizer.records.draft import DraftActor, DraftCasualty, DraftEvidence, DraftRecords
from summarizer.records.finding import Finding, Severity
from summarizer.records.vocabulary import ActorType, Harm, Scope, VictimStatus

TEXT = "TORKECH - Shells killed at least 11 villagers on Friday, the clinic said. The army said nothing."


def _casualty(quote: str, key: str = "x") -> DraftCasualty:
    return DraftCasualty(
        key=key,
        event=None,
        harm=Harm.KILLED,
        count="at least 11",
        number=11,
        victims="villagers",
        victim_status=VictimStatus.CIVILIAN,
        victim_side=None,
        attributed_to=(),
        scope=Scope.INCIDENT,
        subset_of=None,
        claims=(),
        evidence=(DraftEvidence(sentence=1, quote=quote),),
    )


GOOD = DraftRecords(casualties=(_casualty("killed at least 11 villagers"),))
BAD = DraftRecords(casualties=(_casualty("killed at least 99 villagers"),))


class ScriptedEngine:
    """Answers what it was given, and counts the calls."""

    name = "scripted"
    fingerprint = "scripted-1"

    def __init__(self, draft: DraftRecords, repair: DraftRecords | None = None) -> None:
        self.draft_answer, self.repair_answer = draft, repair
        self.repairs: list[tuple[Finding, ...]] = []

    async def draft(self, article: Article) -> Drafted:
        usage = Usage(requests=1, retries=2, tokens=Tokens(input=10, output=5), cost_usd=0.25)
        return Drafted(records=self.draft_answer, model="m", usage=usage)

    async def repair(self, article: Article, draft: DraftRecords, findings: tuple[Finding, ...]) -> Drafted | None:
        self.repairs.append(findings)
        if self.repair_answer is None:
            return None
        return Drafted(records=self.repair_answer, model="m", usage=Usage(requests=1, tokens=Tokens(input=7)))


def _run(engine: ScriptedEngine) -> Digest:
    return asyncio.run(asummarize(article_from_text(TEXT), engine))


def test_verified_records_reach_the_digest_with_located_quotes() -> None:
    digest = _run(ScriptedEngine(GOOD))
    (casualty,) = digest.casualties
    assert casualty.count.min == 11
    assert [TEXT[e.start : e.end] for e in casualty.evidence] == ["killed at least 11 villagers"]
    assert digest.summary.sentences[0].records == (casualty.id,)


def test_a_record_without_its_quote_is_dropped_and_named_in_a_finding() -> None:
    digest = _run(ScriptedEngine(BAD))
    assert digest.casualties == ()
    assert any(f.record == "x" and f.severity is Severity.ERROR for f in digest.findings)


def test_the_engine_is_asked_to_repair_once_and_gets_the_findings() -> None:
    engine = ScriptedEngine(BAD, GOOD)
    digest = _run(engine)
    assert len(engine.repairs) == 1
    assert any(finding.record == "x" for finding in engine.repairs[0])
    assert len(digest.casualties) == 1
    assert digest.provenance.repairs == 1


def test_a_repair_that_is_no_better_is_not_repeated() -> None:
    engine = ScriptedEngine(BAD, BAD)
    assert _run(engine).casualties == ()
    assert len(engine.repairs) == 1


def test_provenance_adds_up_what_all_answers_cost() -> None:
    provenance = _run(ScriptedEngine(BAD, GOOD)).provenance
    assert (provenance.requests, provenance.retries) == (2, 2)
    assert provenance.tokens == Tokens(input=17, output=5)
    assert provenance.cost_usd is None, "one of the two prices is unknown"
    assert _run(ScriptedEngine(GOOD)).provenance.cost_usd == 0.25


def test_provenance_names_engine_model_version_and_utc_time() -> None:
    provenance = _run(ScriptedEngine(GOOD)).provenance
    assert (provenance.engine, provenance.model, provenance.package_version) == ("scripted", "m", __version__)
    assert provenance.created.utcoffset() == timedelta(0)
    assert provenance.created.tzinfo is UTC
    assert provenance.seconds >= 0


def test_two_runs_differ_in_time_only() -> None:
    one, other = (_run(ScriptedEngine(GOOD)).model_dump() for _ in range(2))
    for digest in (one, other):
        del digest["provenance"]["created"], digest["provenance"]["seconds"]
    assert one == other


def test_the_article_is_described_with_what_the_caller_knows() -> None:
    info = _run(ScriptedEngine(GOOD)).article
    assert info.chars == len(TEXT)
    assert info.datelines == ("TORKECH",)
    assert info.published is None


def test_an_error_of_the_engine_reaches_the_caller() -> None:
    class Broken(ScriptedEngine):
        async def draft(self, article: Article) -> Drafted:
            raise ProviderError("no answer")

    with pytest.raises(ProviderError, match="no answer"):
        _run(Broken(GOOD))


def test_amending_replaces_records_with_the_same_key_and_adds_the_others() -> None:
    actor = DraftActor(name="IS", type=ActorType.REBEL_GROUP, aliases=())
    repair = DraftRecords(
        actors=(actor,), casualties=(_casualty("killed at least 11 villagers"), _casualty("killed", "y"))
    )
    both = amended(BAD, repair)
    assert [casualty.key for casualty in both.casualties] == ["x", "y"]
    assert both.casualties[0] == GOOD.casualties[0]
    assert both.actors == (actor,)
