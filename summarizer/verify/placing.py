"""The place of an event: the article's words, looked up by the place reader in the context of the whole article."""

from __future__ import annotations

from summarizer.records.values import Location
from summarizer.verify.case import Case, OpenEvent


def location_of(case: Case, event: OpenEvent) -> Location:
    """Where an event happened."""
    draft = event.draft
    return Location(text=draft.location, place=draft.place, admin1=draft.admin1, country=draft.country)
