"""Towns and regions of the world by name, read from an index file made when the package is built.

The index is mapped into memory and searched in place, so opening it costs nothing and a lookup touches a few pages.
Little-endian layout: magic (8 bytes), names (uint32), places (uint32), sources (64 bytes); then, as columns, the sorted
64-bit keys of all names, place number << 2 | kind for each name, latitude, longitude and population of each place,
and its ISO 3166-1 alpha-3 code. Without the file (a checkout that was never installed) nothing is ever found.
Why not the JSON of the data package: docs/decisions/021.
"""

from __future__ import annotations

import mmap
import struct
import sys
from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from summarizer.normalize.gazetteer_build import MAGIC, REGION, fold, key_of, without_article

_HEAD = struct.Struct("<8sII64s")
_FILE = Path(__file__).with_name("gazetteer.bin")

__all__ = ["Entry", "available", "fold", "lookup", "source", "without_article"]


class Entry(NamedTuple):
    """A town or a region. Degrees are WGS 84; a region has none. `primary`: the name asked for is its main name."""

    country: str
    region: bool
    primary: bool
    lat: float
    lon: float
    population: int


class _Index:
    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        magic, self.names, places, source = _HEAD.unpack_from(self._map)
        if magic != MAGIC or sys.byteorder != "little":
            raise ValueError("not a place index of this version")
        self.source = source.rstrip(b"\0").decode("ascii")
        view, at = memoryview(self._map), _HEAD.size
        self.keys = view[at : at + 8 * self.names].cast("Q")
        at += 8 * self.names
        self.rows = view[at : at + 4 * self.names].cast("I")
        at += 4 * self.names
        self.lat = view[at : at + 4 * places].cast("f")
        self.lon = view[at + 4 * places : at + 8 * places].cast("f")
        self.population = view[at + 8 * places : at + 12 * places].cast("I")
        self.countries = view[at + 12 * places :]

    def entries(self, key: int) -> tuple[Entry, ...]:
        index = bisect_left(self.keys, key)
        found = []
        while index < self.names and self.keys[index] == key:
            found.append(self._entry(self.rows[index]))
            index += 1
        return tuple(found)

    def _entry(self, packed: int) -> Entry:
        row, kind = packed >> 2, packed & 3
        country = bytes(self.countries[3 * row : 3 * row + 3]).decode("ascii")
        return Entry(
            country, kind == REGION, kind == 0, round(self.lat[row], 5), round(self.lon[row], 5), self.population[row]
        )


@cache
def _index() -> _Index | None:
    try:
        return _Index(_FILE)
    except (OSError, ValueError, struct.error):
        return None


def available() -> bool:
    """Whether the index is there; without it towns are neither found nor located."""
    return _index() is not None


def source() -> str | None:
    """The data packages the index was made of, with their versions."""
    index = _index()
    return index.source if index else None


@lru_cache(maxsize=16384)
def lookup(name: str) -> tuple[Entry, ...]:
    """All places of this name or with this other spelling; a leading Arabic article may be missing on either side."""
    index = _index()
    folded = fold(name)
    if index is None or not folded:
        return ()
    found = index.entries(key_of(folded))
    bare = without_article(folded)
    return found if found or bare == folded else index.entries(key_of(bare))
