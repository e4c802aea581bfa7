"""The reviewed words of lexicons/places.toml, loaded once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from summarizer.tables import read_table

_TABLE = Path(__file__).parent / "lexicons" / "places.toml"


class PlaceWords(NamedTuple):
    """Word classes, all in lower case; `regions` maps names as written to alpha-3, "" for several countries.

    `designators` are all words that say what kind of place a name is, `no_name` the words no unlisted place may hold.
    """

    first_order: frozenset[str]
    second_order: frozenset[str]
    town: frozenset[str]
    feature: frozenset[str]
    before: frozenset[str]
    locative: frozenset[str]
    strong: frozenset[str]
    direction: frozenset[str]
    titles: frozenset[str]
    speech: frozenset[str]
    first_names: frozenset[str]
    linking: frozenset[str]
    stop: frozenset[str]
    doubtful: frozenset[str]
    designators: frozenset[str]
    no_name: frozenset[str]
    regions: dict[str, str]


@cache
def place_words() -> PlaceWords:
    """The word classes."""
    table = read_table(_TABLE)
    kinds, context, names = table["designators"], table["context"], table["names"]
    regions = table["regions"]
    return PlaceWords(
        **{name: frozenset(kinds[name]) for name in ("first_order", "second_order", "town", "feature", "before")},
        **{name: frozenset(context[name]) for name in ("locative", "strong", "direction", "titles", "speech")},
        first_names=frozenset(names["first"]),
        linking=frozenset(names["linking"]),
        stop=frozenset(names["stop"]),
        doubtful=frozenset(names["doubtful"]),
        designators=frozenset(word for words in kinds.values() for word in words if words is not kinds["before"]),
        no_name=frozenset((*names["stop"], *names["first"])),
        regions=regions | {name.upper(): code for name, code in regions.items()},
    )
