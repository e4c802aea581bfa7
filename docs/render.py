"""Writes what docs/ takes from the code: the vocabulary tables of records.md and digest.schema.json.

Run by `make docs`; tests/test_docs.py fails when a page is behind the code. With --check nothing is written and the
exit status says whether something would have been.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from summarizer.cli.schema import schema_text
from summarizer.records import vocabulary
from summarizer.records.vocabulary import EventType, Term

DOCS = Path(__file__).parent
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


def schema() -> str:
    """The JSON Schema of a digest as it is printed."""
    return schema_text("digest")


def pages() -> Iterator[tuple[Path, str]]:
    """Every page that comes from the code, with the text it should have."""
    records = DOCS / "records.md"
    yield records, records_page(records.read_text("utf-8"))
    yield DOCS / "digest.schema.json", schema()


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
