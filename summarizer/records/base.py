"""The one base of all records: frozen, closed to unknown fields."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen value: compared by content, hashable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")
