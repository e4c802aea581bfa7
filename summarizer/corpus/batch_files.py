"""The files that a batch gives back, read line by line into what is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summarizer.corpus.batch_jobs import BatchJobs
from summarizer.corpus.database import translated
from summarizer.engines.llm_errors import PASSING
from summarizer.prompting import compact

AT_ONCE = 200
"""Replies kept in one transaction."""
LONGEST = 16_000_000
"""Bytes of a line; a longer one is no reply of ours."""


def read_into(jobs: BatchJobs, path: Path, asked: set[str]) -> int:
    """Keep the replies to what was `asked`; how many lines answer nothing of it.

    A failure that may pass (a rate, an outage, expiry) is not kept: the request counts as not answered.
    """
    rows: list[tuple[str, str]] = []
    stray = 0
    with translated(path):
        for row in _rows(path):
            name = row.get("custom_id") if isinstance(row, dict) else None
            request = name.rpartition(".")[2] if isinstance(name, str) else ""
            if request not in asked:
                stray += 1
            elif not _may_pass(row):
                rows.append((request, compact(row)))
            if len(rows) >= AT_ONCE:
                jobs.keep_replies(rows)
                rows = []
    jobs.keep_replies(rows)
    return stray


def _may_pass(row: dict[str, Any]) -> bool:
    response = row.get("response")
    status = response.get("status_code") if isinstance(response, dict) else None
    return not isinstance(status, int) or status in PASSING or status >= 500


def _rows(path: Path) -> Iterator[Any]:
    """The lines as JSON; None for one that is none."""
    with path.open("rb") as file:
        while line := file.readline(LONGEST):
            if line.strip():
                try:
                    yield json.loads(line)
                except (ValueError, RecursionError):
                    yield None
