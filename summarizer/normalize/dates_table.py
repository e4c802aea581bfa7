"""The table of rules for bare time phrases, and the reader that tries them in turn.

Each rule is a pattern for the whole phrase and a function from the match to a Period. The first rule that matches
decides; a rule may still answer "recognised, but not on any calendar".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from summarizer.normalize.dates_calendar import Period, Reference, unresolved

Match = re.Match[str]
Rule = Callable[[Match, Reference], Period]
Rules = list[tuple[str, Rule]]

STEP = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
TURN = "|".join(STEP)


def entering(rules: Rules) -> Callable[..., Callable[[Rule], Rule]]:
    """A decorator that enters a function and its patterns (lower case, single spaces, no preposition) into a table."""

    def rule(*patterns: str) -> Callable[[Rule], Rule]:
        def register(function: Rule) -> Rule:
            rules.extend((pattern, function) for pattern in patterns)
            return function

        return register

    return rule


@cache
def _table() -> tuple[tuple[str, Rule], ...]:
    from summarizer.normalize import dates_rules, dates_spans  # here: both read periods themselves

    return (*dates_rules.RULES, *dates_spans.RULES)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern is compiled when it is first tried: most phrases are read by one of the first."""
    return re.compile(pattern)


def read_period(phrase: str, ref: Reference) -> Period | None:
    """The period a bare phrase names; None when it is no time phrase. Never raises."""
    for pattern, function in _table():
        if match := _compiled(pattern).fullmatch(phrase):
            try:
                return function(match, ref)
            except (ValueError, OverflowError):  # beyond the years 1 to 9999
                return unresolved()
    return None
