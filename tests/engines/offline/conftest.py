"""Articles from invented sentences, and what the engine reads in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.articles import article_from_text
from summarizer.engines.offline.parsed import Parsed, parse_article
from summarizer.engines.offline.reading import read_article
from summarizer.records.draft import DraftRecords


@pytest.fixture
def draft() -> Callable[[str], DraftRecords]:
    """What the engine reads in a text."""
    return lambda text: read_article(article_from_text(text))


@pytest.fixture
def sentences() -> Callable[[str], list[Parsed]]:
    """The parsed sentences of a text."""
    return lambda text: parse_article(article_from_text(text))


@pytest.fixture
def sentence(sentences: Callable[[str], list[Parsed]]) -> Callable[[str], Parsed]:
    """The first parsed sentence of a text."""
    return lambda text: sentences(text)[0]
