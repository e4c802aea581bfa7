"""Verified records built by hand from a label file, so that summaries can be judged without any engine."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.records.article import Article, Sentence, SentenceKind
from summarizer.records.values import Actor, Count, Link, Location, TimeReference
from summarizer.records.verified import Casualty, Claim, Event, Evidence, VerifiedRecords
from summarizer.records.vocabulary import CountModifier, EvidenceMatch, Stance, Support


@pytest.fixture(scope="session")
def labelled(seeds: Path) -> Callable[[str], tuple[Article, VerifiedRecords]]:
    """A seed's article with the records of its label."""

    def load(name: str) -> tuple[Article, VerifiedRecords]:
        article = article_of(seeds / name)
        return article, records_of(seeds / name, article)

    return load


def article_of(folder: Path) -> Article:
    """The article in rough sentences: enough for a summary, not a substitute for load_article."""
    text = (folder / "article.txt").read_text(encoding="utf-8")
    sentences = []
    for match in re.finditer(r"[^\n]+?(?:(?<=[a-z\d\"”)]{2})[.?!][\"”]?(?=\s+[\"“A-Z])|$)", text, flags=re.M):
        words = match[0].strip()
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        dateline = re.match(r"[A-Z][A-Z/ ]+(?:, [\w. ]+?)?(?: \([\w ]+\))?(?:: | [-—] )", words)
        if dateline and len(sentences) < 3:
            start, words = start + dateline.end(), words[dateline.end() :]
        kind = SentenceKind.HEADLINE if not sentences and not words.endswith(".") else SentenceKind.BODY
        sentences.append(
            Sentence(number=len(sentences) + 1, start=start, end=start + len(words), text=words, paragraph=1, kind=kind)
        )
    return Article(id="0", source=str(folder), text=text, sentences=tuple(sentences))


def records_of(folder: Path, article: Article) -> VerifiedRecords:
    """The label's records as if an engine had found them all."""
    label = tomllib.loads((folder / "label.toml").read_text(encoding="utf-8"))
    events, casualties, claims = (label.get(kind, []) for kind in ("event", "casualty", "claim"))
    links = {c["id"]: tuple(c.get("claims", ())) for c in casualties}
    return VerifiedRecords(
        actors=tuple(
            Actor(name=a["name"], type=a["type"], aliases=tuple(a.get("aliases", ()))) for a in label["actor"]
        ),
        events=tuple(_event(e, claims, article) for e in events),
        casualties=tuple(_casualty(c, links[c["id"]], article) for c in casualties),
        claims=tuple(_claim(c, article) for c in claims),
    )


def _evidence(quotes: list[str], article: Article) -> tuple[Evidence, ...]:
    found = []
    for quote in quotes:
        start = article.text.find(quote)
        sentence = article.sentence_at(start) if start >= 0 else None
        if sentence:
            found.append(
                Evidence(
                    sentence=sentence.number,
                    quote=quote,
                    start=start,
                    end=start + len(quote),
                    match=EvidenceMatch.EXACT,
                )
            )
    return tuple(found) or (
        Evidence(sentence=9, quote=quotes[0], start=0, end=len(quotes[0]), match=EvidenceMatch.NORMALISED),
    )


def _event(row: dict[str, Any], claims: list[dict[str, Any]], article: Article) -> Event:
    about = [claim for claim in claims if row["id"] in claim.get("about", ())]
    denied = any(claim["stance"] == Stance.DENIES for claim in about)
    return Event(
        id=row["id"],
        type=row["type"],
        status=row["status"],
        actors=tuple(row.get("actors", ())),
        supporters=tuple(row.get("supporters", ())),
        targets=tuple(row.get("targets", ())),
        location=Location(text=row.get("place"), place=row.get("place"), country=row.get("country")),
        time=TimeReference(text=row.get("when_text")),
        weapon=row.get("weapon"),
        reported_by=tuple(claim["id"] for claim in about),
        support=Support.CONTESTED if denied else Support.SINGLE_SOURCE if about else Support.OUTLET_VOICE,
        evidence=_evidence(row["quotes"], article),
    )


def _casualty(row: dict[str, Any], claims: tuple[str, ...], article: Article) -> Casualty:
    value = row.get("best", row.get("min", row.get("max")))
    modifier = CountModifier(row["modifier"])
    return Casualty(
        id=row["id"],
        event_id=row.get("event"),
        harm=row["harm"],
        count=Count(
            text=row["count"],
            value=value,
            min=row.get("min"),
            max=row.get("max"),
            best=row.get("best"),
            modifier=modifier,
            unit=row.get("unit", "people"),
            derived=row.get("derived", False),
        ),
        victims=row["victims"],
        victim_status=row["victim_status"],
        victim_side=row.get("victim_side"),
        scope=row["scope"],
        subset_of=row.get("subset_of") or None,
        claim_ids=claims,
        evidence=_evidence(row["quotes"], article),
    )


def _claim(row: dict[str, Any], article: Article) -> Claim:
    chain = tuple(Link(name=link["name"], type=link["type"]) for link in row["chain"])
    return Claim(
        id=row["id"],
        source=chain[0].name,
        chain=chain,
        source_type=chain[0].type,
        anonymous=row["anonymous"],
        stance=row["stance"],
        cue=row.get("cue"),
        content=row["content"],
        about=tuple(row.get("about", ())),
        evidence=_evidence(row["quotes"], article),
    )
