"""What a team labelled in Label Studio as label files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from summarizer.errors import UsageError
from summarizer.evaluate import label_schema as schema
from summarizer.evaluate.label_text import render
from summarizer.evaluate.labelstudio.form import SPANS, TEXT, controls
from summarizer.evaluate.wording import locate

Json = dict[str, Any]


class Labelled(NamedTuple):
    """One labelled article: folder name, article and label, as text to be written."""

    name: str
    article: str
    label: str


def read_export(tasks: Json | list[Json]) -> Iterator[Labelled]:
    """The labelled articles of an export in Label Studio's JSON. Raises UsageError for a task that is none of ours."""
    for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks], 1):
        try:
            yield _task(task, number)
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            raise UsageError(f"task {number} is not of this form: {type(error).__name__} {error}") from error


def _task(task: Json, number: int) -> Labelled:
    told, text = task["data"], task["data"][TEXT]
    top = {k: told[k] for k in schema.TOP if k in told}
    if "published" in top:
        top["published"] = date.fromisoformat(top["published"])
    top = {"schema": 1, "article": "article.txt", "labeller": _labeller(task), "reviewed": False, **top}
    done = [a for a in task.get("annotations", []) if not a.get("was_cancelled")]
    rows = _rows(done[-1]["result"], text) if done else {}
    return Labelled(str(told.get("name") or f"task-{number}"), text, render({**top, **rows}))


def _labeller(task: Json) -> str:
    person = (task.get("annotations") or [{}])[-1].get("completed_by", "labelstudio")
    return str(person.get("email") or person.get("id")) if isinstance(person, dict) else str(person)


def _rows(results: Iterable[Json], text: str) -> dict[str, list[Json]]:
    """Regions gathered into rows: fields by region, further quotes by relation, in order of their ids' appearance."""
    regions: dict[str, list[Json]] = {}
    home: dict[str, str] = {}
    for result in results:
        if result["type"] == "relation":
            home[result["from_id"]] = result["to_id"]
        else:
            regions.setdefault(result["id"], []).append(result)
    tables: dict[str, list[Json]] = {}
    rows: dict[str, Json] = {}
    for region, parts in regions.items():
        table, quote = _span(parts, text)
        if region in home:
            rows[home[region]].setdefault("quotes", []).append(quote)
            continue
        rows[region] = _row(table, quote, parts)
        tables.setdefault(table, []).append(rows[region])
    return tables


def _span(parts: list[Json], text: str) -> tuple[str, str]:
    """Table and words of a region. Offsets may count UTF-16 units, so the words the tool shows are looked up."""
    value = next(p["value"] for p in parts if p["from_name"] == SPANS)
    shown, start, end = value.get("text") or "", value["start"], value["end"]
    if shown and text[start:end] != shown:
        start, end = min(locate(shown, text), key=lambda place: abs(place[0] - start))
    return value["labels"][0], text[start:end]


def _row(table: str, quote: str, parts: list[Json]) -> Json:
    said = {p["from_name"]: p["value"].get("choices") or p["value"].get("text") for p in parts}
    row: Json = {"quote": quote} if table == "forbid" else {} if table == "actor" else {"quotes": [quote]}
    for control in controls(table):
        items = said.get(control.name)
        if not items:
            continue
        values = [items] if isinstance(items, str) else list(items)
        if control.field == "more":
            row.update(tomllib.loads("\n".join(values)))
        else:
            row[control.field] = _value(schema.TABLES[table][control.field], values)
    return row


def _value(kind: schema.Kind, items: list[str]) -> Any:
    """Items of a control as the label file has them."""
    if kind is schema.LINKS:
        pairs = (item.rpartition(" | ") for item in items)
        return [{"name": name, "type": type_} for name, _, type_ in pairs]
    if kind is schema.TEXTS:
        return items
    if kind is schema.FLAG:
        return items[0] == "true"
    if kind is schema.NUMBER:
        return int(items[0])
    return date.fromisoformat(items[0]) if kind is schema.DAY else items[0]
