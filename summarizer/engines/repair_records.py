"""A repaired draft: the draft with the records of the repair."""

from __future__ import annotations

from typing import TypeVar

from summarizer.records.base import Record
from summarizer.records.draft import DraftRecords

R = TypeVar("R", bound=Record)


def amended(draft: DraftRecords, repair: DraftRecords) -> DraftRecords:
    """The draft with the records of the repair: those with a known key replace the old ones, the others are added."""
    return draft.model_copy(
        update={
            "actors": _by_key(draft.actors, repair.actors, "name"),
            "events": _by_key(draft.events, repair.events, "key"),
            "casualties": _by_key(draft.casualties, repair.casualties, "key"),
            "claims": _by_key(draft.claims, repair.claims, "key"),
        }
    )


def _by_key(old: tuple[R, ...], new: tuple[R, ...], key: str) -> tuple[R, ...]:
    return tuple({getattr(record, key): record for record in (*old, *new)}.values())
