"""What an article's datelines say of where things happened: the town of a section, or of the whole story."""

from __future__ import annotations

import re

from summarizer.engines.offline.parsed import Parsed
from summarizer.normalize.countries import Naming, naming_words
from summarizer.normalize.places import FoundPlace, PlaceKind
from summarizer.records.article import Article, Dateline

_AGENCY = re.compile(r"\(([A-Z][\w.]*(?: [A-Z]\w+)?)\)\s*(?:[-–—:]|--)")
_HEAD = 600
"""Characters within which a dateline stands."""
_ROUNDUP = 3
"""Datelines from which on an article is a roundup, each section with a town of its own."""


class Datelines:
    """The datelines of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def section(self, p: Parsed) -> FoundPlace | None:
        """The town that opens the section of a roundup in which a sentence stands."""
        lines = self.article.datelines
        if len(lines) < _ROUNDUP:
            return None
        before = [line for line in lines if line.start <= p.sentence.start]
        return _town(before[-1]) if before and before[-1] is not lines[0] else None

    def story(self) -> list[FoundPlace]:
        """The town of the only dateline; a seat of government is where news is heard, not where it happens."""
        lines = self.article.datelines
        town = _town(lines[0]) if len(lines) == 1 and len(lines[0].places) <= 2 and "/" not in lines[0].text else None
        named = naming_words().get(town.text.title()) if town is not None else None
        return [town] if town is not None and not (named is not None and named.naming is Naming.SEAT) else []


def outlet_of(article: Article) -> str:
    """The name of who publishes the article: as told, else the agency in the dateline, "GAZA CITY (AFP) -"."""
    found = _AGENCY.search(article.text, 0, _HEAD)
    return article.outlet or (found[1] if found is not None else "")


def _town(line: Dateline) -> FoundPlace | None:
    return FoundPlace(0, 0, line.places[0], PlaceKind.CITY, ()) if line.places else None
