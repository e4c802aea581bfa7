"""Builders for drafts: each record takes only what a test is about."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from summarizer.articles import article_from_text
from summarizer.records.article import Article
from summarizer.records.draft import (
    DraftActor,
    DraftCasualty,
    DraftClaim,
    DraftEvent,
    DraftEvidence,
    DraftRecords,
)
from summarizer.records.finding import Finding
from summarizer.records.values import Link
from summarizer.records.verified import VerifiedRecords
from summarizer.verify import verify


class Bench:
    """One article and the means to draft records about it."""

    def __init__(self, text: str, **known: Any) -> None:
        self.article: Article = article_from_text(text, **known)
        self.records = VerifiedRecords()
        self.findings: tuple[Finding, ...] = ()

    def evidence(self, *quotes: str, sentence: int | None = None) -> tuple[DraftEvidence, ...]:
        """Evidence in the sentence that holds the quote, or in the one given."""
        return tuple(
            DraftEvidence(sentence=self._sentence(quote) if sentence is None else sentence, quote=quote)
            for quote in quotes
        )

    def _sentence(self, quote: str) -> int:
        at = self.article.text.find(quote)
        found = self.article.sentence_at(at) if at >= 0 else None
        return found.number if found else 1

    def event(self, key: str, *quotes: str, sentence: int | None = None, **fields: Any) -> DraftEvent:
        """A completed attack unless told otherwise."""
        given = dict.fromkeys(("location", "place", "admin1", "country", "time", "weapon"))
        given |= {"type": "attack", "status": "completed", "actors": (), "supporters": (), "targets": ()}
        return DraftEvent(key=key, evidence=self.evidence(*quotes, sentence=sentence), **(given | fields))

    def casualty(self, key: str, count: str, *quotes: str, sentence: int | None = None, **fields: Any) -> DraftCasualty:
        """Killed people of unknown status unless told otherwise."""
        given: dict[str, Any] = dict.fromkeys(("event", "number", "victim_side", "subset_of"))
        given |= {"harm": "killed", "victims": count, "victim_status": "unknown", "scope": "incident"}
        given |= {"attributed_to": (), "claims": ()}
        evidence = self.evidence(*quotes, sentence=sentence)
        return DraftCasualty(key=key, count=count, evidence=evidence, **(given | fields))

    def claim(self, key: str, source: str, *quotes: str, sentence: int | None = None, **fields: Any) -> DraftClaim:
        """An assertion by one named source unless told otherwise."""
        given: dict[str, Any] = {"chain": (Link(name=source, type="government"),), "anonymous": False}
        given |= {"stance": "asserts", "cue": None, "content": quotes[0] if quotes else "", "about": (), "time": None}
        return DraftClaim(key=key, evidence=self.evidence(*quotes, sentence=sentence), **(given | fields))

    def actor(self, name: str, *aliases: str, kind: str = "state_forces") -> DraftActor:
        """A party."""
        return DraftActor(name=name, type=kind, aliases=aliases)

    def run(self, *drafts: DraftActor | DraftEvent | DraftCasualty | DraftClaim) -> VerifiedRecords:
        """Verify the drafts; the findings stay on the bench."""
        kinds = {DraftActor: "actors", DraftEvent: "events", DraftCasualty: "casualties", DraftClaim: "claims"}
        fields = {name: tuple(d for d in drafts if type(d) is kind) for kind, name in kinds.items()}
        self.records, self.findings = verify(self.article, DraftRecords(**fields))
        return self.records

    def rules(self) -> list[str]:
        """Rules of the findings, coverage left out where no test asks for it."""
        return [finding.rule for finding in self.findings if not finding.rule.startswith("C")]

    def said(self, rule: str) -> list[Finding]:
        """Findings of one rule."""
        return [finding for finding in self.findings if finding.rule == rule]


@pytest.fixture
def bench() -> Callable[..., Bench]:
    """Makes a bench from an article's text."""
    return Bench


@pytest.fixture(scope="session")
def labels(root: Path) -> ModuleType:
    """tests/drafts_from_labels.py."""
    spec = importlib.util.spec_from_file_location("drafts_from_labels", root / "tests" / "drafts_from_labels.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
