"""What a web page states about itself in so many words: its title and its date of publication. Nothing is guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_ARTICLE_TYPES = re.compile(r"\w{0,30}(?:Article|BlogPosting)$")
_LONGEST_JSON = 200_000


def stated_dates(tree: LexborHTMLParser) -> list[date]:
    """The distinct publication days in article:published_time and JSON-LD datePublished, as stated (no zone shift)."""
    stated = [node.attributes.get("content") for node in tree.css('meta[property="article:published_time"]')]
    stated += [entry.get("datePublished") for entry in _entries(tree)]
    days = (_day(words) for words in stated if isinstance(words, str))
    return sorted({day for day in days if day})


def stated_title(tree: LexborHTMLParser) -> str | None:
    """The title by Open Graph, by JSON-LD, or by the title element, in this order."""
    graph = (node.attributes.get("content") for node in tree.css('meta[property="og:title"]'))
    headlines = (entry.get("headline") for entry in _entries(tree))
    titles = (node.text(deep=True) for node in tree.css("head > title"))
    for candidates in (graph, headlines, titles):
        for words in candidates:
            if isinstance(words, str) and words.strip():
                return " ".join(words.split())[:300]
    return None


def _day(words: str) -> date | None:
    found = _DAY.match(words)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _entries(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects at the top of the page's scripts that describe an article."""
    for script in tree.css('script[type="application/ld+json"]'):
        content = script.text(deep=True) or ""
        if len(content) > _LONGEST_JSON:
            continue
        try:
            data = json.loads(content)
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph") if isinstance(data, dict) else None
        for entry in [*_listed(data), *_listed(graph)]:
            if isinstance(entry, dict) and any(_is_article(kind) for kind in _listed(entry.get("@type"))):
                yield entry


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_article(kind: object) -> bool:
    return isinstance(kind, str) and _ARTICLE_TYPES.match(kind) is not None
