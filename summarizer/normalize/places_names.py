"""What the tables know about a name: a country, a demonym, a region, a town, a sea; or nothing."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from summarizer.normalize.countries import Named, Naming, naming_words
from summarizer.normalize.gazetteer import Entry, lookup
from summarizer.normalize.places_words import place_words

LARGE = 50_000
"""People: a town of this size needs no locative word before it."""


class PlaceKind(StrEnum):
    """What a place name names. A demonym ("Syrian") is no place, but says which country is meant."""

    COUNTRY = "country"
    DEMONYM = "demonym"
    ADMIN1 = "admin1"
    CITY = "city"
    FEATURE = "feature"


class FoundPlace(NamedTuple):
    """A place name: `text == source[start:end]`, code points, end exclusive.

    `countries` are the alpha-3 codes it may lie in, largest namesake first; empty when no gazetteer knows it.
    """

    start: int
    end: int
    text: str
    kind: PlaceKind
    countries: tuple[str, ...]


class Known(NamedTuple):
    """What a name may be: its kind, its countries with the largest namesake first, the people of the largest."""

    kind: PlaceKind
    countries: tuple[str, ...]
    population: int


_CAPITAL = 10
"""A seat of government is meant rather than namesakes this many times smaller."""


@lru_cache(maxsize=16384)
def known_place(name: str) -> Known | None:
    """What the tables know about exactly this name."""
    named = naming_words().get(name)
    if named is not None and named.naming is not Naming.SEAT:
        return Known(PlaceKind.COUNTRY if named.naming is Naming.NAME else PlaceKind.DEMONYM, named.countries, 0)
    words = place_words()
    if name in words.regions:
        code = words.regions[name]
        return Known(PlaceKind.FEATURE if not code else PlaceKind.ADMIN1, (code,) if code else (), LARGE)
    first, _, rest = name.casefold().partition(" ")
    if named is None and (len(name) < 3 or first in words.stop or first in words.direction or name[-1] in "'’"):
        return None
    if rest and rest.rpartition(" ")[2] in words.stop:
        return None
    return _in_gazetteer(lookup(name), named)


def _in_gazetteer(entries: tuple[Entry, ...], seat: Named | None) -> Known | None:
    if not entries:
        return Known(PlaceKind.CITY, seat.countries, LARGE) if seat else None
    ranked = sorted(entries, key=lambda entry: (-entry.population, not entry.region))
    kind = PlaceKind.ADMIN1 if all(entry.region for entry in entries) else PlaceKind.CITY
    population = LARGE if kind is PlaceKind.ADMIN1 else ranked[0].population
    if seat is not None:  # a capital is not one of its small namesakes, whatever country the article is about
        ranked = [entry for entry in ranked if entry.population * _CAPITAL >= ranked[0].population]
    return Known(kind, tuple(dict.fromkeys(entry.country for entry in ranked)), population)
