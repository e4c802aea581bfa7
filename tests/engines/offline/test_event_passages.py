"""Events, parties, places and sides in passages of many styles: event_passages.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.records.draft import DraftRecords

Draft = Callable[[str], DraftRecords]

PASSAGES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").with_stem("event_passages").read_text("utf-8")
)["passage"]


def test_there_are_many() -> None:
    assert len(PASSAGES) >= 110
    assert sum(not passage.get("events", True) for passage in PASSAGES) >= 6


@pytest.mark.parametrize(
    "passage", [passage for passage in PASSAGES if "events" in passage], ids=lambda passage: passage["text"][:60]
)
def test_a_passage_is_read(draft: Draft, passage: dict[str, Any]) -> None:
    found = draft(passage["text"])
    read = [
        {
            "type": event.type.value,
            "status": event.status.value,
            "actors": list(event.actors),
            "targets": list(event.targets),
            "place": event.place or "",
        }
        for event in found.events
    ]
    assert sorted(read, key=str) == sorted(passage["events"], key=str)


@pytest.mark.parametrize(
    "passage", [passage for passage in PASSAGES if "harmed" in passage], ids=lambda passage: passage["text"][:60]
)
def test_sides_are_not_mixed_up(draft: Draft, passage: dict[str, Any]) -> None:
    read = {c.count: (c.victim_side or "", list(c.attributed_to)) for c in draft(passage["text"]).casualties}
    for row in passage["harmed"]:
        assert read[row["count"]] == (row["side"], row["by"])
