"""Roundups by country: "the military" of one section is not that of another."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.articles import article_from_text
from summarizer.engines.offline.parsed import parse_article
from summarizer.engines.offline.sections import lands_of
from summarizer.records.draft import DraftRecords

Draft = Callable[[str], DraftRecords]

ROUNDUP = """Regional Overview

Mali

The Malian army clashed with rebels near Gao. Four soldiers were killed.

Niger

The Nigerien army clashed with gunmen near Diffa. The army said two soldiers were hurt."""


def test_a_country_alone_heads_a_section() -> None:
    lands = lands_of(parse_article(article_from_text(ROUNDUP)))
    assert list(dict.fromkeys(lands.values())) == ["MLI", "NER"]


def test_one_country_alone_makes_no_roundup() -> None:
    assert not lands_of(parse_article(article_from_text("Mali\n\nThe army clashed with rebels near Gao.")))


def test_plain_words_mean_the_army_of_their_section(draft: Draft) -> None:
    assert [c.victim_side for c in draft(ROUNDUP).casualties] == ["Malian army", "Nigerien army"]
