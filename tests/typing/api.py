"""Checked by mypy, never run: what the types of the public API promise to a caller."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import assert_type

import summarizer
from summarizer import Article, Casualty, Claim, Count, Digest, Event, Failure, Finding, Settings, SummarizerError


def one_article(path: Path) -> None:
    assert_type(summarizer.summarize(path), Digest)
    assert_type(summarizer.summarize("story.txt", settings=Settings()), Digest)
    article = summarizer.load_article(path, published=date(2016, 6, 4), outlet="Example Wire")
    assert_type(article, Article)
    assert_type(summarizer.summarize(article), Digest)


async def awaited(path: Path) -> None:
    assert_type(await summarizer.asummarize(path), Digest)


def records(digest: Digest, failure: Failure, error: SummarizerError) -> None:
    assert_type(digest.events, tuple[Event, ...])
    assert_type(digest.casualties, tuple[Casualty, ...])
    assert_type(digest.claims, tuple[Claim, ...])
    assert_type(digest.findings, tuple[Finding, ...])
    assert_type(digest.casualties[0].count, Count)
    assert_type(digest.casualties[0].count.min, int | None)
    assert_type(failure.exit_code, int)
    assert_type(error.hint, str | None)
    assert_type(summarizer.__version__, str)
