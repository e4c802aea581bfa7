"""Check a label file against its article and the rules of docs/evals.md: one line per fault, naming the place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from summarizer.evaluate import label_schema as schema
from summarizer.evaluate.label_judges import JUDGES, Known, Row, listed
from summarizer.evaluate.wording import fold

_HEADER = re.compile(r"^\s*\[\[\s*(\w+)\s*\]\]")


class Problem(NamedTuple):
    """One fault of a label. `line` is 1-based, 0 where the fault has no line; `ident` an id, name or row number."""

    file: Path
    line: int
    table: str
    ident: str
    message: str

    def __str__(self) -> str:
        """`FILE:LINE: TABLE ID: MESSAGE`, as compilers print it."""
        return f"{self.file}:{self.line}: {self.table} {self.ident}: {self.message}"


class _Entry(NamedTuple):
    """A row of a table, with what names it and the line of its header."""

    table: str
    ident: str
    row: Row
    line: int


def check_label(file: Path) -> list[Problem]:
    """Every problem of one label file, in order of line; empty when it is sound."""
    try:
        source = file.read_text("utf-8")
        data = tomllib.loads(source)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        at = re.search(r"at line (\d+)", str(error))
        return [Problem(file, int(at[1]) if at else 0, "file", "-", f"cannot be read: {error}")]
    checker = _Checker(file, source)
    checker.run(data)
    return sorted(checker.problems, key=lambda p: p.line)


class _Checker:
    def __init__(self, file: Path, source: str) -> None:
        self.file, self.lines, self.problems = file, source.splitlines(), list[Problem]()
        self.text = ""
        self.rows: dict[str, list[_Entry]] = {name: [] for name in schema.TABLES}

    def run(self, data: Row) -> None:
        self.top(data)
        article = self.file.parent / str(data.get("article", "article.txt"))
        if not article.is_file():
            self.say_top("article", f"no such file: {article.name}")
            return
        try:
            self.text = fold(article.read_bytes().decode("utf-8"))
        except UnicodeDecodeError as error:
            self.say_top("article", f"{article.name} is not UTF-8: {error.reason} at byte {error.start}")
            return
        for entry in self.entries(data):
            if self.shape(entry):
                self.values(entry)
                self.rows[entry.table].append(entry)
        self.names()
        self.judge(data.get("published"))

    def judge(self, published: Any) -> None:
        events, casualties, claims = (
            {e.row["id"]: e.row for e in self.rows[name]} for name in ("event", "casualty", "claim")
        )
        actors = frozenset(e.row["name"] for e in self.rows["actor"])
        known = Known(published if schema.DAY.holds(published) else None, actors, events, casualties, claims)
        for name, judges in JUDGES.items():
            for entry in self.rows[name]:
                for message in (m for judge in judges for m in judge(entry.row, known)):
                    self.say(entry, message)

    # ------------------------------------------------------------ places

    def say(self, entry: _Entry, message: str, key: str = "") -> None:
        line = self.key_line(entry.line, key) if key else entry.line
        self.problems.append(Problem(self.file, line, entry.table, entry.ident, message))

    def say_top(self, key: str, message: str) -> None:
        self.problems.append(Problem(self.file, self.key_line(0, key), "top", key, message))

    def key_line(self, header: int, key: str) -> int:
        """The line on which `key` is given below a header, else the header's own line."""
        for number, line in enumerate(self.lines[header:], header + 1):
            if _HEADER.match(line):
                break
            if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
                return number
        return header

    def entries(self, data: Row) -> Iterator[_Entry]:
        headers: dict[str, list[int]] = {}
        for number, line in enumerate(self.lines, 1):
            if found := _HEADER.match(line):
                headers.setdefault(found[1], []).append(number)
        for name in schema.TABLES:
            rows = data.get(name, [])
            if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
                self.problems.append(
                    Problem(self.file, self.key_line(0, name), name, "-", f"must be written [[{name}]]")
                )
                continue
            lines = headers.get(name, [])
            for n, row in enumerate(rows):
                ident = row.get("id") or row.get("name") or str(row.get("quote", ""))[:40] or f"#{n + 1}"
                yield _Entry(name, str(ident), row, lines[n] if n < len(lines) else 0)

    # ------------------------------------------------------------ shape

    def top(self, data: Row) -> None:
        for key in data:
            if key not in schema.TOP and key not in schema.TABLES:
                self.say_top(key, "unknown key")
        for key, kind in schema.TOP.items():
            if key in data and not kind.holds(data[key]):
                self.say_top(key, f"must be a {kind.name}")
            elif key not in data and key in schema.TOP_REQUIRED:
                self.say_top(key, "missing")
        if data.get("schema", 1) != 1:
            self.say_top("schema", "must be 1")

    def shape(self, entry: _Entry) -> bool:
        """Keys known, kinds right, nothing owed missing; only then can the other rules read the row."""
        before = len(self.problems)
        for key, value in entry.row.items():
            kind = schema.kind_of(entry.table, key)
            if kind is None:
                self.say(entry, f"unknown key {key!r}", key)
            elif not kind.holds(value):
                self.say(entry, f"{key} must be a {kind.name}", key)
        for key in schema.REQUIRED[entry.table]:
            if entry.row.get(key) in (None, "", []):
                self.say(entry, f"{key} is missing or empty", key)
        return len(self.problems) == before

    def values(self, entry: _Entry) -> None:
        for base, vocabulary in schema.VOCABULARIES[entry.table].items():
            for key in (base, f"accept_{base}"):
                for value in listed(entry.row.get(key, [])):
                    if value not in tuple(vocabulary):
                        self.say(entry, f"{key}: {value!r} is not a known value", key)
        if "country" in entry.row and not _is_country(entry.row["country"]):
            self.say(entry, f"country: {entry.row['country']!r} is no ISO 3166-1 alpha-3 code", "country")
        for key in entry.row:
            if key.startswith("accept_") and entry.row.get(key.removeprefix("accept_")) in entry.row[key]:
                self.say(entry, f"{key} repeats {key.removeprefix('accept_')}", key)
        self.verbatim(entry)
        self.links(entry)

    def verbatim(self, entry: _Entry) -> None:
        for base in schema.VERBATIM[entry.table]:
            for key in (base, f"accept_{base}"):
                for value in listed(entry.row.get(key, [])):
                    if not fold(value):
                        self.say(entry, f"{key} is empty", key)
                    elif fold(value) not in self.text:
                        self.say(entry, f"{key} is not in the article: {value!r}", key)

    def links(self, entry: _Entry) -> None:
        for link in entry.row.get("chain", []):
            name, kind = link["name"], link["type"]
            if kind not in tuple(schema.LINK_TYPES):
                self.say(entry, f"chain: {kind!r} is not a known value", "chain")
            if kind == "outlet" and name != "(outlet)":
                self.say(entry, "chain: the outlet's own voice is written (outlet)", "chain")
            elif name != "(outlet)" and fold(name) not in self.text:
                self.say(entry, f"chain name is not in the article: {name!r}", "chain")

    def names(self) -> None:
        seen: dict[str, str] = {}
        for name in ("event", "casualty", "claim"):
            for entry in self.rows[name]:
                if entry.row["id"] in seen:
                    self.say(entry, f"id already used by another {seen[entry.row['id']]}", "id")
                seen[entry.row["id"]] = name
        forms: dict[str, str] = {}
        for entry in self.rows["actor"]:
            for form in sorted({fold(f) for f in [entry.row["name"], *entry.row.get("aliases", [])]}):
                if form in forms:
                    self.say(entry, f"{form!r} already stands for {forms[form]!r}")
                forms[form] = entry.row["name"]


def _is_country(code: str) -> bool:
    import pycountry

    return pycountry.countries.get(alpha_3=code) is not None
