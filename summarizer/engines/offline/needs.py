"""Which rules can read a sentence at all: a rule names words of which the sentence must have one.

A sentence has words for one or two rules of forty, so the others need not look at each of its chunks. What is named
here only spares a look: the rule itself still decides, and a rule that names nothing is always asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from summarizer.engines.offline.groups import Group
from summarizer.engines.offline.parsed import Parsed

Rule = Callable[[Parsed, int], Iterator[Group]]

_NEEDED: dict[Rule, frozenset[str]] = {}


def needs(*sets: Iterable[str]) -> Callable[[Rule], Rule]:
    """A decorator: the rule yields nothing in a sentence that has none of these words (lower case)."""

    def register(rule: Rule) -> Rule:
        _NEEDED[rule] = frozenset().union(*sets)
        return rule

    return register


class Asked:
    """Rules in their order, found by the words of a sentence."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._always = 0
        self._by_word: dict[str, int] = {}
        for i, rule in enumerate(self._rules):
            for word in _NEEDED.get(rule, ()):
                self._by_word[word] = self._by_word.get(word, 0) | 1 << i
            self._always |= (rule not in _NEEDED) << i
        self._found: dict[int, tuple[Rule, ...]] = {}

    def possible(self, vocabulary: frozenset[str]) -> tuple[Rule, ...]:
        """The rules that a sentence of these words (lower case) may hold something for."""
        bits = self._always
        for word in self._by_word.keys() & vocabulary:
            bits |= self._by_word[word]
        if bits not in self._found:
            self._found[bits] = tuple(rule for i, rule in enumerate(self._rules) if bits >> i & 1)
        return self._found[bits]
