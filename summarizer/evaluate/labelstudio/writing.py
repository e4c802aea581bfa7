"""Labels as tasks with annotations, digests as tasks with predictions."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summarizer.evaluate import label_schema as schema
from summarizer.evaluate.drafting import tables
from summarizer.evaluate.label_text import lines
from summarizer.evaluate.labelstudio.form import SAME, SPANS, TEXT, controls
from summarizer.evaluate.views import Records
from summarizer.evaluate.wording import locate

Json = dict[str, Any]


def label_task(file: Path) -> Json:
    """The task of a label file, its rows as one annotation. The label must be sound (`summarize eval check`)."""
    data = tomllib.loads(file.read_text("utf-8"))
    text = (file.parent / data["article"]).read_text("utf-8")
    task = _task(file.parent.name, text, {k: data[k] for k in schema.TOP if k in data})
    return {**task, "annotations": [{"result": list(_results(data, text))}]}


def digest_task(name: str, text: str, records: Records, model: str) -> Json:
    """The task of a digest, its records as one prediction for a person to correct."""
    data = tables(records, text)
    prediction = {"model_version": model, "result": list(_results(data, text))}
    return {**_task(name, text, {"reviewed": False}), "predictions": [prediction]}


def _task(name: str, text: str, top: Json) -> Json:
    return {"data": {TEXT: text, "name": name, **{k: str(v) if k == "published" else v for k, v in top.items()}}}


def _results(data: Json, text: str) -> Iterator[Json]:
    for table in schema.TABLES:
        for number, row in enumerate(data.get(table, []), 1):
            yield from _record(table, f"{table}-{number}", row, text)


def _record(table: str, region: str, row: Json, text: str) -> Iterator[Json]:
    """The first quote with all the fields, each further quote as a span of its own."""
    quotes = row.get("quotes") or [row.get("quote") or row["name"]]
    first, *others = [locate(quote, text)[0] for quote in quotes]
    place = {"start": first[0], "end": first[1]}
    yield _result(region, SPANS, "labels", {**place, "text": text[first[0] : first[1]], "labels": [table]})
    for control in controls(table):
        said = list(_said(control.field, row, table))
        if not said:
            continue
        kind, key = ("choices", "choices") if control.choices else ("textarea", "text")
        yield _result(region, control.name, kind, {**place, key: said})
    for n, (start, end) in enumerate(others, 2):
        further = f"{region}.{n}"
        span = {"start": start, "end": end, "text": text[start:end], "labels": [table]}
        yield _result(further, SPANS, "labels", span)
        yield {"type": "relation", "from_id": further, "to_id": region, "direction": "right", "labels": [SAME]}


def _result(region: str, control: str, kind: str, value: Json) -> Json:
    return {"id": region, "from_name": control, "to_name": TEXT, "type": kind, "value": value}


def _said(field: str, row: Json, table: str) -> Iterator[str]:
    """What goes into a control: each item as text."""
    if field == "more":
        known = {c.field for c in controls(table)} | {"quotes", "quote"}
        yield from lines({k: v for k, v in row.items() if k not in known and v is not None})
        return
    value = row.get(field)
    if isinstance(value, bool):
        yield "true" if value else "false"
    elif isinstance(value, list):
        yield from (f"{v['name']} | {v['type']}" if isinstance(v, dict) else str(v) for v in value)
    elif value is not None:
        yield str(value)
