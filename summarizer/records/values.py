"""Imprecision as types: counts with bounds, times with precision, places that may stay unlocated."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from summarizer.records.base import Record
from summarizer.records.vocabulary import (
    ActorType,
    CountModifier,
    CountUnit,
    SourceType,
    TimePrecision,
    TimeRelation,
)


class Count(Record):
    """A number of people as worded. Bounds hold only what the words assert; null = the words give none.

    `text` is the number phrase with its hedge, verbatim; `value` the figure as stated; `min`/`max` the bounds;
    `best` the figure a careful reader would quote. Rules: docs/records.md, counting.
    """

    text: str
    value: int | None = Field(default=None, ge=0)
    min: int | None = Field(default=None, ge=0)
    max: int | None = Field(default=None, ge=0)
    best: int | None = Field(default=None, ge=0)
    modifier: CountModifier
    unit: CountUnit = CountUnit.PEOPLE
    derived: bool = False

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        known = [v for v in (self.min, self.best, self.max) if v is not None]
        if known != sorted(known):
            raise ValueError("min <= best <= max does not hold")
        return self


class TimeReference(Record):
    """When, in the article's words and as dates. `start`/`end` are whole days, both inclusive; null = unresolved."""

    text: str | None = None
    relation: TimeRelation | None = None
    start: date | None = None
    end: date | None = None
    precision: TimePrecision = TimePrecision.UNKNOWN


class Location(Record):
    """Where. `text` and `place` verbatim; `country` ISO 3166-1 alpha-3; coordinates WGS 84 degrees, null = unlocated.

    `geo_precision`: 1 the named town, 2 near it or a small area, 3 a region only (ACLED's scale); null = unlocated.
    `where_prec`: 1 exact, 2 near, 3 second-order, 4 first-order division, 5 larger, 6 country (UCDP's scale).
    """

    text: str | None = None
    place: str | None = None
    admin1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geo_precision: int | None = None
    where_prec: int | None = None


class Actor(Record):
    """A party or source, named verbatim in the fullest form the article has; `canonical` from the alias table."""

    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    canonical: str | None = None


class Link(Record):
    """One link of an attribution chain."""

    name: str
    type: SourceType
