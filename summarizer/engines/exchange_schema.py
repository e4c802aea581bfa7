"""The JSON Schema of a reply: the draft records, strict-mode clean and without a word too many.

Strict mode of the providers: every property required, none unknown, no defaults, a flat type list for nullable values.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from summarizer.records.draft import DraftRecords

NAME = "records"
"""Name of the schema, and of the one tool a model may call."""

_DROPPED = frozenset({"title", "description", "default", "format"})


@cache
def wire_schema() -> dict[str, Any]:
    """The schema as it is sent, built once. Every caller gets the same object: do not change it."""
    schema: dict[str, Any] = _clean(DraftRecords.model_json_schema())
    summary = next(kind for kind in schema["properties"]["summary"]["anyOf"] if "$ref" in kind)
    schema["properties"]["summary"] = summary
    return {**{key: schema[key] for key in schema if key != "$defs"}, "$defs": schema["$defs"]}


def _clean(node: Any) -> Any:
    if isinstance(node, list):
        return [_clean(each) for each in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _clean(value) for key, value in node.items() if key not in _DROPPED}
    if isinstance(node.get("properties"), dict):
        kept["properties"] = {name: _clean(value) for name, value in node["properties"].items()}
        kept["required"] = list(node["properties"])
        kept["additionalProperties"] = False
    return _nullable(kept)


def _nullable(node: dict[str, Any]) -> dict[str, Any]:
    """`anyOf: [string, null]` as the shorter `type: [string, null]`."""
    kinds = node.get("anyOf")
    if kinds and all(set(kind) == {"type"} for kind in kinds):
        return {"type": [kind["type"] for kind in kinds]}
    return node
