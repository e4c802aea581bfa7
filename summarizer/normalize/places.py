"""Places of news copy: where they are named (`find_places`), where they are (`locate`), whose country it is.

`None` and null = not recognised, or not clear which. Rules: docs/decisions/022; words: lexicons/places.toml and
lexicons/countries.toml; towns and regions: gazetteer.py.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from summarizer.normalize.actors import known_actor
from summarizer.normalize.countries import Naming, country_of, naming_words
from summarizer.normalize.places_context import is_struck
from summarizer.normalize.places_find import find_places
from summarizer.normalize.places_locate import locate
from summarizer.normalize.places_names import FoundPlace, PlaceKind

__all__ = ["FoundPlace", "PlaceKind", "country_context", "country_of", "find_places", "is_struck", "locate"]

_WEIGHT = {
    PlaceKind.COUNTRY: 1.0,
    PlaceKind.DEMONYM: 0.5,
    PlaceKind.ADMIN1: 1.0,
    PlaceKind.CITY: 1.0,
    PlaceKind.FEATURE: 1.0,
}
_SEAT_WEIGHT = 0.25
"""A capital is as often its government as the place of an event."""
_AMBIGUOUS_WEIGHT = 0.5
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]+(?:, [^.:—–]{2,40})?(?: ?\([^)]{1,40}\))? ?(?::|—|–|--|-)(?= |$)|[^a-z\n]{3,60}$"
)


def country_context(texts: Iterable[str]) -> tuple[str, ...]:
    """The countries an article is about, alpha-3, heaviest first.

    Towns, regions and country names weigh most, demonyms half, seats of government and datelines a quarter: the country
    where things happen outweighs those that are only heard from. A town that several countries have counts for the one
    that the rest of the article speaks for.
    """
    weights: dict[str, float] = defaultdict(float)
    doubtful: list[tuple[str, ...]] = []
    for text in texts:
        dateline = _DATELINE.match(text)
        edge = dateline.end() if dateline else 0
        for place in find_places(text):
            if place.kind is PlaceKind.CITY and known_actor(place.text) is not None:
                continue  # the "Fano" militia is not the town in Italy
            if len(place.countries) == 1:
                weights[place.countries[0]] += _weight(place) * (0.25 if place.start < edge else 1)
            elif place.countries:
                doubtful.append(place.countries)
    for countries in doubtful:
        known = [code for code in countries if code in weights]
        if known:
            weights[max(known, key=lambda code: weights[code])] += _AMBIGUOUS_WEIGHT
    return tuple(code for code, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])))


def _weight(place: FoundPlace) -> float:
    named = naming_words().get(place.text)
    if named is not None and named.naming is Naming.SEAT:
        return _SEAT_WEIGHT
    return _WEIGHT[place.kind]
