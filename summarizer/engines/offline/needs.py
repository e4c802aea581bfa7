"""Which rules can read a sentence at all: a rule names words of which the sentence must have one.

A sentence has words for one or two rules of forty, so the others need not look at each of its chunks. What is named
here only spares a look: the rule itself still decides, and a rule that names nothing is always asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from summarizer.engines.offline.parsed import Parsed
from summarizer.engines.offline.victims import Group

Rule = Callable[[Parsed, int], Iterator[Group]]

_NEEDED: dict[Rule, frozenset[str]] = {}


def needs(*sets: Iterable[str]) -> Callable[[Rule], Rule]:
    """A decorator: the rule yields nothing in a sentence that has none of these words (lower case)."""

    def register(rule: Rule) -> Rule:
        _NEEDED[rule] = frozenset().union(*sets)
        return rule

    return register


def possible(rules: Iterable[Rule], vocabulary: frozenset[str]) -> list[Rule]:
    """Those of the rules that a sentence of these words (lower case) may hold something for, in their order."""
    return [rule for rule in rules if not (needed := _NEEDED.get(rule)) or not needed.isdisjoint(vocabulary)]
