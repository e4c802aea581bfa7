"""The table of rules: what is judged, how much it matters, and why. Functions: order.py names one for each id.

docs/rules.md is rendered from here (`rules_page`); a test fails when they differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from summarizer.records.finding import Severity
from summarizer.tables import read_table


class Rule(NamedTuple):
    """One rule. `statement` says what holds afterwards; `reason` why, with its source."""

    id: str
    name: str
    severity: Severity
    statement: str
    reason: str


def _read() -> Iterator[Rule]:
    table = read_table(Path(__file__).with_suffix(".toml"))
    for name, row in table.items():
        yield Rule(name, row["name"], Severity(row["severity"]), row["statement"], row["reason"])


RULES: tuple[Rule, ...] = tuple(_read())
BY_ID = {rule.id: rule for rule in RULES}


def rules_page(*tables: Iterable[Rule]) -> str:
    """docs/rules.md: one table for each group of rules."""
    lines = [_HEAD]
    for table in tables:
        lines += ["", "| id | name | severity | rule | reason |", "|---|---|---|---|---|"]
        lines += [f"| {r.id} | {r.name} | {r.severity} | {_cell(r.statement)} | {_cell(r.reason)} |" for r in table]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


_HEAD = """# Rules

Every finding names one of these rules. `error`: a record, or a part of one, was refused. `warning`: something may be
missing or wrong; a person should look. `info`: something was repaired without loss. A = reading the article,
Q = quotes, I = planted text, N = numbers, R = references, D = duplicates, C = coverage, S = sentences of the summary, \
L = replies of language models.
Rules run in the order of `summarizer/verify/order.py`. This page is made from the rule tables; change them, not it."""
