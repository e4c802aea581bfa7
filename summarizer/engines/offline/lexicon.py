"""Reviewed word lists of the offline engine, read once from lexicons/*.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from summarizer.normalize.harm import harm_verbs, inflect
from summarizer.tables import read_table

T = TypeVar("T")


@cache
def table(name: str) -> dict[str, Any]:
    """The parsed file lexicons/NAME.toml."""
    return read_table(Path(__file__).with_name("lexicons") / f"{name}.toml")


@cache
def tag_overrides() -> dict[str, str]:
    """Word -> tag where the tagger's word list does not suit wire copy."""
    given = {word: tag for tag, words in table("grammar")["tags"].items() for word in words}
    return dict.fromkeys(_irregular(), "VBN") | given


def _irregular() -> Iterator[str]:
    """Past forms of irregular verbs of events that are no other word ("retook", "overran")."""
    for name in ("events", "deeds"):
        for group in table(name).values():
            for entry in group.get("verbs", ()):
                base, _, given = entry.partition(":")
                if given:
                    yield from (f for row in given.split()[1:3] for f in row.split("|") if f != base)


@cache
def forms(name: str, group: str) -> dict[str, str]:
    """Inflected form -> base verb of one group of a lexicon."""
    return {form: entry.partition(":")[0] for entry in table(name)[group]["verbs"] for form in inflect(entry)}


@cache
def base_verbs() -> frozenset[str]:
    """Base forms that are verbs after "to" or a modal, whatever the word list says."""
    bases = {verb.base for verb in harm_verbs().values()}
    for name in ("cues", "events", "deeds"):
        for group in table(name).values():
            if isinstance(group, dict):
                bases.update(entry.partition(":")[0].split()[0] for entry in group.get("verbs", ()))
    bases.update(table("grammar")["verbs"])
    return frozenset(bases)


@cache
def words(module: str, name: str) -> frozenset[str]:
    """The word set `name` of a module, from lexicons/words.toml."""
    return frozenset(table("words")[module][name])


def alternatives(phrases: Iterable[str]) -> str:
    """The phrases as a part of a regular expression that takes the longest that fits.

    Phrases of one beginning share it, so that a text is compared with a few letters instead of with each phrase.
    """
    rest: dict[str, list[str]] = {}
    for phrase in phrases:
        rest.setdefault(phrase[:1], []).append(phrase[1:])
    ends = "" in rest
    branches = [re.escape(first) + alternatives(more) for first, more in rest.items() if first]
    if len(branches) < 2 and not ends:
        return "".join(branches)
    return f"(?:{'|'.join(branches)})" + "?" * ends if branches else ""


class Phrases(Generic[T]):
    """Set phrases with what each stands for, looked up by their first word: nothing to compile, whatever their number.

    Lower case; a phrase begins and ends with a letter or digit and stands in a text as whole words.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[str, T]]] = {}
        for phrase, value in sorted(phrases, key=lambda row: -len(row[0])):
            self._by_first.setdefault(_first_word(phrase), []).append((phrase, value))
        self.first_words = frozenset(self._by_first)
        """A text that has none of these words has none of the phrases."""

    def find(self, low: str) -> Iterator[tuple[int, int, T]]:
        """Start, end and value of every phrase in lower-case text, in order of text, the longest first."""
        for word in _WORD.finditer(low):
            start = word.start()
            for phrase, value in self._by_first.get(word[0], ()):
                end = start + len(phrase)
                if low.startswith(phrase, start) and _WORD.match(low, end) is None:
                    yield start, end, value


_WORD = re.compile(r"\w+")


def _first_word(phrase: str) -> str:
    found = _WORD.match(phrase)
    if found is None:
        raise ValueError(f"a set phrase begins with a letter or digit: {phrase!r}")
    return found[0]


def one_of(module: str, name: str) -> str:
    """That word set as a group of alternatives for a regular expression, the longest first."""
    return f"(?:{'|'.join(sorted(words(module, name), key=lambda word: (-len(word), word)))})"


def months() -> str:
    """The months as a group of alternatives for a lower-case text, whole or cut as in wire copy ("oct.")."""
    return rf"(?:{one_of('calendar', 'months')}|{one_of('calendar', 'cut_months')}\b\.?)"
