"""Runs every benchmark and keeps the table in RESULTS.md.

Times differ between machines and moments; ratios inside one run are what to compare. Goals are those the project set
itself; a goal that is not met is shown, not hidden.
"""

from __future__ import annotations

import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import bench_offline
import bench_requests
import bench_scoring
import bench_startup
import bench_verify
from measure import Row

import summarizer

RESULTS = Path(__file__).with_name("RESULTS.md")


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| what | measured | goal | met |", "|---|---|---|---|"]
    verdict = {True: "yes", False: "no", None: ""}
    return "\n".join([*lines, *(f"| {row.what} | {row.figure} | {row.goal} | {verdict[row.met]} |" for row in rows)])


def main() -> None:
    """Measure, print, keep."""
    parts = [
        f"# Benchmarks\n\nWritten by `make bench` on {datetime.now(UTC):%Y-%m-%d}, version {summarizer.__version__}, "
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}. Wall times are medians of "
        "interleaved rounds, the others CPU time of one process."
    ]
    for title, bench in (
        ("Start-up", bench_startup),
        ("Offline engine", bench_offline),
        ("Verification", bench_verify),
        ("Asking a model", bench_requests),
        ("Scoring", bench_scoring),
    ):
        part = f"## {title}\n\n{table(bench.rows())}"
        print(part, end="\n\n", flush=True)
        parts.append(part)
    RESULTS.write_text("\n\n".join(parts) + "\n", "utf-8")


if __name__ == "__main__":
    main()
