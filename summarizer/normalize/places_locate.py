"""Where a named place is: coordinates and their precision, or nothing. Rules: docs/decisions/022."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from summarizer.normalize.countries import country_codes, country_of, naming_words
from summarizer.normalize.gazetteer import Entry, lookup
from summarizer.normalize.places_words import place_words
from summarizer.records.values import Location

EXACT, NEAR, DISTRICT, REGION, COUNTRY = 1, 2, 3, 4, 6
"""UCDP's `where_prec`, as far as a gazetteer of towns can tell."""
_GEO_PRECISION = {EXACT: 1, NEAR: 2, DISTRICT: 2, REGION: 3}
_DOMINANT = 10
"""Inside one known country a town this many times as large as all its namesakes is meant."""
_CITY, _PLAUSIBLE = 100_000, 50
"""Without any country: a city of this size, and this many times as large as every namesake."""
_SAME_PLACE = 0.35
"""Degrees: namesakes this close are one place listed twice."""


class _Request(NamedTuple):
    name: str
    precision: int
    bare: bool


@cache
def _around() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:\S+ )?(?:kilomet(?:er|re)s?|km|miles?)(?: (?:to the )?\w+)? (?:of|from|outside) "
        r"|near(?: to)? |outside |around "
        r"|close to |on the (?:outskirts|edge) of "
        r"|(?:the )?(?:outskirts|edge|suburbs|countryside|direction|vicinity) of "
        r"|(?:just )?(?:(?:north|south)(?:east|west)?|east|west) of )",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8192)
def _request(place: str) -> _Request:
    """The name inside the words, and how finely the words place the event."""
    words, text = place_words(), " ".join(place.split()).strip(" .,;:")
    precision, bare = EXACT, True
    while match := _around().match(text):
        text, precision, bare = text[match.end() :], NEAR, False
    text = text.removeprefix("the ").removeprefix("The ")
    kind = text.casefold()
    for level, names in (
        (REGION, words.first_order),
        (DISTRICT, words.second_order),
        (EXACT, words.town),
        (NEAR, words.feature),
    ):
        found = _designated(text, kind, names)
        if found:
            text, precision, bare = found, max(precision, level), False
            break
    first, _, rest = text.partition(" ")
    if rest and first.casefold() in words.direction and not lookup(text):
        text, precision = rest, max(precision, NEAR)
    return _Request(text.removesuffix("'s").removesuffix("’s"), precision, bare)


def _designated(text: str, low: str, names: frozenset[str]) -> str | None:
    """The name without its designator: "Raqqa province", "the province of Raqqa", "Niger State"."""
    for length in (3, 2, 1):
        tail = low.rsplit(" ", length)
        if len(tail) == length + 1 and " ".join(tail[1:]) in names:
            return text[: len(tail[0])].strip()
        head = low.split(" ", length)
        if len(head) == length + 1 and " ".join(head[:length]) in names and head[length].startswith("of "):
            return text[len(text) - len(head[length]) + 3 :].strip()
    return None


def locate(place: str | None, admin1: str | None, country: str | None, context: Sequence[str] = ()) -> Location:
    """The place on the map, as far as the words and the country go.

    `country` is an alpha-3 code or a name; `context` the countries of the article, alpha-3, heaviest first. A name that
    several places bear is settled by the country, then by the context, else left without coordinates. `country` of
    the answer is the one given, else the one the place settles; `place` and `admin1` are returned as given.
    """
    code = _country_code(country)
    if not place:
        return _unlocated(place, admin1, code, REGION if admin1 and code else COUNTRY)
    named = naming_words().get(place)
    if (whole := country_of(place)) is not None or (named and len(named.countries) > 1):
        known = (whole,) if whole else named.countries if named else ()
        return _unlocated(place, admin1, code or _only(known, context), COUNTRY)
    request = _request(place)
    if place in place_words().regions:
        return _unlocated(place, admin1, code or place_words().regions[place] or None, REGION)
    entries = lookup(request.name)
    settled = code or _settled(entries, admin1, context, region=request.precision == REGION)
    if settled is None:
        return _unlocated(place, admin1, None, None)
    return _in_country(request, [entry for entry in entries if entry.country == settled], place, admin1, settled, code)


def _country_code(country: str | None) -> str | None:
    if not country:
        return None
    return country if country in country_codes() or re.fullmatch(r"[A-Z]{3}", country) else country_of(country)


def _only(known: Sequence[str], context: Sequence[str]) -> str | None:
    return known[0] if len(known) == 1 else next((code for code in context if code in known), None)


def _settled(entries: Sequence[Entry], admin1: str | None, context: Sequence[str], *, region: bool) -> str | None:
    """The one country in question, None when several remain."""
    regional = [entry for entry in entries if entry.region]
    known = {entry.country for entry in (regional if region and regional else entries)}
    if admin1:
        known = (known & {entry.country for entry in lookup(_request(admin1).name) if entry.region}) or known
    if len(known) == 1:
        only = next(iter(known))
        return only if not context or only in context or len(entries) == 1 or region else None
    return next((code for code in context if code in known), None) or _plausible(entries)


def _plausible(entries: Sequence[Entry]) -> str | None:
    """The country of the one town anybody would mean ("Damascus"): a city beside which its namesakes are hamlets."""
    ranked = sorted((entry for entry in entries if not entry.region), key=lambda entry: -entry.population)
    if not ranked or ranked[0].population < _CITY:
        return None
    rivals = [entry.population for entry in ranked if entry.country != ranked[0].country]
    return ranked[0].country if _PLAUSIBLE * max(rivals, default=0) <= ranked[0].population else None


def _in_country(
    request: _Request, entries: list[Entry], place: str, admin1: str | None, country: str, given: str | None
) -> Location:
    towns = [entry for entry in entries if not entry.region]
    precision = request.precision
    if request.bare and not towns and entries:
        precision = REGION
    town = _one(towns)
    if precision == REGION and not any(entry.region for entry in entries) and town is None:
        return _unlocated(place, admin1, country, REGION if entries or given else None)
    if town is None:
        return _unlocated(place, admin1, country, REGION if precision == REGION else COUNTRY)
    return Location(
        place=place,
        admin1=admin1,
        country=country,
        lat=town.lat,
        lon=town.lon,
        geo_precision=_GEO_PRECISION[precision],
        where_prec=precision,
    )


def _one(towns: Sequence[Entry]) -> Entry | None:
    """The town meant among namesakes of one country: the only one, the main bearer, or by far the largest."""
    if not towns:
        return None
    largest = max(towns, key=lambda town: town.population)
    others = [town for town in towns if not _close(town, largest)]
    if not others or largest.population >= _DOMINANT * max(1000, *(town.population for town in others)):
        return largest
    main = [town for town in towns if town.primary]
    return main[0] if len(main) == 1 and main[0] is largest else None


def _close(one: Entry, other: Entry) -> bool:
    return abs(one.lat - other.lat) < _SAME_PLACE and abs(one.lon - other.lon) < _SAME_PLACE


def _unlocated(place: str | None, admin1: str | None, country: str | None, precision: int | None) -> Location:
    return Location(place=place, admin1=admin1, country=country, where_prec=precision if country else None)
