"""Well-known parties and sources by any of their names: a small reviewed table, lexicons/actors.toml.

`None` = not in the table, which says nothing against the name. Editorial rule and sources: the table's own head.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from summarizer.records.vocabulary import ActorType, SourceType
from summarizer.tables import read_table

_TABLE = Path(__file__).parent / "lexicons" / "actors.toml"


class KnownActor(NamedTuple):
    """An entry of the table. `country` is the state whose organ it is (ISO 3166-1 alpha-3), else None."""

    canonical: str
    type: ActorType
    source_type: SourceType
    country: str | None
    aliases: tuple[str, ...]
    note: str


class FoundActor(NamedTuple):
    """A name of the table in a text: `text == source[start:end]`, code points, end exclusive."""

    start: int
    end: int
    text: str
    actor: KnownActor


class _Table(NamedTuple):
    actors: tuple[KnownActor, ...]
    by_name: dict[str, KnownActor]
    cased: dict[str, str]
    first_words: dict[str, int]


_WORD = re.compile(r"[^\W_]+(?:[.'’/-][^\W_]+)*")
_SEPARATOR = re.compile(r"[^\w]+")
_DOTS = re.compile(r"(?<=\b\w)\.(?=\w\b|\s|$)")
_LONGEST = 120


@lru_cache(maxsize=8192)
def _fold(name: str) -> str:
    """Lower case, no accents, apostrophes or dots of initials, other marks as spaces, no leading "the"."""
    plain = _DOTS.sub("", name).replace("'", "").replace("’", "")
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _SEPARATOR.sub(" ", plain.casefold()).strip().removeprefix("the ")


@cache
def _table() -> _Table:
    actors = []
    by_name: dict[str, KnownActor] = {}
    cased: dict[str, str] = {}
    for entries in read_table(_TABLE).values():
        for canonical_name, (kind, source, country, note, *names) in entries.items():
            aliases = tuple(name.removesuffix("!") for name in names)
            actor = KnownActor(canonical_name, ActorType(kind), SourceType(source), country or None, aliases, note)
            actors.append(actor)
            cased |= {_fold(name): name[:-1] for name in names if name.endswith("!")}
            if canonical_name.isupper():
                cased.setdefault(_fold(canonical_name), canonical_name)
            for name in (canonical_name, *aliases):
                by_name[_fold(name)] = actor
    first_words: dict[str, int] = {}
    for name in by_name:
        words = name.split()
        first_words[words[0]] = max(first_words.get(words[0], 0), len(words))
    return _Table(tuple(actors), by_name, cased, first_words)


def all_actors() -> tuple[KnownActor, ...]:
    """Every entry, in the order of the table."""
    return _table().actors


@lru_cache(maxsize=4096)
def known_actor(name: str) -> KnownActor | None:
    """The entry with this name; "the", case, accents and punctuation do not matter, except that "is" is not "IS"."""
    if len(name) > _LONGEST:
        return None
    table = _table()
    key = _fold(name.strip().removesuffix("'s").removesuffix("’s"))
    actor = table.by_name.get(key)
    return None if actor is None or (key in table.cased and name.strip().islower()) else actor


def canonical(name: str) -> str | None:
    """The one name under which the table lists this actor."""
    actor = known_actor(name)
    return actor.canonical if actor else None


def find_known(text: str) -> tuple[FoundActor, ...]:
    """Names of the table in a text, the longest first, in order, not overlapping.

    Names are found only where they begin with a capital; a short name whose letters are also a word ("IS", "WHO") only
    exactly as it is written, and never in a text that is all upper case.
    """
    table = _table()
    words = list(_WORD.finditer(text))
    shouted = text.isupper()
    found: list[FoundActor] = []
    index = 0
    while index < len(words):
        taken = _longest_at(text, words, index, table, shouted=shouted) if _may_begin(words[index][0], table) else None
        if taken is None:
            index += 1
            continue
        last, actor = taken
        start, end = words[index].start(), words[last].end()
        if text[start:end].endswith(("'s", "’s")):
            end -= 2
        elif text[end : end + 1] == "." and text[end - 2 : end - 1] == ".":  # the last dot of "U.N."
            end += 1
        found.append(FoundActor(start, end, text[start:end], actor))
        index = last + 1
    return tuple(found)


def _may_begin(word: str, table: _Table) -> bool:
    if not (word[0].isupper() or word[0].isdecimal() or word in ("al", "dpa", "teleSUR", "so")) and "-" not in word:
        return False
    return _fold(word).partition(" ")[0] in table.first_words


def _longest_at(
    text: str, words: list[re.Match[str]], index: int, table: _Table, *, shouted: bool
) -> tuple[int, KnownActor] | None:
    start = words[index].start()
    reach = table.first_words[_fold(words[index][0]).partition(" ")[0]]
    for last in range(min(index + reach, len(words)) - 1, index - 1, -1):
        if last > index and not _adjoining(text, words, index, last):
            continue
        span = text[start : words[last].end()].removesuffix("'s").removesuffix("’s")
        key = _fold(span)
        actor = table.by_name.get(key)
        if actor is not None and _written_so(span, key, table, shouted=shouted):
            return last, actor
    return None


def _adjoining(text: str, words: list[re.Match[str]], first: int, last: int) -> bool:
    """Only spaces, hyphens, brackets or a dot of an initial stand between the words."""
    return all(
        text[words[i].end() : words[i + 1].start()].strip(" \n\t-–(&").strip() in ("", ".") for i in range(first, last)
    )


def _written_so(span: str, key: str, table: _Table, *, shouted: bool) -> bool:
    exact = table.cased.get(key)
    if exact is None:
        return shouted or not span.islower() or key in ("dpa",)
    return span.replace(".", "") == exact and (not shouted or key not in _ALSO_WORDS)


_ALSO_WORDS = frozenset(("is", "who", "site", "ap", "eu", "rt", "ria", "stc", "ira", "amnesty", "mend", "fano", "nan"))
"""Folded short names that are, or may end up as, ordinary words in a text that is all upper case."""
