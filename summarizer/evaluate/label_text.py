"""A label as text: TOML in the order and layout that people write, with the choices as comments."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from summarizer.evaluate import label_schema as schema

Row = dict[str, Any]
_HINTS = {
    "actor": "parties and sources, by the fullest form in the article",
    "event": "what happened, or is said to be going to happen",
    "casualty": "who was harmed: one per event, harm, victim group and source",
    "claim": "who says what, originator first",
    "forbid": "traps: a record built on these words is wrong",
}


def render(data: Row, *, choices: bool = False) -> str:
    """The label file. `choices` writes the closed vocabularies beside their first use, for a person to correct."""
    parts = [f"{key} = {_value(data[key])}" for key in schema.TOP if key in data]
    for table, keys in schema.TABLES.items():
        rows = data.get(table, [])
        if not rows:
            continue
        parts += ["", f"# ---------------- {table}: {_HINTS[table]}"]
        if choices:
            parts += list(_vocabulary(table))
        for row in rows:
            parts += ["", f"[[{table}]]", *_row(row, keys)]
    return "\n".join(parts) + "\n"


def lines(row: Row) -> Iterator[str]:
    """Keys and values as lines of TOML, one each."""
    yield from (f"{key} = {_value(value)}".replace("\n", " ") for key, value in row.items())


def _vocabulary(table: str) -> Iterator[str]:
    for key, values in schema.VOCABULARIES[table].items():
        yield f"# {key}: {' | '.join(values)}"
    if table == "claim":
        yield f"# chain type: {' | '.join(schema.LINK_TYPES)}"


def _row(row: Row, keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        for name in (key, f"accept_{key}"):
            if name in row and row[name] is not None:
                yield f"{name} = {_value(row[name])}"


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | date():
            return str(value)
        case str():
            return _string(value)
        case dict():
            return "{ " + ", ".join(f"{k} = {_value(v)}" for k, v in value.items()) + " }"
        case _:
            items = [_value(v) for v in value]
            one_line = f"[{', '.join(items)}]"
            return one_line if len(one_line) < 110 or len(items) < 2 else _lines(items)


def _lines(items: list[str]) -> str:
    return "[\n" + "".join(f"    {item},\n" for item in items) + "]"


def _string(text: str) -> str:
    """A basic TOML string: JSON's escapes are TOML's, and DEL is the one character more that TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
