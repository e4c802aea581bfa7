"""The words of the count reader, loaded once from `lexicons/counts.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Any

from summarizer.records.vocabulary import CountModifier, CountUnit
from summarizer.tables import read_table

Trie = dict[str, Any]
"""Nested by token; the key "" holds the modifier of the phrase that ends there."""

MODIFIERS = {str(m): m for m in CountModifier}


class Kind(IntEnum):
    """What a word can begin."""

    NUMBER = 1
    SCALE = 2
    PLURAL_SCALE = 3
    VAGUE = 4
    GROUP = 5
    NO = 6
    NOBODY = 7
    NUMBER_OF = 8
    LOSSES = 9
    ANOTHER = 10
    HALF = 11
    NOT = 12
    WITHOUT = 13


class Lexicon:
    """Sets and tables as the readers want them."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.numbers: dict[str, int] = data["numbers"]
        self.scales: dict[str, int] = data["scales"]
        self.scale_suffixes: dict[str, int] = data["scale_suffixes"]
        self.plural_scales: dict[str, int] = data["plural_scales"]
        self.vague: dict[str, int] = data["vague"]
        self.multipliers: dict[str, int] = data["multipliers"]
        self.groups: dict[str, int] = data["groups"]
        self.article_openers = frozenset({*self.scales, *self.vague, "half"})
        self.openers = frozenset({*self.numbers, *self.scales, *self.vague, *self.plural_scales, *self.multipliers})
        self.unquantified_numbers = frozenset(data["numbers_of"]["unquantified"])
        self.vague_numbers = frozenset(data["numbers_of"]["vague"])
        self.losses = frozenset(data["losses"]["nouns"])
        self.loss_adjectives = frozenset(data["losses"]["adjectives"])
        self.before = _trie(data["hedges_before"], backwards=True)
        self.hedge_words = frozenset(
            w for phrases in data["hedges_before"].values() for p in phrases for w in p.split()
        )
        self.after = _trie(_with_comma(data["hedges_after"]), backwards=False)
        self.joints = frozenset(data["second_bound"]["joints"])
        self.adverbs = frozenset(data["second_bound"]["adverbs"])
        self.changes = frozenset(data["not_a_range"]["changes"])
        self.units = {
            word: CountUnit(unit)
            for unit in ("families", "households", "bodies", "other")
            for word in data["units"][unit]
        }
        self.people_after = frozenset(data["units"]["people_after"])
        self.collectives = frozenset(data["collectives"]["words"])
        self.proportions = frozenset(data["collectives"]["proportions"])
        self.of_several = self.collectives | frozenset(data["collectives"]["numbers"]) | self.units.keys()
        self.nobody = frozenset(data["zero"]["words"])
        self.unharmed = frozenset(data["zero"]["unharmed"])
        self.suffering = frozenset(data["zero"]["suffering"])
        self.not_after_no = frozenset(data["zero"]["not_after_no"])
        self.reported = frozenset(data["zero"]["reported"])
        self.report_nouns = frozenset(data["zero"]["report_nouns"])
        self.other = _WordLists(data["not_people"])
        self.phrase = _WordLists(data["noun_phrase"])
        self.denominators = frozenset(data["proportions"]["denominators"])
        self.kin_groups: dict[str, int] = data["kin_groups"]
        self.kinds = self._kinds()
        self.alarms_after, self.alarms_before = self._alarms()
        self.triggers = frozenset(self.kinds) | {"per"}

    def _alarms(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words beside a number that a rule of `counts_context` may ask about: after it, before it."""
        o = self.other
        after = {
            "of",
            "in",
            "out",
            "and",
            "or",
            "to",
            "a",
            "p",
            "local",
            "at",
            "years",
            "has",
            "had",
            "is",
            "was",
            "'",
            "’",
            *"()$%°.,",
        }
        after |= o.measures | o.currencies | o.before_measure | o.months | o.fractions | o.currency_signs
        before = {"per", "of", "in", "out", "past", ".", ",", "(", "under", "over", "above", "below", "group", "france"}
        before |= (
            o.currency_signs | o.currency_before | o.ages_before | o.months | o.numbered | o.numbered_names | o.games
        )
        return frozenset(after), frozenset(before)

    def _kinds(self) -> dict[str, Kind]:
        tables: list[tuple[Kind, Iterable[str]]] = [
            (Kind.SCALE, [w for w in self.scales if w != "score"]),
            (Kind.NUMBER, self.numbers),
            (Kind.PLURAL_SCALE, self.plural_scales),
            (Kind.VAGUE, {*self.vague, "untold"}),
            (Kind.GROUP, self.groups),
            (Kind.NO, ("no",)),
            (Kind.NOBODY, self.nobody),
            (Kind.NUMBER_OF, ("number", "numbers")),
            (Kind.LOSSES, {*self.losses, "loss"}),
            (Kind.ANOTHER, ("another",)),
            (Kind.HALF, ("half",)),
            (Kind.NOT, ("not",)),
            (Kind.WITHOUT, ("without",)),
            (Kind.SCALE, ("score",)),
        ]
        return {word: kind for kind, words in tables for word in words}


class _WordLists:
    """A section of plain word lists: each a frozen set under its own name."""

    def __init__(self, section: dict[str, Any]) -> None:
        self.__dict__.update({name: frozenset(words) for name, words in section.items()})

    def __getattr__(self, name: str) -> frozenset[str]:
        raise AttributeError(f"no list {name} in the lexicon")


def _with_comma(section: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: [*phrases, *(f", {p}" for p in phrases if p[0].isalpha())] for name, phrases in section.items()}


def _trie(section: dict[str, list[str]], *, backwards: bool) -> Trie:
    root: Trie = {}
    for name, phrases in section.items():
        for phrase in phrases:
            node = root
            words = phrase.split()
            for word in reversed(words) if backwards else words:
                node = node.setdefault(word, {})
            node[""] = MODIFIERS[name]
    return root


@cache
def lexicon() -> Lexicon:
    """The lexicon, read from its file on first use."""
    path = Path(__file__).with_name("lexicons") / "counts.toml"
    return Lexicon(read_table(path))
