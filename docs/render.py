"""Writes what the pages take from the code: the tables of values in records.md, digest.schema.json, rules.md, and the
real output in README.md.

Run by `make docs`; tests/test_docs.py fails when a page is behind the code. With --check nothing is written and the
exit status says whether something would have been.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from summarizer.articles.rules import RULES as ARTICLE_RULES
from summarizer.cli.schema import schema_text
from summarizer.engines.exchange_rules import RULES as REPLY_RULES
from summarizer.records import vocabulary
from summarizer.records.vocabulary import EventType, Term
from summarizer.verify.rules import RULES, Rule, rules_page
from summarizer.verify.wording import RULES as SENTENCE_RULES

DOCS = Path(__file__).parent
OUTPUT = re.compile(r"(```console\n\$ (summarize [^\n|]+) \| head -(\d+)\n).*?(```)", re.S)
BLOCK = re.compile(r"(<!-- vocabulary (\w+) -->\n).*?(<!-- end -->)", re.S)


def table(name: str) -> str:
    """The values of one vocabulary with their definitions, as a Markdown table."""
    terms: type[Term] = getattr(vocabulary, name)
    if issubclass(terms, EventType):
        rows = [f"| {term.group} | `{term}` | {term.definition} |" for term in terms]
        return "\n".join(["| group | value | meaning |", "|---|---|---|", *rows])
    return "\n".join(["| value | meaning |", "|---|---|", *(f"| `{term}` | {term.definition} |" for term in terms)])


def records_page(page: str) -> str:
    """The page with every vocabulary block written anew."""
    return BLOCK.sub(lambda block: f"{block[1]}\n{table(block[2])}\n\n{block[3]}", page)


def readme(page: str) -> str:
    """The README with the output of its commands as they print it now, on 80 columns."""
    return OUTPUT.sub(lambda block: f"{block[1]}{_printed(block[2], int(block[3]))}{block[4]}", page)


def _printed(command: str, lines: int) -> str:
    arguments = shlex.split(command)[1:]
    program = [sys.executable, "-m", "summarizer.cli", *arguments]
    usual = {name: value for name, value in os.environ.items() if not name.startswith("SUMMARIZER_")}
    run = subprocess.run(
        program, cwd=DOCS.parent, env={**usual, "COLUMNS": "80"}, capture_output=True, text=True, check=True
    )
    return "\n".join(run.stdout.splitlines()[:lines]) + "\n"


def schema() -> str:
    """The JSON Schema of a digest as it is printed."""
    return schema_text("digest")


def rules() -> str:
    """The rules of articles, verification, summary sentences and replies."""
    articles = [Rule(id_, r.line.replace(" ", "-"), r.severity, r.line, r.reason) for id_, r in ARTICLE_RULES.items()]
    return rules_page(articles, RULES, SENTENCE_RULES, REPLY_RULES)


def pages() -> Iterator[tuple[Path, str]]:
    """Every page that comes from the code, with the text it should have."""
    records = DOCS / "records.md"
    yield records, records_page(records.read_text("utf-8"))
    yield DOCS / "digest.schema.json", schema()
    yield DOCS / "rules.md", rules()
    front = DOCS.parent / "README.md"
    yield front, readme(front.read_text("utf-8"))


def main(check: bool) -> int:
    """Write the pages, or only say which are behind."""
    behind = [path for path, text in pages() if not path.exists() or path.read_text("utf-8") != text]
    for path, text in pages():
        if path in behind and not check:
            path.write_text(text, "utf-8")
        if path in behind:
            print(("behind the code: " if check else "written: ") + path.name)
    return 1 if behind and check else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
