"""How a batch stands at a provider, in our words."""

from __future__ import annotations

from summarizer.records.base import Record

ENDED = frozenset({"completed", "failed", "expired", "cancelled"})


class BatchState(Record):
    """How a batch stands at the provider. `faults`: code, field and line of what is wrong with its file; no more."""

    id: str
    status: str
    file: str
    output_file: str | None = None
    error_file: str | None = None
    total: int = 0
    completed: int = 0
    failed: int = 0
    faults: tuple[str, ...] = ()

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self.status in ENDED
