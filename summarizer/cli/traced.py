"""Traces and metrics of a run on the command line: where they go, and that they get there before it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarizer.cli.printing import complain

if TYPE_CHECKING:
    from summarizer.settings import Settings


@contextmanager
def traced(settings: Settings) -> Iterator[None]:
    """Export what happens inside where `settings` ask for it. Raises ConfigurationError where it cannot be."""
    if not settings.telemetry:
        yield
        return
    import summarizer.telemetry  # noqa: F401 - says what to install, where it has to be
    from summarizer.telemetry.exporting import exporting

    with exporting(complain):
        yield
