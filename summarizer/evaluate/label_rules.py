"""Check a label file against its article and the rules of docs/evals.md: one line per fault, naming the place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from summarizer.evaluate import label_schema as schema
from summarizer.evaluate.wording import fold

Row = dict[str, Any]
_HEADER = re.compile(r"^\s*\[\[\s*(\w+)\s*\]\]")
_UNITS = re.compile(r"famil|household|hamlet|village")
_SPOKEN = re.compile(r"\"|(?<!\w)'\w.*\w[,.]?'(?!\w)")


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
        self.by_id: dict[str, dict[str, Row]] = {}

    def run(self, data: Row) -> None:
        self.top(data)
        article = self.file.parent / str(data.get("article", "article.txt"))
        if not article.is_file():
            self.say_top("article", f"no such file: {article.name}")
            return
        self.text = fold(article.read_text("utf-8"))
        for entry in self.entries(data):
            if self.shape(entry):
                self.values(entry)
                self.rows[entry.table].append(entry)
        self.by_id = {name: {e.row["id"]: e.row for e in self.rows[name]} for name in ("event", "casualty", "claim")}
        self.names()
        rules: dict[str, tuple[Callable[[_Entry, Row], Iterator[str]], ...]] = {
            "event": (self.event_names, self.event_dates),
            "casualty": (self.casualty_references, self.casualty_subset, self.casualty_count),
            "claim": (self.claim_references, self.claim_words),
            "forbid": (self.forbid_overlap,),
        }
        published = data.get("published")
        for name, judges in rules.items():
            for entry in self.rows[name]:
                for judge in judges:
                    for message in judge(entry, {"published": published}):
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
                for value in _listed(entry.row.get(key, [])):
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
                for value in _listed(entry.row.get(key, [])):
                    if not fold(value):
                        self.say(entry, f"{key} is empty", key)
                    elif fold(value) not in self.text:
                        self.say(entry, f"{key} is not in the article: {value!r}", key)

    def links(self, entry: _Entry) -> None:
        for link in entry.row.get("chain", []):
            name, kind = link["name"], link["type"]
            if kind not in tuple(schema.LINK_TYPES):
                self.say(entry, f"chain: {kind!r} is not a known value", "chain")
            if (kind == "outlet") != (name == "(outlet)") and kind == "outlet":
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

    # ------------------------------------------------------------ rules of one table

    def _unknown_actors(self, row: Row, *keys: str) -> Iterator[str]:
        known = {e.row["name"] for e in self.rows["actor"]}
        for key in keys:
            for value in _listed(row.get(key, [])):
                if value and value not in known:
                    yield f"{key}: no actor named {value!r}"

    def event_names(self, entry: _Entry, _: Row) -> Iterator[str]:
        return self._unknown_actors(entry.row, "actors", "supporters", "targets")

    def event_dates(self, entry: _Entry, top: Row) -> Iterator[str]:
        row, published = entry.row, top["published"]
        start, end = row.get("start"), row.get("end")
        if start and end and start > end:
            yield "start is after end"
        past = row["status"] in ("completed", "background", "attempted")
        if past and start and published and start > published:
            yield f"{row['status']}, but starts after the article was published"
        if (start or end) and not row.get("when_text"):
            yield "a date without when_text"

    def casualty_references(self, entry: _Entry, _: Row) -> Iterator[str]:
        row = entry.row
        yield from self._unknown_actors(row, "attributed_to", "victim_side", "accept_victim_side")
        for event in [row.get("event", ""), *row.get("accept_event", [])]:
            if event and event not in self.by_id["event"]:
                yield f"no event {event!r}"
        for claim in row.get("claims", []):
            if claim not in self.by_id["claim"]:
                yield f"no claim {claim!r}"
            elif row["id"] not in self.by_id["claim"][claim].get("about", []):
                yield f"claim {claim} does not list it under about"

    def casualty_subset(self, entry: _Entry, _: Row) -> Iterator[str]:
        walk, here = [entry.row["id"]], entry.row
        while parent := here.get("subset_of"):
            if parent not in self.by_id["casualty"]:
                yield f"subset_of: no casualty {parent!r}"
                return
            if parent in walk:
                yield "subset_of runs in a circle"
                return
            walk.append(parent)
            here = self.by_id["casualty"][parent]
        whole = self.by_id["casualty"].get(entry.row.get("subset_of", ""))
        if whole and entry.row.get("min", 0) > whole.get("max", float("inf")):
            yield f"larger than {whole['id']}, which it is part of"

    def casualty_count(self, entry: _Entry, _: Row) -> Iterator[str]:
        row = entry.row
        low, best, high = row.get("min"), row.get("best"), row.get("max")
        known = [v for v in (low, best, high) if v is not None]
        if known != sorted(known) or any(v < 0 for v in known):
            yield f"min <= best <= max does not hold: {low} {best} {high}"
        given = "".join(c for c, v in zip("lbh", (low, best, high), strict=True) if v is not None)
        in_units = _UNITS.search(fold(f"{row['count']} {row['victims']}").lower())
        shapes = schema.BOUNDS.get(row["modifier"])
        if shapes is not None and given not in shapes and not (in_units and not given):
            yield f"bounds {given or 'none'} do not go with modifier {row['modifier']}"
        if row["modifier"] == "exact" and given == "lbh" and not low == best == high:
            yield "exact, but min, best and max differ"
        if not any(_stands_whole(row["count"], quote) for quote in row["quotes"]):
            yield f"count {row['count']!r} stands whole in none of its quotes"

    def claim_references(self, entry: _Entry, _: Row) -> Iterator[str]:
        for ident in entry.row.get("about", []):
            if ident not in self.by_id["event"] and ident not in self.by_id["casualty"]:
                yield f"about: no event or casualty {ident!r}"

    def claim_words(self, entry: _Entry, _: Row) -> Iterator[str]:
        quotes = [fold(q) for q in entry.row["quotes"]]
        for key in ("cue", "content"):
            value = fold(entry.row.get(key, ""))
            if value and not any(value in q for q in quotes):
                yield f"{key} stands in none of its quotes: {value!r}"
        if entry.row.get("direct_quote") and not any(_SPOKEN.search(q) for q in quotes):
            yield "direct_quote, but no quotation marks in its quotes"

    def forbid_overlap(self, entry: _Entry, _: Row) -> Iterator[str]:
        trap, completed = fold(entry.row["quote"]), entry.row["kind"] == "completed_event"
        for other in self.rows.get("event" if completed else entry.row["kind"], []):
            if completed and other.row["status"] not in ("completed", "ongoing"):
                continue
            for quote in map(fold, other.row["quotes"]):
                if trap in quote or quote in trap:
                    yield f"overlaps the right {other.table} {other.ident}: {quote!r}"


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _stands_whole(words: str, quote: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(words))}(?!\w)", fold(quote)) is not None


def _is_country(code: str) -> bool:
    import pycountry  # noqa: PLC0415 (slow to import, and only this check needs it)

    return pycountry.countries.get(alpha_3=code) is not None
