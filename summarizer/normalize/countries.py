"""Countries by name, usual variant and demonym: ISO 3166-1 alpha-3. `None` = not recognised, or not clear which.

Names and rules: lexicons/countries.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from summarizer.tables import read_table

_TABLE = Path(__file__).parent / "lexicons" / "countries.toml"


class Naming(Enum):
    """How a word stands for a country."""

    NAME = "name"
    DEMONYM = "demonym"
    SEAT = "seat"


class Named(NamedTuple):
    """What a word names: one country, or several when it is not clear which."""

    naming: Naming
    countries: tuple[str, ...]


@cache
def naming_words() -> dict[str, Named]:
    """Every name, demonym and seat, as written and in upper case; a seat that is also a name counts as the name."""
    table = read_table(_TABLE)
    words = {word: Named(naming, (code,)) for code, line in table["countries"].items() for naming, word in _parts(line)}
    for word, codes in table["unclear"].items():
        naming = Naming.NAME if word in ("Georgia", "Korea") else Naming.DEMONYM
        words[word] = Named(naming, tuple(codes.split("; ")))
    return {word.upper(): named for word, named in words.items()} | words


def _parts(line: str) -> Iterator[tuple[Naming, str]]:
    names, demonyms, seats = line.split("|")
    for naming, part in ((Naming.SEAT, seats), (Naming.DEMONYM, demonyms), (Naming.NAME, names)):
        for word in part.split(";"):
            if word.strip():
                yield naming, word.strip()


@cache
def _folded() -> dict[str, Named]:
    return {word.casefold(): named for word, named in naming_words().items() if named.naming is not Naming.SEAT}


@lru_cache(maxsize=4096)
def country_of(name: str) -> str | None:
    """The country a name or demonym stands for, as ISO 3166-1 alpha-3 ("Syrian" -> "SYR", "the U.S." -> "USA").

    "us" and other short names in lower case are words, not countries. A seat of government is not a country.
    """
    word = " ".join(name.split()).removesuffix("'s").removesuffix("’s")
    known = naming_words().get(word)
    if known is None or known.naming is Naming.SEAT:
        bare = word[4:] if word[:4] in ("the ", "The ", "THE ") else word
        known = naming_words().get(bare)
        if (known is None or known.naming is Naming.SEAT) and len(bare) > 3:
            known = _folded().get(bare.casefold())
    if known is None or known.naming is Naming.SEAT or len(known.countries) > 1:
        return None
    return known.countries[0]


@cache
def country_codes() -> frozenset[str]:
    """The alpha-3 codes that the table knows."""
    return frozenset(code for named in naming_words().values() for code in named.countries)
