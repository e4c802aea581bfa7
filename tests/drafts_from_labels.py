"""A label file as the draft of a perfect engine: words and sentence numbers only.

Loaded by path (the tests are no package): `drafts_from_labels = load_module(...)` in tests/verify/conftest.py.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from summarizer.records.article import Article
from summarizer.records.draft import (
    DraftActor,
    DraftCasualty,
    DraftClaim,
    DraftEvent,
    DraftEvidence,
    DraftRecords,
)
from summarizer.records.values import Link

Table = dict[str, Any]


def read_label(folder: Path) -> Table:
    """The label file of a seed."""
    return tomllib.loads((folder / "label.toml").read_text("utf-8"))


def published_of(label: Table) -> date | None:
    """The publication date the reader is told, None when it is not."""
    return label.get("published")


def draft_from_label(article: Article, label: Table) -> DraftRecords:
    """Every record of the label, optional ones included, with the sentence in which each quote begins."""
    return DraftRecords(
        actors=tuple(_actor(row) for row in label.get("actor", ())),
        events=tuple(_event(article, row) for row in label.get("event", ())),
        casualties=tuple(_casualty(article, row) for row in label.get("casualty", ())),
        claims=tuple(_claim(article, row) for row in label.get("claim", ())),
    )


def _actor(row: Table) -> DraftActor:
    return DraftActor(name=row["name"], type=row["type"], aliases=tuple(row.get("aliases", ())))


def _event(article: Article, row: Table) -> DraftEvent:
    return DraftEvent(
        key=row["id"],
        type=row["type"],
        status=row["status"],
        actors=tuple(row.get("actors", ())),
        supporters=tuple(row.get("supporters", ())),
        targets=tuple(row.get("targets", ())),
        location=None,
        place=row.get("place"),
        admin1=None,
        country=row.get("country"),
        time=row.get("when_text"),
        weapon=row.get("weapon"),
        evidence=_evidence(article, row),
    )


def _casualty(article: Article, row: Table) -> DraftCasualty:
    return DraftCasualty(
        key=row["id"],
        event=row.get("event"),
        harm=row["harm"],
        count=row["count"],
        number=row.get("best"),
        victims=row["victims"],
        victim_status=row["victim_status"],
        victim_side=row.get("victim_side"),
        attributed_to=tuple(row.get("attributed_to", ())),
        scope=row["scope"],
        subset_of=row.get("subset_of") or None,
        claims=tuple(row.get("claims", ())),
        evidence=_evidence(article, row),
    )


def _claim(article: Article, row: Table) -> DraftClaim:
    return DraftClaim(
        key=row["id"],
        chain=tuple(Link(name=link["name"], type=link["type"]) for link in row["chain"]),
        anonymous=row["anonymous"],
        stance=row["stance"],
        cue=row.get("cue"),
        content=row["content"],
        about=tuple(row.get("about", ())),
        time=None,
        evidence=_evidence(article, row),
    )


def _evidence(article: Article, row: Table) -> tuple[DraftEvidence, ...]:
    return tuple(DraftEvidence(sentence=_sentence(article, quote), quote=quote) for quote in row["quotes"])


def _sentence(article: Article, quote: str) -> int:
    """The sentence in which a quote begins, or the first after it where it begins with a dateline or a bullet.

    White space alone is folded, as labels may break lines.
    """
    words = r"\s+".join(re.escape(word) for word in quote.split())
    found = re.search(words, article.text)
    if found is None:
        raise AssertionError(f"the article does not hold {quote!r}")
    return next(s.number for s in article.sentences if s.end > found.start())
